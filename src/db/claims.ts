/**
 * Who looks at a request: one reviewer at a time, for a while. Call under the lock of the proposal.
 *
 * @module
 */
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { postgresApprovals } from './postgres-approvals.ts'
import { record } from './postgres-audit.ts'
import type { Queryable } from './queryable.ts'

interface ClaimRow {
  claimed_by: string | null
  claim_expires_at: Date | null
  passed_over: string | null
  passed_over_until: Date | null
  stands: boolean
}

async function claimOn(client: Queryable, proposalId: string, person: string): Promise<ClaimRow | undefined> {
  const { rows } = await client.query<ClaimRow>(
    /* sql */ `
      select claimed_by, claim_expires_at, passed_over, passed_over_until, reviewer_stands($2) as stands
      from approval_requests where proposal_id = $1`,
    [proposalId, person],
  )
  return rows[0]
}

/** @throws ParleyError CONFLICT while somebody else looks at it: two people must not work on one request */
export async function respectClaim(client: Queryable, proposalId: string, person: string, at: Date): Promise<void> {
  const claim = await claimOn(client, proposalId, person)
  const { claimed_by: holder = null, claim_expires_at: until = null } = claim ?? {}
  if (holder === null || holder === person || until === null || until <= at) return
  throw new ParleyError(
    'CONFLICT',
    `Another reviewer is looking at proposal ${proposalId} until ${until.toISOString()}.`,
    {
      facts: { proposalId, until: until.toISOString() },
    },
  )
}

/** A reviewer's first claim, vote or question ends the wait for a look. */
export async function noteFirstLook(client: Queryable, proposalId: string, at: Date): Promise<void> {
  await client.query(
    'update approval_requests set first_look_at = $2 where proposal_id = $1 and first_look_at is null',
    [proposalId, at],
  )
}

/** @throws ParleyError as `ApprovalDesk.claim` */
export async function takeClaim(
  client: Queryable,
  proposal: Proposal,
  { person, until, at }: { readonly person: string; readonly until: Date; readonly at: Date },
): Promise<void> {
  const { id } = proposal
  const ledger = postgresApprovals(client)
  const closing = await ledger.outcomeOf(id)
  if (closing !== null) {
    const { outcome, decidedAt } = closing
    throw new ParleyError('APPROVAL_CLOSED', `Proposal ${id} was ${outcome} before.`, {
      facts: { proposalId: id, outcome, decidedAt },
    })
  }
  if (proposal.proposer === person) {
    throw new ParleyError('PROPOSER_MAY_NOT_DECIDE', `You made the terms of proposal ${id}; another reviewer decides.`)
  }
  const claim = await claimOn(client, id, person)
  if (claim?.stands !== true) {
    throw new ParleyError('FORBIDDEN', `You are no reviewer any more, so you cannot claim proposal ${id}.`)
  }
  await respectClaim(client, id, person, at)
  if ((await ledger.decisions(id)).some((vote) => vote.person === person)) {
    throw new ParleyError('CONFLICT', `You have voted on proposal ${id}; it waits for somebody else.`)
  }
  const { passed_over: late, passed_over_until: lateUntil } = claim
  if (late === person && lateUntil !== null && lateUntil > at) {
    throw new ParleyError('CONFLICT', `Proposal ${id} lay with you too long; it is left to others for now.`, {
      facts: { proposalId: id, until: lateUntil.toISOString() },
    })
  }
  await client.query('update approval_requests set claimed_by = $2, claim_expires_at = $3 where proposal_id = $1', [
    ...[id, person, until],
  ])
  await noteFirstLook(client, id, at)
  const entry = { customerId: proposal.customerId, actor: person, action: 'approval.claimed', subject: id }
  await record({ ...entry, detail: { until: until.toISOString() }, at }, client)
}

/** Puts a request back; nothing happens when this person does not hold it. */
export async function dropClaim(client: Queryable, proposal: Proposal, person: string, at: Date): Promise<void> {
  const { rowCount } = await client.query(
    'update approval_requests set claimed_by = null, claim_expires_at = null where proposal_id = $1 and claimed_by = $2',
    [proposal.id, person],
  )
  if (rowCount === 0) return
  const entry = { customerId: proposal.customerId, actor: person, action: 'approval.released', subject: proposal.id }
  await record({ ...entry, detail: {}, at }, client)
}
