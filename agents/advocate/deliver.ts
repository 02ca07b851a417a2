/**
 * Stores the reply with the run's checkpoint, then shows it. The database refuses the reply while a person has the thread.
 *
 * @module
 */
import type { Clock } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { Delivery, GraphCheckpoint, ThreadStore } from '../thread-store.ts'
import { needsDisclosure } from './conversation.ts'
import { renderReply } from './render-reply.ts'
import type { ReplyDraft } from './reply-draft.ts'
import type { Turn } from './turn.ts'
import { DISCLOSURE } from './words.ts'

export interface DeliveryParts {
  readonly threads: ThreadStore
  readonly clock: Clock
  readonly ids: Ids
}

export async function deliver(
  { threads, clock, ids }: DeliveryParts,
  turn: Turn,
  { reply, checkpoint }: { readonly reply: ReplyDraft; readonly checkpoint: GraphCheckpoint },
): Promise<Delivery> {
  const { conversation, message, locale } = turn
  const words = renderReply(reply.text, reply.facts, locale)
  const text = needsDisclosure(conversation) ? `${DISCLOSURE[locale]}\n\n${words}` : words
  const delivery = await threads.reply({
    id: ids.next('msg'),
    threadId: conversation.threadId,
    inReplyTo: message.id,
    text,
    locale,
    facts: reply.facts,
    focus: reply.focus,
    at: clock.now(),
    release: turn.holder,
    evenIfHandedOff: reply.handoff !== null,
    checkpoint,
  })
  if (reply.handoff !== null) turn.emit({ type: 'handed-off', handoff: reply.handoff })
  if (delivery.outcome === 'sent') {
    for (const piece of text.match(/\S+\s*|\s+/gu) ?? []) turn.emit({ type: 'token', text: piece })
  }
  return delivery
}
