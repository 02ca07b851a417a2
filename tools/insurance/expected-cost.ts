/**
 * What an insurance costs in a year on average, how sure that is, and how bad it can get.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Fault, InvalidInput } from '../shared/errors.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, money, toDecimal, toDecimalString } from '../shared/money.ts'

export const EXPECTED_COST_RULE: Rule = {
  id: 'parley.insurance.expected-cost',
  title: { de: 'Erwartete Kosten', en: 'Expected cost' },
  source: 'Parley: annual premium + Σ p × (loss − payout); frequencies are assumptions, varied by half',
  validFrom: null,
  validTo: null,
}

/** How far the assumed frequencies are varied, in both directions. */
const SENSITIVITY = new Decimal('0.5')

/** A loss that may happen; `probability` a year is an assumption that the customer may change. */
export interface Risk {
  readonly loss: Money
  readonly probability: string
  readonly deductible: Money
  readonly limit: Money
  readonly cover: 'covered' | 'not'
}

export interface ExpectedCost {
  readonly expectedUncovered: Money
  readonly expectedTotal: Money
  /** The total with every frequency halved and raised by half. */
  readonly low: Money
  readonly high: Money
  /** The largest single loss that would stay with the customer: an average hides ruin. */
  readonly worstCase: Money
  /** The average cost of having no insurance at all. */
  readonly withoutInsurance: Money
  readonly explanation: Explanation
}

/** @throws InvalidInput for negative amounts, mixed currencies or a probability outside 0 to 1 */
export function expectedCost(annualPremium: Money, risks: readonly Risk[]): ExpectedCost {
  requireUsable(annualPremium, risks)
  const { currency } = annualPremium
  const average = (stake: (risk: Risk) => number, factor: Decimal) =>
    risks.reduce((sum, risk) => {
      const probability = Decimal.min(1, new Decimal(risk.probability).times(factor))
      return sum.plus(toDecimal(money(stake(risk), currency)).times(probability))
    }, new Decimal(0))
  const total = (factor: Decimal) => fromDecimal(toDecimal(annualPremium).plus(average(uncovered, factor)), currency)
  const one = new Decimal(1)
  const expectedUncovered = fromDecimal(average(uncovered, one), currency)
  const result = {
    expectedUncovered,
    expectedTotal: total(one),
    low: total(one.minus(SENSITIVITY)),
    high: total(one.plus(SENSITIVITY)),
    worstCase: money(Math.max(0, ...risks.map(uncovered)), currency),
    withoutInsurance: fromDecimal(
      average(({ loss }) => loss.minor, one),
      currency,
    ),
  }
  const text = (amount: Money) => `${toDecimalString(amount)} ${currency}`
  return {
    ...result,
    explanation: {
      title: { de: 'Erwartete Kosten im Jahr', en: 'Expected cost a year' },
      ruleIds: [EXPECTED_COST_RULE.id],
      inputs: {
        annualPremium: text(annualPremium),
        ...Object.fromEntries(
          risks.map((risk, index) => [
            `risks[${index}]`,
            `${text(risk.loss)}, p ${risk.probability}, ${risk.cover}, deductible ${text(risk.deductible)}, limit ${text(risk.limit)}`,
          ]),
        ),
      },
      steps: [
        { text: { de: 'Erwartet nicht gedeckt', en: 'Expected uncovered' }, value: text(expectedUncovered) },
        { text: { de: 'Mit Beitrag', en: 'With the premium' }, value: text(result.expectedTotal) },
        {
          text: {
            de: 'Bei halber und anderthalbfacher Häufigkeit',
            en: 'At half and at one and a half times the frequency',
          },
          value: `${text(result.low)} – ${text(result.high)}`,
        },
        { text: { de: 'Schlimmster ungedeckter Schaden', en: 'Worst uncovered loss' }, value: text(result.worstCase) },
        { text: { de: 'Ganz ohne Versicherung', en: 'Without insurance' }, value: text(result.withoutInsurance) },
      ],
      sources: [EXPECTED_COST_RULE.source],
    },
  }
}

/** Which of two is cheaper, or `too-close` when their difference is smaller than what the assumptions could move. */
export function cheaper(a: ExpectedCost, b: ExpectedCost): 'first' | 'second' | 'too-close' {
  const difference = a.expectedTotal.minor - b.expectedTotal.minor
  const band = Math.max(a.high.minor - a.low.minor, b.high.minor - b.low.minor)
  if (Math.abs(difference) <= band && band > 0) return 'too-close'
  return difference === 0 ? 'too-close' : difference < 0 ? 'first' : 'second'
}

/** What stays with the customer when the loss happens, in minor units. */
function uncovered({ loss, limit, deductible, cover }: Risk): number {
  const payout = cover === 'covered' ? Math.max(0, Math.min(loss.minor, limit.minor) - deductible.minor) : 0
  return loss.minor - payout
}

function requireUsable(premium: Money, risks: readonly Risk[]): void {
  const faults: Fault[] = []
  if (premium.minor < 0) faults.push({ path: 'annualPremium', reason: 'must not be negative' })
  risks.forEach((risk, index) => {
    for (const field of ['loss', 'deductible', 'limit'] as const) {
      const path = `risks[${index}].${field}`
      if (risk[field].minor < 0) faults.push({ path, reason: 'must not be negative' })
      if (risk[field].currency !== premium.currency) faults.push({ path, reason: `must be in ${premium.currency}` })
    }
    if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(risk.probability)) {
      faults.push({ path: `risks[${index}].probability`, reason: 'must be a decimal string from 0 to 1' })
    }
  })
  if (faults.length > 0) throw new InvalidInput(faults)
}
