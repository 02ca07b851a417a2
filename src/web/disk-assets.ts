/**
 * The pages and Swagger UI from disk, on Node. A Worker serves the same files through its own binding.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { Assets } from '../http/ports/assets.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const SWAGGER_FILES: ReadonlySet<string> = new Set(['swagger-ui.css', 'swagger-ui-bundle.js'])

export function diskAssets(): Assets {
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

  function folderOf(part: string, file: string): string | null {
    if (part === 'web') return join(import.meta.dirname, 'static')
    if (part !== 'docs') return null
    return SWAGGER_FILES.has(file) ? swagger : join(import.meta.dirname, 'docs')
  }

  return {
    async read(path) {
      // One folder and one plain name: nothing that could climb out of it.
      const [, part = '', file = ''] = /^(\w+)\/([\w-]+(?:\.[\w-]+)*)$/.exec(path) ?? []
      const folder = folderOf(part, file)
      const type = TYPES[extname(file)]
      if (folder === null || type === undefined) return null
      try {
        return { body: new Uint8Array(await readFile(join(folder, file))), type }
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return null
        throw error
      }
    },
  }
}
