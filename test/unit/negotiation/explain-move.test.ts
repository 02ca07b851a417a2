import { describe, expect, it } from 'vitest'
import { explained } from '../../../tools/negotiation/explain-move.ts'
import { reasonFor } from '../../../tools/negotiation/move-reasons.ts'
import type { Exchange, Situation, StrategyMove } from '../../../tools/negotiation/strategy.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'

const household = (annualPremium: string, change: object = {}): DealTerms => ({
  ...{ kind: 'insurance-household', currency: 'EUR', annualPremium, paymentFrequency: 'yearly', deductible: '0.00' },
  ...{ sumInsured: '52000.00', noticeMonths: 1, coverage: { bicycleTheft: 'covered' } },
  ...change,
})
const exchange = (round: number, ours: string, theirs: DealTerms): Exchange => {
  return { round, ours: { move: 'offer', terms: household(ours) }, theirs: { move: 'offer', terms: theirs } }
}
const situation = (change: Partial<Situation>): Situation => ({
  ...{ need: 'insurance', kind: 'insurance-household', limits: { maxAnnualPremium: '171.13' } },
  ...{ current: household('187.40'), bestStanding: null, history: [], turnsLeft: 3, now: '2026-11-22T09:00:00.000Z' },
  ...change,
})
const offer = (premium: string): StrategyMove => {
  return { move: 'offer', terms: household(premium), because: reasonFor('concession', 2) }
}
const english = (given: Situation, move: StrategyMove) => explained(given, move).because.text.en

describe('the reason of a move', () => {
  const history = [exchange(0, '110.00', household('190.00')), exchange(1, '115.00', household('170.00'))]

  it('says in money what was given, what came back, what lies between, and how far from doing nothing', () => {
    const { because } = explained(situation({ history }), offer('120.00'))
    expect(because.text.en).toContain('We give up 5.00 EUR. They last came 20.00 EUR towards us.')
    expect(because.text.en).toContain('Between us there still lie 50.00 EUR.')
    expect(because.text.en).toContain('A year, this would be 67.40 EUR better than changing nothing.')
    expect(because.text.de).toContain('Wir geben 5,00 EUR nach. Sie sind uns zuletzt um 20,00 EUR entgegengekommen.')
    expect(because.figures).toMatchObject({ gaveUp: '5.00 EUR', theyGaveUp: '20.00 EUR', gap: '50.00 EUR' })
  })

  it('does not say that we give way where we do not', () => {
    expect(english(situation({ history }), offer('115.00'))).not.toContain('give up')
  })

  it('says when they become dearer or stand still', () => {
    const dearer = [...history, exchange(2, '120.00', household('175.00'))]
    expect(english(situation({ history: dearer }), offer('125.00'))).toContain('They last became 5.00 EUR dearer.')
    const still = [...history, exchange(2, '120.00', household('170.00'))]
    expect(english(situation({ history: still }), offer('125.00'))).toContain('They last did not move.')
  })

  it('names what they hold on to beside the price', () => {
    const kept = { deductible: '300.00', coverage: { bicycleTheft: 'not' } }
    const holding = [exchange(0, '110.00', household('190.00', kept)), exchange(1, '115.00', household('170.00', kept))]
    const words = explained(situation({ history: holding }), offer('120.00')).because.text
    expect(words.en).toContain('They seem to value: the deductible, no cover for bicycleTheft.')
    expect(words.de).toContain('Ihnen scheint wichtig: die Selbstbeteiligung, kein Schutz für bicycleTheft.')
  })

  it('says how their offer stands to the best elsewhere, as long as that runs', () => {
    const at = (premium: string, validUntil = '2026-12-01T00:00:00.000Z') => {
      return english(situation({ history, bestStanding: { terms: household(premium), validUntil } }), offer('120.00'))
    }
    expect(at('160.00')).toContain('An offer stands elsewhere that is 10.00 EUR better than theirs.')
    expect(at('180.00')).toContain('Their offer is 10.00 EUR better than the best that stands elsewhere.')
    expect(at('160.00', '2026-11-22T08:00:00.000Z')).not.toContain('elsewhere')
  })

  it('rests on no limit: two mandates that differ in them give the same words', () => {
    const other = situation({ history, limits: { maxAnnualPremium: '140.00', maxTotal: '150.00' } })
    expect(explained(other, offer('120.00'))).toEqual(explained(situation({ history }), offer('120.00')))
  })
})
