/**
 * What is otherwise than in the last run.
 *
 * @module
 */
import { GRADES, mean } from '../grades.ts'
import type { Report, TrialRecord } from './write-json.ts'

/** One line each: verdicts that turned, end states that changed, grades that moved. */
export function differences(now: Report, last: Report | null): readonly string[] {
  if (last === null) return []
  const before = new Map(last.trials.map((trial) => [trial.name, trial]))
  const both = now.trials.flatMap((trial) => {
    const earlier = before.get(trial.name)
    return earlier === undefined ? [] : [{ trial, earlier }]
  })
  const trials = both.flatMap(({ trial, earlier }) => [...verdicts(trial, earlier), ...endState(trial, earlier)])
  const grades = GRADES.flatMap(({ name }) => moved(name, both))
  const known = new Set(now.trials.map(({ name }) => name))
  const added = now.trials.filter(({ name }) => !before.has(name)).length
  const gone = last.trials.filter(({ name }) => !known.has(name)).length
  return [
    ...trials,
    ...grades,
    ...(added > 0 ? [`${added} trials were not in the last run`] : []),
    ...(gone > 0 ? [`${gone} trials of the last run are not in this one`] : []),
  ]
}

/** A grade's mean over the plays that gave it in both runs: another choice of scenarios moves nothing. */
function moved(name: string, both: readonly { trial: TrialRecord; earlier: TrialRecord }[]): readonly string[] {
  const pairs = both.flatMap(({ trial, earlier }) => {
    const [value, then] = [gradeOf(trial, name), gradeOf(earlier, name)]
    return value === undefined || then === undefined ? [] : [{ value, then }]
  })
  if (pairs.length === 0) return []
  const [value, then] = [mean(pairs.map((pair) => pair.value)), mean(pairs.map((pair) => pair.then))]
  return Math.abs(value - then) < 0.005 ? [] : [`${name}: ${then.toFixed(3)} → ${value.toFixed(3)}`]
}

function gradeOf(trial: TrialRecord, name: string): number | undefined {
  return trial.grades.find((grade) => grade.name === name)?.value
}

function verdicts(trial: TrialRecord, earlier: TrialRecord): readonly string[] {
  return trial.gates.flatMap(({ name, value, because }) => {
    const then = earlier.gates.find((gate) => gate.name === name)
    if (then === undefined || then.value === value) return []
    return [
      value === 1
        ? `${trial.name}: ${name} holds again`
        : `${trial.name}: ${name} fails now (${because.slice(0, 160)})`,
    ]
  })
}

function endState(trial: TrialRecord, earlier: TrialRecord): readonly string[] {
  if (trial.came === null || earlier.came === null) return []
  const [now, then] = [JSON.stringify(trial.came), JSON.stringify(earlier.came)]
  return now === then ? [] : [`${trial.name}: the end state was ${then} and is ${now}`]
}
