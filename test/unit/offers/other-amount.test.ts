/**
 * A loan of another amount than what is left of the present one is no replacement of it.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { planMandate } from '../../../tools/mandates/plan-mandate.ts'
import { compareLoansFor, type OfferParts } from '../../../tools/offers/compare-for-customer.ts'
import type { LoanContract, LoanOffer } from '../../../tools/offers/contract.ts'
import { fixedClock } from '../../../tools/shared/clock.ts'
import type { ToolContext } from '../../../tools/shared/tool-context.ts'

const LOAN: LoanContract = {
  ...{ id: 'k-1', kind: 'instalment-loan', provider: { id: 'bk-old', name: 'Altbank' }, currency: 'EUR' },
  ...{ startedOn: '2024-11-15', asOf: '2026-11-20', source: 'loan contract' },
  loan: {
    ...{ originalPrincipal: '12000.00', balance: '9240.50', nominalRatePercent: '10.49', rateType: 'fixed' },
    ...{ remainingMonths: 40, instalment: '274.75', originalMonths: 60 },
  },
}
const QUOTE = {
  ...{ id: 'o-1', kind: 'instalment-loan', provider: { id: 'bk-new', name: 'Elbkredit' }, currency: 'EUR' },
  ...{ asOf: '2026-11-20', source: 'quote', validUntil: '2026-12-07', binding: false },
  loan: {
    ...{ principal: '9240.50', nominalRatePercent: '7.90', termMonths: 36 },
    ...{ originationFee: '0.00', earlyRepaymentFeePercent: '0.0' },
  },
} as LoanOffer

/** A task whose one negotiation ended with an offer that is held. */
function talks(principal: string) {
  const terms = { ...QUOTE.loan, kind: 'instalment-loan', currency: 'EUR', principal, nominalRatePercent: '6.08' }
  return {
    task: { status: 'awaiting-approval' },
    negotiations: [
      {
        negotiation: {
          ...{ id: 'n-1', counterpartyId: 'bk-held' },
          held: { offerId: 'of-1', terms, validUntil: '2026-12-01T09:00:00.000Z' },
        },
        counterpartyName: 'Lindenkasse',
      },
    ],
  }
}

async function compare(amount: string, heldFor?: string) {
  const parts = {
    contracts: { contracts: async () => [LOAN] },
    offers: { offers: async () => [QUOTE] },
    customers: { customer: async () => ({ id: 'c' }) },
    debts: { debts: async () => [] },
    delegations: { follow: async () => (heldFor === undefined ? [] : [talks(heldFor)]) },
    registry: { dealingIn: async () => [{}] },
    explanations: { addAll: async () => {} },
  } as unknown as OfferParts
  const context = {
    ...{ customerId: 'c', threadId: 't', locale: 'de', words: [{ id: 'w', text: `Ich brauche ${amount} Euro` }] },
    clock: fixedClock('2026-11-22T09:00:00.000Z'),
  } as unknown as ToolContext
  const { answer, focus } = await compareLoansFor({ amount }, parts, context)
  if (answer.kind !== 'comparison') throw new Error(`no comparison but ${answer.kind}`)
  return { answer, focus }
}

describe('offers for another amount than what is left', () => {
  it('are not set against the present loan, whose payments are for other money', async () => {
    const { answer, focus } = await compare('5000')
    expect(answer.offers.map(({ origin }) => origin)).toEqual(['quote'])
    expect(answer.offers[0]).toMatchObject({ saving: null, breakEvenMonth: null })
    expect(answer.offers[0]?.leaving ?? null).toBeNull()
    expect(focus.contractId).toBeUndefined()
  })

  it('are compared over what is left where the amount only rounds it', async () => {
    const { answer, focus } = await compare('9200')
    expect(answer.offers.map(({ origin }) => origin).toSorted()).toEqual(['current', 'quote'])
    expect(answer.warnings.map(({ en }) => en)).toContain('Compared over what is left of the present loan.')
    expect(focus.contractId).toBe('k-1')
    const exact = await compare('9240.50')
    expect(exact.answer.facts).toEqual(answer.facts)
  })
})

describe('an offer that is held', () => {
  it('is compared over the amount it is held for, and over no other', async () => {
    const providers = async (heldFor: string) =>
      (await compare('5000', heldFor)).answer.offers.map(({ provider }) => provider).toSorted()
    expect(await providers('5000.00')).toEqual(['Elbkredit', 'Lindenkasse'])
    expect(await providers('9240.50')).toEqual(['Elbkredit'])
  })
})

describe('a mandate for a better rate', () => {
  const plan = (amount: string) =>
    planMandate({ need: 'refinance-loan', limits: { amount } }, { contracts: [LOAN], debts: [], currency: 'EUR' })

  it('is about what is left, also where the amount only rounds it', () => {
    expect(plan('9200.00')).toMatchObject({ kind: 'planned', limits: {} })
    expect(plan('9200.00')).not.toHaveProperty('limits.amount')
  })

  it.each(['5000.00', '12000.00'])('is not made for other money: %s', (amount) => {
    expect(plan(amount)).toMatchObject({ kind: 'ask', answer: { kind: 'refused', code: 'ANOTHER_AMOUNT' } })
  })
})
