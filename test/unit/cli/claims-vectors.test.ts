import { expect, test } from 'vitest'
import { ADAPTERS } from '../../../src/cli/vectors/adapters.ts'
import { runVectors } from '../../../src/cli/vectors/run.ts'

const FILES = [
  'data-basiszinssatz',
  'data-pfaendungsfreigrenzen',
  'data-rvg',
  'de-default-interest',
  'de-dunning',
  'de-inkasso-rvg',
  'de-limitation',
  'de-pfaendung',
  'debt-strategy',
  'insurance',
  'insurance-deadlines',
  'parse-de-en',
]

test('every vector on claims, debts, insurance and words agrees with the engines', async () => {
  const reports = await runVectors(new URL('../../vectors', import.meta.url).pathname, ADAPTERS)
  const ours = reports.filter(({ file }) => FILES.includes(file))
  expect(ours.map(({ file }) => file).sort()).toEqual(FILES.toSorted())
  for (const report of ours) {
    expect(report).toMatchObject({ error: null, failures: [] })
    expect(report.passed).toBeGreaterThan(0)
  }
})
