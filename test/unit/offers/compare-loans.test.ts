import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refinancing } from '../../../tools/credit/refinancing.ts'
import type { Candidate } from '../../../tools/offers/candidate.ts'
import { CREDIT_WARNING, compareLoans } from '../../../tools/offers/compare-loans.ts'
import type { LoanContract } from '../../../tools/offers/contract.ts'
import type { LoanTerms } from '../../../tools/offers/terms.ts'
import { money, parseMoney } from '../../../tools/shared/money.ts'

const CURRENT: LoanContract = {
  id: 'k-1',
  kind: 'instalment-loan',
  provider: { id: 'bk-old', name: 'Altbank' },
  currency: 'EUR',
  startedOn: '2024-11-15',
  asOf: '2026-11-20',
  source: 'loan contract',
  loan: {
    originalPrincipal: '12000.00',
    balance: '8036.12',
    nominalRatePercent: '11.99',
    rateType: 'fixed',
    remainingMonths: 36,
    instalment: '266.87',
    originalMonths: 60,
  },
}

function candidate(
  change: Partial<LoanTerms> & { id?: string; validUntil?: string; commission?: string } = {},
): Candidate<LoanTerms> {
  const { id = 'o-1', validUntil = '2026-12-05', commission, ...terms } = change
  return {
    id,
    provider: { id: `bk-${id}`, name: `Bank ${id}` },
    origin: 'quote',
    validUntil,
    binding: false,
    synthetic: false,
    source: 'quote',
    ...(commission === undefined ? {} : { commission }),
    terms: {
      kind: 'instalment-loan',
      currency: 'EUR',
      principal: '8036.12',
      nominalRatePercent: '7.29',
      termMonths: 36,
      originationFee: '0.00',
      earlyRepaymentFeePercent: '1.0',
      ...terms,
    },
  }
}

function compare(candidates: readonly Candidate<LoanTerms>[], wish = {}) {
  return compareLoans({
    today: '2026-11-22',
    now: new Date('2026-11-22T09:00:00Z'),
    current: CURRENT,
    amount: parseMoney('8036.12', 'EUR'),
    wish,
    candidates,
  })
}

describe('the comparison of loans', () => {
  it('puts the cheaper loan first and doing nothing behind it, with the saving after the compensation cap', () => {
    const { ranked, warnings } = compare([candidate()])
    expect(ranked.map((loan) => loan.origin)).toEqual(['quote', 'current'])
    const [best, stay] = ranked
    expect(best?.compensation).toEqual(parseMoney('80.36', 'EUR')) // 1 % of the amount repaid early
    expect(best?.saving?.minor).toBe((stay?.figures.total.minor ?? 0) - (best?.figures.total.minor ?? 0) - 80_36)
    expect(best?.figures.effectiveRatePercent).toBe('7.54')
    expect(warnings).toContain(CREDIT_WARNING)
  })

  it('keeps doing nothing first when every offer costs more', () => {
    const { ranked } = compare([candidate({ nominalRatePercent: '12.50' })])
    expect(ranked[0]?.origin).toBe('current')
    expect(ranked[1]?.saving?.minor).toBeLessThan(0)
    expect(ranked[1]?.breakEvenMonth).toBeNull()
  })

  it('names what removed an offer', () => {
    const { removed } = compare(
      [candidate({ id: 'old', validUntil: '2026-11-21' }), candidate({ id: 'long', termMonths: 48 })],
      { maxTermMonths: 36 },
    )
    expect(removed.map((r) => [r.id, r.reasons.map((reason) => reason.code)])).toEqual([
      ['old', ['OFFER_EXPIRED']],
      ['long', ['TERM_TOO_LONG']],
    ])
  })

  it('lets an offer on the bound pass', () => {
    const { removed } = compare([candidate({ termMonths: 36 })], { maxTermMonths: 36, maxEffectiveRatePercent: '7.54' })
    expect(removed).toEqual([])
  })

  it('does not call the lower instalment of a longer term a saving', () => {
    const { ranked } = compare([candidate({ termMonths: 84, nominalRatePercent: '11.00' })])
    const long = ranked.find((loan) => loan.origin === 'quote')
    expect(long?.figures.monthly.minor).toBeLessThan(
      ranked.find((l) => l.origin === 'current')?.figures.monthly.minor ?? 0,
    )
    expect(long?.saving?.minor).toBeLessThan(0)
    expect(long?.notes[0]?.en).toContain('longer')
  })

  it('agrees with the refinancing rule on what an equal term saves, within a cent a month of rounding', () => {
    const { ranked } = compare([candidate({ originationFee: '60.00' })])
    const rule = refinancing({
      balance: parseMoney('8036.12', 'EUR'),
      oldNominalRatePercent: '11.99',
      newNominalRatePercent: '7.29',
      remainingMonths: 36,
      otherCosts: parseMoney('60.00', 'EUR'),
      earlyRepaymentCompensation: parseMoney('80.36', 'EUR'),
    })
    expect(Math.abs((ranked[0]?.saving?.minor ?? 0) - rule.cash.totalSaving.minor)).toBeLessThanOrEqual(36)
  })

  it('orders by terms alone: commission and the order of input change nothing', () => {
    const anyCandidates = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,6}$/),
        nominalRatePercent: fc.integer({ min: 100, max: 1500 }).map((n) => (n / 100).toFixed(2)),
        termMonths: fc.integer({ min: 6, max: 84 }),
        originationFee: fc.integer({ min: 0, max: 30_000 }).map((n) => (n / 100).toFixed(2)),
      }),
      { selector: (c) => c.id, minLength: 2, maxLength: 6 },
    )
    fc.assert(
      fc.property(
        anyCandidates,
        fc.infiniteStream(fc.nat(900)),
        fc.constantFrom('total', 'monthly', 'effective-rate'),
        (list, commissions, rankBy) => {
          const plain = compare(
            list.map((c) => candidate(c)),
            { rankBy },
          ).ranked.map((l) => l.id)
          const paid = [...list].reverse().map((c) => candidate({ ...c, commission: `${commissions.next().value}.00` }))
          expect(compare(paid, { rankBy }).ranked.map((l) => l.id)).toEqual(plain)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('refuses amounts of another currency by removing the offer', () => {
    const { removed } = compare([candidate({ currency: 'CHF' })])
    expect(removed[0]?.reasons[0]?.code).toBe('OTHER_CURRENCY')
  })

  it('compares without a present loan, and then claims no saving', () => {
    const result = compareLoans({
      today: '2026-11-22',
      now: new Date('2026-11-22T09:00:00Z'),
      current: null,
      amount: money(500_000, 'EUR'),
      wish: {},
      candidates: [candidate()],
    })
    expect(result.ranked.map((l) => [l.origin, l.saving])).toEqual([['quote', null]])
  })
})

describe('the present loan', () => {
  it('is shown at the instalment on record, and its last payment clears', () => {
    const stay = compare([]).ranked[0]
    expect(stay?.figures.monthly).toEqual(parseMoney('266.87', 'EUR'))
    expect(stay?.figures.rows.at(-1)?.balance.minor).toBe(0)
    expect(stay?.figures.rows).toHaveLength(36)
    const paid = stay?.figures.rows.reduce((sum, row) => sum + row.principal.minor, 0)
    expect(paid).toBe(8036_12)
  })
})
