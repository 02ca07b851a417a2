import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Adapter, caseAdapter, tableAdapter } from '../../../src/cli/vectors/adapter.ts'
import { ADAPTERS } from '../../../src/cli/vectors/adapters.ts'
import { runVectors } from '../../../src/cli/vectors/run.ts'

const CREDIT_FILES = [
  'amortisation',
  'apr-eu',
  'apr-eu-intervals',
  'apr-us-regz',
  'ccd2-scope',
  'de-early-repayment',
  'de-withdrawal',
  'overdraft-revolving',
  'refinancing',
  'savings',
]

test('every shared vector of credit passes', async () => {
  const reports = (await runVectors('test/vectors', ADAPTERS)).filter(({ file }) => CREDIT_FILES.includes(file))
  expect(reports.map(({ file }) => file).sort()).toEqual(CREDIT_FILES)
  for (const report of reports) {
    expect(report, report.file).toMatchObject({ failures: [], error: null })
    expect(report.passed, report.file).toBeGreaterThan(0)
  }
})

const adapters: Record<string, Adapter> = {
  sum: caseAdapter({
    inputs: z.strictObject({ a: z.number(), b: z.number() }),
    run: ({ a, b }) => ({ sum: a + b }),
  }),
  table: tableAdapter({
    table: z.strictObject({ one: z.number() }),
    rows: ({ one }) => [{ path: 'one', expected: one, actual: 1 }],
  }),
}
const sum = { id: 's', inputs: { a: 1, b: 2 }, expected: { sum: 3 } }
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function run(file: string, content: unknown) {
  await writeFile(join(folder, `${file}.json`), JSON.stringify(content))
  return (await runVectors(folder, adapters))[0]
}

test('counts what passed and shows what differs', async () => {
  const report = await run('sum', [sum, { ...sum, id: 'wrong', expected: { sum: 4 } }])
  expect(report).toMatchObject({ passed: 1, error: null })
  expect(report?.failures).toEqual([
    { id: 'wrong', error: null, differences: [{ path: 'sum', expected: '4', actual: '3' }] },
  ])
})

test('fails a case with an input that the adapter does not know', async () => {
  const report = await run('sum', [{ ...sum, inputs: { ...sum.inputs, c: 3 } }])
  expect(report?.passed).toBe(0)
  expect(report?.failures[0]?.error).toMatch(/"c"/)
})

test('names the unknown field also where the adapter knows several shapes', async () => {
  adapters.shapes = caseAdapter({
    inputs: z.union([z.strictObject({ a: z.number(), b: z.number() }), z.strictObject({ c: z.number() })]),
    run: () => ({ sum: 3 }),
  })
  const report = await run('shapes', [{ ...sum, inputs: { ...sum.inputs, d: 4 } }])
  expect(report?.failures[0]?.error).toMatch(/"d"/)
})

test('fails a case that expects a field the engine does not return, or nothing at all', async () => {
  expect((await run('sum', [{ ...sum, expected: { product: 2 } }]))?.failures).toHaveLength(1)
  expect((await run('sum', [{ ...sum, expected: {} }]))?.error).toMatch(/expects nothing/)
})

test('reports a file without an adapter, without cases or without JSON as an error', async () => {
  expect((await run('unknown', [sum]))?.error).toMatch(/no adapter/)
  await rm(join(folder, 'unknown.json'))
  expect((await run('sum', []))?.error).toMatch(/no case/)
  await writeFile(join(folder, 'sum.json'), '{')
  expect((await runVectors(folder, adapters))[0]?.error).toMatch(/JSON/)
})

test('hands the policy of a file to its cases', async () => {
  const policies: unknown[] = []
  adapters.policy = caseAdapter({
    inputs: z.strictObject({}),
    run: (_, { policy }) => {
      policies.push(policy)
      return { ok: true }
    },
  })
  await run('policy', { policy: { id: 'p' }, vectors: [{ id: 'x', inputs: {}, expected: { ok: true } }] })
  expect(policies).toEqual([{ id: 'p' }])
})

test('compares tables of constants', async () => {
  expect(await run('table', { one: 1 })).toMatchObject({ passed: 1, failures: [] })
  expect((await run('table', { one: 2 }))?.failures).toHaveLength(1)
})

test('refuses a folder without vector files', async () => {
  await expect(runVectors(folder, adapters)).rejects.toThrow(/no vector file/)
})
