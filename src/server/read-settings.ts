/**
 * Everything that the environment and the files it names say, checked as a whole before anything is opened.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { parsePolicy } from '../../tools/commitments/policy-file.ts'
import { type Fault, InvalidInput } from '../../tools/shared/errors.ts'
import { parseCounterparties } from '../channels/registry.ts'
import { type Config, readConfig } from '../config/env.ts'
import { readSecrets, type Secrets } from '../config/secrets.ts'
import { createSecretBox } from '../webhooks/secret-box.ts'

export interface Settings {
  /** With the policy itself, where a file was named. */
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
  const policy = await collecting(faults, () => policyOf(env.PARLEY_POLICY || null))
  const secrets = readSecrets(env)
  await collecting(faults, async () => createSecretBox(secrets.webhookKey ?? null))
  if (config?.model.kind === 'openai' && config.model.baseUrl === null && secrets.modelApiKey === null) {
    faults.push({
      path: 'PARLEY_MODEL_API_KEY',
      reason: 'must be set, unless PARLEY_MODEL_BASE_URL names a server without keys',
    })
  }
  if (config === undefined || counterparties === undefined || policy === undefined || faults.length > 0) {
    throw new InvalidInput(faults)
  }
  return { config: { ...config, policy }, secrets, counterparties }
}

/** The JSON itself, or what is in the file that is named instead. */
async function counterpartiesOf(value: string | null): Promise<string | null> {
  if (value === null) return null
  const json = /^\s*\[/.test(value) ? value : await read('PARLEY_COUNTERPARTIES', value, 'a JSON array')
  parseCounterparties(json)
  return json
}

async function policyOf(value: string | null): Promise<string | null> {
  if (value === null) return null
  const json = /^\s*\{/.test(value) ? value : await read('PARLEY_POLICY', value, 'a JSON object')
  parsePolicy(json)
  return json
}

async function read(variable: string, path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const reason = `must be ${what}, or a file with one (${error instanceof Error ? error.message : error})`
    throw new InvalidInput([{ path: variable, reason }])
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
