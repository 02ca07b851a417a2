/**
 * A bare figure after "how much a month at most?" is that limit.
 *
 * @module
 */
import type { Quantity } from './quantities.ts'
import type { Slots } from './slots.ts'

const MONEY_SLOTS = {
  LIMIT_amount: 'amount',
  LIMIT_maxMonthly: 'maxMonthly',
  LIMIT_maxTotal: 'maxTotal',
  LIMIT_maxAnnualPremium: 'maxYearly',
  LIMIT_minSumInsured: 'minSumInsured',
} as const satisfies Record<string, keyof Slots>

/** @param asked the code of the question before, if there was one */
export function answeredLimit(asked: string | undefined, slots: Slots, [only, ...others]: readonly Quantity[]): Slots {
  if (asked === undefined || only === undefined || others.length > 0) return slots
  const value =
    only.kind === 'plain' ? only.value : only.kind === 'money' && only.role === 'amount' ? only.amount : null
  if (value === null) return slots
  const { amount: _amount, ...rest } = slots
  if (Object.hasOwn(MONEY_SLOTS, asked)) {
    return { ...rest, [MONEY_SLOTS[asked as keyof typeof MONEY_SLOTS]]: Number(value).toFixed(2) }
  }
  if (asked === 'LIMIT_maxEffectiveRatePercent') return { ...rest, maxRatePercent: value, rateIs: 'effective' }
  const months = Number(value)
  return asked === 'LIMIT_maxTermMonths' && Number.isInteger(months) ? { ...rest, maxTermMonths: months } : slots
}

/** Whether a message names the limit that was asked for. */
export function namesLimit(asked: string | undefined, slots: Slots): boolean {
  if (asked === undefined) return false
  if (Object.hasOwn(MONEY_SLOTS, asked)) return slots[MONEY_SLOTS[asked as keyof typeof MONEY_SLOTS]] !== undefined
  if (asked === 'LIMIT_maxEffectiveRatePercent') return slots.maxRatePercent !== undefined
  return asked === 'LIMIT_maxTermMonths' && slots.maxTermMonths !== undefined
}
