/**
 * A reply before it is stored: words with references, the facts behind them, and what they put before the customer.
 *
 * @module
 */
import type { Fact } from '../../tools/shared/fact.ts'
import type { Handoff } from '../handoff-desk.ts'
import type { Locale } from '../thread-store.ts'
import type { Focus } from './focus.ts'
import { WORDS } from './words.ts'

export interface ReplyDraft {
  /** Words with references, not rendered. */
  readonly text: string
  readonly facts: readonly Fact[]
  readonly focus: Focus
  /** A hand-off that this reply announces; such words pass while the person is being called. */
  readonly handoff: Handoff | null
}

/** A reply in code's own words. */
export function said(words: keyof typeof WORDS, locale: Locale, focus: Focus = {}): ReplyDraft {
  return { text: WORDS[words][locale], facts: [], focus, handoff: null }
}
