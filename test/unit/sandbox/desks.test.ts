import { describe, expect, it } from 'vitest'
import { bargain } from '../../../src/sandbox/pricing/desks.ts'
import type { InsuranceTerms } from '../../../tools/offers/terms.ts'

const wanted: InsuranceTerms = {
  kind: 'insurance-household',
  currency: 'EUR',
  annualPremium: '180.00',
  paymentFrequency: 'yearly',
  deductible: '150.00',
  sumInsured: '48000.00',
  noticeMonths: 1,
  coverage: { bicycleTheft: 'covered' },
}
/** The draw in which a party sells no cover it has the choice of. */
const unwilling = () => 0

function coverageOf(given: { asks?: string; limit?: string }) {
  const desk = bargain(wanted, unwilling, [], given)
  const terms = desk?.ask(desk.line.open)
  return terms !== undefined && 'coverage' in terms ? terms.coverage : null
}

describe('the desk of an insurer', () => {
  it('leaves out a cover by chance where nobody has cast it', () => {
    expect(coverageOf({})).toEqual({ bicycleTheft: 'not' })
  })

  it('sells what is wanted where its limit is given', () => {
    expect(coverageOf({ asks: '178.00', limit: '142.00' })).toEqual({ bicycleTheft: 'covered' })
  })
})
