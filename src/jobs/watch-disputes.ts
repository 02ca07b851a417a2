/**
 * Watches for answers to objections: what the record shows as settled is noted, one follow-up is put forward for
 * approval, and then a person takes over. Nothing is sent here.
 *
 * @module
 */
import type { HandoffDesk } from '../../agents/handoff-desk.ts'
import type { ThreadStore } from '../../agents/thread-store.ts'
import { disputeProposal } from '../../tools/commitments/dispute-proposal.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { Proposals } from '../../tools/commitments/proposals.ts'
import type { Debt } from '../../tools/debts/debt.ts'
import type { DebtLedger } from '../../tools/debts/debt-ledger.ts'
import { assessFees } from '../../tools/disputes/assess-fees.ts'
import type { Dispute, DisputeBook } from '../../tools/disputes/dispute-book.ts'
import type { DisputeWatch, WatchedDispute } from '../../tools/disputes/dispute-watch.ts'
import { draftDispute } from '../../tools/disputes/draft-dispute.ts'
import type { DunningPolicy } from '../../tools/disputes/dunning-policy.ts'
import { answerDeadline, nextStep } from '../../tools/disputes/next-step.ts'
import { withTold } from '../../tools/disputes/with-told.ts'
import type { CustomerBook } from '../../tools/offers/contract.ts'
import type { Day } from '../../tools/shared/calendar.ts'
import { type Clock, fixedClock, today } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { RunLeases } from '../db/postgres-leases.ts'
import { alone } from './alone.ts'
import { tellOfDispute } from './disputes/tell-of-dispute.ts'

export interface WatchParts {
  readonly watch: DisputeWatch
  readonly records: DebtLedger & CustomerBook
  readonly disputes: DisputeBook
  readonly proposals: Pick<Proposals, 'open' | 'openOf'>
  readonly threads: Pick<ThreadStore, 'get' | 'post'>
  readonly handoffs: Pick<HandoffDesk, 'request'>
  readonly policy: DunningPolicy
  readonly leases: RunLeases
  readonly clock: Clock
  readonly ids: Ids
}

/** Milliseconds by the clock between two looks: deadlines are days. */
const LOOK_EVERY_MS = 60_000
const AT_ONCE = 200

/** The look; safe at any time, any number of times, by any number of processes. */
export function watchDisputes(parts: WatchParts) {
  let last = Number.NEGATIVE_INFINITY
  return async (): Promise<void> => {
    const now = parts.clock.now().getTime()
    if (Math.abs(now - last) < LOOK_EVERY_MS) return
    last = now
    await alone(parts, 'disputes', async () => {
      for (const dispute of await parts.watch.open(AT_ONCE)) await look(parts, dispute)
    })
  }
}

async function look(parts: WatchParts, dispute: WatchedDispute): Promise<void> {
  if (dispute.sentAt === null) return
  const day = today(parts.clock)
  const sentOn = today(fixedClock(dispute.sentAt))
  const debts = await parts.records.debts(dispute.customerId)
  const debt = debts.find(({ id }) => id === dispute.debtId) ?? null
  const at = parts.clock.now()
  if (dispute.event === 'followed-up') return handOff(parts, dispute, sentOn) // nobody decided on the second letter
  switch (nextStep({ ...dispute, sentOn }, debt, day)) {
    case 'wait':
      return
    case 'settled':
      await tellOfDispute(parts, dispute, { kind: 'settled', asOf: debt?.asOf ?? day })
      await parts.watch.note(dispute, { kind: 'settled', actor: 'parley', at, detail: { asOf: debt?.asOf ?? null } })
      return
    case 'follow-up': {
      const proposal = debt === null ? null : await followUp(parts, dispute, debt, { day, sentOn })
      if (proposal === null) return handOff(parts, dispute, sentOn)
      await tellOfDispute(parts, dispute, {
        kind: 'follow-up',
        proposal,
        deadline: answerDeadline({ ...dispute, sentOn }),
      })
      await parts.watch.note(dispute, { kind: 'followed-up', actor: 'parley', at, detail: { proposalId: proposal.id } })
      return
    }
    case 'hand-off':
      return handOff(parts, dispute, sentOn)
  }
}

/** A second letter from today's records and what the customer told for the first, as a proposal of its own; null when nothing is certainly contestable now. */
async function followUp(
  parts: WatchParts,
  dispute: WatchedDispute,
  debt: Debt,
  { day, sentOn }: { readonly day: Day; readonly sentOn: Day },
): Promise<Proposal | null> {
  const now = parts.clock.now()
  const by = dispute.sentAt ?? now.toISOString()
  const { told = [], proofs = [] } = (await parts.disputes.latestAbout(dispute, by)) ?? {}
  const known = withTold(debt, told)
  const assessment = assessFees(known, day, parts.policy)
  if (assessment.kind === 'court-paper') return null
  const customer = await parts.records.customer(dispute.customerId)
  const draft = draftDispute(known, assessment, {
    id: parts.ids.next('dsp'),
    customerId: dispute.customerId,
    customerName: customer?.name ?? '',
    customerAddress: customer?.address ?? [],
    threadId: dispute.threadId,
    today: day,
    now,
    locale: dispute.locale,
    feeId: null,
    itemIds: dispute.items.map(({ id }) => id),
    occasion: { kind: 'follow-up', sentOn },
    told,
    unclear: proofs.length === 0 ? 'left-out' : 'proof-demanded',
  })
  if (draft === null) return null
  const open = await openFollowUp(parts, draft)
  if (open !== null) return open // a process that died before it noted this had opened it already
  await parts.disputes.add(draft)
  return parts.proposals.open(disputeProposal(draft, { now, threadId: dispute.threadId, occasion: 'follow-up' }))
}

async function openFollowUp({ proposals }: WatchParts, draft: Dispute): Promise<Proposal | null> {
  const open = await proposals.openOf(draft.customerId)
  const same = open.find(({ terms: { acts } }) =>
    acts.some((act) => act.type === 'notice' && act.notice === 'dispute' && act.subject.id === draft.debtId),
  )
  return same ?? null
}

async function handOff(parts: WatchParts, dispute: WatchedDispute, sentOn: Day): Promise<void> {
  const { proposalId, customerId, threadId, debtId, counterpartyName, items, currency } = dispute
  const disputed = items.map(({ id, disputed: amount }) => `${id}: ${amount} ${currency}`).join(', ')
  await tellOfDispute(parts, dispute, { kind: 'hand-off' })
  if (threadId !== null) {
    await parts.handoffs.request({
      threadId,
      customerId,
      reason: 'needs-human',
      summary: `${counterpartyName} has not answered the ${dispute.stage === 'first' ? 'objection' : 'follow-up'} of ${sentOn} on debt ${debtId} (proposal ${proposalId}). Contested: ${disputed}. Next: complaints office, arbitration body, consumer advice, or for an agency its supervisory authority.`,
    })
  }
  await parts.watch.note(dispute, {
    kind: 'handed-off',
    actor: 'parley',
    at: parts.clock.now(),
    detail: { person: threadId === null ? 'no conversation to pass on' : 'called' },
  })
}
