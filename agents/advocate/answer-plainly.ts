/**
 * Carries out a plain yes or no to what the assistant put before the customer last. Anything else is for the model.
 *
 * The yes counts for the mandate or the exact terms that were shown, never for what happens to be pending.
 *
 * @module
 */
import type { Proposals } from '../../tools/commitments/proposals.ts'
import type { Delegations } from '../../tools/mandates/delegations.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Handoff, HandoffDesk } from '../handoff-desk.ts'
import { afterConsent } from './after-consent.ts'
import { type Focus, focusOf } from './focus.ts'
import { handoffReply } from './handoff-reply.ts'
import { type LastShown, lastShown } from './last-shown.ts'
import { refusesAsShown } from './not-as-shown.ts'
import { plainAnswer } from './plain-answer.ts'
import { type ReplyDraft, said } from './reply-draft.ts'
import { type ShowAgainParts, showAgain, waitsForYes } from './show-again.ts'
import type { Turn } from './turn.ts'

export interface PlainAnswerParts extends ShowAgainParts {
  readonly desk: HandoffDesk
  readonly delegations: Pick<Delegations, 'confirm' | 'revoke' | 'follow' | 'namesOf'>
  readonly proposals: Pick<Proposals, 'decide' | 'void' | 'openOf'>
}

type Answer = 'yes' | 'no' | 'not-as-shown'

/** The reply to a plain answer, or null when there is nothing it could answer. */
export async function answerPlainly(turn: Turn, parts: PlainAnswerParts): Promise<ReplyDraft | null> {
  const { text } = turn.message
  const answer = plainAnswer(text) ?? (refusesAsShown(text) ? 'not-as-shown' : null)
  if (answer === null) return null
  const shown = lastShown(turn.conversation, turn.message)
  const { mandateId, proposal, personOffered } = shown.focus
  // Two things shown at once: a yes would be a guess.
  if ([mandateId, proposal, personOffered].filter((one) => one !== undefined).length > 1) return null
  const unclear = await whyUnclear(answer, shown, turn, parts)
  if (unclear !== null) return showAgain(shown.focus, unclear, turn, parts)
  if (shown.interrupted) return null
  if (answer === 'yes' && personOffered === undefined && turn.message.focus.recentlySignedIn !== true) {
    // The page or the API may have been left open for hours: the same rule as for the buttons.
    if (mandateId !== undefined) return said('signInAgain', turn.locale, { mandateId })
    return proposal === undefined ? null : said('signInAgain', turn.locale, { proposal })
  }
  if (mandateId !== undefined) return onMandate(answer, mandateId, turn, parts)
  if (proposal !== undefined) return onProposal(answer, proposal, turn, parts)
  return personOffered === undefined || answer === 'not-as-shown' ? null : onPerson(answer, personOffered, turn, parts)
}

/**
 * Why it is not certain what an answer means, so that it is shown again and nothing is done; null where it is certain. A
 * plain no takes back one thing or asks which: it is left to that.
 */
async function whyUnclear(
  answer: Answer,
  { focus, interrupted, earlier }: LastShown,
  turn: Turn,
  parts: PlainAnswerParts,
): Promise<'interruptedBy' | 'notShownYet' | 'severalWait' | null> {
  if (answer === 'no' || !(await waitsForYes(focus, turn, parts))) return null
  if (interrupted) return 'interruptedBy'
  if (focus.waitingMandateId !== undefined) return answer === 'yes' ? 'notShownYet' : null
  for (const other of earlier) if (await waitsForYes(other, turn, parts)) return 'severalWait'
  return null
}

async function onMandate(
  answer: Answer,
  mandateId: string,
  turn: Turn,
  { delegations }: PlainAnswerParts,
): Promise<ReplyDraft> {
  const { customerId } = turn.conversation
  try {
    if (answer === 'yes') await delegations.confirm(mandateId, customerId)
    else await delegations.revoke(mandateId, customerId)
    return said(MANDATE_WORDS[answer], turn.locale)
  } catch (error) {
    if (error instanceof ParleyError && error.code === 'TOO_MUCH_OPEN') return said('tooMuchOpen', turn.locale)
    // Revoked or expired between showing and answering is an answer for the customer, not a failure.
    if (error instanceof ParleyError) return said('mandateGone', turn.locale)
    throw error
  }
}

const MANDATE_WORDS = {
  yes: 'mandateConfirmed',
  no: 'mandateDeclined',
  'not-as-shown': 'mandateNotAsMeant',
} as const satisfies Record<Answer, string>

async function onProposal(
  answer: Answer,
  shown: NonNullable<Focus['proposal']>,
  turn: Turn,
  { proposals }: PlainAnswerParts,
): Promise<ReplyDraft | null> {
  const { customerId } = turn.conversation
  const open = (await proposals.openOf(customerId)).find(({ id }) => id === shown.id)
  if (open === undefined) return said('proposalGone', turn.locale)
  try {
    if (answer !== 'yes') {
      const voided = await proposals.void(shown.id, 'declined by the customer')
      const declined = answer === 'no' ? 'proposalDeclined' : 'proposalNotAsMeant'
      return said(voided ? declined : 'proposalGone', turn.locale)
    }
    // A reviewer decides alone; the customer's yes is welcome and counts for nothing.
    if (!open.required.customer) return said('proposalWithReviewer', turn.locale, { proposal: shown })
    const { outcome } = await proposals.decide({
      proposalId: shown.id,
      person: customerId,
      role: 'customer',
      decision: 'approve',
      termsHash: shown.termsHash,
      reason: null,
    })
    return said(afterConsent(outcome, open.required), turn.locale)
  } catch (error) {
    if (error instanceof ParleyError) return said('proposalGone', turn.locale) // closed or expired meanwhile
    throw error
  }
}

async function onPerson(
  answer: 'yes' | 'no',
  reason: NonNullable<Focus['personOffered']>,
  turn: Turn,
  { desk }: PlainAnswerParts,
): Promise<ReplyDraft> {
  if (answer === 'no') return said('personNotWanted', turn.locale)
  const { threadId, customerId } = turn.conversation
  return handoffReply(
    await desk.request({ threadId, customerId, reason, summary: handoffSummary(reason, turn) }),
    turn.locale,
  )
}

const WHY: Readonly<Record<Handoff['reason'], string>> = {
  asked: 'The customer asked for a person.',
  distress: 'The customer’s words or records say that paying has become hard.',
  'court-paper': 'The customer has had mail from a court; its time limits run.',
  'model-unavailable': 'The language model could not be reached, and the customer was not answered.',
  'needs-human': 'The assistant could not go on by itself.',
  'execution-unclear': 'An approved act was sent, and nobody could say whether it took effect.',
}

/** What the person should know, from records only: the customer's own words are in the thread. */
export function handoffSummary(reason: Handoff['reason'], { conversation }: Pick<Turn, 'conversation'>): string {
  const focus = focusOf(conversation.messages.findLast(({ role }) => role === 'assistant') ?? null)
  const about = Object.entries({
    mandate: focus.mandateId,
    proposal: focus.proposal?.id,
    dispute: focus.disputeId,
    contract: focus.contractId,
    debt: focus.debtId,
  }).flatMap(([what, id]) => (id === undefined ? [] : [`${what} ${id}`]))
  return [WHY[reason], ...(about.length > 0 ? [`Shown last: ${about.join(', ')}.`] : [])].join(' ')
}
