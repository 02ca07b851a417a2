/**
 * What a turn binds its tools to. No tool takes any of this from a model.
 *
 * @module
 */
import type { Clock } from './clock.ts'
import type { Fact } from './fact.ts'
import type { Ids } from './ids.ts'

export interface ToolContext {
  readonly customerId: string
  readonly threadId: string
  readonly locale: 'de' | 'en'
  readonly clock: Clock
  readonly ids: Ids
  /** The customer's own words in this thread, oldest first: where limits come from. */
  readonly words: readonly { readonly messageId: string; readonly text: string }[]
  /** The mandate that the reply before put before the customer. */
  readonly shownMandateId?: string
  /** The facts that replies of this thread rested on, newest first. */
  readonly facts: readonly Fact[]
}
