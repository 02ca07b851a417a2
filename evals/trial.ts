/**
 * One play of one scenario: what is to be played, and what came of it.
 *
 * @module
 */
import type { Grade } from './grade.ts'
import type { Hardship } from './play/company.ts'
import type { Scenario } from './scenario.ts'
import type { Score } from './score.ts'
import type { Transcript } from './transcript.ts'

export interface TrialOrder {
  readonly scenario: Scenario
  readonly seed: number
  readonly hardship: Hardship
}

/** What a worker brings back: the transcript, or why there is none. */
export interface Played {
  readonly order: TrialOrder
  readonly transcript: Transcript | null
  readonly failure: string | null
  /** Seconds of the machine's time, for whoever tunes the runner. */
  readonly seconds: number
}

/** A play with its verdicts. */
export interface Trial extends Played {
  readonly gates: readonly Score[]
  /** Of plays as they are written; a hardship is no yardstick. */
  readonly grades: readonly Grade[]
}

/** Names a trial in lists and reports. */
export function nameOf({ scenario, seed, hardship }: TrialOrder): string {
  return `${scenario.id} · seed ${seed}${hardship === 'none' ? '' : ` · ${hardship}`}`
}
