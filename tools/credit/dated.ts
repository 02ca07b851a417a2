/**
 * Amounts on days, as Regulation Z's equation takes them.
 *
 * @module
 */
import type { Day } from '../shared/calendar.ts'
import type { Money } from '../shared/money.ts'
import { existing, positive, refuse } from './ranges.ts'

/** An amount on a day. */
export interface Dated {
  readonly date: Day
  readonly amount: Money
}

/** The day of the first advance. @throws InvalidInput when flows are missing, not positive, of mixed currencies or before it */
export function requireDated(advances: readonly Dated[], payments: readonly Dated[]): Day {
  refuse(
    advances.length > 0 ? null : { path: 'advances', reason: 'must hold the credit that is advanced' },
    payments.length > 0 ? null : { path: 'payments', reason: 'must hold the payments' },
  )
  const all = [
    ...advances.map((flow, index) => ({ flow, path: `advances[${index}]` })),
    ...payments.map((flow, index) => ({ flow, path: `payments[${index}]` })),
  ]
  refuse(
    ...all.flatMap(({ flow, path }) => [existing(`${path}.date`, flow.date), positive(`${path}.amount`, flow.amount)]),
  )
  const start = advances.map(({ date }) => date).sort()[0] ?? ''
  const currency = advances[0]?.amount.currency
  refuse(
    ...all.flatMap(({ flow, path }) => [
      flow.date >= start ? null : { path: `${path}.date`, reason: 'must not be before the first advance' },
      flow.amount.currency === currency ? null : { path: `${path}.amount`, reason: `must be in ${currency}` },
    ]),
  )
  return start
}
