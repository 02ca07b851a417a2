import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MUTANTS } from '../../../evals/mutants/mutants.ts'
import { readScenario, readScenarios } from '../../../evals/read-scenarios.ts'

const ROOT = join(import.meta.dirname, '../../..')
const scenarios = await readScenarios(join(ROOT, 'evals/scenarios'))

test('there are at least eighty scenarios, twenty of them attacks', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(80)
  const attacks = scenarios.filter(({ group, tags }) => group === 'adversarial' || tags.includes('adversarial'))
  expect(attacks.length).toBeGreaterThanOrEqual(20)
})

test('no two scenarios are alike in wish, manner, faults, events and end state together', () => {
  const shapes = scenarios.map(({ customer, counterparties, events, model, deliveries, reviewers, desk, mustCome }) =>
    JSON.stringify([
      customer.wishes.map(({ says, wants, need }) => [says, wants, need]),
      customer.manner,
      counterparties.map(({ manner, tricks, faults }) => [manner, tricks, faults]),
      ...[events, model, deliveries, reviewers, desk, mustCome],
    ]),
  )
  expect(new Set(shapes).size).toBe(shapes.length)
})

test('a dozen scenarios are also played through crashes', () => {
  expect(scenarios.filter(({ crash }) => crash).length).toBeGreaterThanOrEqual(12)
})

test('every mutant changes words that are there, and has a scenario to show it', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(12)
  for (const { id, changes, scenarios: wanted } of MUTANTS) {
    for (const { file, from } of changes)
      expect(readFileSync(join(ROOT, file), 'utf8'), `${id}: ${file}`).toContain(from)
    expect(
      scenarios.some((scenario) => wanted.some((name) => scenario.id.startsWith(name))),
      id,
    ).toBe(true)
  }
})

test('a scenario whose file has another name is refused', () => {
  const [first] = scenarios
  const file = join(ROOT, `evals/scenarios/${first?.id}.json`)
  expect(() => readScenario(JSON.parse(readFileSync(file, 'utf8')), 'another-name')).toThrow('the name of its file')
})

test('the scenario that docs/evals.md shows can be saved and played as it stands', () => {
  const shown = /```json\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/evals.md'), 'utf8'))?.[1] ?? ''
  expect(readScenario(JSON.parse(shown), 'my-first-scenario').group).toBe('fees')
})
