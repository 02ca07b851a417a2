/**
 * What `wrangler.toml` and the secrets of the Worker bind, as far as Parley uses it.
 *
 * @module
 */

/** Strings are configuration and secrets under the names they have on Node; the rest are Cloudflare's own objects. */
export interface Bindings {
  /** PostgreSQL as the application's own role; the binding must be made with caching switched off. */
  readonly HYPERDRIVE: { readonly connectionString: string }
  /** The files of the pages. */
  readonly ASSETS: Fetcher
  readonly [name: string]: unknown
}

export interface Fetcher {
  fetch(request: Request | string): Promise<Response>
}

export interface ExecutionContext {
  /** Keeps the request's sockets and timers alive until the promise settles, also after the answer. */
  waitUntil(promise: Promise<unknown>): void
}

/** The bindings that are strings, as `readConfig` and `readSecrets` take them. */
export function stringsOf(bindings: Bindings): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(bindings).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
