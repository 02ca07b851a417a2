/**
 * Who speaks, before anything else is read. The token comes in the Authorization header alone: an address is logged.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import { ParleyError } from '../../../tools/shared/errors.ts'
import { asIdentity } from '../../db/identity.ts'
import type { AppEnv } from '../app-env.ts'
import type { Authenticator } from '../principal.ts'

export function authenticate(authenticator: Authenticator): MiddlewareHandler<AppEnv> {
  return async function authenticateBearer(c, next) {
    const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (token === undefined) {
      throw new ParleyError('UNAUTHENTICATED', 'Send the header "Authorization: Bearer <token>".')
    }
    const principal = await authenticator.authenticate(token)
    c.set('principal', principal)
    // Every statement of the request, and of all that it starts, sees the rows of this identity alone.
    const { role, customerId, subject } = principal
    await asIdentity({ role, customerId, subject }, next)
  }
}
