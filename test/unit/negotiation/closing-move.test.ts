import { describe, expect, it } from 'vitest'
import { closingMove } from '../../../tools/negotiation/closing-move.ts'
import type { TheirMove } from '../../../tools/negotiation/counterparty.ts'
import type { Exchange, Situation } from '../../../tools/negotiation/strategy.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'

const now = '2026-11-22T09:00:00.000Z'
const settle = (amount: string): DealTerms => {
  return { kind: 'settlement', currency: 'EUR', claim: '400.00', amount, payWithinDays: 14 }
}
const offered = (amount: string, change: Partial<TheirMove> = {}): TheirMove => {
  return {
    move: 'offer',
    terms: settle(amount),
    offerId: `of-${amount}`,
    validUntil: '2026-12-01T00:00:00.000Z',
    ...change,
  }
}
const round = (
  index: number,
  theirs: TheirMove,
  ours: Exchange['ours'] = { move: 'offer', terms: settle('120.00') },
) => {
  return { round: index, ours, theirs }
}
function close(history: readonly Exchange[], change: Partial<Situation> = {}) {
  return closingMove({
    ...{ need: 'settlement', kind: 'settlement', limits: { amount: '400.00', maxTotal: '300.00' }, current: null },
    ...{ bestStanding: null, history, turnsLeft: 0, now },
    ...change,
  })
}

describe('closing a talk whose turns are spent', () => {
  it('takes their last offer where it lies within the mandate', () => {
    expect(close([round(0, offered('320.00')), round(1, offered('280.00'))])).toMatchObject({
      move: 'accept',
      terms: settle('280.00'),
      because: { rule: 'closing' },
    })
  })

  it('takes an earlier offer that they still hold where they have since become dearer', () => {
    expect(close([round(0, offered('250.00')), round(1, offered('290.00'))])).toMatchObject({ terms: settle('250.00') })
  })

  it.each([
    ['has run out', { validUntil: now }],
    ['has no id', { offerId: undefined as never }],
  ])('takes no earlier offer that %s', (_, change) => {
    const history = [round(0, offered('250.00', change)), round(1, offered('290.00'))]
    expect(close(history)).toMatchObject({ terms: settle('290.00') })
  })

  it('walks away where nothing they offered lies within the mandate or beats what stands elsewhere', () => {
    expect(close([round(0, offered('310.00'))])).toMatchObject({ move: 'walk-away', because: { rule: 'turns-over' } })
    const bestStanding = { terms: settle('200.00'), validUntil: '2026-12-01T00:00:00.000Z' }
    expect(close([round(0, offered('280.00'))], { bestStanding }).move).toBe('walk-away')
  })

  it('tries once what they would not hold when it was taken', () => {
    const taken = round(1, offered('299.00'), { move: 'accept', terms: settle('250.00') })
    expect(close([round(0, offered('250.00')), taken])).toMatchObject({ move: 'accept', terms: settle('299.00') })
    const both = round(2, { move: 'reject' }, { move: 'accept', terms: settle('299.00') })
    expect(close([round(0, offered('250.00')), taken, both]).move).toBe('walk-away')
  })
})
