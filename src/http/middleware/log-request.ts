/**
 * One line for each request, for whoever turns the log to debug. No query and no body: both hold what people wrote.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import type { Log } from '../../log.ts'
import type { AppEnv } from '../app-env.ts'

export function logRequest(log: Log): MiddlewareHandler<AppEnv> {
  return async function logEachRequest(c, next) {
    const begun = performance.now()
    await next()
    const milliseconds = Math.round(performance.now() - begun)
    const { method, path } = c.req
    log.debug({ requestId: c.get('requestId'), method, path, status: c.res.status, milliseconds }, 'request')
  }
}
