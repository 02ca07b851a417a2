/**
 * What a body may be before any schema looks at it: small enough, and not nested without end.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { InvalidInput, ParleyError } from '../../../tools/shared/errors.ts'
import type { AppEnv } from '../app-env.ts'

const MAX_DEPTH = 32

/**
 * Refuses bodies over so many bytes, by their stated length, which the server reads and no further, or as they come.
 *
 * Where the length is stated the body is not touched here: whoever reads it then gets it without a stream around it.
 */
export function limitBody(bytesFor: (path: string) => number): MiddlewareHandler<AppEnv> {
  return async function limitBodySize(c, next) {
    const maxSize = bytesFor(c.req.path)
    const stated = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
    if (stated !== undefined && Number(stated) <= maxSize) return next()
    const limit = bodyLimit({
      maxSize,
      onError: () => {
        throw new ParleyError('PAYLOAD_TOO_LARGE', `The body is larger than ${maxSize} bytes.`)
      },
    })
    return limit(c, next)
  }
}

/** Refuses JSON nested deeper than 32 levels, which is made to exhaust whoever walks it. */
export function limitDepth(): MiddlewareHandler<AppEnv> {
  return async function limitJsonDepth(c, next) {
    if (/json/i.test(c.req.header('content-type') ?? '') && depthOf(await c.req.text()) > MAX_DEPTH) {
      throw new InvalidInput([{ path: 'body', reason: `must not be nested deeper than ${MAX_DEPTH} levels` }])
    }
    await next()
  }
}

/** The deepest nesting of a JSON text, read without parsing it. */
export function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const char = json[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    else if (char === '}' || char === ']') depth--
  }
  return deepest
}
