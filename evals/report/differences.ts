/**
 * What is otherwise than in the last run.
 *
 * @module
 */
import type { Report, TrialRecord } from './write-json.ts'

/** One line each: verdicts that turned, end states that changed, grades that moved. */
export function differences(now: Report, last: Report | null): readonly string[] {
  if (last === null) return []
  const before = new Map(last.trials.map((trial) => [trial.name, trial]))
  const trials = now.trials.flatMap((trial) => {
    const earlier = before.get(trial.name)
    if (earlier === undefined) return []
    return [...verdicts(trial, earlier), ...endState(trial, earlier)]
  })
  const grades = Object.entries(now.results.overall.grades).flatMap(([name, value]) => {
    const earlier = last.results.overall.grades[name]
    if (earlier === undefined || Math.abs(value - earlier) < 0.005) return []
    return [`${name}: ${earlier.toFixed(3)} → ${value.toFixed(3)}`]
  })
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
