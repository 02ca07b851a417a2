/**
 * What falls due when, over all debts.
 *
 * @module
 */
import { type Day, plainDate } from '../shared/calendar.ts'
import { InvalidInput } from '../shared/errors.ts'
import { type Money, money, parseMoney } from '../shared/money.ts'
import type { Debt } from './debt.ts'

export interface DueItem {
  readonly debtId: string
  readonly creditor: string
  /** The day on which the amount is to be paid; for what is overdue, the day on which it was. */
  readonly due: Day
  readonly amount: Money
  readonly kind: 'overdue' | 'instalment' | 'whole'
  /** As of when, and by which record. */
  readonly asOf: Day
  readonly source: string
}

export interface DuePlan {
  /** By day, then by debt; overdue first. */
  readonly items: readonly DueItem[]
  /** Payments on their way that no creditor has confirmed; they are not taken off. */
  readonly pending: readonly { readonly debtId: string; readonly date: Day; readonly amount: Money }[]
}

/**
 * Everything due until a day, with what is overdue today. What a creditor says is open but no coming instalment covers
 * is due on the debt's own date. Nothing is said about debts at zero.
 *
 * @throws InvalidInput when `until` lies before today
 */
export function fallsDue(debts: readonly Debt[], today: Day, until: Day): DuePlan {
  plainDate(today, 'today')
  plainDate(until, 'until')
  if (until < today) throw new InvalidInput([{ path: 'until', reason: 'must not lie before today' }])
  return {
    items: debts
      .flatMap((debt) => dueOf(debt, today))
      .filter(({ due }) => due <= until)
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.debtId < b.debtId ? -1 : 1)),
    pending: debts.flatMap(({ id, currency, payments }) =>
      payments
        .filter(({ status }) => status === 'pending')
        .map(({ date, amount }) => ({ debtId: id, date, amount: parseMoney(amount, currency, 'payments') })),
    ),
  }
}

function dueOf(debt: Debt, today: Day): DueItem[] {
  const { id: debtId, creditor, currency, asOf, source } = debt
  const item = (due: Day, minor: number, kind: DueItem['kind']): DueItem => ({
    debtId,
    creditor: creditor.name,
    due,
    amount: money(minor, currency),
    kind: due < today ? 'overdue' : kind,
    asOf,
    source,
  })
  // Instalments are paid in their order, so what is open is the last of them.
  let open = parseMoney(debt.open, currency, 'open').minor
  const items: DueItem[] = []
  for (const { due, amount } of debt.instalments.toSorted((a, b) => (a.due < b.due ? 1 : -1))) {
    const minor = Math.min(open, parseMoney(amount, currency, 'instalments').minor)
    if (minor > 0) items.push(item(due, minor, 'instalment'))
    open -= minor
  }
  if (open > 0) items.push(item(debt.dueDate, open, 'whole'))
  return items
}
