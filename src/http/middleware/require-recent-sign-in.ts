/**
 * What a token that was left lying about must not be enough for.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import { ParleyError } from '../../../tools/shared/errors.ts'
import type { AppEnv } from '../app-env.ts'

export function requireRecentSignIn(): MiddlewareHandler<AppEnv> {
  return async function requireFreshSignIn(c, next) {
    if (c.get('principal').recentlySignedIn !== true) {
      throw new ParleyError('UNAUTHENTICATED', 'For this the sign-in must be recent (`auth_time`). Sign in again.')
    }
    await next()
  }
}
