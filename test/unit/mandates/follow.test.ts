/**
 * What "how is it going?" puts before the customer.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import { type FollowParts, follow } from '../../../tools/mandates/follow.ts'
import type { Mandate } from '../../../tools/mandates/mandate.ts'
import { fixedClock } from '../../../tools/shared/clock.ts'
import type { ToolContext } from '../../../tools/shared/tool-context.ts'

const mandate = {
  ...{ id: 'm1', customerId: 'c', threadId: 't', need: 'insurance', subject: null, goal: '', counterparties: ['in-1'] },
  ...{ limits: { maxMonthly: '12.00', requiredCoverage: ['bicycleTheft'] }, disclosures: [] },
  ...{ createdAt: '', confirmedAt: null, revokedAt: null, expiresAt: '2026-12-06T09:00:00.000Z' },
} as unknown as Mandate
const letter = {
  ...{ id: 'p1', taskId: null, proposer: 'agent', terms: { acts: [] }, termsHash: 'h' },
  ...{ required: { reviewers: 1, customer: false }, expiresAt: '2026-11-29T09:00:00.000Z' },
  brief: {
    act: { de: 'Widerspruch senden', en: 'send the objection' },
    counterparty: 'Modehaus Elbe',
    amounts: { now: null, monthly: null, total: { amount: '6.00', currency: 'EUR' } },
    termMonths: null,
    deadline: '2026-11-29',
  },
} as unknown as Proposal
const context = {
  ...{ customerId: 'c', threadId: 't', locale: 'de', clock: fixedClock('2026-11-22T09:00:00.000Z') },
} as unknown as ToolContext

function ask(on: { readonly pending?: Mandate; readonly letters?: readonly Proposal[] }) {
  const parts: FollowParts = {
    delegations: { follow: async () => [], namesOf: async () => ['Nordlicht Versicherung'] },
    mandates: { pendingOf: async () => on.pending ?? null },
    proposals: { openOf: async () => on.letters ?? [] },
  }
  return follow(parts, context, async () => ({ currency: 'EUR', about: null }))
}

describe('how things stand', () => {
  it('shows a mandate that waits again, so that a yes means these limits', async () => {
    const { answer, focus } = await ask({ pending: mandate })
    expect(answer).toMatchObject({ kind: 'mandate-draft', mandateId: 'm1', counterparties: ['Nordlicht Versicherung'] })
    expect(answer).toMatchObject({ cover: [{ de: 'Fahrraddiebstahl', en: 'bicycle theft' }] })
    expect(focus).toEqual({ mandateId: 'm1' })
  })

  it('tells of a letter that waits for the review', async () => {
    const { answer, focus } = await ask({ letters: [letter] })
    expect(answer).toMatchObject({
      kind: 'progress',
      letters: [{ proposalId: 'p1', counterparty: 'Modehaus Elbe', waitsFor: ['reviewer'] }],
    })
    expect(focus).toEqual({})
  })

  it('shows no mandate for a yes beside something else that waits', async () => {
    const { answer, focus } = await ask({ pending: mandate, letters: [letter] })
    expect(answer).toMatchObject({ kind: 'progress', pendingMandate: 'm1' })
    // A yes to it shows it first.
    expect(focus).toEqual({ waitingMandateId: 'm1' })
  })
})
