/**
 * The gate behind the model's words: a figure is a reference to a fact, or it is a fault.
 *
 * @module
 */
import type { Fact } from '../../tools/shared/fact.ts'
import { findFigures } from '../../tools/shared/words/find-figures.ts'
import type { Locale } from '../thread-store.ts'
import { claimsOfDone } from './claims-of-done.ts'
import { REFERENCE } from './render-reply.ts'

/** What is wrong with a draft, with the words that are wrong. */
export interface FigureFault {
  readonly kind: 'unknown-reference' | 'free-figure' | 'number-word' | 'comparison' | 'claim-of-done' | 'empty'
  readonly text: string
}

/**
 * The faults of a draft; empty when every figure is a reference that a fact carries and nothing is claimed done that no
 * commitment shows.
 *
 * @param facts all facts the draft may refer to
 */
export function checkFigures(draft: string, facts: readonly Fact[], locale: Locale): readonly FigureFault[] {
  if (draft.trim() === '') return [{ kind: 'empty', text: '' }]
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]))
  const unknown = [...draft.matchAll(REFERENCE)]
    .filter(([, ref]) => !byRef.has(ref ?? ''))
    .map(([text]): FigureFault => ({ kind: 'unknown-reference', text }))
  // A reference leaves a sign that is no letter and no digit, so that nothing grows together around it.
  const bare = withoutNames(draft.replaceAll(REFERENCE, '◆'), facts)
  const halves = [...bare.matchAll(/\[\[|\]\]/g)].map(([text]): FigureFault => ({ kind: 'unknown-reference', text }))
  const free = findFigures(bare, locale).map(({ kind, text }): FigureFault => ({ kind: faultOf(kind), text }))
  return [
    ...unknown,
    ...halves,
    ...free,
    ...claimsOfDone(draft, byRef).map((text): FigureFault => ({ kind: 'claim-of-done', text })),
  ]
}

function faultOf(kind: string): FigureFault['kind'] {
  if (kind === 'number-word') return 'number-word'
  return kind === 'comparison' ? 'comparison' : 'free-figure'
}

/** A name on record that holds digits ("Bank24") may be written out. */
function withoutNames(text: string, facts: readonly Fact[]): string {
  let bare = text
  for (const { ref, value } of facts) {
    if (ref.endsWith('.name') && value.kind === 'name' && /\p{L}/u.test(value.text))
      bare = bare.replaceAll(value.text, '◆')
  }
  return bare
}
