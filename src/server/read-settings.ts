/**
 * Everything that the environment and the files it names say, checked as a whole before anything is opened.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { type Fault, InvalidInput } from '../../tools/shared/errors.ts'
import { parseCounterparties } from '../channels/registry.ts'
import { type Config, readConfig } from '../config/env.ts'
import { readSecrets, type Secrets } from '../config/secrets.ts'

export interface Settings {
  readonly config: Config
  readonly secrets: Secrets
  /** The JSON of real counterparties, which holds their tokens; null without any. */
  readonly counterparties: string | null
}

type Strings = Readonly<Record<string, string | undefined>>

/** @throws InvalidInput naming every bad variable, and every fault in a file that one names, at once */
export async function readSettings(env: Strings): Promise<Settings> {
  const faults: Fault[] = []
  const config = await collecting(faults, async () => readConfig(env))
  const counterparties = await collecting(faults, () => counterpartiesOf(env.PARLEY_COUNTERPARTIES || null))
  if (config === undefined || counterparties === undefined) throw new InvalidInput(faults)
  return { config, secrets: readSecrets(env), counterparties }
}

/** The JSON itself, or what is in the file that is named instead. */
async function counterpartiesOf(value: string | null): Promise<string | null> {
  if (value === null) return null
  const json = /^\s*\[/.test(value) ? value : await read(value)
  parseCounterparties(json)
  return json
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const reason = `must be a JSON array, or a file with one (${error instanceof Error ? error.message : error})`
    throw new InvalidInput([{ path: 'PARLEY_COUNTERPARTIES', reason }])
  }
}

async function collecting<T>(faults: Fault[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    faults.push(...error.faults)
    return undefined
  }
}
