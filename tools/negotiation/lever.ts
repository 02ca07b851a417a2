/**
 * One number to bargain with: every kind of deal as terms along a line, from good to bad for the customer.
 *
 * @module
 */
import type { Limits } from '../mandates/mandate.ts'
import type { DealKind, DealTerms } from '../offers/terms.ts'
import { accountLever } from './lever-account.ts'
import { claimLever } from './lever-claim.ts'
import { insuranceLever } from './lever-insurance.ts'
import { loanLever } from './lever-loan.ts'

/**
 * Positions are whole numbers; a higher one costs the customer more. All that is fixed here comes from what both
 * sides know or may know (the present terms, public figures), never from the reservation value.
 */
export interface Lever {
  /** The best that can be written down. */
  readonly floor: number
  /** What we ask for first. */
  readonly start: number
  /** The public reference: the present terms, or what is usual. */
  readonly reference: number
  /** The worst that can be written down. */
  readonly end: number
  at(position: number): DealTerms
}

export interface LeverRequest {
  readonly kind: DealKind
  readonly limits: Limits
  readonly current: DealTerms | null
}

/** @throws InvalidInput when neither the limits nor the present terms say what is wanted */
export function leverFor({ kind, limits, current }: LeverRequest): Lever {
  switch (kind) {
    case 'instalment-loan':
      return loanLever(limits, current?.kind === kind ? current : null)
    case 'instalment-plan':
    case 'settlement':
    case 'fee-waiver':
      return claimLever(kind, limits, current)
    case 'overdraft':
    case 'savings':
      return accountLever(kind, limits, current)
    default:
      return insuranceLever(kind, limits, current?.kind === kind ? current : null)
  }
}

/** The largest position at which `holds` is true; it is true up to a point and false behind it. */
export function lastPosition(lever: Lever, holds: (terms: DealTerms) => boolean): number | null {
  if (!holds(lever.at(lever.floor))) return null
  let low = lever.floor
  let high = lever.end
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(lever.at(middle))) low = middle
    else high = middle - 1
  }
  return low
}
