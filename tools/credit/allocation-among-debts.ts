/**
 * Which of several debts to one creditor a payment is for (§ 366 BGB).
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Rule } from '../shared/explanation.ts'
import { type Money, money } from '../shared/money.ts'
import { existing, likewise, notNegative, refuse } from './ranges.ts'

export const AMONG_DEBTS: Rule = {
  id: 'de.bgb.366',
  title: { de: 'Anrechnung auf mehrere Forderungen', en: 'Allocation among several debts' },
  source: '§ 366 BGB',
  validFrom: '1900-01-01',
  validTo: null,
}

/** One of several debts to the same creditor. */
export interface OpenDebt {
  readonly id: string
  readonly open: Money
  readonly due: Day
  /** How well the creditor is secured: of debts that are due, the least secured comes first. */
  readonly security: 'none' | 'partly' | 'full'
  /** Among equally secured debts the more burdensome comes first: the yearly rate it bears, in percent. */
  readonly ratePercent: number
}

const SECURITY = { none: 0, partly: 1, full: 2 } as const

/**
 * What each debt receives: the debtor's designation wins; without one, due before not due, then the less secured, the
 * more burdensome, the older; equally old debts share in proportion. What is left of the payment stays unallocated.
 *
 * @param designated the id of the debt the debtor named when paying, null without
 * @throws InvalidInput for a designation that names no debt, negative amounts or mixed currencies
 */
export function allocateAmongDebts({
  payment,
  debts,
  today,
  designated,
}: {
  readonly payment: Money
  readonly debts: readonly OpenDebt[]
  readonly today: Day
  readonly designated: string | null
}): { readonly paid: ReadonlyMap<string, Money>; readonly excess: Money } {
  requireDebts(payment, debts, designated)
  const rank = (debt: OpenDebt): readonly (number | string)[] => [
    debt.id === designated ? 0 : 1,
    debt.due <= today ? 0 : 1,
    SECURITY[debt.security],
    -debt.ratePercent,
    debt.due,
  ]
  const groups = Map.groupBy(
    debts.toSorted((a, b) => compareRanks(rank(a), rank(b))),
    (debt) => JSON.stringify(rank(debt)),
  )
  const paid = new Map<string, Money>()
  let left = payment.minor
  for (const group of groups.values()) {
    for (const [id, minor] of share(left, group)) {
      paid.set(id, money(minor, payment.currency))
      left -= minor
    }
  }
  return { paid, excess: money(left, payment.currency) }
}

/** Divides an amount in proportion to what is open, whole cents each; cents left over go to the first debts. */
function share(amount: number, debts: readonly OpenDebt[]): readonly (readonly [string, number])[] {
  const total = debts.reduce((sum, { open }) => sum + open.minor, 0)
  if (amount >= total) return debts.map(({ id, open }) => [id, open.minor])
  const parts = debts.map(({ id, open }) => ({
    id,
    open: open.minor,
    minor: Number((BigInt(amount) * BigInt(open.minor)) / BigInt(total)),
  }))
  let rest = amount - parts.reduce((sum, { minor }) => sum + minor, 0)
  return parts.map(({ id, open, minor }) => {
    const cent = rest > 0 && minor < open ? 1 : 0
    rest -= cent
    return [id, minor + cent]
  })
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? value
    if (value !== other) return value < other ? -1 : 1
  }
  return 0
}

function requireDebts(payment: Money, debts: readonly OpenDebt[], designated: string | null): void {
  refuse(
    notNegative('payment', payment),
    ...debts.flatMap(({ open, due }, index) => [
      notNegative(`debts[${index}].open`, open),
      likewise(`debts[${index}].open`, open, payment),
      existing(`debts[${index}].due`, due),
    ]),
  )
  if (new Set(debts.map(({ id }) => id)).size !== debts.length) {
    throw new InvalidInput([{ path: 'debts', reason: 'each id must occur once' }])
  }
  if (designated !== null && !debts.some(({ id }) => id === designated)) {
    throw new InvalidInput([{ path: 'designated', reason: 'must be the id of one of the debts' }])
  }
}
