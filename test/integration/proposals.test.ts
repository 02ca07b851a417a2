import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { postgresLeases } from '../../src/db/postgres-leases.ts'
import { postgresMandates } from '../../src/db/postgres-mandates.ts'
import { alone, taskRun } from '../../src/jobs/alone.ts'
import { createProposals, type ProposalParts } from '../../src/proposals.ts'
import type { Proposal } from '../../tools/commitments/proposal.ts'
import type { ProposalRequest } from '../../tools/commitments/proposals.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type Gate, movableClock, NOW, notingQueue, openGate } from '../support/gate.ts'
import { brief, concludeAct, LOAN, noticeAct, noticeBrief } from '../support/proposals.ts'

let database: TestDatabase
let gate: Gate
const queue = notingQueue()
const clock = movableClock()
const renegotiate = vi.fn<ProposalParts['renegotiate']>()
const withinMandate = vi.fn<ProposalParts['withinMandate']>()

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, queue, clock)
  await gate.customer('c-anna')
})
afterAll(() => database.close())
beforeEach(() => {
  clock.set(NOW)
  renegotiate.mockReset().mockResolvedValue(null)
  withinMandate.mockReset().mockReturnValue([])
})

const proposals = () =>
  createProposals({
    desk: gate.desk,
    ledger: gate.ledger,
    mandates: postgresMandates(database.pool, queue),
    clock,
    ids: randomIds,
    withinMandate,
    renegotiate,
    alone: (taskId, work) => alone({ leases: postgresLeases(database.pool), ids: randomIds }, taskRun(taskId), work),
  })

const request = (change: Partial<ProposalRequest> = {}): ProposalRequest => ({
  customerId: 'c-anna',
  threadId: null,
  taskId: null,
  mandateId: null,
  proposer: 'agent',
  terms: { acts: [concludeAct()] },
  brief: brief(),
  expiresAt: '2026-12-24T00:00:00.000Z',
  ...change,
})

const notice = () => request({ terms: { acts: [noticeAct()] }, brief: noticeBrief() })

function editOf(opened: Proposal, terms: Proposal['terms'], person = 'r-1') {
  const { id: proposalId, termsHash: hash } = opened
  return { proposalId, person, role: 'reviewer', termsHash: hash, terms, reason: 'better' } as const
}

