/**
 * Which kind of deal answers a need.
 *
 * @module
 */
import type { Limits, Need } from '../mandates/mandate.ts'
import type { DealKind } from '../offers/terms.ts'

/** The kind of deal a need is met by, or null for an insurance whose kind nobody named. */
export function kindOfNeed(need: Need, limits: Limits): DealKind | null {
  switch (need) {
    case 'refinance-loan':
    case 'new-loan':
      return 'instalment-loan'
    case 'insurance':
      return limits.insuranceKind ?? null
    default:
      return need
  }
}
