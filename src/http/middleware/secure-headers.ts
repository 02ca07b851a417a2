/**
 * Headers that keep browsers from doing what no page of ours asks for: scripts and styles are files of our own.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from '../app-env.ts'

const NOBODY = { frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], objectSrc: ["'none'"] }
const SELF = ["'self'"]

const shared = {
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'same-origin',
} as const

const forApi = secureHeaders({ ...shared, contentSecurityPolicy: { defaultSrc: ["'none'"], ...NOBODY } })
const forPages = secureHeaders({
  ...shared,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: SELF,
    styleSrc: SELF,
    imgSrc: SELF,
    connectSrc: SELF,
    ...NOBODY,
  },
})
/** Swagger UI writes style attributes and shows embedded images; its scripts are files of our own all the same. */
const forDocs = secureHeaders({
  ...shared,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: SELF,
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: SELF,
    ...NOBODY,
  },
})

export function secureByPath(): MiddlewareHandler<AppEnv> {
  return async function setSecureHeaders(c, next) {
    const path = c.req.path
    if (path === '/' || path.startsWith('/web/')) return forPages(c, next)
    if (path === '/docs' || path.startsWith('/docs/')) return forDocs(c, next)
    await forApi(c, next)
    // What is said about a person is for whoever asked, and for no cache on the way.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  }
}
