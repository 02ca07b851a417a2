/**
 * Runs every vector file of a folder against the engines and reports what agreed and what did not.
 *
 * @module
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Adapter, CaseAdapter, TableAdapter } from './adapter.ts'
import { compare, type Difference } from './compare.ts'

/** One case that did not pass: the values that differ, or the error that kept it from running. */
export interface Failure {
  readonly id: string
  readonly differences: readonly Difference[]
  readonly error: string | null
}

/** What became of one file. `error` is set when the file could not be run at all. */
export interface FileReport {
  readonly file: string
  readonly passed: number
  readonly failures: readonly Failure[]
  readonly error: string | null
}

const caseSchema = z.looseObject({
  id: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()).refine((expected) => Object.keys(expected).length > 0, 'expects nothing'),
  tolerance: z.unknown().optional(),
})
const fileSchema = z.looseObject({ policy: z.unknown(), vectors: z.array(caseSchema) })

/** Runs all `*.json` files of a folder, in the order of their names. @throws Error when the folder holds none */
export async function runVectors(
  folder: string,
  adapters: Readonly<Record<string, Adapter>>,
): Promise<readonly FileReport[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  if (names.length === 0) throw new Error(`${folder} holds no vector file (*.json)`)
  return Promise.all(names.map((name) => runFile(folder, name.slice(0, -'.json'.length), adapters)))
}

async function runFile(folder: string, file: string, adapters: Readonly<Record<string, Adapter>>): Promise<FileReport> {
  const adapter = Object.hasOwn(adapters, file) ? adapters[file] : undefined
  if (adapter === undefined) return broken(file, 'no adapter knows this file; list one in src/cli/vectors/adapters.ts')
  try {
    const content: unknown = JSON.parse(await readFile(join(folder, `${file}.json`), 'utf8'))
    return adapter.kind === 'cases' ? runCases(file, content, adapter) : runTable(file, content, adapter)
  } catch (error) {
    return broken(file, messageOf(error))
  }
}

function runCases(file: string, content: unknown, adapter: CaseAdapter): FileReport {
  const result = fileSchema.safeParse(Array.isArray(content) ? { policy: null, vectors: content } : content)
  if (!result.success) return broken(file, z.prettifyError(result.error))
  const { policy, vectors } = result.data
  if (vectors.length === 0) return broken(file, 'the file holds no case')
  const failures = vectors.flatMap(({ id, inputs, expected, tolerance }): Failure[] => {
    try {
      const differences = compare(expected, adapter.run(inputs, { file, id, policy }), tolerance)
      return differences.length === 0 ? [] : [{ id, differences, error: null }]
    } catch (error) {
      return [{ id, differences: [], error: messageOf(error) }]
    }
  })
  return { file, passed: vectors.length - failures.length, failures, error: null }
}

function runTable(file: string, content: unknown, adapter: TableAdapter): FileReport {
  const rows = adapter.rows(content)
  if (rows.length === 0) return broken(file, 'the table holds no constant')
  const failures = rows.flatMap(({ path, expected, actual }): Failure[] => {
    const differences = compare(expected, actual, 0)
    return differences.length === 0 ? [] : [{ id: path, differences, error: null }]
  })
  return { file, passed: rows.length - failures.length, failures, error: null }
}

function broken(file: string, error: string): FileReport {
  return { file, passed: 0, failures: [], error }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
