/**
 * Which roles a route is for.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import { ParleyError } from '../../../tools/shared/errors.ts'
import type { AppEnv } from '../app-env.ts'
import type { Role } from '../principal.ts'

export function requireRole(...roles: readonly Role[]): MiddlewareHandler<AppEnv> {
  return async function requireOneRole(c, next) {
    const { role } = c.get('principal')
    if (!roles.includes(role)) {
      throw new ParleyError('FORBIDDEN', `This is for ${roles.join(', ')}; your token says ${role}.`)
    }
    await next()
  }
}
