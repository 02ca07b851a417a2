/**
 * What an insurer pays for a loss: under-insurance, cap and deductible.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Fault, InvalidInput } from '../shared/errors.ts'
import type { Explanation, Rule, Step } from '../shared/explanation.ts'
import { fromDecimal, type Money, toDecimal, toDecimalString } from '../shared/money.ts'

export const PAYOUT_RULE: Rule = {
  id: 'de.vvg.75',
  title: { de: 'Unterversicherung', en: 'Under-insurance' },
  source: '§ 75 VVG; the contract’s waiver and deductible',
  validFrom: '2008-01-01',
  validTo: null,
}

export interface PayoutInput {
  readonly loss: Money
  readonly sumInsured: Money
  readonly insuredValue: Money
  readonly deductible: Money
  readonly waiver: 'waived' | 'not-waived'
  /** When the contract takes the deductible off; after the proportional reduction is the usual wording. */
  readonly deductibleOrder?: 'after-reduction' | 'before-reduction'
}

/**
 * Without a waiver a loss is paid in the proportion of sum to value (§ 75 VVG), never more than the sum insured. The law
 * asks for a sum "considerably" lower than the value; any lower sum is taken as such here, which is the careful side.
 *
 * @throws InvalidInput for negative amounts, mixed currencies, or a value of nothing
 */
export function payout(input: PayoutInput): { readonly payout: Money; readonly explanation: Explanation } {
  requireUsable(input)
  const { currency } = input.loss
  const [loss, sum, value, deductible] = [input.loss, input.sumInsured, input.insuredValue, input.deductible].map(
    toDecimal,
  ) as [Decimal, Decimal, Decimal, Decimal]
  const before = input.deductibleOrder === 'before-reduction'
  const counted = before ? Decimal.max(0, loss.minus(deductible)) : loss
  const share = input.waiver === 'not-waived' && sum.lessThan(value) ? sum.dividedBy(value) : new Decimal(1)
  const capped = Decimal.min(counted.times(share), sum)
  const paid = fromDecimal(before ? capped : Decimal.max(0, capped.minus(deductible)), currency)
  const steps: Step[] = [
    { text: { de: `Anteil Summe zu Wert: ${share.toFixed(4)}`, en: `Share of sum to value: ${share.toFixed(4)}` } },
    {
      text: { de: 'Entschädigung, höchstens die Versicherungssumme', en: 'Indemnity, at most the sum insured' },
      value: `${capped.toFixed(2)} ${currency}`,
    },
    {
      text: { de: 'Nach Selbstbeteiligung', en: 'After the deductible' },
      value: `${toDecimalString(paid)} ${currency}`,
    },
  ]
  const text = (amount: Money) => `${toDecimalString(amount)} ${currency}`
  return {
    payout: paid,
    explanation: {
      title: { de: 'Entschädigung', en: 'Payout' },
      ruleIds: [PAYOUT_RULE.id],
      inputs: {
        loss: text(input.loss),
        sumInsured: text(input.sumInsured),
        insuredValue: text(input.insuredValue),
        deductible: text(input.deductible),
        waiver: input.waiver,
      },
      steps,
      sources: [PAYOUT_RULE.source],
    },
  }
}

/**
 * Whether a sum insured meets the condition of a waiver of under-insurance: rate × living area.
 *
 * @param ratePerM2 the contract's own rate; 650 and 700 euros are common, none is law
 */
export function waiverCondition(input: {
  readonly livingAreaM2: string
  readonly sumInsured: Money
  readonly ratePerM2: Money
}): {
  readonly met: boolean
  readonly requiredSum: Money
} {
  if (!/^\d{1,5}(\.\d+)?$/.test(input.livingAreaM2)) {
    throw new InvalidInput([{ path: 'livingAreaM2', reason: 'must be square metres such as "82.5"' }])
  }
  const requiredSum = fromDecimal(toDecimal(input.ratePerM2).times(input.livingAreaM2), input.sumInsured.currency)
  return { met: input.sumInsured.minor >= requiredSum.minor, requiredSum }
}

function requireUsable(input: PayoutInput): void {
  const faults: Fault[] = []
  for (const path of ['loss', 'sumInsured', 'insuredValue', 'deductible'] as const) {
    if (input[path].minor < 0) faults.push({ path, reason: 'must not be negative' })
    if (input[path].currency !== input.loss.currency) faults.push({ path, reason: `must be in ${input.loss.currency}` })
  }
  if (input.insuredValue.minor === 0) faults.push({ path: 'insuredValue', reason: 'must be more than nothing' })
  if (faults.length > 0) throw new InvalidInput(faults)
}
