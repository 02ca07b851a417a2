import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../tools/commitments/approval-ledger.ts'
import { waitsFor } from '../../../tools/commitments/waits-for.ts'
import { proposal } from '../../support/proposals.ts'

const vote = (person: string, role: Decision['role']): Decision => ({
  proposalId: 'prop_1',
  person,
  role,
  decision: 'approve',
  termsHash: proposal().termsHash,
  reason: null,
  decidedAt: '2026-11-22T10:00:00.000Z',
})

describe('what a proposal waits for', () => {
  it('waits for reviewer and customer at first', () => {
    expect(waitsFor(proposal(), [])).toEqual(['reviewer', 'customer'])
  })

  it('waits for nobody when the votes are complete', () => {
    expect(waitsFor(proposal(), [vote('r-1', 'reviewer'), vote('c-anna', 'customer')])).toEqual([])
  })

  it('still waits for a second reviewer where two are needed', () => {
    const two = proposal({ required: { reviewers: 2, customer: false, policyVersion: 'v' } })
    expect(waitsFor(two, [vote('r-1', 'reviewer'), vote('r-1', 'reviewer')])).toEqual(['reviewer'])
  })

  it('does not count the proposer', () => {
    expect(waitsFor(proposal({ proposer: 'r-1' }), [vote('r-1', 'reviewer')])).toEqual(['reviewer', 'customer'])
  })
})
