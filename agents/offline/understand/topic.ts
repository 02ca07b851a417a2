/**
 * What a conversation is about, and which need of a mandate that makes.
 *
 * @module
 */
import type { Need } from '../../../tools/mandates/mandate.ts'
import type { Concept } from './concept.ts'

export type Topic = 'loan' | 'insurance' | 'overdraft' | 'savings' | 'fee' | 'debt'

const TOPICS: readonly (readonly [Topic, readonly Concept[]])[] = [
  ['fee', ['fee']],
  ['overdraft', ['overdraft']],
  ['savings', ['savings']],
  ['insurance', ['household', 'liability', 'car', 'legal-cover', 'phone-cover', 'insurance']],
  ['loan', ['loan', 'refinance', 'borrow']],
  ['debt', ['debt', 'instalments', 'settlement']],
]

/** The topic a message names; the most specific wins. */
export function topicOf(concepts: ReadonlySet<Concept>): Topic | null {
  return TOPICS.find(([, marks]) => marks.some((mark) => concepts.has(mark)))?.[0] ?? null
}

/** The concepts that a bare figure is read with when the conversation is about a topic. */
export function topicConcepts(topic: Topic | null): readonly Concept[] {
  const marks = TOPICS.find(([name]) => name === topic)?.[1][0]
  return marks === undefined ? [] : [marks]
}

/** The need behind a wish to negotiate; null when it takes a question. */
export function needOf(
  concepts: ReadonlySet<Concept>,
  before: { readonly need: Need | null; readonly topic: Topic | null } | null,
  same: boolean,
): Need | null {
  const own = namedNeed(concepts)
  if (own !== null) return own === 'refinance-loan' && before?.need === 'new-loan' && same ? 'new-loan' : own
  if (before === null) return null
  if (before.need !== null) return before.need
  return before.topic === null ? null : NEED_OF_TOPIC[before.topic]
}

const NEED_OF_TOPIC: Readonly<Record<Topic, Need | null>> = {
  loan: 'refinance-loan',
  insurance: 'insurance',
  overdraft: 'overdraft',
  savings: 'savings',
  fee: 'fee-waiver',
  // A debt can be paid over time or settled: that takes a question.
  debt: null,
}

function namedNeed(concepts: ReadonlySet<Concept>): Need | null {
  const has = (...marks: Concept[]) => marks.some((mark) => concepts.has(mark))
  if (has('overdraft')) return 'overdraft'
  if (has('settlement') && !has('loan', 'insurance')) return 'settlement'
  if (has('instalments') && !has('loan')) return 'instalment-plan'
  if (concepts.has('pay') && concepts.has('has-monthly') && !has('loan', 'insurance', 'refinance', 'borrow'))
    return 'instalment-plan'
  if (has('fee') && !has('loan', 'insurance')) return 'fee-waiver'
  if (has('household', 'liability', 'car', 'legal-cover', 'phone-cover', 'insurance')) return 'insurance'
  if (has('savings')) return 'savings'
  if (has('refinance')) return 'refinance-loan'
  if (has('borrow')) return 'new-loan'
  return has('loan') ? 'refinance-loan' : null
}
