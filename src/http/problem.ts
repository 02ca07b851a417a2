/**
 * Failures as RFC 9457 problem documents: one table of statuses, one handler, no stack traces.
 *
 * @module
 */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type ErrorCode, type Fault, InvalidInput, ParleyError } from '../../tools/shared/errors.ts'
import type { Log } from '../log.ts'
import type { AppEnv } from './app-env.ts'

/** The HTTP status of every code; the compiler asks for one when a code is added. */
export const STATUS = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_PERMITTED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IDEMPOTENCY_MISMATCH: 409,
  THREAD_BUSY: 409,
  RATE_LIMITED: 429,
  TOO_MUCH_OPEN: 409,
  MANDATE_INVALID: 422,
  MANDATE_EXCEEDED: 422,
  MANDATE_REVOKED: 409,
  APPROVAL_MISMATCH: 409,
  APPROVAL_EXPIRED: 409,
  APPROVAL_CLOSED: 409,
  PROPOSER_MAY_NOT_DECIDE: 403,
  OFFER_EXPIRED: 409,
  RATE_UNKNOWN: 422,
  UNSUPPORTED_MEDIA_TYPE: 415,
  PAYLOAD_TOO_LARGE: 413,
  COUNTERPARTY_UNREACHABLE: 502,
  COUNTERPARTY_GARBLED: 502,
  COUNTERPARTY_REFUSED: 409,
  MODEL_UNAVAILABLE: 503,
  CONFIG_INVALID: 500,
  DATABASE_IN_USE: 503,
  DATABASE_UNREACHABLE: 503,
  IDENTITY_UNREACHABLE: 503,
} as const satisfies Record<ErrorCode, number>

/** The body of every refusal; `detail` says what to do, `faults` name bad values by their path. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode | 'INTERNAL'
  readonly detail: string
  readonly requestId: string
  readonly faults?: readonly Fault[]
}

/** The one error handler: what is known becomes its problem, what is not is logged and becomes a plain 500. */
export function answerProblems(log: Log) {
  return function answerProblem(error: Error, c: Context<AppEnv>): Response {
    const known = asParleyError(error)
    const requestId = c.get('requestId')
    if (known === null) {
      log.error({ requestId, path: c.req.path, method: c.req.method, err: error }, 'request failed')
      return problemResponse({
        type: 'about:blank',
        title: 'INTERNAL',
        status: 500,
        code: 'INTERNAL',
        detail: `Something went wrong on our side. Name the request ${requestId} when you report it.`,
        requestId,
      })
    }
    const status = STATUS[known.code]
    if (status >= 500) log.error({ requestId, path: c.req.path, code: known.code, err: error }, 'request failed')
    const { retryAfterSeconds } = known.facts
    const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
    return problemResponse(
      {
        type: `urn:parley:problem:${known.code}`,
        title: known.code,
        status,
        code: known.code,
        detail: known.message,
        requestId,
        ...(known instanceof InvalidInput ? { faults: known.faults } : {}),
      },
      headers,
    )
  }
}

function problemResponse(problem: Problem, more: Readonly<Record<string, string>> = {}): Response {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', ...more }
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer'
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** Errors of the framework in our own codes; null when nobody named this failure. */
function asParleyError(error: Error): ParleyError | null {
  if (error instanceof ParleyError) return error
  if (!(error instanceof HTTPException)) return null
  switch (error.status) {
    case 400:
      return new InvalidInput([{ path: 'body', reason: 'must be well-formed JSON' }])
    case 413:
      return new ParleyError('PAYLOAD_TOO_LARGE', 'The body is too large.')
    case 415:
      return new ParleyError('UNSUPPORTED_MEDIA_TYPE', 'Send JSON with the content type application/json.')
    default:
      return null
  }
}
