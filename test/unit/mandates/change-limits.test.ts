/**
 * Limits change on the customer's word, not on their wondering.
 *
 * @module
 */
import type { StructuredToolInterface } from '@langchain/core/tools'
import { describe, expect, it } from 'vitest'
import type { Mandate } from '../../../tools/mandates/mandate.ts'
import { type MandateParts, mandateTools } from '../../../tools/mandates/tools.ts'
import { fixedClock } from '../../../tools/shared/clock.ts'
import type { ToolContext } from '../../../tools/shared/tool-context.ts'

const mandate = {
  ...{ id: 'm1', customerId: 'c', threadId: 't', need: 'refinance-loan', subject: null, goal: 'a better rate' },
  ...{ limits: { maxTermMonths: 36 }, counterparties: ['bk-1'], disclosures: [], createdAt: '', revokedAt: null },
  ...{ confirmedAt: '2026-11-22T08:00:00.000Z', expiresAt: '2026-12-06T09:00:00.000Z' },
} as unknown as Mandate

/** What came of the words, and which mandates they ended. */
async function say(text: string, shown: Mandate) {
  const revoked: string[] = []
  const parts = {
    mandates: { get: async () => shown, pendingOf: async () => null },
    contracts: { contracts: async () => [] },
    debts: { debts: async () => [] },
    customers: { customer: async () => null },
    delegations: {
      draft: async () => ({ mandate: { ...shown, id: 'm2', confirmedAt: null }, counterpartyNames: ['Moorbank'] }),
      revoke: async (id: string) => revoked.push(id),
    },
  } as unknown as MandateParts
  const context = {
    ...{ customerId: 'c', threadId: 't', locale: 'en', shownMandateId: 'm1', words: [{ id: 'w1', text }] },
    clock: fixedClock('2026-11-22T09:00:00.000Z'),
  } as unknown as ToolContext
  const [, , change] = mandateTools(parts, context) as readonly StructuredToolInterface[]
  return { answer: String(await change?.invoke({ limits: { maxTermMonths: 48 } })), revoked }
}

describe('changing limits of what is under way', () => {
  it.each([
    'What if I changed the term to 48 months?',
    'What would happen if I took 48 months',
    'Was wäre, wenn ich auf 48 Monate gehe?',
    'Kann ich auch 48 Monate nehmen?',
  ])('ends nothing on a question: %s', async (text) => {
    const { answer, revoked } = await say(text, mandate)
    expect(answer).toContain('NOTHING_CHANGED')
    expect(revoked).toEqual([])
  })

  it.each([
    'Change the term to 48 months',
    'Could you make it 48 months?',
    'Dann eben 48 Monate.',
    'Wenn das so ist, dann nehme ich lieber 48 Monate',
  ])('ends what it corrects on a statement or a request: %s', async (text) => {
    const { answer, revoked } = await say(text, mandate)
    expect(answer).toContain('m2')
    expect(revoked).toEqual(['m1'])
  })

  it('takes a question as a correction while nothing is confirmed', async () => {
    const { revoked } = await say('And what about 48 months?', { ...mandate, confirmedAt: null })
    expect(revoked).toEqual(['m1'])
  })
})
