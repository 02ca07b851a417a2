/**
 * What a payment on one debt pays off first: the order of costs, interest and principal.
 *
 * @module
 */
import type { Bilingual, Explanation, Rule } from '../shared/explanation.ts'
import { type Money, money } from '../shared/money.ts'
import { likewise, notNegative, refuse, shown } from './ranges.ts'

/** `consumer_loan`: a borrower in default on a consumer loan; `ordinary`: every other debt. */
export type DebtClass = 'ordinary' | 'consumer_loan'

type Part = 'costs' | 'interest' | 'principal'

export const ALLOCATION_RULES: Readonly<Record<DebtClass, Rule>> = {
  ordinary: {
    id: 'de.bgb.367',
    title: { de: 'Anrechnung: Kosten, Zinsen, Hauptforderung', en: 'Allocation: costs, interest, principal' },
    source: '§ 367 Abs. 1 BGB',
    validFrom: '1900-01-01',
    validTo: null,
  },
  consumer_loan: {
    id: 'de.bgb.497-3',
    title: { de: 'Anrechnung: Kosten, Hauptforderung, Zinsen', en: 'Allocation: costs, principal, interest' },
    source: '§ 497 Abs. 3 S. 1 BGB',
    validFrom: '2002-01-01',
    validTo: null,
  },
}

const ORDER: Readonly<Record<DebtClass, readonly Part[]>> = {
  ordinary: ['costs', 'interest', 'principal'],
  consumer_loan: ['costs', 'principal', 'interest'],
}

const NAMES: Readonly<Record<Part, Bilingual>> = {
  costs: { de: 'Kosten', en: 'Costs' },
  interest: { de: 'Zinsen', en: 'Interest' },
  principal: { de: 'Hauptforderung', en: 'Principal' },
}

/** The open parts of a debt; of a consumer loan `costs` are those of legal enforcement alone. */
export interface OpenParts {
  readonly costs: Money
  readonly interest: Money
  readonly principal: Money
}

/** What went to each part, and what the payment exceeds the debt by. */
export interface Allocation extends OpenParts {
  readonly excess: Money
  /** An ordinary creditor may refuse a payment designated otherwise; a lender may not refuse a part payment. */
  readonly mayRefuseOtherDesignation: boolean
  readonly explanation: Explanation
}

/** Allocates a payment by law. @throws InvalidInput when an amount is negative or currencies mix */
export function allocate({
  payment,
  open,
  debtClass,
}: {
  readonly payment: Money
  readonly open: OpenParts
  readonly debtClass: DebtClass
}): Allocation {
  refuse(
    notNegative('payment', payment),
    ...ORDER.ordinary.flatMap((part) => [
      notNegative(`open.${part}`, open[part]),
      likewise(`open.${part}`, open[part], payment),
    ]),
  )
  const rule = ALLOCATION_RULES[debtClass]
  const { currency } = payment
  const paid: Record<Part, Money> = {
    costs: money(0, currency),
    interest: money(0, currency),
    principal: money(0, currency),
  }
  let left = payment.minor
  for (const part of ORDER[debtClass]) {
    const taken = Math.min(left, open[part].minor)
    paid[part] = money(taken, currency)
    left -= taken
  }
  return {
    ...paid,
    excess: money(left, currency),
    mayRefuseOtherDesignation: debtClass === 'ordinary',
    explanation: {
      title: rule.title,
      ruleIds: [rule.id],
      inputs: { payment: shown(payment), debtClass },
      steps: ORDER[debtClass].map((part) => ({ text: NAMES[part], value: shown(paid[part]) })),
      sources: [rule.source],
    },
  }
}
