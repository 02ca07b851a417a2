/**
 * A reviewer's edit of a deal goes back to the counterparty: it is proposed only when they agree to exactly that.
 *
 * @module
 */
import { wordMove } from '../agents/negotiator/word-move.ts'
import { dealBrief } from '../tools/commitments/deal-brief.ts'
import type { Act, ConcludeAct, Proposal, ProposalTerms } from '../tools/commitments/proposal.ts'
import type { Proposals } from '../tools/commitments/proposals.ts'
import { notInForce } from '../tools/mandates/mandate.ts'
import type { MandateLedger } from '../tools/mandates/mandate-ledger.ts'
import type { CounterpartyChannel, TheirMove } from '../tools/negotiation/counterparty.ts'
import { reasonFor } from '../tools/negotiation/move-reasons.ts'
import { type HeldOffer, type RecordedMove, recordTheirs } from '../tools/negotiation/negotiation-ledger.ts'
import { readAnswer } from '../tools/negotiation/read-answer.ts'
import { readText } from '../tools/negotiation/read-text.ts'
import { withinMandate } from '../tools/negotiation/within-mandate.ts'
import { earlierOf } from '../tools/shared/clock.ts'
import { ParleyError } from '../tools/shared/errors.ts'
import { termsHash } from '../tools/shared/terms-hash.ts'
import { type ConclusionParts, readConclusion } from './conclusion/read-conclusion.ts'

export interface RenegotiationParts extends ConclusionParts {
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly channel: CounterpartyChannel
  readonly proposals: Pick<Proposals, 'open'>
}

/**
 * Asks the counterparty of a closed proposal for the editor's terms.
 *
 * `resumed`: a process that died may have asked already; what it asked is not asked again, and their answer is fetched.
 *
 * @returns the new proposal with the editor as proposer when they agree; null when they do not: then the original
 *   terms are proposed again, by the agent, as long as they are held
 * @throws ParleyError MANDATE_EXCEEDED, MANDATE_REVOKED
 */
export function createRenegotiation(parts: RenegotiationParts) {
  return async (
    proposal: Proposal,
    terms: ProposalTerms,
    editor: string,
    { resumed } = { resumed: false },
  ): Promise<Proposal | null> => {
    const index = terms.acts.findIndex((act, i) => termsHash(act) !== termsHash(proposal.terms.acts[i]))
    const before = proposal.terms.acts[index]
    const wanted = terms.acts[index]
    if (before?.type !== 'conclude' || wanted?.type !== 'conclude') return null
    const held = await ask(parts, proposal, wanted, resumed)
    const act: ConcludeAct = held === null ? before : { ...wanted, ...held }
    if (new Date(act.validUntil).getTime() <= parts.clock.now().getTime()) return giveUp(parts, proposal)
    const acts = (held === null ? proposal.terms : terms).acts.map((old, i) => (i === index ? act : old))
    const opened = await parts.proposals.open({
      ...proposal,
      proposer: held === null ? 'agent' : editor,
      terms: { acts },
      brief: held === null ? proposal.brief : await briefFor(parts, proposal, act, acts.slice(index + 1)),
      expiresAt: earlierOf(act.validUntil, proposal.expiresAt),
      supersedes: proposal.id,
    })
    return held === null ? null : opened
  }
}

/** They refused, and what they held before has run out: there is nothing left to propose. */
async function giveUp({ negotiations, clock }: RenegotiationParts, { taskId, id }: Proposal): Promise<null> {
  if (taskId === null) return null
  await negotiations.setTask(taskId, { status: 'no-deal' })
  await negotiations.addEvent(taskId, 'no-deal', { proposalId: id }, clock.now())
  return null
}

