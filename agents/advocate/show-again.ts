/**
 * Shows the mandate or the proposal once more, with one sentence why, where a yes could not be understood for certain. The
 * yes after that counts, because then it is what was shown last.
 *
 * @module
 */

import { proposalAnswer } from '../../tools/commitments/proposal-answer.ts'
import type { Proposals } from '../../tools/commitments/proposals.ts'
import { waitsFor } from '../../tools/commitments/waits-for.ts'
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import { aboutMandate } from '../../tools/mandates/about-mandate.ts'
import type { Delegations } from '../../tools/mandates/delegations.ts'
import { notInForce } from '../../tools/mandates/mandate.ts'
import { mandateDraftAnswer } from '../../tools/mandates/mandate-facts.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import type { ContractBook, CustomerBook } from '../../tools/offers/contract.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { ToolAnswer } from '../../tools/shared/tool-answer.ts'
import { withCards } from './cards.ts'
import { type Focus, focusOf } from './focus.ts'
import { factsIn } from './render-reply.ts'
import type { ReplyDraft } from './reply-draft.ts'
import type { Turn } from './turn.ts'
import { WORDS } from './words.ts'

export interface ShowAgainParts {
  readonly delegations: Pick<Delegations, 'follow' | 'namesOf'>
  readonly proposals: Pick<Proposals, 'openOf'>
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly records: DebtLedger & ContractBook & CustomerBook
  readonly clock: Clock
}

/** The thing of a focus as a reply of its own, or null when it waits for nobody's yes any more. */
export async function showAgain(
  { mandateId, waitingMandateId, proposal }: Focus,
  why: 'interruptedBy' | 'notShownYet' | 'severalWait',
  turn: Turn,
  parts: ShowAgainParts,
): Promise<ReplyDraft | null> {
  const shown =
    proposal === undefined
      ? await mandateAgain(mandateId ?? waitingMandateId, turn, parts)
      : await proposalAgain(proposal.id, turn, parts)
  if (shown === null) return null
  const { facts, ...data } = shown.answer
  const text = withCards(WORDS[why][turn.locale], [data], facts, turn.locale)
  return { text, facts: factsIn(text, facts), focus: focusOf({ focus: shown.focus }), handoff: null }
}

/** Whether what a focus shows, a mandate or a proposal, still waits for this customer's yes. */
export async function waitsForYes(
  { mandateId, waitingMandateId, proposal }: Focus,
  turn: Turn,
  parts: Pick<ShowAgainParts, 'mandates' | 'proposals' | 'clock'>,
): Promise<boolean> {
  const { customerId } = turn.conversation
  if (proposal !== undefined) return (await parts.proposals.openOf(customerId)).some(({ id }) => id === proposal.id)
  const id = mandateId ?? waitingMandateId
  return id !== undefined && (await unconfirmed(id, turn, parts)) !== null
}

interface Shown {
  readonly answer: ToolAnswer
  readonly focus: Readonly<Record<string, unknown>>
}

async function mandateAgain(id: string | undefined, turn: Turn, parts: ShowAgainParts): Promise<Shown | null> {
  const mandate = id === undefined ? null : await unconfirmed(id, turn, parts)
  if (mandate === null) return null
  const names = await parts.delegations.namesOf(mandate)
  const { records } = parts
  const about = await aboutMandate(mandate, { contracts: records, debts: records, customers: records })
  return { answer: mandateDraftAnswer(mandate, names, about), focus: { mandateId: mandate.id } }
}

async function unconfirmed(id: string, turn: Turn, { mandates, clock }: Pick<ShowAgainParts, 'mandates' | 'clock'>) {
  const mandate = await mandates.get(id)
  if (mandate === null || mandate.customerId !== turn.conversation.customerId) return null
  const now = clock.now()
  const expired = new Date(mandate.expiresAt).getTime() <= now.getTime()
  return notInForce(mandate, now) === 'unconfirmed' && !expired ? mandate : null
}

async function proposalAgain(
  id: string,
  turn: Turn,
  { proposals, delegations }: ShowAgainParts,
): Promise<Shown | null> {
  const { customerId } = turn.conversation
  const open = (await proposals.openOf(customerId)).find((proposal) => proposal.id === id)
  if (open === undefined) return null
  const views = open.taskId === null ? [] : await delegations.follow(customerId, null)
  const view = views.find(({ proposal }) => proposal?.id === id)
  return proposalAnswer(open, view?.waitsFor ?? waitsFor(open, []))
}
