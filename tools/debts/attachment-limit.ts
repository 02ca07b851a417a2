/**
 * How much of an income creditors can attach (§ 850c ZPO).
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import type { Day } from '../shared/calendar.ts'
import { type Fault, InvalidInput } from '../shared/errors.ts'
import type { Explanation, Rule } from '../shared/explanation.ts'
import { fromDecimal, type Money, money, toDecimal, toDecimalString } from '../shared/money.ts'
import { attachmentAmounts, type PayPeriod } from './attachment-table.ts'

export const ATTACHMENT_RULE: Rule = {
  id: 'de.zpo.850c',
  title: { de: 'Pfändungsgrenzen für Arbeitseinkommen', en: 'Limits of attachment of income' },
  source: '§ 850c ZPO; Pfändungsfreigrenzenbekanntmachungen 2015–2026',
  validFrom: '2015-07-01',
  validTo: '2027-06-30',
}

/** Income is cut down to whole steps of this many euros first (§ 850c (5) ZPO). */
const STEP: Readonly<Record<PayPeriod, string>> = { month: '10', week: '2.5', day: '0.5' }

/** Only so many dependants count. */
const MOST_DEPENDANTS = 5

export interface AttachmentLimit {
  readonly attachable: Money
  readonly kept: Money
  readonly explanation: Explanation
}

/**
 * The attachable part of a net income. Not for maintenance (§ 850d), tort (§ 850f (2)) or hardship (§ 850f (1)).
 *
 * @param on a day in the period the income is for; it chooses the table
 * @throws InvalidInput for a negative income, another currency than EUR or a number of dependants that is not whole
 */
export function attachmentLimit(input: {
  readonly net: Money
  readonly period: PayPeriod
  readonly dependants: number
  readonly on: Day
}): AttachmentLimit {
  const { net, period, dependants, on } = input
  const faults: Fault[] = []
  if (net.currency !== 'EUR') faults.push({ path: 'net', reason: 'must be in EUR' })
  if (net.minor < 0) faults.push({ path: 'net', reason: 'must not be negative' })
  if (!Number.isInteger(dependants) || dependants < 0) faults.push({ path: 'dependants', reason: 'must be 0, 1, 2, …' })
  if (faults.length > 0) throw new InvalidInput(faults)

  const { base, firstDependant, furtherDependant, cap } = attachmentAmounts(on, period)
  const count = Math.min(dependants, MOST_DEPENDANTS)
  const income = toDecimal(net)
  const counted = Decimal.min(income, cap).dividedBy(STEP[period]).floor().times(STEP[period])
  const free = new Decimal(base)
    .plus(count >= 1 ? firstDependant : 0)
    .plus(new Decimal(furtherDependant).times(Math.max(0, count - 1)))
  const share = count === 0 ? new Decimal('0.7') : new Decimal('0.6').minus(new Decimal('0.1').times(count))
  const below = Decimal.max(0, counted.minus(free)).times(share)
  const above = Decimal.max(0, income.minus(cap))
  const attachable = fromDecimal(below.plus(above), 'EUR')
  const kept = money(net.minor - attachable.minor, 'EUR')
  const euros = (value: Decimal) => `${value.toFixed(2)} EUR`
  return {
    attachable,
    kept,
    explanation: {
      title: { de: 'Pfändbarer Betrag', en: 'Attachable amount' },
      ruleIds: [ATTACHMENT_RULE.id],
      inputs: { net: euros(income), period, dependants: String(dependants), on },
      steps: [
        {
          text: { de: 'Abgerundetes Einkommen bis zur Obergrenze', en: 'Income up to the cap, rounded down' },
          value: euros(counted),
        },
        { text: { de: 'Unpfändbarer Betrag', en: 'Free amount' }, value: euros(free) },
        {
          text: { de: `Vom Rest pfändbar: Anteil ${share}`, en: `Attachable of the rest: share ${share}` },
          value: euros(below),
        },
        { text: { de: 'Über der Obergrenze voll pfändbar', en: 'Above the cap, all of it' }, value: euros(above) },
        { text: { de: 'Pfändbar', en: 'Attachable' }, value: `${toDecimalString(attachable)} EUR` },
      ],
      sources: [ATTACHMENT_RULE.source],
    },
  }
}

/** What stays free each month on a protected account (P-Konto): the base rounded up to ten euros (§ 899 ZPO). */
export function protectedAccountAmount(on: Day): Money {
  return fromDecimal(new Decimal(attachmentAmounts(on, 'month').base).dividedBy(10).ceil().times(10), 'EUR')
}
