/**
 * Stores the reply, then shows it, and empties the working set. The database refuses it while a person has the thread.
 *
 * @module
 */
import type { Clock } from '../../../tools/shared/clock.ts'
import type { Ids } from '../../../tools/shared/ids.ts'
import type { ThreadStore } from '../../thread-store.ts'
import { needsDisclosure } from '../conversation.ts'
import { renderReply } from '../render-reply.ts'
import { NO_WORK, type TurnState } from '../state.ts'
import { type TurnRuntime, turnOf } from '../turn.ts'
import { DISCLOSURE } from '../words.ts'

export function deliver({
  threads,
  clock,
  ids,
}: {
  readonly threads: ThreadStore
  readonly clock: Clock
  readonly ids: Ids
}) {
  return async (state: TurnState, runtime: TurnRuntime): Promise<Partial<TurnState>> => {
    const turn = turnOf(runtime)
    const { reply } = state.work
    if (reply === null) throw new Error('There is nothing to deliver.')
    const words = renderReply(reply.text, reply.facts, state.locale)
    const text = needsDisclosure(turn.conversation) ? `${DISCLOSURE[state.locale]}\n\n${words}` : words
    const stored = {
      id: ids.next('msg'),
      threadId: state.threadId,
      inReplyTo: state.messageId,
      text,
      locale: state.locale,
      facts: reply.facts,
      focus: reply.focus,
      at: clock.now(),
    }
    const outcome = await threads.reply({ ...stored, release: turn.holder, evenIfHandedOff: reply.handoff !== null })
    if (reply.handoff !== null) turn.emit({ type: 'handed-off', handoff: reply.handoff })
    if (outcome === 'sent') {
      for (const piece of text.match(/\S+\s*|\s+/gu) ?? []) turn.emit({ type: 'token', text: piece })
    }
    return { work: NO_WORK }
  }
}
