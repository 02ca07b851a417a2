/**
 * From an assessment to a draft: what is contested, what stays owed, what has to be asked first.
 *
 * @module
 */
import { addDays, type Day } from '../shared/calendar.ts'
import { type Currency, money, parseMoney, subtract, toDecimalString } from '../shared/money.ts'
import type { FeeAssessment } from './assess-fees.ts'
import type { AssessedFee } from './assessed-fee.ts'
import type { Dispute } from './dispute-book.ts'
import { disputeLetter, type LetterOccasion } from './dispute-letter.ts'
import { evidenceFor } from './evidence.ts'
import { FEE_CODES } from './fee-codes.ts'
import { PROOF_WORDS } from './missing-fact.ts'
import { proofDemanded } from './proof-demanded.ts'
import type { ToldFact } from './told-fact.ts'
import { toldEvidence } from './told-words.ts'
import type { KnownDebt } from './with-told.ts'

/** Days the letter gives the creditor (REFERENCE 3.7). */
export const ANSWER_DAYS = 14

type Assessed = Extract<FeeAssessment, { kind: 'assessed' }>

/**
 * The draft, or null when nothing is certainly contestable.
 *
 * @param feeId contest only this fee; the others are neither contested nor acknowledged
 */
export function draftDispute(
  debt: KnownDebt,
  assessment: Assessed,
  on: {
    readonly id: string
    readonly customerId: string
    readonly customerName: string
    readonly customerAddress?: readonly string[]
    readonly threadId: string | null
    readonly today: Day
    readonly now: Date
    readonly locale: 'de' | 'en'
    readonly feeId: string | null
    /** Contest these alone. */
    readonly itemIds?: readonly string[]
    readonly occasion?: LetterOccasion
    /** What the customer told; `debt` has it filled in. */
    readonly told?: readonly ToldFact[]
    /** Where the customer does not know either, the creditor is asked to prove what is unclear. */
    readonly unclear?: 'left-out' | 'proof-demanded'
  },
): Dispute | null {
  const told = on.told ?? []
  const items = assessment.items.map((item) =>
    on.unclear === 'proof-demanded' ? proofDemanded(item) : { ...item, proofs: [] },
  )
  const contested = items.filter(
    (item) =>
      item.disputed.minor > 0 &&
      (on.feeId === null || item.id === on.feeId) &&
      (on.itemIds === undefined || on.itemIds.includes(item.id)),
  )
  if (contested.length === 0) return null
  const currency = debt.currency as Currency
  const open = parseMoney(debt.open, currency, 'open')
  // What is disputed or unclear anywhere in the claim is not called undisputed, even when only one fee is contested now.
  const inDoubt = assessment.totalDisputed.minor + assessment.totalUnclear.minor
  const undisputed = money(Math.max(0, subtract(open, money(inDoubt, currency)).minor), currency)
  const proofs = [...new Set(contested.flatMap((item) => item.proofs))]
  const draft = {
    ...(told.length === 0 ? {} : { told }),
    ...(proofs.length === 0 ? {} : { proofs: proofs.map((code) => PROOF_WORDS[code]?.[on.locale] ?? '') }),
    id: on.id,
    customerId: on.customerId,
    threadId: on.threadId,
    debtId: debt.id,
    creditor: { id: debt.creditor.id, name: debt.creditor.name },
    reference: debt.reference ?? null,
    currency,
    items: contested.map((item) => ({
      id: item.id,
      claimed: toDecimalString(item.claimed),
      accepted: toDecimalString(item.accepted),
      disputed: toDecimalString(item.disputed),
      codes: item.codes,
      strength: item.strength,
      sources: sourcesOf(item),
      ...nameOf(debt, item.id),
      evidence: [...evidenceFor(debt, item.id, on.locale), ...toldEvidence(told, debt, item.id, on.locale)],
    })),
    open: debt.open,
    undisputed: toDecimalString(undisputed),
    totalDisputed: toDecimalString(
      money(
        contested.reduce((sum, { disputed }) => sum + disputed.minor, 0),
        currency,
      ),
    ),
    answerBy: addDays(on.today, ANSWER_DAYS),
    source: debt.source,
    asOf: debt.asOf,
    createdAt: on.now.toISOString(),
    locale: on.locale,
  }
  return {
    ...draft,
    letter: disputeLetter(
      draft,
      {
        customerName: on.customerName,
        customerAddress: on.customerAddress ?? [],
        creditorAddress: debt.creditor.address ?? [],
        locale: on.locale,
        today: on.today,
      },
      on.occasion,
    ),
  }
}

function nameOf(debt: KnownDebt, itemId: string): Pick<Dispute['items'][number], 'type' | 'date'> {
  const fee = debt.fees.find(({ id }) => id === itemId)
  return fee === undefined ? { type: 'interest', date: null } : { type: fee.type, date: fee.date }
}

/** The law behind an item, each source once. */
export function sourcesOf(item: AssessedFee): readonly string[] {
  return [...new Set(item.codes.map((code) => FEE_CODES[code].source))]
}
