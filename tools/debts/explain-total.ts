/**
 * How amounts of several records add up: what is open at all creditors, and payments that are on their way.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Bilingual, Explanation, Rule } from '../shared/explanation.ts'
import type { Debt } from './debt.ts'

export const SUM_RULE: Rule = {
  id: 'math.debts.sum',
  title: { de: 'Summe über Unterlagen einer Währung', en: 'Sum over records of one currency' },
  source: 'plain addition; records as last stated by each creditor',
  validFrom: null,
  validTo: null,
}

/** What is open in all, creditor by creditor. All debts in one currency. */
export function explainTotal(open: readonly Debt[]): Explanation {
  const parts = open.map((debt) => ({
    text: {
      de: `offen bei ${debt.creditor.name}, Stand ${debt.asOf}`,
      en: `open at ${debt.creditor.name}, as of ${debt.asOf}`,
    },
    amount: debt.open,
  }))
  const title = { de: 'Insgesamt offen', en: 'Open in total' }
  return summed(title, parts, open[0]?.currency ?? '', [...new Set(open.map(({ source }) => source))])
}

/** What was paid to one creditor and is not posted yet. */
export function explainPending({ creditor, payments, currency, source }: Debt): Explanation {
  const parts = payments
    .filter(({ status }) => status === 'pending')
    .map(({ date, amount }) => ({ text: { de: `gezahlt am ${date}`, en: `paid on ${date}` }, amount }))
  const title = { de: `Noch nicht gebucht, ${creditor.name}`, en: `Not yet posted, ${creditor.name}` }
  return summed(title, parts, currency, [source])
}

function summed(
  title: Bilingual,
  parts: readonly { readonly text: Bilingual; readonly amount: string }[],
  currency: string,
  sources: readonly string[],
): Explanation {
  const total = parts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
  return {
    title,
    ruleIds: [SUM_RULE.id],
    inputs: { currency, records: String(parts.length) },
    steps: [
      ...parts.map(({ text, amount }) => ({ text, value: `${amount} ${currency}` })),
      { text: { de: 'Zusammen', en: 'Together' }, value: `${total.toFixed(2)} ${currency}` },
    ],
    sources: [...sources, SUM_RULE.source],
  }
}
