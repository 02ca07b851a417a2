/**
 * Customers for measuring: the demo's own, many times over, so that clients do not meet in one customer's rows.
 *
 * @module
 */
import type { Day } from '../../../tools/shared/calendar.ts'
import { systemClock, today } from '../../../tools/shared/clock.ts'
import { demoCustomers } from '../../demo/demo-customers.ts'

/** How many clients speak at once. */
export const CLIENTS = 8

export interface BenchCustomer {
  readonly customer: { readonly id: string }
}

/** One customer per client, in the import format, as of `day`. */
export function benchCustomers(day: Day = today(systemClock)): readonly BenchCustomer[] {
  const [klara] = demoCustomers(day)
  return Array.from({ length: CLIENTS }, (_, n) => {
    const text = JSON.stringify(klara).replaceAll('-klara', `-bench-${n}`)
    return JSON.parse(text) as BenchCustomer
  })
}
