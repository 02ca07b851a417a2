/**
 * The verdict on one fee: what is owed of it, what is contested, why, and how firmly.
 *
 * @module
 */
import type { Explanation, Step } from '../shared/explanation.ts'
import { type Money, subtract, toDecimalString, zero } from '../shared/money.ts'
import { FEE_CODES, type FeeCode } from './fee-codes.ts'

export type Strength = 'none' | 'soft' | 'strong'

export interface FeeItem {
  readonly id: string
  readonly claimed: Money
  readonly accepted: Money
  readonly disputed: Money
  readonly codes: readonly FeeCode[]
  /** How firm the objection is; `none` when the whole claim is accepted. */
  readonly strength: Strength
  /** Whether a person has to look at it. */
  readonly escalate: boolean
  readonly explanation: Explanation
}

/** One verdict: at most `owed` is accepted of the claim; the rest is disputed with this strength. */
export function feeItem(verdict: {
  readonly id: string
  readonly claimed: Money
  readonly owed: Money | 'nothing' | 'all'
  readonly code: FeeCode
  readonly strength: Strength
  readonly ruleId: string
  readonly inputs: Readonly<Record<string, string>>
  readonly steps?: readonly Step[]
  readonly escalate?: 'to-a-person'
}): FeeItem {
  const { id, claimed, code, ruleId } = verdict
  const accepted = acceptedOf(claimed, verdict.owed)
  const disputed = subtract(claimed, accepted)
  const { text, source } = FEE_CODES[code]
  const euros = (amount: Money) => `${toDecimalString(amount)} ${amount.currency}`
  return {
    id,
    claimed,
    accepted,
    disputed,
    codes: [code],
    strength: disputed.minor === 0 ? 'none' : verdict.strength,
    escalate: verdict.escalate !== undefined,
    explanation: {
      title: text,
      ruleIds: [ruleId],
      inputs: { claimed: euros(claimed), ...verdict.inputs },
      steps: [
        ...(verdict.steps ?? []),
        { text: { de: 'Anerkannt', en: 'Accepted' }, value: euros(accepted) },
        { text: { de: 'Bestritten', en: 'Disputed' }, value: euros(disputed) },
      ],
      sources: [source],
    },
  }
}

function acceptedOf(claimed: Money, owed: Money | 'nothing' | 'all'): Money {
  if (owed === 'all') return claimed
  if (owed === 'nothing') return zero(claimed.currency)
  return owed.minor < claimed.minor ? owed : claimed
}
