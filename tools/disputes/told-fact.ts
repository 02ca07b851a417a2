/**
 * What a customer told about a claim when a fee was judged: a record of its own beside the creditor's statement, with the
 * message it stands in, so that nobody takes it for the creditor's word.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import type { DueBasis, DunningFee } from './dunning-case.ts'
import type { MissingFactCode } from './missing-fact.ts'

/** A fact that a customer can be asked for. */
export type AskableCode = Exclude<MissingFactCode, 'RATE_UNKNOWN'>

export const ASKABLE = [
  'DUE_BASIS',
  'INVOICE_30_DAYS',
  'FEE_BASIS',
  'FEE_CHANNEL',
  'FEE_REMINDER',
  'MANDATE_DATE',
  'FIRST_DEMAND',
  'AGENCY_REGISTERED',
  'CONTESTED_BEFORE_MANDATE',
  'CREDITOR_VAT',
] as const satisfies readonly AskableCode[]

/** Which fact: of a fee, or of the claim itself (null). */
export interface WantedFact {
  readonly code: AskableCode
  readonly feeId: string | null
  /** The half of the question that an answer left open. */
  readonly half?: QuestionHalf | undefined
}

export const HALVES = ['clause', 'notice', 'arrival'] as const
export type QuestionHalf = (typeof HALVES)[number]

/** The parts of an answer that words can hold; a question may take more than one. */
export interface ToldValue {
  readonly dueBasis?: DueBasis
  readonly invoiceReceived?: Day
  readonly consumerNotice?: boolean
  readonly basis?: DunningFee['basis']
  readonly clauseAllowsLowerDamageProof?: boolean
  readonly channel?: DunningFee['channel']
  /** The reminder of this day, or of this place among them from one on; or none at all. */
  readonly reminder?: { readonly received: Day } | { readonly place: number } | 'none'
  readonly mandateDate?: Day
  readonly firstDemand?: Day | 'none'
  readonly registered?: boolean
  readonly contestedBeforeMandate?: boolean
  readonly creditorCanDeductVat?: boolean
}

/** What an answer says: a value, that the customer does not know, or a day that could be several (or none that is exact). */
export type Told =
  | { readonly kind: 'value'; readonly value: ToldValue }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unclear-day'; readonly days: readonly Day[] }

/** A customer's statement, and where it stands. */
export interface ToldFact extends WantedFact {
  readonly debtId: string
  readonly told: Told
  /** The customer's message. */
  readonly messageId: string
  /** The day they wrote it. */
  readonly on: Day
}

/** The newest statement about each fact. */
export function newestTold(told: readonly ToldFact[]): readonly ToldFact[] {
  return [...new Map(told.map((fact) => [keyOf(fact), fact])).values()]
}

/** Whether the customer said that they do not know it. */
export function isUnknown(told: readonly ToldFact[], wanted: WantedFact): boolean {
  return newestTold(told).some((fact) => keyOf(fact) === keyOf(wanted) && fact.told.kind === 'unknown')
}

export function keyOf({ code, feeId }: WantedFact): string {
  return `${code} ${feeId ?? ''}`
}

/** What still stands of it, oldest first: a later statement replaces an earlier one of the same fact, part by part. */
export function standingTold(told: readonly ToldFact[]): readonly ToldFact[] {
  const said = new Set<string>()
  const standing = told.toReversed().flatMap((fact): ToldFact[] => {
    if (fact.told.kind !== 'value') return []
    const parts = Object.entries(fact.told.value).filter(([part]) => !said.has(`${keyOf(fact)} ${part}`))
    for (const [part] of parts) said.add(`${keyOf(fact)} ${part}`)
    return parts.length === 0 ? [] : [{ ...fact, told: { kind: 'value', value: Object.fromEntries(parts) } }]
  })
  return standing.toReversed()
}
