/**
 * Puts words of a review into the customer's conversation, in the transaction of what they tell.
 *
 * @module
 */
import type { OutcomeMessage } from '../../agents/advocate/outcome-message.ts'
import { renderReply } from '../../agents/advocate/render-reply.ts'
import type { Locale } from '../../agents/thread-store.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { postgresThreads } from '../db/postgres-threads.ts'
import type { Queryable } from '../db/queryable.ts'

/** False where there is no conversation (any more): the request alone then shows it. */
export async function postReviewMessage(
  client: Queryable,
  ids: Ids,
  proposal: Proposal,
  message: {
    readonly words: (locale: Locale) => OutcomeMessage
    readonly focus: Record<string, unknown>
    readonly dedupeKey: string
    readonly at: Date
  },
): Promise<boolean> {
  const threads = postgresThreads(client)
  const thread = proposal.threadId === null ? null : await threads.get(proposal.threadId)
  if (thread === null) return false
  const { locale } = thread
  const { text, facts } = message.words(locale)
  await threads.post({
    id: ids.next('msg'),
    threadId: thread.id,
    role: 'assistant',
    text: renderReply(text, facts, locale),
    locale,
    facts,
    focus: message.focus,
    at: message.at,
    dedupeKey: message.dedupeKey,
  })
  return true
}
