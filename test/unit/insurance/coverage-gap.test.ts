import { expect, test } from 'vitest'
import { compareCoverage } from '../../../tools/insurance/coverage-gap.ts'

test('names what an offer lacks of the current cover, and what it adds', () => {
  const current = { bicycleTheft: 'covered', grossNegligenceWaiver: 'covered', glass: 'not' } as const
  const offer = { bicycleTheft: 'not', grossNegligenceWaiver: 'partly', glass: 'covered' } as const
  expect(compareCoverage(current, offer)).toEqual({
    gaps: [
      { item: 'bicycleTheft', wanted: 'covered', offered: 'not' },
      { item: 'grossNegligenceWaiver', wanted: 'covered', offered: 'partly' },
    ],
    extras: ['glass'],
    unknownWanted: [],
    suffices: 'no',
  })
})

test('unknown never counts as covered, also where the offer does not name the clause', () => {
  const wanted = { liability: 'covered' } as const
  for (const offer of [{}, { liability: 'unknown' }] as const) {
    expect(compareCoverage(wanted, offer)).toMatchObject({
      gaps: [{ item: 'liability', offered: 'unknown' }],
      suffices: 'unknown',
    })
  }
})

test('a clause of the current contract that is unknown is asked for, unless the offer covers it anyway', () => {
  expect(compareCoverage({ keys: 'unknown' }, { keys: 'not' })).toMatchObject({
    unknownWanted: ['keys'],
    suffices: 'unknown',
  })
  expect(compareCoverage({ keys: 'unknown' }, { keys: 'covered' }).suffices).toBe('yes')
})

test('the same cover is no gap', () => {
  expect(compareCoverage({ a: 'covered', b: 'partly', c: 'not' }, { a: 'covered', b: 'partly' })).toMatchObject({
    gaps: [],
    suffices: 'yes',
  })
})
