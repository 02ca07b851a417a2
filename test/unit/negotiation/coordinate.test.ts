import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_EXTRA_TURNS, type NeedNow, type TalkNow, turnOf } from '../../../tools/negotiation/coordinate.ts'
import type { Exchange } from '../../../tools/negotiation/strategy.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'

const now = '2026-11-22T09:00:00.000Z'
const later = '2026-12-01T00:00:00.000Z'
const settle = (amount: number): DealTerms => {
  return { kind: 'settlement', currency: 'EUR', claim: '1000.00', amount: amount.toFixed(2), payWithinDays: 14 }
}

/** A talk in which we asked for 300 each time, and they said these amounts. */
function talk(
  id: string,
  said: readonly (number | null)[],
  change: Partial<TalkNow> = {},
  validUntil = later,
): TalkNow {
  const history = said.map((amount, round): Exchange => {
    const theirs =
      amount === null
        ? { move: 'reject' as const }
        : { move: 'offer' as const, terms: settle(amount), offerId: `of-${round}`, validUntil }
    return { round, ours: { move: 'offer', terms: settle(300) }, theirs }
  })
  return { id, status: 'open', heldTerms: null, history, ...change }
}

const need = (...talks: readonly TalkNow[]): NeedNow => {
  const limits = { amount: '1000.00', maxTotal: '900.00' }
  return { need: 'settlement', kind: 'settlement', limits, current: null, now, turnsEach: 4, talks }
}
const turn = (own: TalkNow, ...others: readonly TalkNow[]) => turnOf(own, need(own, ...others))

describe('whose turn it is among the talks of a need', () => {
  it('lets every talk bargain through its own turns, whatever the others do', () => {
    expect(turn(talk('a', []), talk('b', [800, 700, 600]))).toEqual({ kind: 'bargain', turnsLeft: 4 })
    expect(turn(talk('a', [null, null, null]), talk('b', [400]))).toEqual({ kind: 'bargain', turnsLeft: 1 })
  })

  it('gives turns that others left over to the talk that may yet win most', () => {
    const ended = talk('gone', [null, null], { status: 'walked-away' })
    const fast = talk('fast', [900, 750, 600, 500])
    const slow = talk('slow', [900, 890, 880, 870])
    expect(turn(fast, slow, ended)).toEqual({ kind: 'bargain', turnsLeft: 2 })
    expect(turn(slow, fast, ended)).toEqual({ kind: 'rest' })
  })

  it('gives no turns to a side that said its last word, nor more than it may have', () => {
    const ended = Array.from({ length: 5 }, (_, i) => talk(`gone-${i}`, [], { status: 'failed' }))
    const moving = talk('moving', [900, 750, 600, 500])
    expect(turn(moving, ...ended)).toEqual({ kind: 'bargain', turnsLeft: MOST_EXTRA_TURNS })
    const last = moving.history.map((round, i) => {
      return i === 3 && round.theirs !== null
        ? { ...round, theirs: { ...round.theirs, move: 'final' as const } }
        : round
    })
    expect(turn({ ...moving, history: last }, ...ended)).toEqual({ kind: 'close' })
  })

  it('takes the best that stands first, while the others rest', () => {
    const best = talk('z-best', [800, 700, 600, 500])
    const dearer = talk('a-dearer', [800, 700, 600, 550])
    expect(turn(best, dearer)).toEqual({ kind: 'close' })
    expect(turn(dearer, best)).toEqual({ kind: 'rest' })
    expect(turn(dearer, { ...best, status: 'agreed', heldTerms: settle(500) })).toEqual({ kind: 'close' })
    expect(turn(dearer, { ...best, status: 'impasse' })).toEqual({ kind: 'close' })
  })

  it('leaves no offer waiting that is about to run out', () => {
    const soon = talk('soon', [800, 700, 600, 550], {}, '2026-11-22T15:00:00.000Z')
    expect(turn(soon, talk('other', [900]))).toEqual({ kind: 'close' })
  })

  it('always has a talk that does not rest, and ends: in any mix of talks', () => {
    const anyTalk = fc.record({
      said: fc.array(fc.option(fc.integer({ min: 100, max: 1000 })), { maxLength: 9 }),
      status: fc.constantFrom('open' as const, 'open' as const, 'agreed' as const, 'impasse' as const),
    })
    fc.assert(
      fc.property(fc.array(anyTalk, { minLength: 1, maxLength: 6 }), (drawn) => {
        const talks = drawn.map(({ said, status }, i) =>
          talk(`t${i}`, said, { status, heldTerms: status === 'agreed' ? settle(said[0] ?? 400) : null }),
        )
        const turns = talks
          .filter(({ status }) => status === 'open')
          .map((own) => ({ own, turn: turnOf(own, need(...talks)) }))
        if (turns.length === 0) return
        expect(turns.some(({ turn: { kind } }) => kind !== 'rest')).toBe(true)
        for (const { own, turn: given } of turns) {
          if (given.kind !== 'bargain') continue
          expect(own.history.length + given.turnsLeft).toBeLessThanOrEqual(4 + MOST_EXTRA_TURNS)
        }
      }),
      { numRuns: 200 },
    )
  })
})
