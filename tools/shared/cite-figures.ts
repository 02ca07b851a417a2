/**
 * Words with figures in them become words with references: law texts, brief lines and letters may be quoted, and each
 * figure in them still has its source.
 *
 * @module
 */
import type { Fact, FactSource } from './fact.ts'
import { factMaker } from './make-facts.ts'
import { findFigures } from './words/find-figures.ts'

/**
 * Replaces each figure in a text by `[[<prefix>.<locale>.<n>]]`.
 *
 * @param written by code or kept on record, never by a model
 */
export function citeFigures(
  written: string,
  { locale, prefix, source }: { readonly locale: 'de' | 'en'; readonly prefix: string; readonly source: FactSource },
): { readonly text: string; readonly facts: readonly Fact[] } {
  // Words of people may look like references and must not be read as such.
  const text = written.replaceAll(/\[(?=\[)/g, '[ ')
  const make = factMaker(prefix, source)
  const facts: Fact[] = []
  let cited = ''
  let at = 0
  for (const figure of findFigures(text, locale).toSorted((a, b) => a.start - b.start)) {
    if (figure.start < at) continue // figures may overlap: the first, longer reading wins
    const words = text.slice(figure.start, figure.end)
    const fact = make.name(`${locale}.${facts.length + 1}`, words, { de: excerpt(text), en: excerpt(text) })
    facts.push(fact)
    cited += `${text.slice(at, figure.start)}[[${fact.ref}]]`
    at = figure.end
  }
  return { text: cited + text.slice(at), facts }
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
