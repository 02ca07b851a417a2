import { describe, expect, it } from 'vitest'
import type { TheirMove } from '../../../tools/negotiation/counterparty.ts'
import { readAnswer } from '../../../tools/negotiation/read-answer.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'

const now = new Date('2026-11-22T10:00:00.000Z')
const terms: DealTerms = { kind: 'settlement', currency: 'EUR', claim: '400.00', amount: '300.00', payWithinDays: 14 }
const accepted: TheirMove = { move: 'accept', terms, offerId: 'of-1', validUntil: '2026-11-29T10:00:00.000Z' }

describe('reading an answer', () => {
  it('takes an acceptance of exactly our terms as a held offer', () => {
    const held = { offerId: 'of-1', terms, validUntil: '2026-11-29T10:00:00.000Z' }
    expect(readAnswer({ move: 'offer', terms }, accepted, now)).toEqual({ kind: 'agreed', held })
  })

  it('calls an acceptance of other terms what it is: an offer', () => {
    const changed = { ...accepted, terms: { ...terms, amount: '300.01' } }
    const meaning = readAnswer({ move: 'accept', terms }, changed, now)
    expect(meaning).toEqual({ kind: 'goes-on', answer: { ...changed, move: 'offer' } })
  })

  it('holds nothing that has run out or has no id', () => {
    const old = { ...accepted, validUntil: '2026-11-22T10:00:00.000Z' }
    expect(readAnswer({ move: 'offer', terms }, old, now).kind).toBe('goes-on')
    const { offerId: _, ...nameless } = accepted
    expect(readAnswer({ move: 'offer', terms }, nameless, now).kind).toBe('goes-on')
  })

  it('holds nothing when we were walking away', () => {
    expect(readAnswer({ move: 'walk-away' }, accepted, now).kind).toBe('goes-on')
  })
})
