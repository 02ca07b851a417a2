/**
 * Tasks with all that can be shown about them.
 *
 * @module
 */
import { waitsFor } from '../../tools/commitments/waits-for.ts'
import type { TaskView } from '../../tools/mandates/delegations.ts'
import type { Task } from '../../tools/negotiation/negotiation-ledger.ts'
import type { DelegationParts } from './delegation-parts.ts'

/** Tasks of a thread, or of the customer when `threadId` is null, newest first. */
export async function followTasks(
  parts: DelegationParts,
  customerId: string,
  threadId: string | null,
): Promise<readonly TaskView[]> {
  const tasks = await parts.negotiations.tasksOf(customerId)
  const wanted = tasks.filter((task) => threadId === null || task.threadId === threadId)
  return Promise.all(wanted.map((task) => viewOf(parts, task)))
}

async function viewOf(parts: DelegationParts, task: Task): Promise<TaskView> {
  const { negotiations, approvals } = parts
  const proposal = task.proposalId === null ? null : await approvals.proposal(task.proposalId)
  const open = proposal !== null && (await approvals.outcomeOf(proposal.id)) === null
  const talks = await negotiations.negotiationsOf(task.id)
  return {
    task,
    negotiations: await Promise.all(
      talks.map(async (negotiation) => ({
        negotiation,
        counterpartyName: await nameOf(parts, negotiation.counterpartyId, task.customerId),
        moves: await negotiations.moves(negotiation.id),
      })),
    ),
    proposal,
    waitsFor: open ? waitsFor(proposal, await approvals.decisions(proposal.id)) : [],
  }
}

/** The counterparty's name; its id when nobody can say, because what was negotiated must be shown all the same. */
export async function nameOf(
  { registry, records }: Pick<DelegationParts, 'registry' | 'records'>,
  id: string,
  customerId: string,
): Promise<string> {
  const contracts = await records.contracts(customerId)
  const debts = await records.debts(customerId)
  const parties = [...contracts.map(({ provider }) => provider), ...debts.map(({ creditor }) => creditor)]
  const known = parties.find((party) => party.id === id)
  if (known !== undefined) return known.name
  try {
    return (await registry.get(id))?.name ?? id
  } catch {
    return id // the market is away, and a progress report does not wait for it
  }
}
