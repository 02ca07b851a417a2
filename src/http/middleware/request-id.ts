/**
 * A name for each request, in its answer and in every line logged about it.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import type { Ids } from '../../../tools/shared/ids.ts'
import type { AppEnv } from '../app-env.ts'

export function requestId(ids: Ids): MiddlewareHandler<AppEnv> {
  return async function nameRequest(c, next) {
    const theirs = c.req.header('x-request-id') ?? ''
    const id = /^[\w.-]{8,100}$/.test(theirs) ? theirs : ids.next('req')
    c.set('requestId', id)
    await next()
    c.res.headers.set('x-request-id', id)
  }
}
