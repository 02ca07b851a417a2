import { describe, expect, it } from 'vitest'
import type { Commitment } from '../../../tools/commitments/approval-ledger.ts'
import type { Attempt } from '../../../tools/commitments/execution-ledger.ts'
import { executionState } from '../../../tools/commitments/execution-state.ts'

const attempt = (act: number, kind: Attempt['kind'], detail: string | null = null): Attempt => ({
  proposalId: 'prop_1',
  act,
  kind,
  detail,
  at: '2026-11-22T10:00:00.000Z',
})
const commitment = (act: number): Commitment => ({
  proposalId: 'prop_1',
  act,
  termsHash: 'h',
  counterpartyId: 'musterbank-nord',
  reference: `R-${act}`,
  committedAt: '2026-11-22T10:00:00.000Z',
})

describe('the state of an execution', () => {
  it('waits before anything was tried, and while an attempt has no result', () => {
    expect(executionState(1, [], [])).toEqual({ kind: 'waiting' })
    expect(executionState(1, [attempt(0, 'started')], [])).toEqual({ kind: 'waiting' })
  })

  it('is committed only when every act is confirmed', () => {
    expect(executionState(2, [attempt(0, 'started')], [commitment(0)]).kind).toBe('waiting')
    expect(executionState(2, [], [commitment(0), commitment(1)]).kind).toBe('committed')
  })

  it('names the refused act and what was confirmed before it', () => {
    const tried = [attempt(0, 'started'), attempt(1, 'started'), attempt(1, 'refused', 'sold out')]
    expect(executionState(2, tried, [commitment(0)])).toEqual({
      kind: 'refused',
      act: 1,
      reason: 'sold out',
      commitments: [commitment(0)],
    })
  })

  it('looks at the last word about an act', () => {
    const tried = [attempt(0, 'started'), attempt(0, 'unknown'), attempt(0, 'not-received'), attempt(0, 'started')]
    expect(executionState(1, tried.slice(0, 2), []).kind).toBe('unknown')
    expect(executionState(1, tried, []).kind).toBe('waiting')
  })

  it('says why an act was withheld', () => {
    expect(executionState(1, [attempt(0, 'withheld', 'offer-expired')], [])).toMatchObject({
      kind: 'withheld',
      reason: 'offer-expired',
    })
  })
})
