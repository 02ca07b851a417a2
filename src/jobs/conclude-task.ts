/**
 * Ends a task whose negotiations have ended: proposes the best held offer, or says that nothing is better.
 *
 * @module
 */
import type { ThreadStore } from '../../agents/thread-store.ts'
import type { ApprovalLedger } from '../../tools/commitments/approval-ledger.ts'
import { dealBrief } from '../../tools/commitments/deal-brief.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { Proposals } from '../../tools/commitments/proposals.ts'
import { type ExplanationBook, explanationId } from '../../tools/explanations/explanation-book.ts'
import { type Mandate, notInForce } from '../../tools/mandates/mandate.ts'
import type { MandateLedger } from '../../tools/mandates/mandate-ledger.ts'
import type { CounterpartyChannel } from '../../tools/negotiation/counterparty.ts'
import type { Task } from '../../tools/negotiation/negotiation-ledger.ts'
import { earlierOf, today } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { actsFor } from '../conclusion/acts.ts'
import { type ConclusionParts, type ReadConclusion, readConclusion } from '../conclusion/read-conclusion.ts'
import { tellCustomer } from '../conclusion/tell-customer.ts'
import type { RunLeases } from '../db/postgres-leases.ts'
import { releaseHeldOffers } from '../delegation/release-offers.ts'
import type { Edits } from '../http/ports/review-desk.ts'
import { alone, LOOK_AGAIN_SECONDS, taskRun } from './alone.ts'
import type { JobQueue, Jobs } from './job-queue.ts'

export interface ConcludeParts extends ConclusionParts {
  readonly mandates: Pick<MandateLedger, 'get'>
  readonly approvals: Pick<ApprovalLedger, 'proposal' | 'outcomeOf'>
  readonly proposals: Pick<Proposals & Edits, 'open' | 'resumeEdit'>
  readonly threads: Pick<ThreadStore, 'get' | 'post'>
  readonly channel: Pick<CounterpartyChannel, 'release'>
  readonly explanations: Pick<ExplanationBook, 'addAll'>
  readonly leases: RunLeases
  readonly jobs: Pick<JobQueue, 'enqueue'>
  readonly ids: Ids
}

/**
 * The job; safe to run at any time and any number of times. While negotiations are open it does nothing; when the task
 * has come to its end it lets go of the offers that were held beside the one that was taken.
 */
export function concludeTask(parts: ConcludeParts) {
  return async ({ taskId }: Jobs['conclude-task']): Promise<void> => {
    // Two at once would propose twice.
    const outcome = await alone(parts, taskRun(taskId), () => conclude(parts, taskId))
    if (outcome === 'done') return
    await parts.jobs.enqueue('conclude-task', { taskId }, { key: taskId, startAfterSeconds: LOOK_AGAIN_SECONDS })
  }
}

async function conclude(parts: ConcludeParts, taskId: string): Promise<void> {
  const { negotiations, mandates, clock } = parts
  const task = await negotiations.task(taskId)
  if (task === null) return
  if (task.status === 'done' || task.status === 'no-deal' || task.status === 'stopped') return letGo(parts, task)
  const talks = await negotiations.negotiationsOf(taskId)
  if (talks.some(({ status }) => status === 'open')) return
  const mandate = await mandates.get(task.mandateId)
  if (mandate === null) return
  if (task.status === 'negotiating' && notInForce(mandate, clock.now()) !== null) {
    await negotiations.setTask(taskId, { status: 'stopped' })
    return letGo(parts, task)
  }
  if (task.status !== 'negotiating' && task.status !== 'awaiting-approval') return
  const conclusion = await readConclusion(parts, task, mandate)
  // A task that awaits approval has its proposal; what a crash may have left out is telling the customer. One that is
  // still negotiating has none, or an edited one whose successor a crash has kept from being made: the counterparty is
  // asked for what the editor wanted, and the task is looked at anew.
  const last = task.proposalId === null ? null : await parts.approvals.proposal(task.proposalId)
  const current = last !== null && (await parts.approvals.outcomeOf(last.id)) === null
  if (last !== null && !current && (await parts.proposals.resumeEdit(last))) return conclude(parts, taskId)
  const proposal = current ? last : await propose(parts, { task, mandate, conclusion, last })
  const choice = await chosen(parts, conclusion, proposal)
  await keepReasons(parts, task, choice)
  await tellCustomer(parts, { task, choice, proposal, asked: talks.length })
  if (proposal !== null) return
  await negotiations.setTask(taskId, { status: 'no-deal' })
  await negotiations.addEvent(taskId, 'no-deal', {}, clock.now())
  await letGo(parts, task)
}

async function propose(
  parts: ConcludeParts,
  {
    task,
    mandate,
    conclusion,
    last,
  }: { task: Task; mandate: Mandate; conclusion: ReadConclusion; last: Proposal | null },
): Promise<Proposal | null> {
  const { choice, contract, sources } = conclusion
  const { best } = choice
  const customer = await parts.records.customer(task.customerId)
  if (best === null || customer === null) return null
  const within = actsFor(best, contract, customer, today(parts.clock)).filter(
    // A notice to somebody the customer did not name stays the customer's own to send.
    ({ type, counterpartyId }) => type === 'conclude' || mandate.counterparties.includes(counterpartyId),
  )
  const deadline = earlierOf(best.held.validUntil, mandate.expiresAt)
  return parts.proposals.open({
    customerId: task.customerId,
    threadId: task.threadId,
    taskId: task.id,
    mandateId: mandate.id,
    proposer: 'agent',
    terms: { acts: [...within] },
    brief: dealBrief(best, choice, { sources, deadline, further: within.slice(1) }),
    expiresAt: deadline,
    ...(last === null ? {} : { supersedes: last.id }),
  })
}

/** Kept before the figure is told, so that it can be asked about. */
async function keepReasons({ explanations, clock }: ConcludeParts, task: Task, { why }: ReadConclusion['choice']) {
  if (why === undefined) return
  const kept = { id: explanationId(task.customerId, why), explanation: why }
  await explanations.addAll(task.customerId, [kept], clock.now())
}

/** What is told is what was proposed, also when another offer has since become the best. */
async function chosen(
  { registry }: ConcludeParts,
  { choice }: ReadConclusion,
  proposal: Proposal | null,
): Promise<ReadConclusion['choice']> {
  const act = proposal?.terms.acts.find(({ type }) => type === 'conclude')
  if (act?.type !== 'conclude' || choice.best?.held.offerId === act.offerId) return choice
  const { negotiationId, offerId, terms, validUntil, counterpartyId, counterpartyName } = act
  const { why: _otherDeal, ...rest } = choice
  const synthetic = (await registry.get(counterpartyId))?.synthetic ?? false
  const counterparty = { id: counterpartyId, name: counterpartyName, synthetic }
  return { ...rest, saving: null, best: { negotiationId, counterparty, held: { offerId, terms, validUntil } } }
}

/** Nothing is released that was committed, or that may have been. */
async function letGo(parts: ConcludeParts, task: Task): Promise<void> {
  const proposal = task.proposalId === null ? null : await parts.approvals.proposal(task.proposalId)
  const taken = proposal?.terms.acts.flatMap((act) => (act.type === 'conclude' ? [act.offerId] : [])) ?? []
  await releaseHeldOffers(parts, task.id, task.status === 'done' ? taken : [])
}
