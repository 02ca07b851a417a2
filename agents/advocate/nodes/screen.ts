/**
 * What code decides before any model sees the message: distress, a call for a person, an answer to a
 * reviewer's question, a plain yes or no, the wish to withdraw from a contract.
 *
 * @module
 */
import type { ReviewAnswers } from '../../../tools/commitments/review-question.ts'
import type { Withdrawals } from '../../../tools/commitments/withdrawals.ts'
import { answerPlainly, handoffSummary, type PlainAnswerParts } from '../answer-plainly.ts'
import { answerReview, type ReviewReply } from '../answer-review.ts'
import { answerWithdrawal } from '../answer-withdrawal.ts'
import { callsForPerson } from '../call-for-person.ts'
import { distressIn } from '../distress.ts'
import { handoffReply } from '../handoff-reply.ts'
import type { TurnState } from '../state.ts'
import { type Turn, type TurnRuntime, turnOf } from '../turn.ts'

export interface ScreenParts extends PlainAnswerParts {
  readonly review: ReviewAnswers
  readonly withdrawals: Withdrawals
}

export function screen(parts: ScreenParts) {
  return async (state: TurnState, runtime: TurnRuntime): Promise<Partial<TurnState>> => {
    const { reply, focus } = await screened(turnOf(runtime), parts)
    return { work: { ...state.work, reply, focus: { ...state.work.focus, ...focus } } }
  }
}

async function screened(turn: Turn, parts: ScreenParts): Promise<ReviewReply> {
  const { message, locale, conversation } = turn
  const distress = distressIn(message.text)
  if (distress !== null || callsForPerson(message.text)) {
    const reason = distress === null ? 'asked' : distress === 'court-paper' ? 'court-paper' : 'distress'
    const { threadId, customerId } = conversation
    const called = await parts.desk.request({ threadId, customerId, reason, summary: handoffSummary(reason, turn) })
    return { reply: handoffReply(called, locale, distress), focus: {} }
  }
  const review = await answerReview(turn, parts.review)
  if (review.reply !== null) return review
  return { ...review, reply: (await answerPlainly(turn, parts)) ?? (await answerWithdrawal(turn, parts.withdrawals)) }
}
