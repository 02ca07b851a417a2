/**
 * reports/evals.xml: the trials as a JUnit suite, one case per gate, for CI systems that show such.
 *
 * @module
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nameOf, type Trial } from '../trial.ts'

export async function writeJunit(folder: string, trials: readonly Trial[]): Promise<void> {
  await writeFile(join(folder, 'evals.xml'), junit(trials))
}

export function junit(trials: readonly Trial[]): string {
  const cases = trials.flatMap(({ order, gates, seconds }) =>
    gates.map(({ name, value, because }) => {
      const head = `  <testcase classname="${escaped(nameOf(order))}" name="${escaped(name)}" time="${(seconds / gates.length).toFixed(3)}"`
      if (value === 1) return `${head}/>`
      return `${head}><failure message="${escaped(because.slice(0, 500))}">${escaped(because)}</failure></testcase>`
    }),
  )
  const failures = trials.flatMap(({ gates }) => gates).filter(({ value }) => value !== 1).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="evals" tests="${cases.length}" failures="${failures}">`,
    ...cases,
    '</testsuite>',
    '',
  ].join('\n')
}

/** Text as XML allows it: markup escaped, control characters dropped. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
