/**
 * How fast the EU APR is solved.
 *
 * @module
 */
import { aprEu } from '../../../tools/credit/apr-eu.ts'
import type { Flow } from '../../../tools/credit/flows.ts'
import { loanSchedule } from '../../../tools/credit/schedule.ts'
import { money } from '../../../tools/shared/money.ts'
import { type Measure, shown } from './measure.ts'

const SOLVES = 10_000
const PAYMENTS = 240
/** Different loans, so that nothing can be learnt by heart. */
const LOANS = 100

export function measureApr(): readonly Measure[] {
  const loans = Array.from({ length: LOANS }, (_, n) => flowsOf(20_000_000 + n * 12_345, (2 + n * 0.08).toFixed(2)))
  for (const flows of loans) aprEu(flows) // warm
  const begun = performance.now()
  let solved = 0
  for (let n = 0; n < SOLVES; n += 1) {
    const apr = aprEu(loans[n % LOANS] ?? [])
    if (apr.status === 'ok') solved += 1
  }
  const seconds = (performance.now() - begun) / 1000
  if (solved !== SOLVES) throw new Error(`Only ${solved} of ${SOLVES} loans had an APR.`)
  const count = SOLVES.toLocaleString('en')
  return [shown(`APR solves a second (${count} of loans of ${PAYMENTS} payments)`, (SOLVES / seconds).toFixed(0))]
}

function flowsOf(cents: number, nominalRatePercent: string): readonly Flow[] {
  const principal = money(cents, 'EUR')
  const { rows } = loanSchedule({ principal, months: PAYMENTS, nominalRatePercent })
  const payments = rows.map(({ month, payment }): Flow => ({ dir: 'payment', amount: payment, t: month / 12 }))
  return [{ dir: 'advance', amount: principal, t: 0 }, ...payments]
}
