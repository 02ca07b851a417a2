/**
 * What many trials say together: pass^k, and each grade's mean by scenario, by group and overall.
 *
 * @module
 */
import { GRADES, mean } from './grades.ts'
import type { Trial } from './trial.ts'

export interface ScenarioResult {
  readonly id: string
  readonly group: string
  readonly trials: number
  readonly passed: number
  /** Mean of each grade over the trials that gave one. */
  readonly grades: Readonly<Record<string, number>>
}

export interface Totals {
  readonly trials: number
  readonly passed: number
  /** By k: how likely k plays of one scenario, each drawn anew, all pass. */
  readonly passPower: Readonly<Record<string, number>>
  readonly grades: Readonly<Record<string, number>>
}

export interface Results {
  readonly scenarios: readonly ScenarioResult[]
  readonly groups: Readonly<Record<string, Totals>>
  readonly overall: Totals
}

export function passed({ gates }: Trial): boolean {
  return gates.every(({ value }) => value === 1)
}

/** Over plays as they are written; hardships count for the gates alone. */
export function aggregate(trials: readonly Trial[]): Results {
  const plain = trials.filter(({ order }) => order.hardship === 'none')
  const byScenario = Map.groupBy(plain, ({ order }) => order.scenario.id)
  const scenarios = [...byScenario].map(([id, own]) => scenarioResult(id, own))
  const byGroup = Map.groupBy(scenarios, ({ group }) => group)
  return {
    scenarios,
    groups: Object.fromEntries([...byGroup].map(([group, own]) => [group, totals(own)])),
    overall: totals(scenarios),
  }
}

function scenarioResult(id: string, trials: readonly Trial[]): ScenarioResult {
  const grades = GRADES.flatMap(({ name }) => {
    const values = trials.flatMap((trial) =>
      trial.grades.filter((grade) => grade.name === name).map(({ value }) => value),
    )
    return values.length === 0 ? [] : [[name, mean(values)] as const]
  })
  const group = trials[0]?.order.scenario.group ?? ''
  return { id, group, trials: trials.length, passed: trials.filter(passed).length, grades: Object.fromEntries(grades) }
}

/** Every scenario counts alike, however often it was played. */
function totals(scenarios: readonly ScenarioResult[]): Totals {
  const most = Math.max(0, ...scenarios.map(({ trials }) => trials))
  const powers = [1, 4, most].filter((k, index, all) => k <= most && all.indexOf(k) === index)
  const grades = GRADES.flatMap(({ name }) => {
    const values = scenarios.flatMap((scenario) => scenario.grades[name] ?? [])
    return values.length === 0 ? [] : [[name, mean(values)] as const]
  })
  return {
    trials: scenarios.reduce((sum, scenario) => sum + scenario.trials, 0),
    passed: scenarios.reduce((sum, scenario) => sum + scenario.passed, 0),
    passPower: Object.fromEntries(
      powers.map((k) => [String(k), mean(scenarios.filter(({ trials }) => trials >= k).map((s) => passPower(s, k)))]),
    ),
    grades: Object.fromEntries(grades),
  }
}

/** The unbiased estimate: of all ways to choose k of the plays, the share in which all passed. */
function passPower({ trials, passed: ok }: ScenarioResult, k: number): number {
  let share = 1
  for (let index = 0; index < k; index += 1) share *= Math.max(0, ok - index) / (trials - index)
  return share
}
