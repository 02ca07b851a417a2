/**
 * Sending a customer's message to the agent and hearing what comes of it.
 *
 * @module
 */
import type { Locale, Message } from '../../../agents/thread-store.ts'

/** What is streamed while a turn runs; tokens only after the reply was checked. */
export type RunEvent =
  | { readonly type: 'tool'; readonly name: string; readonly phase: 'start' | 'end' }
  | { readonly type: 'token'; readonly text: string }
  | { readonly type: 'reply'; readonly message: Message }
  | { readonly type: 'handed-off'; readonly handoffId: string }

/** What came of a message: answered, passed to a person, or waiting behind the message before it. */
export type RunOutcome =
  | { readonly kind: 'replied'; readonly message: Message; readonly reply: Message }
  | {
      readonly kind: 'handed-off'
      readonly message: Message
      readonly handoffId: string
      readonly reply: Message | null
    }
  | { readonly kind: 'queued'; readonly message: Message }

export interface Runs {
  /** @throws ParleyError NOT_FOUND when the customer has no such thread */
  send(
    message: {
      threadId: string
      customerId: string
      messageId: string
      text: string
      locale?: Locale
      /** Whether the person themselves signed in a short while ago: without it, a yes confirms nothing. */
      recentlySignedIn?: boolean
    },
    onEvent?: (event: RunEvent) => void | Promise<void>,
  ): Promise<RunOutcome>
}
