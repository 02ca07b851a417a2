/**
 * The deciding side of the gate on SQL. Each act is one transaction under the lock of its approval request; whether
 * it may be done at all is the database's answer, not this file's.
 *
 * @module
 */
import type pg from 'pg'
import type { ApprovalDesk } from '../../tools/commitments/approval-desk.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { explainRefusal } from './approval-refusals.ts'
import { approvalRequests } from './approval-requests.ts'
import { closeProposal, type Enqueue, insertProposal, lockProposal } from './approval-transaction.ts'
import { confirmAgain, confirmedBefore, cooledDown, isRipe } from './completion.ts'
import { postgresApprovals } from './postgres-approvals.ts'
import { inTransaction } from './transaction.ts'
import { countVote, repeatedVote } from './votes.ts'

export function postgresApprovalDesk(parts: {
  pool: pg.Pool
  jobs: Enqueue
  clock: Clock
  ids: Ids
  /** Which model speaks to customers now, for the audit trail. */
  model?: string
}): ApprovalDesk {
  const { pool, jobs, clock, model = null } = parts

  /** Runs an act on a locked proposal; the database's refusals come out with a code. */
  async function locked<T>(id: string, act: (client: pg.PoolClient, proposal: Proposal) => Promise<T>): Promise<T> {
    try {
      return await inTransaction(pool, async (client) => act(client, await lockProposal(client, id)))
    } catch (error) {
      throw await explainRefusal(error, id, pool)
    }
  }

  return {
    ...approvalRequests(parts),

    open: (proposal) => inTransaction(pool, (client) => insertProposal(client, jobs, proposal, model)),

    decide: (vote) =>
      locked(vote.proposalId, async (client, proposal) => {
        const repeated = await repeatedVote(client, vote)
        if (repeated !== null) return { outcome: repeated }
        const at = clock.now()
        await countVote(client, parts.ids, proposal, vote, at)
        const { person: actor, reason } = vote
        if (vote.decision === 'reject') {
          await closeProposal(client, jobs, proposal, { outcome: 'rejected', reason, actor, at })
          return { outcome: 'rejected' }
        }
        if (!(await isRipe(client, proposal, at))) return { outcome: 'open' }
        await closeProposal(client, jobs, proposal, { outcome: 'approved', reason: null, actor, at })
        return { outcome: 'approved' }
      }),

    edit: ({ next, ...vote }) =>
      locked(vote.proposalId, async (client, proposal) => {
        const at = clock.now()
        await countVote(client, parts.ids, proposal, { ...vote, decision: 'edit' }, at)
        const { person: actor, reason } = vote
        await closeProposal(client, jobs, proposal, { outcome: 'edited', reason, actor, at })
        if (next !== null) await insertProposal(client, jobs, next, model)
      }),

    void: (proposalId, reason) =>
      locked(proposalId, async (client, proposal) => {
        if ((await postgresApprovals(client).outcomeOf(proposalId)) !== null) return false
        const closing = { outcome: 'voided', reason, actor: proposal.customerId, at: clock.now() } as const
        await closeProposal(client, jobs, proposal, closing)
        return true
      }),

    confirmAgain: (vote) =>
      locked(vote.proposalId, async (client, proposal) => {
        const at = clock.now()
        if (await confirmedBefore(client, vote)) return { outcome: 'approved' }
        await confirmAgain(client, proposal, vote, at)
        await closeProposal(client, jobs, proposal, { outcome: 'approved', reason: null, actor: vote.person, at })
        return { outcome: 'approved' }
      }),

    async ripen(now) {
      const ripe: string[] = []
      for (const id of await cooledDown(pool, now)) {
        const closed = await locked(id, async (client, proposal) => {
          if ((await postgresApprovals(client).outcomeOf(id)) !== null) return false
          if (!(await isRipe(client, proposal, now))) return false
          const closing = { outcome: 'approved', reason: null, actor: 'parley', at: now } as const
          await closeProposal(client, jobs, proposal, closing)
          return true
        })
        if (closed) ripe.push(id)
      }
      return ripe
    },

    async expire(now) {
      const { rows } = await pool.query<{ id: string }>(
        /* sql */ `
          select id from proposals p
          where expires_at <= $1 and not exists (select from approvals where proposal_id = p.id)
          order by expires_at limit 100`,
        [now],
      )
      const expired: string[] = []
      for (const { id } of rows) {
        const closed = await locked(id, async (client, proposal) => {
          if ((await postgresApprovals(client).outcomeOf(id)) !== null) return false
          const closing = { outcome: 'expired', reason: null, actor: 'parley', at: now } as const
          await closeProposal(client, jobs, proposal, closing)
          return true
        })
        if (closed) expired.push(id)
      }
      return expired
    },
  }
}
