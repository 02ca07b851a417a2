/** The acts that a deal takes, in their order: the new contract first, then what ends the old one. */
import { describe, expect, it } from 'vitest'
import { actsFor } from '../../../src/conclusion/acts.ts'
import type { HeldDeal } from '../../../tools/negotiation/choose-deal.ts'
import type { Contract, Customer, LoanContract } from '../../../tools/offers/contract.ts'
import type { LoanTerms } from '../../../tools/offers/terms.ts'
import { LOAN } from '../../support/proposals.ts'

const TODAY = '2026-11-22'
const customer: Customer = {
  ...{ id: 'c-anna', name: 'Anna Beispiel', locale: 'de-DE', birthYear: 1988, currency: 'EUR' },
}
const old: LoanContract = {
  ...{ id: 'k-1', kind: 'instalment-loan', provider: { id: 'bk-alt', name: 'Altbank' }, reference: 'RK-17' },
  ...{ currency: 'EUR', startedOn: '2024-05-01', asOf: '2026-11-20', source: 'loan contract RK-17' },
  loan: {
    ...{ originalPrincipal: '9000.00', balance: '6000.00', nominalRatePercent: '9.90', rateType: 'fixed' },
    ...{ remainingMonths: 40, instalment: '176.00', originalMonths: 72 },
  },
}
const deal = (terms: Partial<LoanTerms> = {}, id = 'bk-neu'): HeldDeal => ({
  negotiationId: 'neg-1',
  counterparty: { id, name: 'Neubank', synthetic: false },
  held: { offerId: 'of-1', terms: { ...LOAN, ...terms }, validUntil: '2026-12-05T12:00:00.000Z' },
})
const acts = (contract: Contract | null = old, held = deal(), who = customer) => actsFor(held, contract, who, TODAY)

describe('a refinancing', () => {
  it('is concluded, and then the present lender is told that the old loan is repaid early', () => {
    const [first, second, ...more] = acts()
    expect(first).toMatchObject({ type: 'conclude', counterpartyId: 'bk-neu', offerId: 'of-1' })
    expect(second).toMatchObject({
      ...{ type: 'notice', notice: 'cancellation', counterpartyId: 'bk-alt' },
      subject: { type: 'contract', id: 'k-1', reference: 'RK-17' },
    })
    expect(more).toEqual([])
    const letter = second?.type === 'notice' ? second.terms.letter : ''
    expect(letter).toMatch(/^An Altbank\n\nVertrag RK-17\n\n/)
    expect(letter).toContain('vorzeitig und vollständig zurück (§ 500 Abs. 2 BGB)')
    expect(letter).toContain('§ 502 BGB')
    expect(letter.endsWith('\n\nAnna Beispiel')).toBe(true)
  })

  it('speaks the language of the customer', () => {
    const [, second] = acts(old, deal(), { ...customer, locale: 'en-GB' })
    expect(second?.type === 'notice' ? second.terms.letter : '').toContain('I repay this loan early and in full')
    expect(second?.terms).toMatchObject({ locale: 'en' })
  })

  it('names no sum: what is owed on the day is for the lender to say', () => {
    const [, second] = acts()
    expect(second?.type === 'notice' ? second.terms.letter : '').not.toMatch(/EUR|€|6[.,]?000/)
  })

  it.each([
    ['the present lender itself offers the better rate', old, deal({}, 'bk-alt')],
    ['the new loan is smaller than what is owed', old, deal({ principal: '5999.99' })],
    ['nothing is owed any more', { ...old, loan: { ...old.loan, balance: '0.00' } }, deal()],
    ['there is no loan to pay off', null, deal()],
  ])('is one act where %s', (_, contract, held) => {
    expect(acts(contract, held).map(({ type }) => type)).toEqual(['conclude'])
  })
})
