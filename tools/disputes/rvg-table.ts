/**
 * The value fees of § 13 RVG, by the day on which the mandate was given (§ 60 RVG).
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Day, plainDate } from '../shared/calendar.ts'
import { InvalidInput, ParleyError } from '../shared/errors.ts'
import type { Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, money, toDecimal } from '../shared/money.ts'

export const RVG_RULE: Rule = {
  id: 'de.rvg.13',
  title: { de: 'Wertgebühren der Anwaltsvergütung', en: 'Lawyers’ fees by value' },
  source: '§ 13 and annex 2, § 60 RVG (BGBl. 2025 I Nr. 109)',
  validFrom: '2021-01-01',
  validTo: null,
}

/** For values up to `upTo` (null: all above), each started `per` more adds `fee`; in euros. */
export interface RvgStep {
  readonly upTo: string | null
  readonly per: string
  readonly fee: string
}

export interface RvgVersion {
  readonly validFrom: Day
  /** § 13 (2) RVG: the business fee of an uncontested collection of up to 50 euros. */
  readonly smallUncontested: { readonly validFrom: Day; readonly fee: string }
  readonly first500: string
  readonly steps: readonly RvgStep[]
}

/** § 13 (3) RVG: no fee is lower. */
export const RVG_MINIMUM_FEE = '15.00'

export const RVG_VERSIONS: readonly RvgVersion[] = [
  {
    validFrom: '2021-01-01',
    smallUncontested: { validFrom: '2021-10-01', fee: '30.00' },
    first500: '49.00',
    steps: [
      { upTo: '2000', per: '500', fee: '39' },
      { upTo: '10000', per: '1000', fee: '56' },
      { upTo: '25000', per: '3000', fee: '52' },
      { upTo: '50000', per: '5000', fee: '81' },
      { upTo: '200000', per: '15000', fee: '94' },
      { upTo: '500000', per: '30000', fee: '132' },
      { upTo: null, per: '50000', fee: '165' },
    ],
  },
  {
    validFrom: '2025-06-01',
    smallUncontested: { validFrom: '2025-06-01', fee: '31.50' },
    first500: '51.50',
    steps: [
      { upTo: '2000', per: '500', fee: '41.50' },
      { upTo: '10000', per: '1000', fee: '59.50' },
      { upTo: '25000', per: '3000', fee: '55.00' },
      { upTo: '50000', per: '5000', fee: '86.00' },
      { upTo: '200000', per: '15000', fee: '99.50' },
      { upTo: '500000', per: '30000', fee: '140.00' },
      { upTo: null, per: '50000', fee: '175.00' },
    ],
  },
]

/** The table that holds for a mandate of this day. @throws ParleyError `RATE_UNKNOWN` before the oldest table */
export function rvgVersion(mandateDate: Day): RvgVersion {
  plainDate(mandateDate, 'mandateDate')
  const version = RVG_VERSIONS.findLast(({ validFrom }) => validFrom <= mandateDate)
  if (version === undefined) {
    throw new ParleyError(
      'RATE_UNKNOWN',
      `The fee table for mandates of ${mandateDate} is not known here. Have a person look at the older table.`,
      { facts: { rate: 'rvg', day: mandateDate, knownFrom: RVG_RULE.validFrom } },
    )
  }
  return version
}

/** One full fee (1.0) for a claim of this value. @throws InvalidInput for a negative value or one not in euros */
export function rvgFee(value: Money, mandateDate: Day): Money {
  if (value.currency !== 'EUR') throw new InvalidInput([{ path: 'value', reason: 'must be in EUR' }])
  if (value.minor < 0) throw new InvalidInput([{ path: 'value', reason: 'must not be negative' }])
  const version = rvgVersion(mandateDate)
  const worth = toDecimal(value)
  let fee = new Decimal(version.first500)
  let floor = new Decimal(500)
  for (const { upTo, per, fee: more } of version.steps) {
    if (worth.lessThanOrEqualTo(floor)) break
    const top = upTo === null ? worth : Decimal.min(worth, upTo)
    fee = fee.plus(top.minus(floor).dividedBy(per).ceil().times(more))
    floor = new Decimal(upTo ?? worth)
  }
  return fromDecimal(fee, 'EUR')
}

/** The full fee for the business fee of an uncontested collection: lower up to 50 euros (§ 13 (2) RVG). */
export function rvgUncontestedFee(value: Money, mandateDate: Day): Money {
  const regular = rvgFee(value, mandateDate)
  const { smallUncontested } = rvgVersion(mandateDate)
  const small = value.minor <= money(50_00, 'EUR').minor && smallUncontested.validFrom <= mandateDate
  return small ? fromDecimal(new Decimal(smallUncontested.fee), 'EUR') : regular
}