/** The held offer when they agree to exactly these terms. A failure to reach them is no agreement. */
async function ask(
  parts: RenegotiationParts,
  proposal: Proposal,
  wanted: ConcludeAct,
  resumed: boolean,
): Promise<HeldOffer | null> {
  const { negotiations, mandates, channel, clock } = parts
  const mandate = proposal.mandateId === null ? null : await mandates.get(proposal.mandateId)
  const obstacle = mandate === null ? 'unconfirmed' : notInForce(mandate, clock.now())
  if (mandate === null || obstacle !== null) {
    throw new ParleyError(
      'MANDATE_REVOKED',
      `The mandate behind proposal ${proposal.id} is not in force (${obstacle}).`,
    )
  }
  if (withinMandate(mandate, wanted.terms).kind === 'outside') {
    throw new ParleyError('MANDATE_EXCEEDED', 'These terms leave the mandate.')
  }
  const customer = await parts.records.customer(proposal.customerId)
  const moves = await negotiations.moves(wanted.negotiationId)
  const last = Math.max(0, ...moves.map((move) => move.round))
  const asked = resumed && moves.some((move) => move.round === last && isThisEdit(move, wanted))
  const round = asked ? last : last + 1
  const at = clock.now()
  const ours: RecordedMove = {
    negotiationId: wanted.negotiationId,
    round,
    side: 'ours',
    move: 'offer',
    terms: wanted.terms,
    text: wordMove({
      move: 'offer',
      terms: wanted.terms,
      language: customer?.locale.startsWith('de') === false ? 'en' : 'de',
    }),
    offerId: null,
    validUntil: null,
    because: reasonFor('reviewer-edit', round),
    at: at.toISOString(),
  }
  if (!asked && !(await negotiations.addMove(ours))) return null // somebody else speaks at this moment
  const answer = await heard(channel, wanted, ours, asked)
  if (answer === null) return null
  await negotiations.addMove(recordTheirs(wanted.negotiationId, round, answer, at))
  // What is unclear in their words is not held: there is nobody left to ask.
  if (readText(answer.text, answer.terms).doubts.length > 0) return null
  const meaning = readAnswer({ move: 'offer', terms: wanted.terms }, answer, at)
  return meaning.kind === 'agreed' ? meaning.held : null
}

function isThisEdit({ side, because, terms }: RecordedMove, wanted: ConcludeAct): boolean {
  return side === 'ours' && because?.rule === 'reviewer-edit' && termsHash(terms) === termsHash(wanted.terms)
}

/** @param asked they may know this round already */
async function heard(
  channel: CounterpartyChannel,
  act: ConcludeAct,
  ours: RecordedMove,
  asked: boolean,
): Promise<TheirMove | null> {
  const { round, text } = ours
  const known = async (): Promise<TheirMove | null> => {
    const state = await channel.state(act.counterpartyId, act.negotiationId)
    return state?.round === round ? state.lastMove : null
  }
  try {
    const answer = asked ? await known() : null
    if (answer !== null) return answer
    return await channel.move(act.counterpartyId, act.negotiationId, {
      move: 'offer',
      round,
      terms: act.terms,
      ...(text === null ? {} : { text }),
    })
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error
    try {
      return await known()
    } catch (again) {
      if (!(again instanceof ParleyError)) throw again
      return null // twice unheard: the original terms are still held, and they are proposed instead
    }
  }
}

async function briefFor(
  parts: RenegotiationParts,
  proposal: Proposal,
  act: ConcludeAct,
  further: readonly Act[],
): Promise<Proposal['brief']> {
  const mandate = proposal.mandateId === null ? null : await parts.mandates.get(proposal.mandateId)
  const task = proposal.taskId === null ? null : await parts.negotiations.task(proposal.taskId)
  if (mandate === null || task === null) return proposal.brief
  const { choice, sources } = await readConclusion(parts, task, mandate)
  const party = await parts.registry.get(act.counterpartyId)
  const counterparty = { id: act.counterpartyId, name: act.counterpartyName, synthetic: party?.synthetic ?? false }
  const held = { offerId: act.offerId, terms: act.terms, validUntil: act.validUntil }
  const deadline = earlierOf(act.validUntil, proposal.expiresAt)
  return dealBrief({ negotiationId: act.negotiationId, counterparty, held }, choice, { sources, deadline, further })
}
