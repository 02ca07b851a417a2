/**
 * So many requests a minute for each token, whichever replica they come to.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import { ParleyError } from '../../../tools/shared/errors.ts'
import type { AppEnv } from '../app-env.ts'
import type { RateLimits } from '../ports/rate-limits.ts'

export function limitRate(rates: RateLimits): MiddlewareHandler<AppEnv> {
  return async function limitRequestRate(c, next) {
    const refusal = await rates.take(c.get('principal'))
    if (refusal !== null) {
      const { retryAfterSeconds } = refusal
      throw new ParleyError('RATE_LIMITED', `Too many requests. Wait ${retryAfterSeconds} s, then send it again.`, {
        facts: { retryAfterSeconds },
      })
    }
    await next()
  }
}
