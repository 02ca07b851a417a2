/**
 * How what is open at a creditor adds up, where the record holds the parts.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Debt } from '../debts/debt.ts'
import type { Explanation, Step } from '../shared/explanation.ts'

/** Id of the arithmetic: the claim and its fees less what was paid and posted. */
export const OPEN_RULE_ID = 'math.debt.open'

/** The sum in steps; null where the record's parts do not add up to what it states: then only the statement is known. */
export function explainOpen({ principal, open, fees, payments, currency }: Debt): Explanation | null {
  const posted = payments.filter(({ status }) => status === 'posted').map(({ amount }) => amount)
  const added = new Decimal(principal).plus(sum(fees.map(({ amount }) => amount)))
  if (!added.minus(sum(posted)).equals(open)) return null
  const step = (de: string, en: string, amount: Decimal | string): Step => {
    return { text: { de, en }, value: `${new Decimal(amount).toFixed(2)} ${currency}` }
  }
  return {
    title: { de: 'Was offen ist', en: 'What is open' },
    ruleIds: [OPEN_RULE_ID],
    inputs: { principal, fees: sum(fees.map(({ amount }) => amount)).toFixed(2), paid: sum(posted).toFixed(2) },
    steps: [
      step('Forderung ohne Gebühren', 'The claim without fees', principal),
      ...fees.map(({ amount }) => step('dazu eine Gebühr des Gläubigers', 'plus a fee of the creditor', amount)),
      ...posted.map((amount) => step('abzüglich einer gebuchten Zahlung', 'less a payment that was posted', amount)),
      step('Offen', 'Open', open),
    ],
    sources: [],
  }
}

function sum(amounts: readonly string[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0))
}
