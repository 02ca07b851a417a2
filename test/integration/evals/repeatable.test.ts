import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leakedSecrets } from '../../../evals/leaked-secrets.ts'
import { readScenarios } from '../../../evals/read-scenarios.ts'
import { runTrials } from '../../../evals/runner.ts'
import { cameOf } from '../../../evals/scorers/end-state.ts'
import type { TrialOrder } from '../../../evals/trial.ts'

const CHOSEN = ['debts-what-do-i-owe', 'fee-email-reminder-contested', 'loan-better-rate-approved']

test('two runs with one seed give the same verdicts and end states, and logs that show no secret and no limit', async () => {
  const scenarios = await readScenarios(join(import.meta.dirname, '../../../evals/scenarios'))
  const orders: TrialOrder[] = scenarios
    .filter(({ id }) => CHOSEN.includes(id))
    .map((scenario) => ({ scenario, seed: 5, hardship: 'none' }))
  expect(orders).toHaveLength(CHOSEN.length)
  const logs: string[] = []
  const leaked: string[] = []
  const run = async () => {
    const trials = await runTrials(orders, { workers: 1, live: null, onLog: (lines) => logs.push(lines) })
    expect(trials.flatMap(({ transcript }) => transcript?.mandates ?? []).length).toBeGreaterThan(0)
    leaked.push(...leakedSecrets(logs.join(''), trials))
    return trials.map(({ order, gates, transcript }) => ({
      id: order.scenario.id,
      gates: gates.map(({ name, value }) => [name, value]),
      came: transcript === null ? null : cameOf(transcript),
    }))
  }
  const [first = [], second] = await Promise.all([run(), run()])
  expect(first.every(({ gates }) => gates.every(([, value]) => value === 1))).toBe(true)
  expect(second).toEqual(first)
  expect(logs.filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(50)
  expect(leaked).toEqual([])
}, 600_000)
