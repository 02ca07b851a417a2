/**
 * Proposals that withdraw from commitments, on SQL: of a commitment one at a time.
 *
 * @module
 */
import type { Proposal } from '../../tools/commitments/proposal.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Queryable } from './queryable.ts'

/** A withdrawal stands while it is open, and once approved unless it certainly was not done. */
const STANDS = /* sql */ `
  (a.outcome is null or a.outcome = 'approved' and (
    exists (select from commitments c where c.proposal_id = w.proposal_id)
    or coalesce((select t.kind from attempts t where t.proposal_id = w.proposal_id order by t.seq desc limit 1), 'started')
      not in ('refused', 'withheld')))`

/** Notes which commitment a proposal withdraws from, in the transaction that opens it. @throws ParleyError CONFLICT */
export async function noteWithdrawal(client: Queryable, { id, withdraws: told, supersedes }: Proposal): Promise<void> {
  const withdraws = told ?? (await withdrawnBy(client, supersedes))
  if (withdraws === null) return
  const { rowCount } = await client.query(
    /* sql */ `
      insert into withdrawals (of_proposal, of_act, n, proposal_id)
      select $1, $2, 1 + (select count(*) from withdrawals where of_proposal = $1 and of_act = $2), $3
      where not exists (
        select from withdrawals w left join approvals a on a.proposal_id = w.proposal_id
        where w.of_proposal = $1 and w.of_act = $2 and ${STANDS})`,
    [withdraws.proposalId, withdraws.act, id],
  )
  if (rowCount === 0) throw new ParleyError('CONFLICT', 'A withdrawal from this contract is under way already.')
}

/** An edited withdrawal withdraws from the same commitment. */
async function withdrawnBy(
  client: Queryable,
  proposalId: string | null,
): Promise<{ readonly proposalId: string; readonly act: number } | null> {
  if (proposalId === null) return null
  const { rows } = await client.query<{ of_proposal: string; of_act: number }>(
    'select of_proposal, of_act from withdrawals where proposal_id = $1',
    [proposalId],
  )
  return rows[0] === undefined ? null : { proposalId: rows[0].of_proposal, act: rows[0].of_act }
}

/** The withdrawal that stands, open or approved; null where there is none. */
export async function standingWithdrawal(
  db: Queryable,
  of: { readonly proposalId: string; readonly act: number },
): Promise<{ readonly id: string; readonly open: boolean } | null> {
  const { rows } = await db.query<{ id: string; open: boolean }>(
    /* sql */ `
      select w.proposal_id as id, a.outcome is null as open
      from withdrawals w left join approvals a on a.proposal_id = w.proposal_id
      where w.of_proposal = $1 and w.of_act = $2 and ${STANDS} order by w.n desc limit 1`,
    [of.proposalId, of.act],
  )
  return rows[0] ?? null
}
