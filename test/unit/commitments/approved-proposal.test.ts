import { describe, expect, it } from 'vitest'
import { httpExecutor } from '../../../src/channels/http-executor.ts'
import type { Approval, ApprovalLedger } from '../../../tools/commitments/approval-ledger.ts'
import { ApprovedProposal } from '../../../tools/commitments/approved-proposal.ts'
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import { concludeAct, LOAN, proposal } from '../../support/proposals.ts'

const approval = (change: Partial<Approval> = {}): Approval => ({
  proposalId: 'prop_1',
  termsHash: proposal().termsHash,
  outcome: 'approved',
  reason: null,
  decidedAt: '2026-11-22T10:00:00.000Z',
  ...change,
})

function ledgerWith(stored: Proposal | null, closing: Approval | null): ApprovalLedger {
  return {
    proposal: async () => stored,
    outcomeOf: async () => closing,
    decisions: async () => [],
    executionOf: async () => ({ kind: 'waiting' }),
  }
}

const approve = (stored: Proposal | null, closing: Approval | null) =>
  ApprovedProposal.approve(ledgerWith(stored, closing), 'prop_1')

describe('an approved proposal', () => {
  it('is made of what the ledger says', async () => {
    const approved = await approve(proposal(), approval())
    expect(approved.proposal).toEqual(proposal())
    expect(approved.approval).toEqual(approval())
  })

  it('is not made of what is unknown, undecided or closed otherwise', async () => {
    await expect(approve(null, null)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(approve(proposal(), null)).rejects.toMatchObject({ code: 'APPROVAL_MISMATCH' })
    for (const outcome of ['rejected', 'edited', 'expired', 'voided'] as const) {
      await expect(approve(proposal(), approval({ outcome }))).rejects.toMatchObject({ code: 'APPROVAL_CLOSED' })
    }
  })

  it('is not made of other terms than the approved ones', async () => {
    const worse = { acts: [concludeAct({ terms: { ...LOAN, nominalRatePercent: '19.99' } })] }
    const changed: Proposal = { ...proposal(), terms: worse }
    await expect(approve(changed, approval())).rejects.toMatchObject({ code: 'APPROVAL_MISMATCH' })
    await expect(approve(proposal({ terms: worse }), approval())).rejects.toMatchObject({ code: 'APPROVAL_MISMATCH' })
  })

  it('cannot be forged, neither for the compiler nor when the program runs', async () => {
    // @ts-expect-error the constructor is private: only `approve` makes one
    expect(() => new ApprovedProposal(Symbol('maker'), proposal(), approval())).toThrow(TypeError)
    // @ts-expect-error an object of the same shape is none: the class has private fields
    const lookalike: ApprovedProposal = { proposal: proposal(), approval: approval() }
    const borrowed = Object.create(ApprovedProposal.prototype) as ApprovedProposal
    expect(() => borrowed.proposal).toThrow(TypeError)
    const asked: string[] = []
    const executor = httpExecutor({
      async endpointOf(id) {
        asked.push(id)
        return { baseUrl: 'http://127.0.0.1:9', token: 't' }
      },
    })
    await expect(executor.execute(lookalike, 0)).rejects.toThrow(TypeError)
    await expect(executor.execute(borrowed, 0)).rejects.toThrow(TypeError)
    expect(asked).toEqual([])
  })
})
