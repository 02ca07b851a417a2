/**
 * What must never be, after whatever was done to the processes.
 *
 * @module
 */

/**
 * `lost`: acknowledged and gone, or done on one side and unknown on the other. `duplicated`: done or said twice.
 * `unapproved`: bound without an approval of exactly these terms. `stuck`: held or waiting beyond its time. `untrue`:
 * the customer was told otherwise than the ledger has it, or not at all.
 */
export const VIOLATIONS = ['lost', 'duplicated', 'unapproved', 'stuck', 'untrue'] as const

export interface Violation {
  readonly kind: (typeof VIOLATIONS)[number]
  readonly because: string
}

/** Makes violations of one kind. */
export const violations = (kind: Violation['kind'], because: readonly string[]): readonly Violation[] =>
  because.map((text) => ({ kind, because: text }))
