/**
 * Starting a withdrawal: itself a proposal, decided under the policy and executed by the same job as every act.
 *
 * @module
 */
import type { ApprovalLedger, Commitment } from '../tools/commitments/approval-ledger.ts'
import type { ConcludeAct, Proposal } from '../tools/commitments/proposal.ts'
import type { Proposals } from '../tools/commitments/proposals.ts'
import { undoRight } from '../tools/commitments/undo-right.ts'
import { withdrawalProposal } from '../tools/commitments/withdrawal-proposal.ts'
import type { Withdrawable, Withdrawals } from '../tools/commitments/withdrawals.ts'
import type { CustomerBook } from '../tools/offers/contract.ts'
import { type Clock, dayOf, today } from '../tools/shared/clock.ts'
import { ParleyError } from '../tools/shared/errors.ts'
import { standingWithdrawal } from './db/postgres-withdrawals.ts'
import type { Queryable } from './db/queryable.ts'
import type { CommitmentBook } from './http/ports/review-desk.ts'

export interface WithdrawalParts {
  readonly db: Queryable
  readonly approvals: Pick<ApprovalLedger, 'proposal'>
  readonly commitments: CommitmentBook
  readonly proposals: Pick<Proposals, 'open'>
  readonly customers: CustomerBook
  readonly clock: Clock
}

/** How many commitments of a customer are looked through. */
const LIMIT = 100

export function createWithdrawals(parts: WithdrawalParts): Withdrawals {
  const { db, approvals, clock } = parts

  async function withdrawable(commitment: Commitment): Promise<Withdrawable | null> {
    const { proposalId, act, undo } = commitment
    if (undo === undefined) return null
    const proposal = await approvals.proposal(proposalId)
    const standing = await standingWithdrawal(db, { proposalId, act })
    const state = standing !== null ? 'under-way' : today(clock) > undo.lastDay ? 'over' : 'open'
    const counterpartyName = proposal?.terms.acts[act]?.counterpartyName ?? commitment.counterpartyId
    return { proposalId, act, counterpartyName, window: undo, state, withdrawalId: standing?.id ?? null }
  }

  async function offered(customerId: string): Promise<readonly Withdrawable[]> {
    const commitments = await parts.commitments.commitments({ customerId, limit: LIMIT })
    const all = await Promise.all(commitments.map(withdrawable))
    return all.filter((one) => one !== null)
  }

  /** The proposal to withdraw that is open, or null where one may be opened. @throws ParleyError CONFLICT when approved */
  async function openOne(of: { readonly proposalId: string; readonly act: number }): Promise<Proposal | null> {
    const standing = await standingWithdrawal(db, of)
    if (standing === null) return null
    if (standing.open) return approvals.proposal(standing.id)
    throw new ParleyError('CONFLICT', 'The withdrawal from this contract is approved already.', {
      facts: { withdrawalId: standing.id },
    })
  }

  return {
    offered,

    async start({ customerId, proposalId, act: wanted, threadId = null }) {
      const proposal = await approvals.proposal(proposalId)
      const all = await parts.commitments.commitments({ customerId, limit: LIMIT })
      const own = all.filter(
        (commitment) => commitment.proposalId === proposalId && (wanted === undefined || commitment.act === wanted),
      )
      if (proposal === null || proposal.customerId !== customerId || own.length === 0) {
        throw new ParleyError('NOT_FOUND', `There is no commitment ${proposalId}.`)
      }
      const { commitment, act } = chosen(proposal, own)
      const window = windowOf(act, commitment)
      const of = { proposalId, act: commitment.act }
      const open = await openOne(of)
      if (open !== null) return open
      if (today(clock) > window.lastDay) {
        throw new ParleyError(
          'CONFLICT',
          `The last day to withdraw from this contract was ${window.lastDay} (${window.source}). Were the documents complete only later, a person can look at it: ask for one.`,
          { facts: { lastDay: window.lastDay, ruleId: window.ruleId } },
        )
      }
      const customer = await parts.customers.customer(customerId)
      if (customer === null) throw new ParleyError('NOT_FOUND', `There is no customer ${customerId}.`)
      const endedBefore = endedWith(proposal, all)
      try {
        return await parts.proposals.open(
          withdrawalProposal({ proposal, act, commitment, window, customer, endedBefore, threadId }),
        )
      } catch (error) {
        // Of two at the same moment one opens it, and the other gets what that one opened.
        const raced = (error as { constraint?: string }).constraint === 'withdrawals_pkey'
        const theirs = raced || error instanceof ParleyError ? await openOne(of) : null
        if (theirs === null) throw error
        return theirs
      }
    },
  }
}

/** The one contract among these commitments that has, or could have had, a window. @throws ParleyError CONFLICT */
function chosen(
  proposal: Proposal,
  commitments: readonly Commitment[],
): { readonly commitment: Commitment; readonly act: ConcludeAct } {
  const contracts = commitments.flatMap((commitment) => {
    const act = proposal.terms.acts[commitment.act]
    return act?.type === 'conclude' ? [{ commitment, act }] : []
  })
  const [only, ...others] = contracts
  if (only === undefined) {
    throw new ParleyError(
      'CONFLICT',
      'What was declared here is no contract, and there is no right to withdraw from it.',
    )
  }
  if (others.length > 0) {
    throw new ParleyError('CONFLICT', 'Several contracts were concluded by this; name the act to withdraw from.', {
      facts: { acts: contracts.map(({ commitment }) => commitment.act) },
    })
  }
  return only
}

function windowOf(act: ConcludeAct, { undo, committedAt }: Commitment): NonNullable<Commitment['undo']> {
  if (undo !== undefined) return undo
  const right = undoRight(act, { concluded: dayOf(committedAt), relation: 'existing' })
  if (right.kind === 'none') {
    const because = `${right.because.en} (${right.source})`
    throw new ParleyError('CONFLICT', `There is no right to withdraw from this contract: ${because}.`)
  }
  throw new ParleyError('CONFLICT', 'No period to withdraw was recorded with this contract. Ask for a person.')
}

/** With whom the earlier contract was ended as part of the same proposal. */
function endedWith(proposal: Proposal, commitments: readonly Commitment[]): string | null {
  const ended = commitments.find(({ proposalId, act }) => {
    const done = proposal.terms.acts[act]
    return proposalId === proposal.id && done?.type === 'notice' && done.notice === 'cancellation'
  })
  return ended === undefined ? null : (proposal.terms.acts[ended.act]?.counterpartyName ?? null)
}
