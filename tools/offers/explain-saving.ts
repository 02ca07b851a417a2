/**
 * Where a saving comes from: what doing nothing costs, what the offer costs, what leaving costs, and the difference.
 *
 * @module
 */
import type { Bilingual, Explanation, Step } from '../shared/explanation.ts'
import { type Money, subtract, toDecimalString } from '../shared/money.ts'

/** Id of the arithmetic: the costs of both alternatives over the same span, set against each other. */
export const SAVING_RULE_ID = 'math.saving.against-doing-nothing'

/** What the amounts are counted over. */
export const SPANS = {
  rest: { de: 'alle Zahlungen ab heute', en: 'all payments from today' },
  year: { de: 'in einem Jahr', en: 'in a year' },
  whole: { de: 'alles in allem', en: 'in all' },
} as const satisfies Record<string, Bilingual>

export interface SavingCase {
  /** What doing nothing costs; negative where the customer is paid (interest on savings). All in one currency. */
  readonly nothing: Money
  readonly offer: Money
  /** What leaving the present contract may cost at most, with its own reasoning. */
  readonly leaving?: { readonly cost: Money; readonly explanation: Explanation }
  readonly span: Bilingual
}

const NOTHING = { de: 'Nichts ändern', en: 'Changing nothing' }
const OFFER = { de: 'Das Angebot', en: 'The offer' }
const LEAVING = {
  de: 'Vorfälligkeitsentschädigung der jetzigen Bank, höchstens',
  en: 'Compensation the present bank may ask for early repayment, at most',
}
const SAVING = { de: 'Die Ersparnis ist der Unterschied', en: 'The saving is the difference' }
const EARNED = {
  nothing: { de: 'Zinsen für Sie, wenn sich nichts ändert', en: 'Interest paid to you if nothing changes' },
  offer: { de: 'Zinsen für Sie mit dem Angebot', en: 'Interest paid to you with the offer' },
} as const

/** The saving in steps that add up to the cent. */
export function explainSaving({ nothing, offer, leaving, span }: SavingCase): Explanation {
  const paid = leaving !== undefined && leaving.cost.minor > 0 ? leaving : null
  const difference = subtract(nothing, offer)
  const earned = nothing.minor <= 0 && offer.minor < 0
  const step = (text: Bilingual, amount: Money): Step => ({ text, value: shown(amount) })
  return {
    title: { de: 'Ersparnis gegenüber Nichtstun', en: 'Saving against doing nothing' },
    ruleIds: [SAVING_RULE_ID, ...(paid?.explanation.ruleIds ?? [])],
    inputs: { nothing: shown(nothing), offer: shown(offer), ...(paid === null ? {} : { leaving: shown(paid.cost) }) },
    steps: [
      earned ? step(over(EARNED.nothing, span), negated(nothing)) : step(over(NOTHING, span), nothing),
      earned ? step(over(EARNED.offer, span), negated(offer)) : step(over(OFFER, span), offer),
      ...(paid === null ? [] : [step(LEAVING, paid.cost)]),
      step(SAVING, paid === null ? difference : subtract(difference, paid.cost)),
    ],
    sources: paid?.explanation.sources ?? [],
  }
}

function over(words: Bilingual, span: Bilingual): Bilingual {
  return { de: `${words.de} (${span.de})`, en: `${words.en} (${span.en})` }
}

function negated(amount: Money): Money {
  return subtract(subtract(amount, amount), amount)
}

function shown(amount: Money): string {
  return `${toDecimalString(amount)} ${amount.currency}`
}
