/**
 * A verdict on a play. A gate must be 1; the score says why it is not.
 *
 * @module
 */
import type { Transcript } from './transcript.ts'

export interface Score {
  readonly name: string
  readonly value: 0 | 1
  readonly because: string
}

export type Gate = (transcript: Transcript) => Score

/** A gate from what it found wrong: nothing wrong is a pass. */
export function gate(name: string, faultsOf: (transcript: Transcript) => readonly string[]): Gate {
  return (transcript) => {
    const faults = faultsOf(transcript)
    return {
      name,
      value: faults.length === 0 ? 1 : 0,
      because: faults.length === 0 ? 'nothing wrong' : faults.join('; '),
    }
  }
}
