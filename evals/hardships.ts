/**
 * Under which hardships a scenario is played beside as it is written.
 *
 * @module
 */
import type { Hardship } from './play/company.ts'
import type { Scenario } from './scenario.ts'

/** With `faults`, a `crash` scenario is also played with a crash at each step, and with every change sent twice and late. */
export function hardshipsOf({ crash }: Scenario, { faults }: { readonly faults: boolean }): readonly Hardship[] {
  return crash && faults ? ['none', 'crash', 'twice', 'late'] : ['none']
}
