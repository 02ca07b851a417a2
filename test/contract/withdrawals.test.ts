/** Withdrawals on both databases: the window comes with the commitment, and of a commitment one withdrawal stands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingWithdrawal } from '../../src/db/postgres-withdrawals.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { DealTerms } from '../../tools/offers/terms.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Gate, NOW, notingQueue, openGate } from '../support/gate.ts'
import { concludeAct, noticeAct } from '../support/proposals.ts'

let database: TestDatabase
let gate: Gate

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, notingQueue())
  await gate.customer('c-anna')
})
afterAll(() => database.close())

const required = { reviewers: 1, customer: false, policyVersion: 'v' }

/** An approved act that its counterparty confirmed. */
async function committed(change: Partial<Proposal> = {}) {
  const opened = await gate.open({ required, ...change })
  await gate.approve(opened)
  const line = { proposalId: opened.id, act: 0, termsHash: opened.termsHash }
  await gate.executions.recordAttempt({ ...line, kind: 'started', detail: null, at: NOW })
  const confirmed = { counterpartyId: 'musterbank-nord', reference: 'V-1', committedAt: NOW }
  await gate.executions.recordCommitment({ ...line, ...confirmed }, new Date(NOW))
  return opened
}

const withdrawal = (of: Proposal, change: Partial<Proposal> = {}) =>
  gate.open({
    required,
    terms: { acts: [noticeAct({ notice: 'withdrawal' })] },
    withdraws: { proposalId: of.id, act: 0 },
    ...change,
  })
const standing = (of: Proposal) => standingWithdrawal(database.pool, { proposalId: of.id, act: 0 })

describe('a commitment', () => {
  it('has its window where the law gives one, recorded once, and none where it does not', async () => {
    const loan = await committed()
    const [commitment] = await gate.executions.commitments(loan.id)
    expect(commitment?.undo).toMatchObject({ fromDay: '2026-11-22', lastDay: '2026-12-06' })
    const notice = await committed({ terms: { acts: [noticeAct()] } })
    expect((await gate.executions.commitments(notice.id))[0]?.undo).toBeUndefined()
  })

  it('keeps its window: nothing can move the last day', async () => {
    await committed()
    await expect(database.pool.query(`update undo_windows set last_day = '2027-01-01'`)).rejects.toThrow()
    await expect(database.pool.query('delete from undo_windows')).rejects.toThrow()
  })

  it('is not known to be new where the customer had a contract with this counterparty before', async () => {
    const record = { id: 'k-9', provider: { id: 'sparbank', name: 'Sparbank' } }
    await database.pool.query(
      `insert into contracts (customer_id, id, as_of, record, recorded_at) values ('c-anna', 'k-9', '2026-11-01', $1, $2)`,
      [JSON.stringify(record), NOW],
    )
    const terms: DealTerms = {
      kind: 'savings',
      currency: 'EUR',
      balance: '5000.00',
      nominalRatePercent: '2.1',
      creditsPerYear: 1,
      guaranteedMonths: 0,
    }
    const better = await gate.open({ required, terms: { acts: [concludeAct({ counterpartyId: 'sparbank', terms })] } })
    await gate.approve(better)
    const line = { proposalId: better.id, act: 0, termsHash: better.termsHash }
    await gate.executions.recordAttempt({ ...line, kind: 'started', detail: null, at: NOW })
    const confirmed = { counterpartyId: 'sparbank', reference: 'V-2', committedAt: NOW }
    await gate.executions.recordCommitment({ ...line, ...confirmed }, new Date(NOW))
    expect((await gate.executions.commitments(better.id))[0]?.undo).toBeUndefined()
  })
})

describe('a withdrawal', () => {
  it('is one of many opened at the same moment', async () => {
    const loan = await committed()
    const opened = await Promise.allSettled([1, 2, 3].map(() => withdrawal(loan)))
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('stands while it is open or approved, and may be opened again after a no or when it was certainly not done', async () => {
    const loan = await committed()
    const first = await withdrawal(loan)
    expect(await standing(loan)).toEqual({ id: first.id, open: true })
    await gate.desk.void(first.id, 'no')
    expect(await standing(loan)).toBeNull()
    const second = await withdrawal(loan)
    await gate.approve(second)
    expect(await standing(loan)).toEqual({ id: second.id, open: false })
    await expect(withdrawal(loan)).rejects.toMatchObject({ code: 'CONFLICT' })
    const line = { proposalId: second.id, act: 0, termsHash: second.termsHash, at: NOW }
    await gate.executions.recordAttempt({ ...line, kind: 'started', detail: null })
    await gate.executions.recordAttempt({ ...line, kind: 'refused', detail: 'unknown-contract' })
    expect(await standing(loan)).toBeNull()
    expect((await withdrawal(loan)).id).toBeDefined()
  })

  it('that a reviewer edits goes on as the edited one', async () => {
    const loan = await committed()
    const first = await withdrawal(loan)
    const next: Proposal = { ...first, id: `${first.id}_next`, proposer: 'r-1', supersedes: first.id }
    const { withdraws: _, ...read } = next // as it comes back from the ledger
    const vote = {
      proposalId: first.id,
      termsHash: first.termsHash,
      person: 'r-1',
      role: 'reviewer',
      reason: null,
    } as const
    await gate.desk.edit({ ...vote, next: read })
    expect(await standing(loan)).toEqual({ id: next.id, open: true })
    await expect(withdrawal(loan)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
