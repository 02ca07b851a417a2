import { describe, expect, it } from 'vitest'
import { termFacts } from '../../../tools/offers/term-facts.ts'
import type { LoanTerms } from '../../../tools/offers/terms.ts'

const LOAN: LoanTerms = {
  kind: 'instalment-loan',
  currency: 'EUR',
  principal: '6000.00',
  nominalRatePercent: '5.49',
  termMonths: 36,
  originationFee: '0.00',
  earlyRepaymentFeePercent: '0.0',
}
const source = { type: 'negotiation', id: 'neg-1' } as const
const named = (terms: LoanTerms) =>
  Object.fromEntries(termFacts('n', terms, source, 'Musterbank').map((fact) => [fact.ref, fact]))

describe('the facts of a loan', () => {
  it('hold the rate and the instalment that the provider states', () => {
    const facts = named({ ...LOAN, effectiveRatePercent: '5.63', instalment: '181.15' })
    expect(facts['n.effective']).toMatchObject({ value: { percent: '5.63' }, meaning: { en: /stated/ } })
  })

  it('hold them computed where nobody states them, and say so', () => {
    const facts = named(LOAN)
    // 6,000 over 36 months at 5.49 % nominal: 181.15 a month; (1 + 0.0549 / 12)^12 - 1 = 5.63 %.
    expect(facts['n.effective']).toMatchObject({ value: { percent: '5.63' }, meaning: { en: /computed/ } })
    expect(facts['n.instalment']).toMatchObject({ value: { amount: '181.15' } })
  })
})
