/**
 * A creditor's claim with its fees, as the decision procedure needs it: every fact known. What an import does not know
 * is settled before, by `assess-fees.ts`, or stays open there.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import type { Money } from '../shared/money.ts'
import type { CourtPaper } from './court-paper.ts'

export type ClaimKind = 'purchase' | 'consumer_loan' | 'titled'

/** Who fixed the day of payment: both sides in the contract, or the creditor alone on an invoice. */
export type DueBasis = 'contract_calendar' | 'unilateral_invoice'

export type FeeType = 'reminder' | 'returned_debit' | 'processing' | 'account_keeping' | 'flat40' | 'inkasso'

export interface DunningFee {
  readonly id: string
  readonly type: FeeType
  readonly amount: Money
  readonly date: Day
  readonly reminderId: string | null
  readonly channel: 'paper' | 'email' | 'app'
  /** A flat amount from standard terms (AGB), or the cost of this letter. */
  readonly basis: 'agb_flat' | 'cost'
  readonly clauseAllowsLowerDamageProof: boolean
  readonly provenBankFee: Money | null
  readonly mandateDate: Day
  readonly firstDemand: Day | null
  readonly registered: boolean
  readonly creditorCanDeductVat: boolean
  readonly infoMissing13a: boolean
  readonly contestedBeforeMandate: boolean
}

export interface DatedAmount {
  readonly date: Day
  readonly amount: Money
}

export interface DunningCase {
  readonly today: Day
  readonly principal: Money
  readonly claimKind: ClaimKind
  readonly dueDate: Day
  readonly dueBasis: DueBasis
  /** An invoice, and whether it told the consumer of default after thirty days (§ 286 (3) BGB). */
  readonly invoice30: { readonly received: Day; readonly consumerNotice: boolean } | null
  readonly reminders: readonly { readonly id: string; readonly received: Day }[]
  /** Payments that have arrived; pending ones do not count. */
  readonly payments: readonly DatedAmount[]
  readonly refusedOn: Day | null
  readonly principalDisputed: boolean
  readonly noFault: boolean
  readonly vulnerable: boolean
  readonly title: CourtPaper | null
  readonly fees: readonly DunningFee[]
  readonly interestClaim: { readonly amount: Money; readonly to: Day } | null
}

/** The day on which payments reached the principal; null while some of it is open. */
export function paidInFullOn({ payments, principal }: Pick<DunningCase, 'payments' | 'principal'>): Day | null {
  let open = principal.minor
  for (const { date, amount } of payments.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    open -= amount.minor
    if (open <= 0) return date
  }
  return null
}
