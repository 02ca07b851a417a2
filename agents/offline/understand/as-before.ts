/**
 * A figure said without its name takes the name it had before: after "15 a month", "rather 12" is 12 a month.
 *
 * @module
 */
import { fold } from './normalise.ts'
import type { Quantity } from './quantities.ts'
import type { Slots } from './slots.ts'

const MONEY = ['amount', 'maxMonthly', 'maxYearly', 'maxTotal', 'maxDeductible'] as const
/** How far a correction may be from what it corrects, as a ratio; beyond, it is something else. */
const FAR = 4
const INSTEAD = /\b(statt|stattdessen|anstatt|nur|lieber|instead|only|rather)\b/

/**
 * The slots of a message about the matter before, completed from it.
 *
 * @param about whether it goes on with that matter
 */
export function asBefore(
  before: Slots,
  fresh: Slots,
  { text, quantities }: { readonly text: string; readonly quantities: readonly Quantity[] },
  about: boolean,
): Slots {
  if (!about) return fresh
  return withCovers(before, withFigure(before, fresh, quantities), text)
}

function withFigure(before: Slots, fresh: Slots, [only, ...others]: readonly Quantity[]): Slots {
  if (only === undefined || others.length > 0) return fresh
  if (only.kind === 'money' && only.role === 'amount') {
    const slot = nearest(before, only.amount)
    if (slot === null || slot === 'amount') return fresh
    const { amount: _unnamed, ...rest } = fresh
    return { ...rest, [slot]: only.amount }
  }
  if (only.kind !== 'plain') return fresh
  const slot = nearest(before, only.value)
  const months = Number(only.value)
  if (slot !== null) return { ...fresh, [slot]: months.toFixed(2) }
  const term = before.maxTermMonths
  return term !== undefined && Number.isInteger(months) && isNear(months, term)
    ? { ...fresh, maxTermMonths: months }
    : fresh
}

/** The earlier limit in money that a figure most likely corrects. */
function nearest(before: Slots, value: string): (typeof MONEY)[number] | null {
  let best: { readonly slot: (typeof MONEY)[number]; readonly distance: number } | null = null
  for (const slot of MONEY) {
    const old = Number(before[slot] ?? 0)
    if (old === 0 || !isNear(Number(value), old)) continue
    const distance = Math.abs(Math.log(Number(value) / old))
    if (best === null || distance < best.distance) best = { slot, distance }
  }
  return best?.slot ?? null
}

function isNear(value: number, old: number): boolean {
  return value > 0 && value < old * FAR && old < value * FAR
}

/** One more cover does not drop the ones before, unless it is said to take their place. */
function withCovers(before: Slots, fresh: Slots, text: string): Slots {
  if (fresh.mustHave === undefined || before.mustHave === undefined || INSTEAD.test(fold(text))) return fresh
  return { ...fresh, mustHave: [...new Set([...before.mustHave, ...fresh.mustHave])] }
}
