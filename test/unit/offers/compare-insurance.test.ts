import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../tools/offers/candidate.ts'
import { compareInsurance } from '../../../tools/offers/compare-insurance.ts'
import type { InsuranceContract } from '../../../tools/offers/contract.ts'
import type { InsuranceWish } from '../../../tools/offers/insurance-wish.ts'
import type { InsuranceTerms } from '../../../tools/offers/terms.ts'
import { parseMoney } from '../../../tools/shared/money.ts'

const CURRENT: InsuranceContract = {
  id: 'k-3',
  kind: 'insurance-household',
  provider: { id: 'in-old', name: 'Altschutz' },
  currency: 'EUR',
  startedOn: '2021-01-01',
  asOf: '2026-11-20',
  source: 'policy',
  insurance: {
    annualPremium: '187.40',
    paymentFrequency: 'yearly',
    deductible: '150.00',
    sumInsured: '52000.00',
    periodEnd: '2026-12-31',
    noticeMonths: 1,
    coverage: { bicycleTheft: 'covered', glass: 'not' },
  },
}

function candidate(id: string, change: Partial<InsuranceTerms> = {}, commission?: string): Candidate<InsuranceTerms> {
  return {
    id,
    provider: { id: `in-${id}`, name: `Versicherer ${id}` },
    origin: 'market',
    validUntil: '2026-12-01T12:00:00Z',
    binding: true,
    synthetic: true,
    source: 'negotiation',
    ...(commission === undefined ? {} : { commission }),
    terms: {
      kind: 'insurance-household',
      currency: 'EUR',
      annualPremium: '149.90',
      paymentFrequency: 'yearly',
      deductible: '150.00',
      sumInsured: '52000.00',
      noticeMonths: 1,
      coverage: { bicycleTheft: 'covered', glass: 'not' },
      ...change,
    },
  }
}

function compare(candidates: readonly Candidate<InsuranceTerms>[], wish: InsuranceWish = {}) {
  return compareInsurance({
    today: '2026-11-22',
    now: new Date('2026-11-22T09:00:00Z'),
    kind: 'insurance-household',
    current: CURRENT,
    wish,
    candidates,
  })
}

describe('the comparison of insurances', () => {
  it('ranks cover before price: a cheaper policy with an unknown clause comes after the present one', () => {
    const cheap = candidate('cheap', { annualPremium: '99.00', coverage: { bicycleTheft: 'unknown', glass: 'not' } })
    const { ranked } = compare([cheap, candidate('equal')])
    expect(ranked.map((r) => r.id)).toEqual(['equal', 'k-3', 'cheap'])
    expect(ranked[2]?.gaps).toEqual([{ item: 'bicycleTheft', wanted: 'covered', offered: 'unknown' }])
  })

  it('removes an offer whose required cover is unknown, and says which', () => {
    const { removed } = compare([candidate('x', { coverage: {} })], { requiredCoverage: ['bicycleTheft'] })
    expect(removed[0]?.reasons.map((r) => r.code)).toEqual(['COVER_UNKNOWN:bicycleTheft'])
  })

  it('keeps a monthly bound over the year: 20.00 a month lets 240.00 a year pass and no more', () => {
    const wish = { maxMonthly: parseMoney('20.00', 'EUR') }
    const { removed } = compare(
      [candidate('a', { annualPremium: '240.00' }), candidate('b', { annualPremium: '240.01' })],
      wish,
    )
    expect(removed.map((r) => r.id)).toEqual(['b'])
  })

  it('says by when notice must arrive and warns of ending cover too soon', () => {
    const { lastNoticeDay, warnings } = compare([])
    expect(lastNoticeDay).toBe('2026-11-30')
    expect(warnings[0]?.de).toContain('schriftlich bestätigt')
  })

  it('refuses an offer past its instant of validity', () => {
    const late = { ...candidate('late'), validUntil: '2026-11-22T08:59:59Z' }
    expect(compare([late]).removed[0]?.reasons[0]?.code).toBe('OFFER_EXPIRED')
  })

  it('orders by cover and premium alone: commission and the order of input change nothing', () => {
    const premiums = fc.uniqueArray(fc.integer({ min: 5_000, max: 30_000 }), { minLength: 2, maxLength: 7 })
    fc.assert(
      fc.property(premiums, fc.nat(500), (list, commission) => {
        const of = (minor: number, paid?: string) =>
          candidate(`p${minor}`, { annualPremium: (minor / 100).toFixed(2) }, paid)
        const plain = compare(list.map((minor) => of(minor))).ranked.map((r) => r.id)
        const paid = compare([...list].reverse().map((minor, i) => of(minor, `${commission + i}.00`)))
        expect(paid.ranked.map((r) => r.id)).toEqual(plain)
      }),
      { numRuns: 100 },
    )
  })
})
