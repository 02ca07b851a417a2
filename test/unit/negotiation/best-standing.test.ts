import { describe, expect, it } from 'vitest'
import { bestStanding } from '../../../tools/negotiation/best-standing.ts'
import type { Negotiation, RecordedMove } from '../../../tools/negotiation/negotiation-ledger.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'

const now = new Date('2026-11-22T10:00:00.000Z')
const later = '2026-11-29T10:00:00.000Z'
const settlement = (amount: string): DealTerms => {
  return { kind: 'settlement', currency: 'EUR', claim: '400.00', amount, payWithinDays: 14 }
}

function talk(change: Partial<Negotiation>, last: Partial<RecordedMove> = {}) {
  const negotiation: Negotiation = {
    ...{
      id: 'n',
      taskId: 't',
      mandateId: 'm',
      customerId: 'c',
      counterpartyId: 'p',
      kind: 'settlement',
      subject: null,
    },
    ...{ status: 'open', held: null, ending: null, startedAt: later, endedAt: null },
    ...change,
  }
  const move: RecordedMove = {
    ...{ negotiationId: 'n', round: 0, side: 'theirs', move: 'offer', terms: settlement('300.00'), text: null },
    ...{ offerId: 'of-1', validUntil: later, because: null, at: later },
    ...last,
  }
  return { negotiation, moves: [move] }
}

const best = (...others: ReturnType<typeof talk>[]) =>
  bestStanding({ need: 'settlement', limits: { amount: '400.00' }, others, now })

describe('the best standing offer', () => {
  it('is the cheapest of what others hold or have on the table', () => {
    const held = talk({ status: 'agreed', held: { offerId: 'of-2', terms: settlement('250.00'), validUntil: later } })
    expect(best(talk({}), held)?.terms).toEqual(settlement('250.00'))
  })

  it.each([
    ['has no id', talk({}, { offerId: null })],
    ['has no expiry', talk({}, { validUntil: null })],
    ['has run out', talk({}, { validUntil: '2026-11-22T10:00:00.000Z' })],
    ['belongs to a talk that failed', talk({ status: 'failed' })],
    ['lies outside the limits', talk({}, { terms: { ...settlement('1.00'), currency: 'CHF' } })],
    ['was only claimed in words', talk({}, { terms: null, text: 'We offer 1 EUR' })],
  ])('is none that %s', (_, other) => {
    expect(best(other)).toBeNull()
  })
})
