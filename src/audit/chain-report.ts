/**
 * What verifying the audit chain found.
 *
 * @module
 */

/** One thing wrong; `position` counts the chain's entries from 1 and is null for what is not in the chain. */
export interface ChainFault {
  readonly kind: 'changed' | 'removed' | 'inserted' | 'reordered' | 'words-changed' | 'words-missing' | 'anchor'
  readonly position: number | null
  readonly because: string
}

export interface ChainReport {
  /** How many entries were looked at, and the hash of the last. */
  readonly entries: number
  readonly head: string
  readonly anchors: number
  readonly faults: readonly ChainFault[]
}
