/**
 * The pages people use and the API's documentation, as files from the assets port.
 *
 * @module
 */
import { type Context, Hono } from 'hono'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { AppEnv } from './app-env.ts'
import type { Assets } from './ports/assets.ts'

export function pages(assets: Assets) {
  const serve = (path: string) => async (c: Context<AppEnv>) => {
    const asset = await assets.read(path)
    if (asset === null) throw new ParleyError('NOT_FOUND', `There is no page ${c.req.path}.`)
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'no-cache' })
  }
  return new Hono<AppEnv>()
    .get('/', serve('web/index.html'))
    .get('/docs', serve('docs/index.html'))
    .get('/docs/:file', (c) => serve(`docs/${c.req.param('file')}`)(c))
    .get('/web/:file', (c) => serve(`web/${c.req.param('file')}`)(c))
}
