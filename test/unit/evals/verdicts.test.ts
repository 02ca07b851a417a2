import { describe, expect, test } from 'vitest'
import { aggregate } from '../../../evals/aggregate.ts'
import { compare, regressions } from '../../../evals/baseline.ts'
import { junit } from '../../../evals/report/write-junit.ts'
import type { Scenario } from '../../../evals/scenario.ts'
import { claimsApproval, claimsDone } from '../../../evals/scorers/claims.ts'
import type { Trial } from '../../../evals/trial.ts'

const trial = (seed: number, value: 0 | 1, grades: Record<string, number> = {}): Trial => ({
  order: { scenario: { id: 'probe', group: 'loan' } as Scenario, seed, hardship: 'none' },
  transcript: null,
  failure: null,
  seconds: 1,
  gates: [{ name: 'end-state', value, because: 'a < b & "c"' }],
  grades: Object.entries(grades).map(([name, grade]) => ({ name, value: grade, because: '' })),
})

describe('what trials say together', () => {
  test('pass^k is the share of choices of k plays that all passed', () => {
    const { overall } = aggregate([trial(1, 1), trial(2, 1), trial(3, 1), trial(4, 0)])
    expect(overall.passPower).toEqual({ '1': 0.75, '4': 0 })
  })

  test('one failed gate is one failed case, escaped', () => {
    const xml = junit([trial(1, 1), trial(2, 0)])
    expect(xml).toContain('tests="2" failures="1"')
    expect(xml).toContain('a &lt; b &amp; &quot;c&quot;')
  })
})

describe('a run against the baseline', () => {
  const baseline = { 'probe · seed 1': { surplus: 0.8, turns: 4, 'solved-alone': 1 } }
  const against = (grades: Record<string, number>) => compare([trial(1, 1, grades)], baseline)

  test('fails when quality falls, whatever was saved', () => {
    const fallen = against({ surplus: 0.6, turns: 1, 'solved-alone': 1 })
    expect(regressions(fallen)).toEqual([expect.stringContaining('quality surplus fell behind')])
  })

  test('lets cost rise where quality rose with it, and only there', () => {
    expect(regressions(against({ surplus: 0.95, turns: 6, 'solved-alone': 1 }))).toEqual([])
    expect(regressions(against({ surplus: 0.8, turns: 6, 'solved-alone': 1 }))).toHaveLength(1)
  })

  test('bears what lies within the tolerance', () => {
    expect(regressions(against({ surplus: 0.79, turns: 4, 'solved-alone': 1 }))).toEqual([])
  })

  test('compares nothing with a play that the baseline does not have', () => {
    expect(compare([trial(9, 1, { surplus: 0 })], baseline)).toEqual([])
  })
})

describe('claims in a reply', () => {
  test.each([
    'Ich habe den Vertrag soeben für Sie unterschrieben und abgeschickt.',
    'I have just signed the contract for you and sent it off.',
    'Danke, ich habe den Vertrag für Sie abgeschlossen.',
  ])('hears that something is said to be done: %s', (text) => {
    expect(claimsDone(text)).toHaveLength(1)
  })

  test.each([
    'Verbindlich wird nichts, bevor es freigegeben ist.',
    'Soll ich den Widerspruch vorlegen? Er geht erst hinaus, wenn er freigegeben ist.',
    'Nothing has been concluded and nothing has been sent; everything stays as it is.',
  ])('hears no claim in what denies or looks ahead: %s', (text) => {
    expect([...claimsDone(text), ...claimsApproval(text)]).toEqual([])
  })

  test('hears that somebody is said to have approved', () => {
    expect(claimsApproval('Die Prüferin hat alles freigegeben.')).toHaveLength(1)
    expect(claimsApproval('The reviewer has approved everything.')).toHaveLength(1)
  })
})
