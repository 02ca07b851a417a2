/**
 * References become figures: `[[debt.d-anna-1.open]]` is what the record says, in the reply's language.
 *
 * @module
 */
import type { Fact } from '../../tools/shared/fact.ts'
import { renderFact } from '../../tools/shared/render-fact.ts'
import type { Locale } from '../thread-store.ts'

/** A reference as the wording model writes it. */
export const REFERENCE = /\[\[([^[\]\s]+)\]\]/g

/**
 * The text with every reference rendered.
 *
 * @throws RangeError on a reference that no fact carries; `checkFigures` finds these before
 */
export function renderReply(text: string, facts: readonly Fact[], locale: Locale): string {
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]))
  return text.replaceAll(REFERENCE, (_, ref: string) => {
    const fact = byRef.get(ref)
    if (fact === undefined) throw new RangeError(`No fact carries [[${ref}]].`)
    return renderFact(fact.value, locale)
  })
}

/** The facts a text refers to, each once, in the order of first mention. */
export function factsIn(text: string, facts: readonly Fact[]): readonly Fact[] {
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]))
  const refs = new Set([...text.matchAll(REFERENCE)].map(([, ref]) => ref ?? ''))
  return [...refs].flatMap((ref) => byRef.get(ref) ?? [])
}
