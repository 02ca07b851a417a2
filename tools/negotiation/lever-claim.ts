/**
 * Claims: months to pay in, what settles a claim, what is left of a fee.
 *
 * @module
 */
import type { Limits } from '../mandates/mandate.ts'
import type { DealTerms } from '../offers/terms.ts'
import { InvalidInput } from '../shared/errors.ts'
import type { Lever } from './lever.ts'

type ClaimKind = 'instalment-plan' | 'settlement' | 'fee-waiver'

/** Below this an instalment is more trouble to both sides than it is worth, in cents. */
const LEAST_INSTALMENT = 2_500
const LONGEST_PLAN = 36
const USUAL_PLAN = 12
const SETTLEMENT_START = 0.3
const PAY_WITHIN_DAYS = 14

export function claimLever(kind: ClaimKind, limits: Limits, current: DealTerms | null): Lever {
  const claim = limits.amount ?? claimOf(current)
  if (claim === undefined) throw new InvalidInput([{ path: 'limits.amount', reason: 'must say what is claimed' }])
  const currency = current?.currency ?? limits.currency ?? 'EUR'
  const cents = Math.round(Number(claim) * 100)
  if (kind === 'settlement') {
    return {
      floor: 1,
      start: Math.max(1, Math.round(cents * SETTLEMENT_START)),
      reference: cents,
      end: cents,
      at: (position) => ({ kind, currency, claim, amount: inMajor(position), payWithinDays: PAY_WITHIN_DAYS }),
    }
  }
  if (kind === 'fee-waiver') {
    // The position is what is left to pay, so that the best is nothing.
    return {
      floor: 0,
      start: 0,
      reference: cents,
      end: cents,
      at: (position) => ({ kind, currency, claimed: claim, waived: inMajor(cents - position) }),
    }
  }
  const longest = longestPlan(cents, limits)
  return {
    floor: 0,
    start: 0,
    reference: Math.max(0, longest - Math.min(USUAL_PLAN, Math.ceil(longest / 2))),
    end: longest - 1,
    at(position) {
      const months = longest - position
      return { kind, currency, amount: claim, months, monthly: inMajor(Math.ceil(cents / months)), fee: '0.00' }
    },
  }
}

/** As long as usual, as far as instalments stay worth booking, and at least as long as the customer can pay it in. */
function longestPlan(cents: number, { maxMonthly, maxTermMonths }: Limits): number {
  const bearable = maxMonthly === undefined ? 1 : Math.ceil(cents / Math.max(1, Math.round(Number(maxMonthly) * 100)))
  const usual = Math.max(2, Math.min(LONGEST_PLAN, Math.floor(cents / LEAST_INSTALMENT)))
  return Math.max(1, Math.min(maxTermMonths ?? 600, 600, Math.max(usual, bearable)))
}

function claimOf(current: DealTerms | null): string | undefined {
  if (current?.kind === 'settlement') return current.claim
  if (current?.kind === 'fee-waiver') return current.claimed
  return current?.kind === 'instalment-plan' ? current.amount : undefined
}

function inMajor(cents: number): string {
  return (cents / 100).toFixed(2)
}
