/**
 * Payments to and from the customer in time, as the equations for the APR take them.
 *
 * @module
 */
import { InvalidInput } from '../shared/errors.ts'
import type { Money } from '../shared/money.ts'

/** Money that moves: an advance to the customer or a payment by them, `t` years after the first drawdown (negative before). */
export interface Flow {
  readonly dir: 'advance' | 'payment'
  readonly amount: Money
  readonly t: number
}

/** Flows of one moment added up, in minor units: advances count as plus, payments as minus. */
export interface NetFlow {
  readonly amount: number
  readonly t: number
}

const MAX_YEARS = 100
/** A fee may come before the drawdown, but not so long before that its growth overflows. */
const MAX_YEARS_BEFORE = 30

/** The flows in order of time, one per moment, without those that cancel out. */
export function netFlows(flows: readonly Flow[]): readonly NetFlow[] {
  requireFlows(flows)
  const byTime = new Map<number, number>()
  for (const { dir, amount, t } of flows) {
    byTime.set(t, (byTime.get(t) ?? 0) + (dir === 'advance' ? amount.minor : -amount.minor))
  }
  const net: NetFlow[] = []
  for (const [t, amount] of byTime) if (amount !== 0) net.push({ t, amount })
  return net.sort((a, b) => a.t - b.t)
}

/** How often the sign changes from one flow to the next: by Descartes' rule at most so many rates solve the equation. */
export function signChanges(flows: readonly NetFlow[]): number {
  let changes = 0
  let last = 0
  for (const { amount } of flows) {
    if (last !== 0 && amount > 0 !== last > 0) changes++
    last = amount
  }
  return changes
}

function requireFlows(flows: readonly Flow[]): void {
  const first = flows[0]
  if (first === undefined) throw new InvalidInput([{ path: 'flows', reason: 'must hold an advance and a payment' }])
  for (const [index, { amount, t }] of flows.entries()) {
    const path = `flows[${index}]`
    if (!Number.isSafeInteger(amount.minor) || amount.minor < 0) {
      throw new InvalidInput([{ path: `${path}.amount`, reason: 'must be 0 or more; `dir` says which way it goes' }])
    }
    if (amount.currency !== first.amount.currency) {
      throw new InvalidInput([
        { path: `${path}.amount`, reason: `must be in ${first.amount.currency} like the others` },
      ])
    }
    if (!Number.isFinite(t) || t > MAX_YEARS || t < -MAX_YEARS_BEFORE) {
      throw new InvalidInput([
        {
          path: `${path}.t`,
          reason: `must be at most ${MAX_YEARS} years after the drawdown or ${MAX_YEARS_BEFORE} before`,
        },
      ])
    }
  }
}
