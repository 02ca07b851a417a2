/** When a look and a decision are due, and what is due at a moment. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dueSteps,
  fittingTimes,
  type Pause,
  type ReviewState,
  reviewClock,
} from '../../../tools/commitments/review-clock.ts'

const START = Date.parse('2026-11-22T10:00:00.000Z')
const MINUTE = 60_000
const at = (minutes: number) => new Date(START + minutes * MINUTE)

function state(change: Partial<ReviewState> & { readonly expires?: number } = {}): ReviewState {
  const { expires = 10_000, ...rest } = change
  return {
    proposal: {
      createdAt: at(0).toISOString(),
      expiresAt: at(expires).toISOString(),
      times: { firstLookSeconds: 100 * 60, decisionSeconds: 1000 * 60 },
    },
    firstLookAt: null,
    pauses: [],
    waitsFor: ['reviewer'],
    ...rest,
  }
}

const pause = (from: number, to: number | null): Pause => ({
  from: at(from).toISOString(),
  to: to === null ? null : at(to).toISOString(),
})
const NOTHING = { reminders: new Set<string>(), escalations: new Set<string>() }
const keys = (of: ReviewState, minutes: number, done = NOTHING) =>
  dueSteps(of, done, at(minutes)).map(({ kind, key }) => `${kind} ${key}`)

describe('the reviewers’ clock', () => {
  it('asks for a look first, and for a decision apart from it', () => {
    expect(keys(state(), 49)).toEqual([])
    expect(keys(state(), 50)).toEqual(['reminder first-look:50'])
    expect(keys(state(), 80)).toEqual(['reminder first-look:80'])
    expect(keys(state(), 100)).toEqual(['escalated first-look'])
    expect(keys(state({ firstLookAt: at(5).toISOString() }), 100)).toEqual([])
    expect(keys(state({ firstLookAt: at(5).toISOString() }), 1000)).toEqual(['escalated decision'])
  })

  it('reminds once of each share, and not of an earlier one after a later one', () => {
    const reminded = { ...NOTHING, reminders: new Set(['first-look:80']) }
    expect(keys(state(), 90, reminded)).toEqual([])
    const half = { ...NOTHING, reminders: new Set(['first-look:50']) }
    expect(keys(state(), 79, half)).toEqual([])
    expect(keys(state(), 80, half)).toEqual(['reminder first-look:80'])
  })

  it('passes on what waits for reviewers, and only reminds customers', () => {
    expect(keys(state({ waitsFor: ['customer'], firstLookAt: at(1).toISOString() }), 1000)).toEqual([])
    expect(keys(state({ waitsFor: ['customer'], firstLookAt: at(1).toISOString() }), 500)).toEqual([
      'reminder decision:50',
    ])
    expect(keys(state({ waitsFor: [] }), 1000)).toEqual([])
  })

  it('stands while the customer is asked and goes on after the answer', () => {
    const looked = { firstLookAt: at(1).toISOString() }
    expect(keys(state({ ...looked, pauses: [pause(100, null)] }), 5000)).toEqual([])
    const answered = state({ ...looked, pauses: [pause(100, 600)] })
    expect(reviewClock(answered, at(700)).decisionDueAt).toBe(at(1500).toISOString())
    expect(keys(answered, 999)).toEqual([])
    expect(keys(answered, 1000)).toEqual(['reminder decision:50'])
    expect(keys(answered, 1500)).toEqual(['escalated decision'])
  })

  it('reminds a customer who was asked at the same shares of what the offer leaves them', () => {
    const asked = state({ firstLookAt: at(1).toISOString(), expires: 1100, pauses: [pause(100, null)] })
    const key = (percent: number) => `answer:${percent}:${at(100).toISOString()}`
    expect(keys(asked, 599)).toEqual([])
    expect(keys(asked, 600)).toEqual([`reminder ${key(50)}`])
    expect(keys(asked, 700, { ...NOTHING, reminders: new Set([key(50)]) })).toEqual([])
    expect(keys(asked, 900, { ...NOTHING, reminders: new Set([key(50)]) })).toEqual([`reminder ${key(80)}`])
  })

  it('has nothing left to do once the offer is over', () => {
    expect(keys(state({ expires: 90 }), 90)).toEqual([])
  })

  it('is never due after the offer, whatever pauses there were', () => {
    const minutes = fc.integer({ min: 0, max: 5000 })
    fc.assert(
      fc.property(minutes, minutes, minutes, fc.boolean(), (expires, from, now, answered) => {
        const of = state({ expires: expires + 1, pauses: [pause(from, answered ? from + 50 : null)] })
        const { firstLookDueAt, decisionDueAt } = reviewClock(of, at(now))
        for (const due of [firstLookDueAt, decisionDueAt]) {
          expect(Date.parse(due ?? '')).toBeLessThanOrEqual(Date.parse(of.proposal.expiresAt))
        }
      }),
    )
  })

  it('is shortened for an offer that does not last as long as the table allows', () => {
    const times = { firstLookSeconds: 4 * 3600, decisionSeconds: 24 * 3600 }
    expect(fittingTimes(times, at(0).toISOString(), at(120).toISOString())).toEqual({
      firstLookSeconds: 3600,
      decisionSeconds: 5400,
    })
    expect(fittingTimes(times, at(0).toISOString(), at(50_000).toISOString())).toEqual(times)
    expect(fittingTimes({}, at(0).toISOString(), at(120).toISOString())).toEqual({})
  })
})
