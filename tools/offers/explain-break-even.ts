/**
 * Why switching pays from a month on: what is paid and still owed by then, on either way.
 *
 * @module
 */
import { InvalidInput } from '../shared/errors.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { type Money, toDecimalString } from '../shared/money.ts'
import type { LoanFigures } from './loan-figures.ts'
import { standing } from './loan-switch.ts'

export const BREAK_EVEN_RULE: Rule = {
  id: 'math.break-even-month',
  title: { de: 'Ab wann sich ein Wechsel lohnt', en: 'From when a switch pays off' },
  source: 'paid so far plus still owed, month by month; what is owed counts, so that a longer term is no saving',
  validFrom: null,
  validTo: null,
}

/** The reasoning behind `breakEvenMonth`. @throws InvalidInput for a month before the first */
export function explainBreakEven(
  stay: LoanFigures,
  offer: LoanFigures,
  compensation: Money,
  month: number,
): Explanation {
  if (month < 1) throw new InvalidInput([{ path: 'month', reason: 'must be 1 or later' }])
  const shown = (amount: Money) => `${toDecimalString(amount)} ${amount.currency}`
  const at = (n: number) => standing(stay, offer, compensation, n)
  const lines = [...(month > 1 ? [month - 1] : []), month].flatMap((n) => [
    {
      text: { de: `Monat ${n}, ohne Wechsel: gezahlt und noch offen`, en: `month ${n}, staying: paid and still owed` },
      value: shown(at(n).staying),
    },
    {
      text: {
        de: `Monat ${n}, mit Wechsel: gezahlt, Entgelte und noch offen`,
        en: `month ${n}, having switched: paid, fees and still owed`,
      },
      value: shown(at(n).switching),
    },
  ])
  return {
    title: BREAK_EVEN_RULE.title,
    ruleIds: [BREAK_EVEN_RULE.id],
    inputs: { stayTotal: shown(stay.total), offerTotal: shown(offer.total), compensation: shown(compensation) },
    steps: [
      ...lines,
      {
        text: { de: 'Erster Monat, in dem der Wechsel günstiger ist', en: 'First month in which switching is cheaper' },
        value: String(month),
      },
    ],
    sources: [BREAK_EVEN_RULE.source],
  }
}
