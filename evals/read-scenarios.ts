/**
 * Reads the scenarios of a folder, and says what is wrong with them before anything is played.
 *
 * @module
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { parseCustomerFile } from '../tools/imports/customer-file.ts'
import { InvalidInput } from '../tools/shared/errors.ts'
import { sample } from './scenario/sample.ts'
import { type Scenario, scenarioSchema } from './scenario.ts'

/** All scenarios of a folder, in the order of their ids. @throws Error naming every fault of every file */
export async function readScenarios(folder: string): Promise<readonly Scenario[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const faults: string[] = []
  const scenarios: Scenario[] = []
  for (const file of files) {
    try {
      scenarios.push(readScenario(JSON.parse(await readFile(join(folder, file), 'utf8')), basename(file, '.json')))
    } catch (error) {
      faults.push(`${file}: ${wording(error)}`)
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return scenarios
}

/** One scenario, drawn once to see that its records can be imported. @throws ZodError, InvalidInput, Error */
export function readScenario(json: unknown, name: string): Scenario {
  const scenario = scenarioSchema.parse(json)
  if (scenario.id !== name) throw new Error(`its id is ${scenario.id}; it must be the name of its file`)
  for (const seed of [1, 2, 3]) parseCustomerFile(sample(scenario, seed).scenario.customer.records)
  return scenario
}

function wording(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  if (error instanceof InvalidInput) return error.faults.map(({ path, reason }) => `${path} ${reason}`).join('; ')
  return error instanceof Error ? error.message : String(error)
}
