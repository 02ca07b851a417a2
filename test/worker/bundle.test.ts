/** The Worker as a deployment would bundle it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleWorker } from '../support/wrangler.ts'

/** What Cloudflare takes on its free plan, compressed. */
const LARGEST_BYTES = 3 * 1024 * 1024

let folder: string
let files: Map<string, Buffer>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-bundle-'))
  await bundleWorker(folder)
  const names = (await readdir(folder)).filter((name) => !/\.(?:map|md)$/.test(name))
  files = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('bundles in a dry run, small enough to be deployed', ({ annotate }) => {
  expect([...files.keys()]).toContain('worker.js')
  const bytes = [...files.values()].map((content) => gzipSync(content).length).reduce((a, b) => a + b, 0)
  const size = `the Worker's bundle: ${Math.round(bytes / 1024)} KiB gzipped`
  console.log(size)
  expect(bytes).toBeLessThan(LARGEST_BYTES)
  return annotate(size)
})

it('holds no embedded database, no market and no server of Node', () => {
  // The bundler names each file that it took in a comment of its own.
  const sources = [...files.values()].flatMap((content) =>
    [...content.toString('utf8').matchAll(/^\/\/ ((?:src|agents|tools|node_modules)\/\S+)$/gm)].map(
      ([, name]) => name ?? '',
    ),
  )
  expect(sources).toEqual(
    expect.arrayContaining(['src/server/worker.ts', 'src/services.ts', 'node_modules/pg/lib/index.js']),
  )
  const strangers =
    /^node_modules\/@electric-sql\/|^node_modules\/@hono\/node-server\/|^node_modules\/pino\/|^src\/(?:sandbox|cli)\/|^src\/db\/embedded/
  expect(sources.filter((name) => strangers.test(name))).toEqual([])
  expect([...files.keys()].filter((name) => /\.(?:wasm|data)$/.test(name))).toEqual([])
})
