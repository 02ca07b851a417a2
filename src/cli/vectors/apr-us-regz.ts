/**
 * Vectors of Regulation Z: dated advances and streams of payments in, the APR out.
 *
 * @module
 */
import { z } from 'zod'
import { roundRate } from '../../../tools/credit/apr-result.ts'
import { aprUs } from '../../../tools/credit/apr-us.ts'
import type { Dated } from '../../../tools/credit/dated.ts'
import { type UnitPeriod, unitPeriods, unitPeriodsPerYear } from '../../../tools/credit/unit-period.ts'
import { addDays, addMonths, type Day } from '../../../tools/shared/calendar.ts'
import { caseAdapter } from './adapter.ts'
import { day, euros } from './fields.ts'

const SEMIMONTH = 'semimonth (1st,16th)'
const EVERY = ['1 month', '1 week', '2 months', '2 weeks', '3 months', '4 weeks', SEMIMONTH] as const
type Every = (typeof EVERY)[number]

const stream = z
  .strictObject({
    amount: euros,
    count: z.int().positive().optional(),
    dates: z.array(day).min(1).optional(),
    firstDate: day.optional(),
    every: z.enum(EVERY).optional(),
  })
  .transform(({ amount, count = 1, dates, firstDate, every }): Dated[] => {
    if (dates !== undefined) return dates.map((date) => ({ date, amount }))
    if (firstDate === undefined || (count > 1 && every === undefined)) return []
    return Array.from({ length: count }, (_, k) => ({ date: dateAfter(firstDate, every ?? '1 month', k), amount }))
  })
  .refine((payments) => payments.length > 0, 'a stream needs dates, or firstDate and every')

const place = z.strictObject({ date: day, t: z.number(), f: z.number() })

export const aprUsVectors = caseAdapter({
  inputs: z.strictObject({
    method: z.literal('US_ACTUARIAL'),
    unitPeriod: z.string(),
    unitPeriodsPerYear: z.number(),
    advances: z.array(z.strictObject({ date: day, amount: euros })).min(1),
    paymentStreams: z.array(stream).min(1),
    first: place.optional(),
    last: place.optional(),
  }),
  run({ unitPeriod: words, unitPeriodsPerYear: perYear, advances, paymentStreams, first, last }) {
    const unitPeriod = unitPeriodOf(words)
    requireClose(`unitPeriodsPerYear of ${words}`, unitPeriodsPerYear(unitPeriod), perYear)
    const start = advances.map(({ date }) => date).sort()[0] ?? ''
    for (const { date, t, f } of [first, last].filter((given) => given !== undefined)) {
      const counted = unitPeriods(start, date, unitPeriod)
      requireClose(`unit-periods to ${date}`, counted.t + counted.f, t + f)
    }
    const { exact } = aprUs({ advances, payments: paymentStreams.flat(), unitPeriod })
    return { aprPercentExact: exact, aprPercent2: exact === null ? null : roundRate(exact, 'US').toNumber() }
  },
})

const NAMED: Readonly<Record<string, UnitPeriod>> = {
  week: { kind: 'days', count: 7 },
  month: { kind: 'months', count: 1 },
  quarter: { kind: 'months', count: 3 },
  'semimonth (15 days)': { kind: 'semimonth' },
}

function unitPeriodOf(words: string): UnitPeriod {
  const named = NAMED[words]
  if (named !== undefined) return named
  const [, number, unit] = /^(\d+) (day|week|month|year)s?$/.exec(words) ?? []
  const count = Number(number)
  if (unit === 'day') return { kind: 'days', count }
  if (unit === 'week') return { kind: 'days', count: count * 7 }
  if (unit === 'month') return { kind: 'months', count }
  if (unit === 'year') return { kind: 'months', count: count * 12 }
  throw new Error(`the adapter does not know the unit-period "${words}"`)
}

function dateAfter(first: Day, every: Every, k: number): Day {
  if (every === SEMIMONTH) return semimonthsAfter(first, k)
  const step = Number.parseInt(every, 10)
  return every.includes('week') ? addDays(first, k * step * 7) : addMonths(first, k * step)
}

function semimonthsAfter(first: Day, k: number): Day {
  const late = first.endsWith('-16') ? 1 : 0
  const halves = k + late
  return addDays(addMonths(`${first.slice(0, 8)}01`, Math.floor(halves / 2)), (halves % 2) * 15)
}

function requireClose(what: string, counted: number, given: number): void {
  if (Math.abs(counted - given) > 1e-3) throw new Error(`${what}: counted ${counted}, the vector says ${given}`)
}
