/**
 * Money as whole minor units of one currency.
 *
 * @module
 */
import { Decimal } from 'decimal.js'
import { InvalidInput } from './errors.ts'

/** ISO 4217 codes Parley knows, with the number of decimals each has. */
const DECIMALS = { EUR: 2, USD: 2, GBP: 2, CHF: 2, PLN: 2, CZK: 2, DKK: 2, SEK: 2, NOK: 2, HUF: 2, JPY: 0 } as const

export type Currency = keyof typeof DECIMALS

/** An amount in minor units (cents); always a safe integer. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

/** Whether a word is the code of a currency Parley knows. */
export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(DECIMALS, code)
}

/** How many decimals the currency has. */
export function decimalsOf(currency: Currency): number {
  return DECIMALS[currency]
}

/** Money from whole minor units. @throws InvalidInput when `minor` is no safe integer */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) {
    throw new InvalidInput([{ path: 'amount', reason: 'must be a whole number of minor units' }])
  }
  return { minor: minor === 0 ? 0 : minor, currency }
}

/** Money from a decimal string such as `"1234.50"`: no grouping, at most the currency's decimals. */
export function parseMoney(text: string, currency: Currency, path = 'amount'): Money {
  const pattern =
    DECIMALS[currency] === 0 ? /^-?\d{1,13}$/ : new RegExp(`^-?\\d{1,13}(\\.\\d{1,${DECIMALS[currency]}})?$`)
  if (!pattern.test(text)) {
    throw new InvalidInput([
      { path, reason: `must be a decimal string with at most ${DECIMALS[currency]} decimals, like "12.50"` },
    ])
  }
  return money(new Decimal(text).times(10 ** DECIMALS[currency]).toNumber(), currency)
}

/** The decimal string of an amount, always with the currency's decimals: `"12.50"`. */
export function toDecimalString(amount: Money): string {
  return toDecimal(amount).toFixed(DECIMALS[amount.currency])
}

/** The amount in major units, exact. */
export function toDecimal(amount: Money): Decimal {
  return new Decimal(amount.minor).dividedBy(10 ** DECIMALS[amount.currency])
}

/** Rounds major units half up (away from zero at the half) to whole minor units: the one rounding of a calculation. */
export function fromDecimal(value: Decimal, currency: Currency): Money {
  return money(
    value
      .times(10 ** DECIMALS[currency])
      .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
      .toNumber(),
    currency,
  )
}

/** The sum of amounts of one currency. @throws InvalidInput when currencies are mixed */
export function add(...amounts: readonly [Money, ...Money[]]): Money {
  const { currency } = amounts[0]
  let minor = 0
  for (const amount of amounts) {
    requireSameCurrency(amounts[0], amount)
    minor += amount.minor
  }
  return money(minor, currency)
}

/** `a - b`. @throws InvalidInput when currencies are mixed */
export function subtract(a: Money, b: Money): Money {
  requireSameCurrency(a, b)
  return money(a.minor - b.minor, a.currency)
}

/** Negative when `a < b`, zero when equal, positive when `a > b`. @throws InvalidInput when currencies are mixed */
export function compareMoney(a: Money, b: Money): number {
  requireSameCurrency(a, b)
  return a.minor - b.minor
}

/** Nothing, in a currency. */
export function zero(currency: Currency): Money {
  return money(0, currency)
}

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new InvalidInput([{ path: 'currency', reason: `cannot mix ${a.currency} and ${b.currency}` }])
  }
}
