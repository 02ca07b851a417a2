/**
 * What joins a vector file to the engine it tests: thin, one file each, listed in `adapters.ts`.
 *
 * @module
 */
import type { z } from 'zod'

/** Where a case comes from. `policy` is the file's own policy object, null where the file has none. */
export interface VectorContext {
  readonly file: string
  readonly id: string
  readonly policy: unknown
}

/** What an engine returned, by the names of the expected fields; more fields than a case expects are welcome. */
export type Outputs = Readonly<Record<string, unknown>>

/** A file of cases: inputs in, outputs out. */
export interface CaseAdapter {
  readonly kind: 'cases'
  run(inputs: unknown, context: VectorContext): Outputs
}

/** One constant of a table beside the engine's own. */
export interface TableRow {
  readonly path: string
  readonly expected: unknown
  readonly actual: unknown
}

/** A file of constants, which the engine's constants must equal. */
export interface TableAdapter {
  readonly kind: 'table'
  rows(table: unknown): readonly TableRow[]
}

export type Adapter = CaseAdapter | TableAdapter

/**
 * An adapter for a file of cases.
 *
 * @param inputs the fields the adapter knows; build it of `z.strictObject`, so that an unknown field is an error
 * @param run maps the inputs to the engine's arguments and its result to the expected names; an engine's error fails the case
 */
export function caseAdapter<Schema extends z.ZodType>({
  inputs,
  run,
}: {
  inputs: Schema
  run: (inputs: z.output<Schema>, context: VectorContext) => Outputs
}): CaseAdapter {
  return {
    kind: 'cases',
    run: (raw, context) => run(parsed(inputs, raw, 'inputs'), context),
  }
}

/**
 * An adapter for a table of constants.
 *
 * @param table the shape of the file; `z.strictObject` where an unknown field must be an error
 * @param rows every constant of the file beside the engine's, so that a missing one shows as `undefined`
 */
export function tableAdapter<Schema extends z.ZodType>({
  table,
  rows,
}: {
  table: Schema
  rows: (table: z.output<Schema>) => readonly TableRow[]
}): TableAdapter {
  return { kind: 'table', rows: (raw) => rows(parsed(table, raw, 'table')) }
}

function parsed<Schema extends z.ZodType>(schema: Schema, raw: unknown, what: string): z.output<Schema> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  throw new Error(`the adapter does not know these ${what}: ${faults(result.error.issues).join('; ')}`)
}

/** What is wrong, by field. Of several shapes the one that fits best speaks: it names what the others hide. */
function faults(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
      return [`${issue.path.join('.')}${issue.path.length > 0 ? ': ' : ''}${issue.message}`]
    }
    const [best = []] = issue.errors.toSorted((one, other) => one.length - other.length)
    return faults(best)
  })
}
