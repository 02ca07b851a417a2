/**
 * The most a lender may ask when a consumer loan is repaid early (Vorfälligkeitsentschädigung).
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Day } from '../shared/calendar.ts'
import type { Bilingual, Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, money, toDecimal } from '../shared/money.ts'
import { existing, likewise, MAX_MONTHS, notNegative, positive, refuse, shown, whole } from './ranges.ts'
import { ruleAt } from './rule-at.ts'

const TITLE: Bilingual = {
  de: 'Höchstbetrag der Vorfälligkeitsentschädigung',
  en: 'Cap on the compensation for early repayment',
}

/** The cap is the same before and after the directive of 2023; the contract's day decides which wording is cited. */
export const EARLY_REPAYMENT_RULES: readonly Rule[] = [
  {
    id: 'de.bgb.502.2010',
    title: TITLE,
    source: '§§ 500-502, 504 Abs. 1 S. 2 BGB (contracts before 20 November 2026)',
    validFrom: '2010-06-11',
    validTo: '2026-11-19',
  },
  {
    id: 'de.bgb.502.2026',
    title: TITLE,
    source: '§§ 500-502, 504 BGB as of 20 November 2026; Art. 29 Dir. (EU) 2023/2225',
    validFrom: '2026-11-20',
    validTo: null,
  },
]

export interface EarlyRepayment {
  readonly repaidAmount: Money
  /** From the early payment to the agreed end; 12 or fewer are "not more than a year". */
  readonly remainingMonths: number
  /** The interest that would have accrued on the repaid amount until the agreed end. */
  readonly residualInterest: Money
  readonly rateType: 'fixed' | 'variable'
  /** The loan is paid from an insurance that the contract required. */
  readonly fromMandatoryInsurance: boolean
  /** The contract does not say enough of its term, its termination or how the compensation is computed. */
  readonly contractInfoInsufficient: boolean
  readonly overdraft: boolean
  /** Bought on instalments from a seller who sells on instalments alone (§ 507 (3) BGB). */
  readonly instalmentsOnlySeller?: boolean
  /** When the contract was concluded; without it the wording since 20 November 2026 is cited. */
  readonly concluded?: Day
}

export interface EarlyRepaymentCap {
  /** A cap, not a price: the lender must still show a fair and objectively justified loss. */
  readonly maxCompensation: Money
  /** Whether to ask the lender how it computed what it claims. */
  readonly askForCalculation: boolean
  readonly explanation: Explanation
}

/** The cap of § 502 BGB: 1 % (0.5 % in the last year) of the amount repaid, at most the interest still to come. */
export function earlyRepaymentCap(repayment: EarlyRepayment): EarlyRepaymentCap {
  const { repaidAmount, remainingMonths, residualInterest, concluded = '2026-11-20' } = repayment
  refuse(
    positive('repaidAmount', repaidAmount),
    whole('remainingMonths', remainingMonths, 0, MAX_MONTHS),
    notNegative('residualInterest', residualInterest),
    likewise('residualInterest', residualInterest, repaidAmount),
    existing('concluded', concluded),
  )
  const rule = ruleAt(EARLY_REPAYMENT_RULES, concluded, 'concluded')
  const excluded = exclusion(repayment)
  const percentage = new Decimal(remainingMonths > 12 ? '1' : '0.5')
  const byAmount = fromDecimal(toDecimal(repaidAmount).times(percentage).dividedBy(100), repaidAmount.currency)
  const byInterest = residualInterest.minor < byAmount.minor ? residualInterest : byAmount
  const maxCompensation = excluded === null ? byInterest : money(0, repaidAmount.currency)
  const limb = { text: percentText(percentage, remainingMonths), value: shown(byAmount) }
  const interest = {
    de: 'Höchstens die Zinsen bis zum vereinbarten Ende',
    en: 'At most the interest to the agreed end',
  }
  return {
    maxCompensation,
    askForCalculation: maxCompensation.minor > 0,
    explanation: {
      title: TITLE,
      ruleIds: [rule.id],
      inputs: {
        repaidAmount: shown(repaidAmount),
        remainingMonths: String(remainingMonths),
        residualInterest: shown(residualInterest),
        rateType: repayment.rateType,
      },
      steps:
        excluded === null
          ? [limb, { text: interest, value: shown(residualInterest) }, { text: CAP, value: shown(maxCompensation) }]
          : [{ text: excluded, value: shown(maxCompensation) }],
      sources: [rule.source],
    },
  }
}

const CAP: Bilingual = {
  de: 'Der kleinere Betrag ist die Grenze; den Schaden muss der Kreditgeber vorrechnen',
  en: 'The lower amount is the cap; the lender must show its loss',
}

function percentText(percentage: Decimal, months: number): Bilingual {
  return {
    de: `${percentage.toFixed().replace('.', ',')} % des vorzeitig gezahlten Betrags (noch ${months} Monate)`,
    en: `${percentage.toFixed()} % of the amount repaid early (${months} months to go)`,
  }
}

function exclusion(repayment: EarlyRepayment): Bilingual | null {
  if (repayment.overdraft) return nothing('bei Überziehung (§ 504 Abs. 1 BGB)', 'for an overdraft (§ 504 (1) BGB)')
  if (repayment.rateType === 'variable') return nothing('ohne festen Sollzins', 'without a fixed rate')
  if (repayment.fromMandatoryInsurance) {
    return nothing('bei Zahlung aus der verlangten Versicherung', 'when the required insurance pays')
  }
  if (repayment.contractInfoInsufficient) {
    return nothing('bei unzureichenden Vertragsangaben', 'when the contract says too little')
  }
  if (repayment.instalmentsOnlySeller === true) {
    return nothing('bei reinem Teilzahlungsverkauf (§ 507 Abs. 3 BGB)', 'for sellers on instalments alone (§ 507 (3))')
  }
  return null
}

function nothing(de: string, en: string): Bilingual {
  return { de: `Keine Entschädigung ${de}`, en: `No compensation ${en}` }
}
