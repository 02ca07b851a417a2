import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { httpExecutor } from '../../../src/channels/http-executor.ts'
import type { ApprovalLedger } from '../../../tools/commitments/approval-ledger.ts'
import { ApprovedProposal } from '../../../tools/commitments/approved-proposal.ts'
import type { Act } from '../../../tools/commitments/proposal.ts'
import { ParleyError } from '../../../tools/shared/errors.ts'
import { termsHash } from '../../../tools/shared/terms-hash.ts'
import { COMMITTED_AT, registryOf, startCounterparty, type TestCounterparty } from '../../support/counterparty.ts'
import { concludeAct, LOAN, noticeAct, proposal } from '../../support/proposals.ts'

let party: TestCounterparty

beforeAll(async () => {
  party = await startCounterparty()
})
afterAll(() => party.close())
beforeEach(() => {
  party.manner = 'plain'
  party.cannotSay = false
  party.book.clear()
  party.received.length = 0
})

const executor = () =>
  httpExecutor(
    registryOf(party, () => new ParleyError('NOT_FOUND', 'nobody')),
    { timeoutMs: 300, retryAfterMs: [] },
  )

/** A proposal that a ledger says was approved. */
function approved(...acts: Act[]): Promise<ApprovedProposal> {
  const terms = { acts }
  const approvedTerms = proposal({ id: 'prop/1', terms })
  const hash = termsHash(terms)
  const ledger: Pick<ApprovalLedger, 'proposal' | 'outcomeOf'> = {
    proposal: async () => approvedTerms,
    outcomeOf: async () => ({
      proposalId: 'prop/1',
      termsHash: hash,
      outcome: 'approved',
      reason: null,
      decidedAt: '2026-11-22T10:00:00.000Z',
    }),
  }
  return ApprovedProposal.approve(ledger as ApprovalLedger, 'prop/1')
}

describe('sending an act', () => {
  it('commits to exactly the held offer, with its hash, its key and a receipt', async () => {
    const deal = await approved(concludeAct({ offerId: 'offer/1' }))
    expect(await executor().execute(deal, 0)).toEqual({
      kind: 'committed',
      reference: 'V-1',
      committedAt: COMMITTED_AT,
    })
    expect(party.received).toEqual([
      {
        path: '/offers/offer%2F1/commit',
        key: 'prop/1/0',
        body: {
          terms: LOAN,
          termsHash: termsHash(LOAN),
          receipt: {
            proposalId: 'prop/1',
            act: 0,
            proposalHash: deal.approval.termsHash,
            approvedAt: '2026-11-22T10:00:00.000Z',
            policyVersion: 'default-2026-11',
          },
        },
      },
    ])
  })

  it('sends a notice with what it is about', async () => {
    const notice = noticeAct()
    expect((await executor().execute(await approved(concludeAct(), notice), 1)).kind).toBe('committed')
    expect(party.received[0]).toMatchObject({
      path: '/notices',
      key: 'prop/1/1',
      body: { kind: 'dispute', subject: notice.subject, terms: notice.terms, termsHash: termsHash(notice.terms) },
    })
  })

  it('hands on a refusal with its reason', async () => {
    party.manner = 'refuse'
    expect(await executor().execute(await approved(concludeAct()), 0)).toEqual({ kind: 'refused', reason: 'sold out' })
  })

  it.each(['hang', 'lose-answer', 'drop', 'garble', 'forbid'] as const)(
    'does not know what happened after "%s", and sends only once',
    async (manner) => {
      party.manner = manner
      expect((await executor().execute(await approved(concludeAct()), 0)).kind).toBe('unknown')
      expect(party.received).toHaveLength(1)
    },
  )

  it('does not know what happened when nobody listens', async () => {
    const deaf = httpExecutor({ endpointOf: async () => ({ baseUrl: 'http://127.0.0.1:9', token: 't' }) })
    expect((await deaf.execute(await approved(concludeAct()), 0)).kind).toBe('unknown')
  })
})

describe('asking for a key', () => {
  it('hears of a commitment, also one whose answer was lost', async () => {
    party.manner = 'lose-answer'
    const deal = await approved(concludeAct())
    await executor().execute(deal, 0)
    expect(await executor().statusOf(deal, 0)).toEqual({
      kind: 'committed',
      reference: 'V-1',
      committedAt: COMMITTED_AT,
    })
    expect(party.asked.at(-1)).toBe('prop/1/0')
  })

  it('tells certainly not from cannot say', async () => {
    const deal = await approved(concludeAct())
    expect(await executor().statusOf(deal, 0)).toEqual({ kind: 'not-received' })
    party.cannotSay = true
    expect(await executor().statusOf(deal, 0)).toEqual({ kind: 'cannot-say' })
  })
})

describe('reaching a counterparty', () => {
  it('says whether anybody connects us, and sends nothing', async () => {
    expect(await executor().reaches(await approved(concludeAct()), 0)).toBe(true)
    expect(await executor().reaches(await approved(concludeAct({ counterpartyId: 'nobody' })), 0)).toBe(false)
    expect(party.received).toEqual([])
  })
})
