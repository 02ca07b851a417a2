/**
 * What a play under fire came to: how often each fault struck, and what was wrong afterwards.
 *
 * @module
 */
import type { Violation } from './violation.ts'

export interface Toll {
  /** By name of the fault. */
  readonly rounds: ReadonlyMap<string, number>
  /** Faults that were to strike and never did, and why that is known: a play that proves nothing. */
  readonly unreached: ReadonlyMap<string, string>
  readonly violations: readonly Violation[]
  /** Customers who went the whole way meanwhile. */
  readonly journeys: number
}
