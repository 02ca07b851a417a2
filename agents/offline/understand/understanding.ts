/**
 * What the customer wants now, with all that is needed to do it.
 *
 * @module
 */
import type { Need } from '../../../tools/mandates/mandate.ts'
import type { Intent } from './intent-rules.ts'
import type { Locale } from './read-message.ts'
import type { Slots } from './slots.ts'
import type { Topic } from './topic.ts'
import type { Shown } from './turn.ts'

/** `leave`: no to something that was only offered; `which-topic`: a topic without a verb; `yes-to-what`; `unclear`. */
export type Wish = Intent | 'leave' | 'which-topic' | 'yes-to-what' | 'unclear'

export interface Understanding {
  readonly wish: Wish
  readonly topic: Topic | null
  readonly need: Need | null
  readonly slots: Slots
  /** The slots of the newest message alone. */
  readonly fresh: Slots
  readonly locale: Locale
  /** The newest message, as written. */
  readonly text: string
  /** Everything the customer said about this matter, the newest message last. */
  readonly told: string
  /** What the reply before showed. */
  readonly shown: Shown
  /** Whether a negotiation was asked for earlier in the thread. */
  readonly delegated: boolean
}

/** The assistant's last words before a message. */
export interface Said {
  readonly text: string
  readonly shown: Shown
}
