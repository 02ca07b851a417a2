/**
 * The parts that guarded routes share: who may, what they may be refused with, what is written down about it.
 *
 * @module
 */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { ZodType } from 'zod'
import { InvalidInput } from '../../tools/shared/errors.ts'
import type { AppEnv } from './app-env.ts'
import type { Door } from './door.ts'
import { idempotent } from './middleware/idempotent.ts'
import { recordAct } from './middleware/record-act.ts'
import { requireRecentSignIn } from './middleware/require-recent-sign-in.ts'
import { requireRole } from './middleware/require-role.ts'
import type { Role } from './principal.ts'

/** A resource's own app; bad input becomes `InvalidInput` with every fault by its path. */
export function resource(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return
      throw new InvalidInput(
        result.error.issues.map((issue) => ({
          path: issue.path.length === 0 ? result.target : issue.path.join('.'),
          reason: issue.message,
        })),
      )
    },
  })
}

const BEARER = [{ bearer: [] }]

/** A route that reads: which roles may. */
export function mayRead(...roles: readonly Role[]) {
  return { security: BEARER, 'x-roles': roles, middleware: [requireRole(...roles)] }
}

/** A route that hands out so much that a sign-in of days ago is not enough. */
export function mayReadFreshly(...roles: readonly Role[]) {
  return { ...mayRead(...roles), middleware: [requireRole(...roles), requireRecentSignIn()] }
}

/** A route that changes something. */
interface Act {
  readonly operationId: string
  /** The audit trail's word for it, `offer.added`, where the part that does it writes no entry of its own. */
  readonly audit?: string
  /** `recent`: the person must have signed in a short while ago. */
  readonly signIn?: 'recent'
}

/** A route that acts: which roles may. */
export function mayAct(door: Door, act: Act, ...roles: readonly Role[]) {
  return {
    operationId: act.operationId,
    security: BEARER,
    'x-roles': roles,
    middleware: [requireRole(...roles), ...fresh(act), ...recorded(door, act)],
  }
}

/** A route that creates: like `mayAct`, and a repeated Idempotency-Key gets the first answer. */
export function mayCreate(door: Door, act: Act, ...roles: readonly Role[]) {
  return {
    operationId: act.operationId,
    security: BEARER,
    'x-roles': roles,
    'x-idempotent': true,
    middleware: [
      requireRole(...roles),
      ...fresh(act),
      idempotent(door.idempotency, door.clock),
      ...recorded(door, act),
    ],
  }
}

function fresh({ signIn }: Act) {
  return signIn === undefined ? [] : [requireRecentSignIn()]
}

function recorded(door: Door, { audit }: Act) {
  return audit === undefined ? [] : [recordAct(door.audit, audit)]
}

/** A JSON reply. */
export function json<T extends ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A JSON body that must be there. */
export function body<T extends ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } }
}

export const idParam = z.object({ id: z.string().min(1).max(200) })

export const idempotencyHeader = z.object({
  'idempotency-key': z.string().min(1).max(200).optional().describe('the same key and body get the first answer'),
})
