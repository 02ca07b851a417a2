/**
 * The pages from the Worker's assets binding. Swagger UI is not among them: `/docs` is served by Node alone, while
 * `/openapi.json` is the same on both.
 *
 * @module
 */
import type { Assets } from '../../http/ports/assets.ts'
import type { Fetcher } from './bindings.ts'

export function bindingAssets(binding: Fetcher): Assets {
  return {
    async read(path) {
      const [, file] = /^web\/([\w-]+(?:\.[\w-]+)*)$/.exec(path) ?? []
      if (file === undefined) return null
      // The host is not looked at; only the path is.
      const response = await binding.fetch(`https://assets.invalid/${file}`)
      if (!response.ok) return null
      return {
        body: new Uint8Array(await response.arrayBuffer()),
        type: response.headers.get('content-type') ?? 'application/octet-stream',
      }
    },
  }
}
