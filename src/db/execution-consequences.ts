/**
 * What follows from a line about an act: the audit entry, the task's status, and the doorbell of the waiting graph.
 *
 * @module
 */
import type { Attempt } from '../../tools/commitments/execution-ledger.ts'
import type { TaskStatus } from '../../tools/negotiation/negotiation-ledger.ts'
import { concludeLater, type Enqueue, noteTask } from './approval-transaction.ts'
import { postgresApprovals } from './postgres-approvals.ts'
import { record } from './postgres-audit.ts'
import type { Queryable } from './queryable.ts'

/** Call in the transaction that added the line. */
export async function follow(
  client: Queryable,
  jobs: Enqueue,
  line: {
    proposalId: string
    act: number
    kind: Attempt['kind'] | 'committed'
    detail: Record<string, unknown>
    at: Date
  },
): Promise<void> {
  const { proposalId, act, kind, detail, at } = line
  const ledger = postgresApprovals(client)
  const proposal = await ledger.proposal(proposalId)
  if (proposal === null) return // the foreign key has refused the line before
  const action = `act.${kind}`
  const entry = { customerId: proposal.customerId, actor: 'parley', action, subject: proposalId, at }
  const chained = { ...detail, termsHash: proposal.termsHash }
  if (kind === 'refused') {
    // A refusal is the counterparty's own wording; every other detail is a code of ours.
    await record(
      { ...entry, detail: { act, termsHash: proposal.termsHash }, words: { detail: String(detail.detail ?? '') } },
      client,
    )
  } else await record({ ...entry, detail: chained }, client)
  const status = statusAfter(kind, { act, acts: proposal.terms.acts.length })
  await noteTask(client, proposal, { status, kind: `act-${kind}`, data: { proposalId, act }, at })
  if (status !== 'executing') await jobs.enqueue('wake-proposal', { proposalId }, { db: client, key: proposalId })
  if (status === 'done' || status === 'no-deal') await concludeLater(client, jobs, proposal)
}

function statusAfter(kind: Attempt['kind'] | 'committed', { act, acts }: { act: number; acts: number }): TaskStatus {
  if (kind === 'committed') return act + 1 === acts ? 'done' : 'executing'
  if (kind === 'unknown') return 'needs-human'
  // Where an earlier act stands and a later one does not, a person has to look at the half that was done.
  if (kind === 'refused' || kind === 'withheld') return act === 0 ? 'no-deal' : 'needs-human'
  return 'executing'
}
