/**
 * One fee over all the cases that the record could be: what is certain, what is unclear, and what to ask.
 *
 * @module
 */
import { ParleyError } from '../shared/errors.ts'
import type { Explanation } from '../shared/explanation.ts'
import { add, type Money, money, subtract, zero } from '../shared/money.ts'
import type { FeeCode } from './fee-codes.ts'
import type { FeeItem, Strength } from './fee-item.ts'
import type { MissingFactCode } from './missing-fact.ts'
import type { Supposed } from './possible-cases.ts'

export interface AssessedFee {
  readonly id: string
  readonly claimed: Money
  /** Owed, whatever the unknown facts are. */
  readonly accepted: Money
  /** Contestable, whatever the unknown facts are. */
  readonly disputed: Money
  /** Depends on what is missing; `accepted + disputed + unclear = claimed`. */
  readonly unclear: Money
  /** The codes that hold in the cases that are still possible: one where it is certain. */
  readonly codes: readonly FeeCode[]
  /** The weakest objection among the possible cases; `none` where nothing is certainly disputed. */
  readonly strength: Strength
  /** The facts that would change the outcome. */
  readonly missing: readonly MissingFactCode[]
  /** Of the case that is best for the creditor: what can be said at least. Null when a rate is unknown. */
  readonly explanation: Explanation | null
}

type Verdict = Supposed<FeeItem | null>

/** What all possible cases of one fee agree on; a case whose rate is unknown leaves the whole fee unclear, for a person. */
export function assessedFee(
  id: string,
  claimed: Money,
  cases: readonly Supposed<() => FeeItem>[],
): { result: AssessedFee; escalate: boolean } {
  const verdicts = cases.map(({ value, supposed }): Verdict => ({ supposed, value: unlessRateUnknown(value) }))
  const items = verdicts.flatMap(({ value }) => (value === null ? [] : [value]))
  const [first] = items
  if (first === undefined || items.length < verdicts.length) {
    const nothing = zero('EUR')
    const result = {
      id,
      claimed,
      accepted: nothing,
      disputed: nothing,
      unclear: claimed,
      codes: [],
      strength: 'none',
      missing: ['RATE_UNKNOWN'],
      explanation: null,
    } as const
    return { result, escalate: true }
  }
  const accepted = least(items.map((item) => item.accepted))
  const disputed = least(items.map((item) => item.disputed))
  const best = items.reduce(
    (a, b) =>
      b.accepted.minor > a.accepted.minor || (b.accepted.minor === a.accepted.minor && rank(b) < rank(a)) ? b : a,
    first,
  )
  const certain = items.every((item) => item.accepted.minor === first.accepted.minor)
  const result: AssessedFee = {
    id,
    claimed,
    accepted,
    disputed,
    unclear: subtract(claimed, add(accepted, disputed)),
    codes: certain ? best.codes : [...new Set(items.flatMap(({ codes }) => codes))],
    strength: disputed.minor === 0 ? 'none' : best.disputed.minor === 0 ? 'soft' : best.strength,
    missing: certain ? [] : decisive(verdicts),
    explanation: best.explanation,
  }
  return { result, escalate: items.every((item) => item.escalate) }
}

/** A fact decides when two cases that differ in it alone come out differently. */
function decisive(verdicts: readonly Verdict[]): readonly MissingFactCode[] {
  const codes = new Set(verdicts.flatMap(({ supposed }) => [...supposed.keys()]))
  return [...codes].filter((code) => {
    const outcomes = new Map<string, number | undefined>()
    return verdicts.some(({ supposed, value }) => {
      const others = JSON.stringify([...supposed].filter(([key]) => key !== code).sort())
      const outcome = value?.accepted.minor
      if (outcomes.has(others) && outcomes.get(others) !== outcome) return true
      outcomes.set(others, outcome)
      return false
    })
  })
}

/** Fails closed: without a rate nothing is said about the amount. Any other failure is a fault of the input or ours. */
function unlessRateUnknown(judge: () => FeeItem): FeeItem | null {
  try {
    return judge()
  } catch (error) {
    if (error instanceof ParleyError && error.code === 'RATE_UNKNOWN') return null
    throw error
  }
}

function rank({ strength }: FeeItem): number {
  return ['none', 'soft', 'strong'].indexOf(strength)
}

function least(amounts: readonly Money[]): Money {
  return money(Math.min(...amounts.map(({ minor }) => minor)), 'EUR')
}
