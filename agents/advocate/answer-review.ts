/**
 * Links the customer's reply to the question a reviewer asked them, where that question was what they had just read.
 *
 * @module
 */
import type { ReviewAnswers } from '../../tools/commitments/review-question.ts'
import { shownBefore } from './conversation.ts'
import { type Focus, focusOf } from './focus.ts'
import { type ReplyDraft, said } from './reply-draft.ts'
import type { Turn } from './turn.ts'

/** What the message was for the review: a reply to send, or the focus to keep while the model answers. */
export interface ReviewReply {
  readonly reply: ReplyDraft | null
  readonly focus: Focus
}

const NOTHING: ReviewReply = { reply: null, focus: {} }

/** A question of the customer's own: it is answered, and the reviewer's stays open. */
const ASKS_BACK =
  /\?\s*$|^(?:was|wie|warum|wieso|weshalb|wer|wann|wozu|welche\p{L}*|wo|woher|what|how|why|who|when|which|where)(?!\p{L})/iu
/** Words that may also change or end what the proposal rests on: the reviewer gets them, and the model acts on them. */
const CORRECTS =
  /(?<!\p{L})(?:h(?:ö|oe)chstens|maximal|mindestens|nicht mehr als|nicht l(?:ä|ae)nger|widerruf\p{L}*|zur(?:ü|ue)ck\p{L}*|abbrech\p{L}*|brich|breche?n?|stopp?\p{L}*|storn\p{L}*|nicht mehr|at most|at least|no more than|no longer than|withdraw\p{L}*|revoke\p{L}*|cancel\p{L}*|changed my mind)(?!\p{L})/iu

/** Code decides this before any model sees the message, so that an answer is never lost on the way to the reviewer. */
export async function answerReview(turn: Turn, review: ReviewAnswers): Promise<ReviewReply> {
  const { question, mandateId, proposal, personOffered } = focusOf(shownBefore(turn.conversation, turn.message))
  if (question === undefined) return NOTHING
  const { text, id: messageId } = turn.message
  if (ASKS_BACK.test(text.trim())) return { reply: null, focus: { question } }
  // Something else was put before the customer since: whether a yes means that or the question would be a guess.
  if ([mandateId, proposal, personOffered].some((shown) => shown !== undefined) && text.trim().length < 20) {
    return { reply: null, focus: { question } }
  }
  const { customerId } = turn.conversation
  const outcome = await review.answer({ questionId: question.id, customerId, text, messageId })
  if (outcome === 'gone' || CORRECTS.test(text)) return NOTHING
  return { reply: said('reviewAnswered', turn.locale), focus: {} }
}
