/**
 * Loaded before a worker (`--import`): puts the changes of one mutant into the sources as they are loaded. Only the runner
 * starts processes with it; Parley has no way to be started so.
 *
 * @module
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MUTANTS } from './mutants.ts'

const ROOT = join(import.meta.dirname, '../..')
const mutant = MUTANTS.find(({ id }) => id === process.env.PARLEY_EVALS_MUTANT)
if (mutant === undefined) throw new Error(`there is no mutant "${process.env.PARLEY_EVALS_MUTANT}"`)

const changes = Map.groupBy(mutant.changes, ({ file }) => pathToFileURL(join(ROOT, file)).href)

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const own = changes.get(url)
    if (own === undefined) return loaded
    let source = loaded.source === undefined || loaded.source === null ? '' : text(loaded.source)
    for (const { file, from, to } of own) {
      if (!source.includes(from))
        throw new Error(`${file} does not hold what the mutant "${mutant.id}" changes: ${from}`)
      source = source.replace(from, () => to)
    }
    return { ...loaded, source }
  },
})

function text(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  return typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8')
}
