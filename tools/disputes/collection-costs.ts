/**
 * The most that a collection agency's work may cost the customer.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Day } from '../shared/calendar.ts'
import { InvalidInput, ParleyError } from '../shared/errors.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { add, fromDecimal, type Money, money, toDecimal, toDecimalString, zero } from '../shared/money.ts'
import { RVG_MINIMUM_FEE, RVG_RULE, rvgFee, rvgUncontestedFee } from './rvg-table.ts'

export const COLLECTION_COSTS_RULE: Rule = {
  id: 'de.rdg.13e',
  title: { de: 'Obergrenze der Inkassokosten', en: 'Cap on collection costs' },
  source: '§ 13e (1) RDG; §§ 13, 31b RVG; VV RVG 1000, 2300 note 2, 7002, 7008',
  validFrom: '2021-10-01',
  validTo: null,
}

/** `simple`: paid within two weeks of the first demand, as a rule; `complex`: exceptionally extensive or difficult. */
export type CollectionCase = 'simple' | 'normal' | 'complex'

/** Factors of the full fee; a contested claim takes the highest as its threshold. */
export const COLLECTION_RATES = { simple: '0.5', normal: '0.9', max: '1.3' } as const

/** A payment agreement (VV 1000 no. 2): factor on the full fee of this share of the claim (§ 31b RVG). */
export const PAYMENT_AGREEMENT = { rate: '0.7', valuePercent: 50 } as const

/** Flat expenses (VV 7002): percent of the fees, and the most in euros. */
export const EXPENSES = { percent: 20, max: '20.00' } as const

/** Value-added tax in percent (VV 7008), only where the creditor cannot deduct it. */
const VAT_PERCENT = 19

export interface CollectionCostsInput {
  readonly claimValue: Money
  readonly mandateDate: Day
  readonly claim: 'contested' | 'uncontested'
  readonly caseType: CollectionCase
  readonly vat: 'creditor-deducts' | 'creditor-cannot-deduct'
  /** `announced`: agreed, and its costs were told in text form before (§ 13a (3) RDG). */
  readonly paymentAgreement: 'none' | 'announced'
}

export interface CollectionCosts {
  readonly baseFee: Money
  readonly rate: string
  readonly businessFee: Money
  readonly settlementFee: Money
  readonly expenses: Money
  readonly vat: Money
  readonly maxRecoverable: Money
  readonly explanation: Explanation
}

/**
 * What a lawyer could have charged for the same: an agency may not cost more (§ 13e RDG).
 *
 * @throws ParleyError `RATE_UNKNOWN` for mandates before the cap came into force
 */
export function collectionCosts(input: CollectionCostsInput): CollectionCosts {
  const { claimValue, mandateDate, claim } = input
  if (claimValue.minor <= 0) throw new InvalidInput([{ path: 'claimValue', reason: 'must be more than nothing' }])
  if (mandateDate < (COLLECTION_COSTS_RULE.validFrom ?? '')) {
    throw new ParleyError(
      'RATE_UNKNOWN',
      `The cap on collection costs holds for mandates from ${COLLECTION_COSTS_RULE.validFrom}. Have a person look at this one.`,
      { facts: { rate: 'collection-costs', day: mandateDate } },
    )
  }
  const rate = rateOf(input)
  const baseFee = claim === 'contested' ? rvgFee(claimValue, mandateDate) : rvgUncontestedFee(claimValue, mandateDate)
  const businessFee = feeOf(baseFee, rate)
  const settlementFee = input.paymentAgreement === 'announced' ? settlement(claimValue, mandateDate) : zero('EUR')
  const fees = add(businessFee, settlementFee)
  const flat = fromDecimal(toDecimal(fees).times(EXPENSES.percent).dividedBy(100), 'EUR')
  const most = fromDecimal(new Decimal(EXPENSES.max), 'EUR')
  const expenses = flat.minor < most.minor ? flat : most
  const net = add(fees, expenses)
  const taxed = input.vat === 'creditor-cannot-deduct'
  const vat = taxed ? fromDecimal(toDecimal(net).times(VAT_PERCENT).dividedBy(100), 'EUR') : zero('EUR')
  const parts = { baseFee, rate, businessFee, settlementFee, expenses, vat, maxRecoverable: add(net, vat) }
  return { ...parts, explanation: explain(input, parts) }
}

/** Note 2 to VV 2300 speaks of uncontested claims only, so a contested one goes by the ordinary threshold. */
function rateOf({ claim, caseType }: CollectionCostsInput): string {
  return claim === 'contested' || caseType === 'complex' ? COLLECTION_RATES.max : COLLECTION_RATES[caseType]
}

function feeOf(full: Money, rate: string): Money {
  const fee = fromDecimal(toDecimal(full).times(rate), 'EUR')
  const least = fromDecimal(new Decimal(RVG_MINIMUM_FEE), 'EUR')
  return fee.minor < least.minor ? least : fee
}

/** The small-claim fee of § 13 (2) RVG is for the business fee alone, so this one takes the ordinary table. */
function settlement(claimValue: Money, mandateDate: Day): Money {
  const half = fromDecimal(toDecimal(claimValue).times(PAYMENT_AGREEMENT.valuePercent).dividedBy(100), 'EUR')
  return feeOf(rvgFee(half, mandateDate), PAYMENT_AGREEMENT.rate)
}

function explain(input: CollectionCostsInput, parts: Omit<CollectionCosts, 'explanation'>): Explanation {
  const euros = (amount: Money) => `${toDecimalString(amount)} EUR`
  return {
    title: { de: 'Höchstens erstattungsfähige Inkassokosten', en: 'Collection costs recoverable at most' },
    ruleIds: [COLLECTION_COSTS_RULE.id, RVG_RULE.id],
    inputs: {
      claimValue: euros(input.claimValue),
      mandateDate: input.mandateDate,
      claim: input.claim,
      caseType: input.caseType,
      vat: input.vat,
      paymentAgreement: input.paymentAgreement,
    },
    steps: [
      { text: { de: 'Volle Gebühr nach Tabelle', en: 'Full fee from the table' }, value: euros(parts.baseFee) },
      {
        text: { de: `Geschäftsgebühr, Faktor ${parts.rate}`, en: `Business fee, factor ${parts.rate}` },
        value: euros(parts.businessFee),
      },
      {
        text: { de: 'Gebühr für eine Zahlungsvereinbarung', en: 'Fee for a payment agreement' },
        value: euros(parts.settlementFee),
      },
      {
        text: { de: 'Auslagen: 20 %, höchstens 20 EUR', en: 'Expenses: 20 %, at most 20 EUR' },
        value: euros(parts.expenses),
      },
      {
        text: { de: 'Umsatzsteuer, nur ohne Vorsteuerabzug', en: 'VAT, only if not deductible' },
        value: euros(parts.vat),
      },
      { text: { de: 'Höchstens', en: 'At most' }, value: euros(money(parts.maxRecoverable.minor, 'EUR')) },
    ],
    sources: [COLLECTION_COSTS_RULE.source, RVG_RULE.source],
  }
}
