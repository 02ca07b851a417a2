/**
 * reports/evals.html: one self-contained page, without a script and without anything fetched.
 *
 * @module
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { passed, type Totals } from '../aggregate.ts'
import type { Comparison } from '../baseline.ts'
import { GRADES } from '../grades.ts'
import type { Trial } from '../trial.ts'
import { STYLE } from './page-style.ts'
import { trialSection } from './trial-section.ts'
import type { Report } from './write-json.ts'
import { escaped } from './write-junit.ts'

export async function writePage(
  folder: string,
  parts: { readonly report: Report; readonly trials: readonly Trial[]; readonly changed: readonly string[] },
): Promise<void> {
  await writeFile(join(folder, 'evals.html'), page(parts))
}

export function page({
  report,
  trials,
  changed,
}: {
  readonly report: Report
  readonly trials: readonly Trial[]
  readonly changed: readonly string[]
}): string {
  const { comparisons, regressions } = report
  const failed = trials.filter((trial) => !passed(trial))
  const byGroup = Map.groupBy(trials, ({ order }) => order.scenario.group)
  const bad = failed.length > 0 || regressions.length > 0
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Parley evals</title><style>${STYLE}</style></head><body>
<header class="${bad ? 'bad' : 'good'}"><h1>Parley evals</h1>
<p>${bad ? verdictOf(failed, regressions) : 'Every gate holds, and no grade fell behind.'}</p>
<ul class="tiles">${tiles(report, trials)}</ul></header>
<main>
<section><h2>By group</h2>${groupTable(report)}</section>
${comparisons.length === 0 ? '' : `<section><h2>Against the baseline</h2>${comparisonTable(comparisons)}</section>`}
${changed.length === 0 ? '' : `<section><h2>Since the last run</h2><ul>${changed.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></section>`}
${failed.length === 0 ? '' : `<section><h2>Failed</h2>${failed.map((trial) => trialSection(trial)).join('')}</section>`}
${[...byGroup].map(([group, own]) => `<section><h2>${escaped(group)}</h2>${own.map((trial) => trialSection(trial)).join('')}</section>`).join('')}
</main></body></html>
`
}

function verdictOf(failed: readonly Trial[], regressions: readonly string[]): string {
  const parts = [
    ...(failed.length > 0 ? [`${failed.length} plays fail a gate`] : []),
    ...regressions.map((line) => escaped(line)),
  ]
  return `${parts.join('; ')}.`
}

function tiles({ results, numPassedTests, numFailedTests }: Report, trials: readonly Trial[]): string {
  const { overall } = results
  const tile = (value: string, label: string) => `<li><b>${value}</b>${escaped(label)}</li>`
  return [
    tile(String(results.scenarios.length), 'scenarios'),
    tile(String(trials.length), 'plays'),
    tile(`${numPassedTests}/${numPassedTests + numFailedTests}`, 'verdicts hold'),
    ...Object.entries(overall.passPower).map(([k, value]) => tile(percent(value), `pass^${k}`)),
    ...GRADES.flatMap(({ name, unit }) => {
      const value = overall.grades[name]
      return value === undefined ? [] : [tile(inUnit(value, unit), name)]
    }),
  ].join('')
}

/** Means by group, each with how far it is from the baseline on the plays that both have. */
function groupTable({ results: { groups, overall }, comparisons, byGroup }: Report): string {
  const graded = GRADES.filter(({ name }) => overall.grades[name] !== undefined)
  const row = (name: string, totals: Totals, compared: readonly Comparison[]) => {
    const share = totals.trials === 0 ? 0 : totals.passed / totals.trials
    const cells = graded.map((rule) => {
      const value = totals.grades[rule.name]
      const against = compared.find((comparison) => comparison.name === rule.name)
      return `<td>${value === undefined ? '' : inUnit(value, rule.unit)}${against === undefined ? '' : delta(against)}</td>`
    })
    return `<tr><th>${escaped(name)}</th><td>${totals.passed}/${totals.trials}</td><td><meter value="${share}"></meter></td>${cells.join('')}</tr>`
  }
  const rows = Object.entries(groups).toSorted(([a], [b]) => a.localeCompare(b))
  return `<table><thead><tr><th></th><th>passed</th><th></th>${graded.map(({ name }) => `<th>${name}</th>`).join('')}</tr></thead>
<tbody>${rows.map(([name, totals]) => row(name, totals, byGroup[name] ?? [])).join('')}${row('all', overall, comparisons)}</tbody></table>`
}

function delta({ now, before, unit, verdict }: Comparison): string {
  const difference = now - before
  if (Math.abs(difference) < 0.0005) return ''
  return ` <small class="${verdict}">${difference > 0 ? '+' : '−'}${inUnit(Math.abs(difference), unit)}</small>`
}

function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(
    ({ name, kind, unit, now, before, count, verdict }) =>
      `<tr class="${verdict}"><th>${name}</th><td>${kind}</td><td>${inUnit(before, unit)}</td><td>${inUnit(now, unit)}</td><td>${verdict}</td><td>${count}</td></tr>`,
  )
  return `<table><thead><tr><th></th><th></th><th>baseline</th><th>now</th><th></th><th>scenarios</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function inUnit(value: number, unit: 'share' | 'money' | 'count'): string {
  if (unit === 'share') return percent(value)
  return unit === 'money' ? `€${value.toFixed(2)}` : value.toFixed(2)
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}
