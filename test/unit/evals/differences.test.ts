/**
 * What is told of two runs of the evals.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { differences } from '../../../evals/report/differences.ts'
import type { Report } from '../../../evals/report/write-json.ts'

function run(savings: Readonly<Record<string, number>>): Report {
  const trials = Object.entries(savings).map(([name, value]) => ({
    ...{ name, scenario: name, seed: 1001, hardship: 'none', gates: [], came: null, seconds: 1 },
    grades: [{ name: 'savings', value, because: '' }],
  }))
  return { trials } as unknown as Report
}

describe('the differences to the last run', () => {
  it('name a grade that moved in the plays of both', () => {
    expect(differences(run({ a: 10, b: 30 }), run({ a: 10, b: 20 }))).toEqual(['savings: 15.000 → 20.000'])
  })

  it('name no grade that only another choice of scenarios moved', () => {
    expect(differences(run({ a: 10 }), run({ a: 10, b: 900 }))).toEqual([
      '1 trials of the last run are not in this one',
    ])
  })

  it('are none without an earlier run', () => {
    expect(differences(run({ a: 10 }), null)).toEqual([])
  })
})
