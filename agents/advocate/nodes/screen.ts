/**
 * What code decides before any model sees the message: distress, a call for a person, a plain yes or no.
 *
 * @module
 */
import { answerPlainly, handoffSummary, type PlainAnswerParts } from '../answer-plainly.ts'
import { callsForPerson } from '../call-for-person.ts'
import { distressIn } from '../distress.ts'
import { handoffReply } from '../handoff-reply.ts'
import type { ReplyDraft } from '../reply-draft.ts'
import type { TurnState } from '../state.ts'
import { type Turn, type TurnRuntime, turnOf } from '../turn.ts'

export function screen(parts: PlainAnswerParts) {
  return async (state: TurnState, runtime: TurnRuntime): Promise<Partial<TurnState>> => {
    const reply = await screened(turnOf(runtime), parts)
    return { work: { ...state.work, reply } }
  }
}

async function screened(turn: Turn, parts: PlainAnswerParts): Promise<ReplyDraft | null> {
  const { message, locale, conversation } = turn
  const distress = distressIn(message.text)
  if (distress !== null || callsForPerson(message.text)) {
    const reason = distress === null ? 'asked' : distress === 'court-paper' ? 'court-paper' : 'distress'
    const { threadId, customerId } = conversation
    const called = await parts.desk.request({ threadId, customerId, reason, summary: handoffSummary(reason, turn) })
    return handoffReply(called, locale, distress)
  }
  return answerPlainly(turn, parts)
}