describe('opening a proposal', () => {
  it('hashes the terms, asks for the votes of the policy, and ends with the offer', async () => {
    const opened = await proposals().open(request())
    expect(opened).toMatchObject({
      termsHash: termsHash({ acts: [concludeAct()] }),
      required: { reviewers: 1, customer: true },
      expiresAt: concludeAct().validUntil,
    })
    expect((await gate.desk.request(opened.id))?.waitsFor).toEqual(['reviewer', 'customer'])
  })

  it('refuses terms that are none, and a brief that says too little', async () => {
    const odd = { acts: [{ ...concludeAct(), extra: 1 }] } as unknown as Proposal['terms']
    await expect(proposals().open(request({ terms: odd }))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const bare = request({ brief: brief({ alternatives: [] }) })
    await expect(proposals().open(bare)).rejects.toMatchObject({ faults: [{ path: 'brief.alternatives' }] })
  })

  it('refuses terms outside the mandate without telling its limits', async () => {
    const { mandateId } = await gate.mandate('c-anna')
    withinMandate.mockReturnValue([{ path: 'maxTermMonths', reason: 'at most 36' }])
    const refused = proposals().open(request({ mandateId }))
    await expect(refused).rejects.toMatchObject({ code: 'MANDATE_EXCEEDED', facts: { faults: ['maxTermMonths'] } })
    await expect(refused).rejects.not.toThrow(/36/)
  })

  it('refuses an offer that has run out', async () => {
    clock.set(concludeAct().validUntil)
    await expect(proposals().open(request())).rejects.toMatchObject({ code: 'OFFER_EXPIRED' })
  })

  it('lists what is open, newest first', async () => {
    await gate.customer('c-new')
    const first = await proposals().open(request({ customerId: 'c-new' }))
    clock.set('2026-11-22T10:00:01Z')
    const second = await proposals().open(request({ customerId: 'c-new' }))
    const third = await proposals().open(request({ customerId: 'c-new' }))
    await proposals().void(third.id, 'no')
    expect((await proposals().openOf('c-new')).map((p) => p.id)).toEqual([second.id, first.id])
  })
})

describe("a reviewer's edit", () => {
  it('of a notice makes a new proposal that another reviewer must approve', async () => {
    const opened = await proposals().open(notice())
    const letter = 'I contest the fee.'
    const terms = { acts: [noticeAct({ terms: { ...noticeAct().terms, letter } })] }
    const next = await proposals().edit(editOf(opened, terms))
    expect(next).toMatchObject({ proposer: 'r-1', supersedes: opened.id, termsHash: termsHash(terms) })
    expect((await gate.ledger.outcomeOf(opened.id))?.outcome).toBe('edited')
    const vote = { proposalId: next?.id ?? '', role: 'reviewer', decision: 'approve', reason: null } as const
    const hash = next?.termsHash ?? ''
    const own = proposals().decide({ ...vote, person: 'r-1', termsHash: hash })
    await expect(own).rejects.toMatchObject({ code: 'PROPOSER_MAY_NOT_DECIDE' })
    expect(await proposals().decide({ ...vote, person: 'r-2', termsHash: hash })).toEqual({ outcome: 'approved' })
  })

  it('of a deal goes back to the counterparty and proposes nothing by itself', async () => {
    const opened = await proposals().open(request())
    // What the provider had stated for the longer term is not theirs to say of the shorter one.
    const { instalment: _, effectiveRatePercent: __, ...loan } = { ...LOAN, termMonths: 24 }
    const edited = { acts: [concludeAct({ terms: { ...LOAN, termMonths: 24 } })] }
    expect(await proposals().edit(editOf(opened, edited))).toBeNull()
    const asked = { acts: [concludeAct({ terms: loan })] }
    expect(renegotiate).toHaveBeenCalledExactlyOnceWith(opened, asked, 'r-1')
    expect((await gate.ledger.outcomeOf(opened.id))?.outcome).toBe('edited')
    expect((await proposals().openOf('c-anna')).filter((p) => p.supersedes === opened.id)).toEqual([])
  })

  it('outside the mandate is refused and leaves the proposal open', async () => {
    const { mandateId } = await gate.mandate('c-anna')
    const opened = await proposals().open(request({ mandateId }))
    withinMandate.mockReturnValue([{ path: 'maxMonthly', reason: 'too much a month' }])
    const terms = { acts: [concludeAct({ terms: { ...LOAN, termMonths: 6 } })] }
    await expect(proposals().edit(editOf(opened, terms))).rejects.toMatchObject({ code: 'MANDATE_EXCEEDED' })
    expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
    expect(renegotiate).not.toHaveBeenCalled()
  })

  it('may not change whom the act goes to, nor leave everything as it is', async () => {
    const opened = await proposals().open(request())
    const elsewhere = { acts: [concludeAct({ counterpartyId: 'other-bank' })] }
    await expect(proposals().edit(editOf(opened, elsewhere))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(proposals().edit(editOf(opened, opened.terms))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
  })

  it('of other terms than the reviewer saw is refused, and asks nobody', async () => {
    const opened = await proposals().open(request())
    const terms = { acts: [concludeAct({ terms: { ...LOAN, termMonths: 24 } })] }
    const stale = { ...editOf(opened, terms), termsHash: termsHash({ older: true }) }
    await expect(proposals().edit(stale)).rejects.toMatchObject({ code: 'APPROVAL_MISMATCH' })
    expect(renegotiate).not.toHaveBeenCalled()
  })

  it('is refused to the proposer and after the closing', async () => {
    const opened = await proposals().open({ ...notice(), proposer: 'r-1' })
    const terms = { acts: [noticeAct({ terms: { ...noticeAct().terms, letter: 'Other words.' } })] }
    await expect(proposals().edit(editOf(opened, terms))).rejects.toMatchObject({ code: 'PROPOSER_MAY_NOT_DECIDE' })
    await proposals().void(opened.id, 'no')
    const late = proposals().edit(editOf(opened, terms, 'r-2'))
    await expect(late).rejects.toMatchObject({ code: 'APPROVAL_CLOSED' })
  })
})
