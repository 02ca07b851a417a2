/**
 * The ranges figures of a credit must lie in, each check a fault with its path or null.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { type Day, isDay } from '../shared/calendar.ts'
import { type Fault, InvalidInput } from '../shared/errors.ts'
import { type Money, toDecimalString } from '../shared/money.ts'

/** A rate in percent: a decimal string such as `"6.49"`, or a `Decimal`. The parameter's name says which kind of rate. */
export type Rate = Decimal | string

/** The longest term anything here is computed for: 50 years. */
export const MAX_MONTHS = 600

/** Above this a nominal or effective rate is a mistake in the data, not a price (payday APRs are results, not inputs). */
const MAX_RATE_PERCENT = 1000

/** Loans have been sold at -10 % to attract customers; below this a rate is a mistake. */
const MIN_LOAN_RATE_PERCENT = -20

/** @throws InvalidInput naming every fault at once */
export function refuse(...checks: readonly (Fault | null)[]): void {
  const faults = checks.filter((fault) => fault !== null)
  if (faults.length > 0) throw new InvalidInput(faults)
}

/** More than nothing. */
export function positive(path: string, amount: Money): Fault | null {
  return amountFault(path, amount) ?? (amount.minor > 0 ? null : { path, reason: 'must be more than 0' })
}

/** Nothing or more. */
export function notNegative(path: string, amount: Money): Fault | null {
  return amountFault(path, amount) ?? (amount.minor >= 0 ? null : { path, reason: 'must not be negative' })
}

/** A whole number between two bounds, both allowed. */
export function whole(path: string, value: number, min: number, max: number): Fault | null {
  if (Number.isInteger(value) && value >= min && value <= max) return null
  return { path, reason: `must be a whole number from ${min} to ${max}` }
}

/** A rate between two bounds, both allowed; without bounds 0 to 1000 percent. */
export function percent(path: string, rate: Rate, min = 0, max = MAX_RATE_PERCENT): Fault | null {
  const value = typeof rate === 'string' ? decimalOf(rate) : rate
  if (value?.isFinite() && value.gte(min) && value.lte(max)) return null
  return { path, reason: `must be a percentage from ${min} to ${max}, as a decimal string like "6.49"` }
}

/** The nominal or effective rate of a loan: 1000 percent at most; promotional loans go a little below zero. */
export function loanRate(path: string, rate: Rate): Fault | null {
  return percent(path, rate, MIN_LOAN_RATE_PERCENT)
}

/** A calendar day that exists. */
export function existing(path: string, day: Day): Fault | null {
  return isDay(day) ? null : { path, reason: 'must be an existing day written YYYY-MM-DD' }
}

/** The same currency as another amount of the same calculation. */
export function likewise(path: string, amount: Money, first: Money): Fault | null {
  if (amount.currency === first.currency) return null
  return { path, reason: `must be in ${first.currency} like the other amounts` }
}

/** An amount the way steps and inputs of an explanation show it: `115.20 EUR`. */
export function shown(amount: Money): string {
  return `${toDecimalString(amount)} ${amount.currency}`
}

function amountFault(path: string, { minor }: Money): Fault | null {
  return Number.isSafeInteger(minor) ? null : { path, reason: 'must be a whole number of minor units' }
}

function decimalOf(text: string): Decimal | null {
  return /^-?\d{1,9}(\.\d{1,30})?$/.test(text) ? new Decimal(text) : null
}
