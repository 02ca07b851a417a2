/**
 * Overdrafts and savings along their nominal rate, in hundredths of a percent.
 *
 * @module
 */
import type { Limits } from '../mandates/mandate.ts'
import type { DealTerms } from '../offers/terms.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Lever } from './lever.ts'

/** What is usual where nothing stands today. */
const USUAL_OVERDRAFT = 1_100
const USUAL_SAVINGS = 100
const BEST_SAVINGS = 350
const START_SHARE = 0.6

export function accountLever(kind: 'overdraft' | 'savings', limits: Limits, current: DealTerms | null): Lever {
  return kind === 'overdraft'
    ? overdraftLever(limits, current?.kind === kind ? current : null)
    : savingsLever(limits, current?.kind === kind ? current : null)
}

function overdraftLever(limits: Limits, current: Extract<DealTerms, { kind: 'overdraft' }> | null): Lever {
  const limit = limits.amount ?? current?.limit
  if (limit === undefined)
    throw new InvalidInput([{ path: 'limits.amount', reason: 'must say how large an overdraft' }])
  const reference = current === null ? USUAL_OVERDRAFT : Math.round(Number(current.nominalRatePercent) * 100)
  return {
    floor: 1,
    start: Math.max(1, Math.round(reference * START_SHARE)),
    reference,
    end: Math.max(3000, reference),
    at: (position) => ({
      kind: 'overdraft',
      currency: current?.currency ?? limits.currency ?? 'EUR',
      limit,
      nominalRatePercent: (position / 100).toFixed(2),
      settlementsPerYear: current?.settlementsPerYear ?? 4,
    }),
  }
}

/** The customer is paid here: the position is the rate with its sign turned, so that higher stays worse. */
function savingsLever(limits: Limits, current: Extract<DealTerms, { kind: 'savings' }> | null): Lever {
  const balance = limits.amount ?? current?.balance
  if (balance === undefined) throw new InvalidInput([{ path: 'limits.amount', reason: 'must say how much is saved' }])
  const today = current === null ? USUAL_SAVINGS : Math.round(Number(current.nominalRatePercent) * 100)
  const best = Math.max(BEST_SAVINGS, Math.round(today * 1.5))
  return {
    floor: -best,
    start: -best,
    reference: -today,
    end: 0,
    at: (position) => ({
      kind: 'savings',
      currency: current?.currency ?? limits.currency ?? 'EUR',
      balance,
      nominalRatePercent: (-position / 100).toFixed(2),
      creditsPerYear: current?.creditsPerYear ?? 1,
      guaranteedMonths: 0,
    }),
  }
}
