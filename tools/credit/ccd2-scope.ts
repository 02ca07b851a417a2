/**
 * Whether an agreement falls under the consumer credit directive of 2023 (CCD2).
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import type { Bilingual, Explanation, Rule } from '../shared/explanation.ts'
import { type Money, money } from '../shared/money.ts'
import { existing, notNegative, refuse, shown, whole } from './ranges.ts'

export const CCD2_SCOPE: Rule = {
  id: 'eu.ccd2.scope',
  title: { de: 'Anwendungsbereich der Verbraucherkreditrichtlinie', en: 'Scope of the consumer credit directive' },
  source: 'Art. 2 (1), (2)(a), (c), (h), (i), (l), (3) Dir. (EU) 2023/2225; BGBl. 2026 I Nr. 139',
  validFrom: '2026-11-20',
  validTo: null,
}

const FIRST_DAY = '2026-11-20'
const CEILING = money(10_000_000, 'EUR')
const MAX_DEFERRAL_DAYS = 50
const MAX_DEFERRAL_DAYS_LARGE_ONLINE = 14

interface Agreed {
  readonly concluded: Day
  /** The total amount of credit, in euros. */
  readonly amount: Money
}

/** What was agreed, with the facts that decide for its kind. `free`: without interest and any other charge. */
export type CreditAgreement =
  | (Agreed & { readonly kind: 'overdraft' })
  /** `renovation`: unsecured and meant to renovate a home, for which there is no ceiling. */
  | (Agreed & { readonly kind: 'loan'; readonly renovation: boolean })
  | (Agreed & { readonly kind: 'deferral_of_existing_debt'; readonly free: boolean })
  | (Agreed & {
      readonly kind: 'deferred_payment_by_supplier'
      readonly free: boolean
      /** Late payment costs no more than the limited charges that national law allows. */
      readonly onlyLimitedLateCharges: boolean
      /** Somebody else offers or buys the credit. */
      readonly thirdParty: boolean
      /** The supplier is a micro, small or medium-sized enterprise. */
      readonly sme: boolean
      /** Sold at a distance by electronic means. */
      readonly onlineDistance: boolean
      /** When all is to be paid, in days from the delivery. */
      readonly daysAfterDelivery: number
    })

/** `CCD1_TRANSITIONAL`: concluded before 20 November 2026 and under the old law for as long as it runs. */
export type Ccd2Scope = 'IN' | 'OUT' | 'CCD1_TRANSITIONAL'

/** In or out of scope, and why. @throws InvalidInput when a day does not exist or the amount is not in euros */
export function ccd2Scope(agreement: CreditAgreement): {
  readonly scope: Ccd2Scope
  readonly explanation: Explanation
} {
  const { amount, concluded, kind } = agreement
  refuse(
    existing('concluded', concluded),
    notNegative('amount', amount),
    amount.currency === 'EUR' ? null : { path: 'amount', reason: 'must be in EUR, the currency of the ceiling' },
    kind === 'deferred_payment_by_supplier' ? whole('daysAfterDelivery', agreement.daysAfterDelivery, 0, 36_500) : null,
  )
  const [scope, because] = decide(agreement)
  return {
    scope,
    explanation: {
      title: CCD2_SCOPE.title,
      ruleIds: [CCD2_SCOPE.id],
      inputs: { kind, amount: shown(amount), concluded },
      steps: [{ text: because, value: scope }],
      sources: [CCD2_SCOPE.source],
    },
  }
}

function decide(agreement: CreditAgreement): readonly [Ccd2Scope, Bilingual] {
  if (agreement.concluded < FIRST_DAY) return ['CCD1_TRANSITIONAL', TEXT.old]
  const renovation = agreement.kind === 'loan' && agreement.renovation
  if (agreement.amount.minor > CEILING.minor && !renovation) return ['OUT', TEXT.ceiling]
  if (agreement.kind === 'deferral_of_existing_debt') {
    return agreement.free ? ['OUT', TEXT.freeDeferral] : ['IN', TEXT.paidDeferral]
  }
  if (agreement.kind !== 'deferred_payment_by_supplier') return ['IN', TEXT.credit]
  const { thirdParty, free, onlyLimitedLateCharges, sme, onlineDistance, daysAfterDelivery } = agreement
  if (thirdParty) return ['IN', TEXT.thirdParty]
  if (!free || !onlyLimitedLateCharges) return ['IN', TEXT.charges]
  const days = !sme && onlineDistance ? MAX_DEFERRAL_DAYS_LARGE_ONLINE : MAX_DEFERRAL_DAYS
  return daysAfterDelivery > days ? ['IN', TEXT.tooLong] : ['OUT', TEXT.invoice]
}

const TEXT = {
  old: { de: 'Vor dem 20.11.2026 geschlossen: altes Recht', en: 'Concluded before 20 November 2026: the old law' },
  ceiling: { de: 'Über 100.000 EUR', en: 'Above 100,000 EUR' },
  freeDeferral: { de: 'Kostenlose Stundung einer Schuld', en: 'Free deferral of an existing debt' },
  paidDeferral: { de: 'Stundung gegen Entgelt', en: 'Deferral for a charge' },
  credit: { de: 'Kredit bis 100.000 EUR oder zur Renovierung', en: 'Credit up to 100,000 EUR, or for renovation' },
  thirdParty: { de: 'Ein Dritter gewährt oder kauft den Kredit', en: 'A third party offers or buys the credit' },
  charges: { de: 'Entgelte über begrenzte Verzugskosten hinaus', en: 'Charges beyond limited late charges' },
  tooLong: { de: 'Zahlungsziel zu lang', en: 'Payment is due too late' },
  invoice: { de: 'Zinsfreie Rechnung des Händlers mit kurzem Ziel', en: "The supplier's own free, short invoice" },
} as const satisfies Record<string, Bilingual>
