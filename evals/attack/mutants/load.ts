/**
 * A module to be loaded before the attack (`node --import`): replaces the text of files as they are loaded, so that the
 * lock that ATTACK_WITHOUT names is out.
 *
 * @module
 */
import { registerHooks } from 'node:module'
import { lockOf, REPLACEMENTS } from './mutants.ts'

const lock = lockOf(process.env.ATTACK_WITHOUT)
const replacements = lock === null ? [] : REPLACEMENTS[lock]

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const { pathname } = new URL(url, 'file:///')
    const mine = replacements.filter(({ file }) => pathname.endsWith(file))
    if (mine.length === 0) return loaded
    let source = String(loaded.source)
    for (const { file, from, to } of mine) {
      // A file that reads otherwise now would leave the lock in, and the attack would prove nothing.
      if (!from.test(source))
        throw new Error(`${file} does not read as the mutant expects; bring mutants.ts up to date.`)
      source = source.replace(from, () => to)
    }
    return { ...loaded, source }
  },
})
