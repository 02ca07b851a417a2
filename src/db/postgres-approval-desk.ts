/**
 * The deciding side of the gate on SQL. Each act is one transaction under the lock of its approval request; whether
 * it may be done at all is the database's answer, not this file's.
 *
 * @module
 */
import type pg from 'pg'
import type { ApprovalDesk, ApprovalRequest } from '../../tools/commitments/approval-desk.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import { explainRefusal } from './approval-refusals.ts'
import { approvalRequests } from './approval-requests.ts'
import { closeProposal, type Enqueue, insertProposal, lockProposal } from './approval-transaction.ts'
import { dropClaim, noteFirstLook, respectClaim, takeClaim } from './claims.ts'
import { confirmAgain, confirmedBefore, cooledDown, isRipe } from './completion.ts'
import { keepEditedDeal, readEditedDeal } from './edited-deals.ts'
import { postgresApprovals } from './postgres-approvals.ts'
import { loadRequests } from './request-rows.ts'
import { answerAbout, askAbout, proposalOfQuestion } from './review-questions.ts'
import { keepReviewTimes } from './review-times.ts'
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
        if (vote.role === 'reviewer') await respectClaim(client, proposal.id, vote.person, at)
        await countVote(client, parts.ids, proposal, vote, at)
        if (vote.role === 'reviewer') await looked(client, proposal, vote.person, at)
        const { person: actor, reason } = vote
        if (vote.decision === 'reject') {
          await closeProposal(client, jobs, proposal, { outcome: 'rejected', reason, actor, at })
          return { outcome: 'rejected' }
        }
        if (!(await isRipe(client, proposal, at))) return { outcome: 'open' }
        await closeProposal(client, jobs, proposal, { outcome: 'approved', reason: null, actor, at })
        return { outcome: 'approved' }
      }),

    edit: ({ next, wanted, ...vote }) =>
      locked(vote.proposalId, async (client, proposal) => {
        const at = clock.now()
        await respectClaim(client, proposal.id, vote.person, at)
        await countVote(client, parts.ids, proposal, { ...vote, decision: 'edit' }, at)
        await looked(client, proposal, vote.person, at)
        const { person: actor, reason } = vote
        await closeProposal(client, jobs, proposal, { outcome: 'edited', reason, actor, at })
        if (next !== null) await insertProposal(client, jobs, next, model)
        if (wanted !== undefined) await keepEditedDeal(client, proposal, { terms: wanted, editor: actor })
      }),

    editedDeal: (proposalId) => readEditedDeal(pool, proposalId),

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

    ask: (asking) =>
      locked(asking.proposalId, async (client, proposal) => {
        const at = clock.now()
        await respectClaim(client, proposal.id, asking.person, at)
        const question = await askAbout(client, parts.ids, proposal, asking, at)
        await noteFirstLook(client, proposal.id, at)
        return question
      }),

    async answer({ questionId, ...given }) {
      const proposalId = await proposalOfQuestion(pool, questionId, given.customerId)
      if (proposalId === null) return 'gone'
      return locked(proposalId, (client) =>
        answerAbout(client, { id: questionId, proposalId }, { ...given, at: clock.now() }),
      )
    },

    claim: (proposalId, person, minutes) =>
      locked(proposalId, async (client, proposal) => {
        const at = clock.now()
        await takeClaim(client, proposal, { person, until: new Date(at.getTime() + minutes * 60_000), at })
        return requestNow(client, proposalId, at)
      }),

    release: (proposalId, person) =>
      locked(proposalId, (client, proposal) => dropClaim(client, proposal, person, clock.now())),

    keepTime: (now) => keepReviewTimes(parts, now),

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

/** A vote is a look, and its claim has served. */
async function looked(client: pg.PoolClient, proposal: Proposal, person: string, at: Date): Promise<void> {
  await noteFirstLook(client, proposal.id, at)
  await dropClaim(client, proposal, person, at)
}

async function requestNow(client: pg.PoolClient, proposalId: string, at: Date): Promise<ApprovalRequest> {
  const [request] = await loadRequests(client, [proposalId], at)
  if (request === undefined) throw new ParleyError('NOT_FOUND', `There is no approval request ${proposalId}.`)
  return request
}
