/**
 * `npm run import -- FILE.json...`: takes over customers' records, through the running server or, without one, straight
 * into the database. Every file is checked before the first is taken over. With demo tokens it ends with a sign-in link
 * for each customer.
 *
 * @module
 */
import { join } from 'node:path'
import { parseCustomerFile } from '../../tools/imports/customer-file.ts'
import { fixedClock, systemClock } from '../../tools/shared/clock.ts'
import { InvalidInput } from '../../tools/shared/errors.ts'
import { type Config, readConfig } from '../config/env.ts'
import { readSecrets } from '../config/secrets.ts'
import { PARLEY } from '../db/identity.ts'
import { openDatabase } from '../db/open-database.ts'
import { type ImportReport, importFile } from '../imports.ts'
import { readArguments, WrongUsage } from '../read-arguments.ts'
import { ApiProblem, apiClient } from '../server/api-client.ts'
import { findRunning } from '../server/running-server.ts'
import { readJson } from './import/read-json.ts'
import { signInLink } from './import/sign-in-link.ts'

interface Importer {
  importFile(json: unknown): Promise<ImportReport>
  /** The server it goes through, if one runs. */
  readonly runningUrl: string | null
  close(): Promise<void>
}

const paths = readArguments(
  'npm run import -- FILE.json...\n  FILE.json  a customer’s records in the format of docs/import-format.md',
  { allowPositionals: true, options: {} },
  ({ positionals }) => {
    if (positionals.length === 0) throw new WrongUsage('Which files?')
    return positionals
  },
)
try {
  const files: { path: string; json: unknown }[] = []
  for (const path of paths) files.push({ path, json: await readJson(path) })
  if (files.map(check).every((ok) => ok)) await importAll(files)
  else process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Prints every fault of a file; true when there is none. */
function check({ path, json }: { path: string; json: unknown }): boolean {
  try {
    parseCustomerFile(json)
    return true
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    refuse(path, error.faults)
    return false
  }
}

async function importAll(files: readonly { path: string; json: unknown }[]): Promise<void> {
  const config = readConfig(process.env)
  const importer = await openImporter(config)
  const taken = new Set<string>()
  try {
    for (const { path, json } of files) {
      try {
        const report = await importer.importFile(json)
        print(path, report)
        taken.add(report.customerId)
      } catch (error) {
        if (!(error instanceof InvalidInput || error instanceof ApiProblem)) throw error
        if (error.faults.length === 0) throw error
        refuse(path, error.faults)
        process.exitCode = 1
      }
    }
  } finally {
    await importer.close()
  }
  await printLinks(config, taken, importer.runningUrl)
}

async function printLinks(config: Config, customerIds: Iterable<string>, runningUrl: string | null): Promise<void> {
  for (const customerId of customerIds) {
    const link = await signInLink(config, { customerId, runningUrl })
    if (link !== null)
      console.log(`Sign in as ${customerId}${runningUrl === null ? ' after `npm start`' : ''}: ${link}`)
  }
}

/** The running server where there is one that gave us a token; else the database itself. */
async function openImporter(config: Config): Promise<Importer> {
  const running = await findRunning(config.dataFolder)
  if (running !== null && running.operatorToken !== null) {
    const api = apiClient(running.url, running.operatorToken)
    const { url: runningUrl } = running
    return { importFile: (json) => api.post<ImportReport>('/v1/import', json), runningUrl, close: async () => {} }
  }
  const { databaseUrl, databaseAdminUrl } = readSecrets(process.env)
  const database = await openDatabase(
    databaseUrl === null
      ? { kind: 'embedded', folder: join(config.dataFolder, 'db') }
      : { kind: 'postgres', url: databaseUrl, adminUrl: databaseAdminUrl },
    {
      onProgress: (step) => step === 'creating' && console.error('Creating the database; this takes some seconds …'),
      fallback: PARLEY,
    },
  )
  const clock = config.fixedNow === null ? systemClock : fixedClock(config.fixedNow)
  const parts = { pool: database.pool, clock }
  return { importFile: (json) => importFile(parts, json), runningUrl: null, close: database.close }
}

function print(path: string, report: ImportReport): void {
  console.log(`${path}: customer ${report.customerId} (${report.name}) ${report.customer}`)
  for (const list of ['debts', 'contracts', 'offers'] as const) {
    const { added, updated, unchanged } = report[list]
    console.log(`  ${list}: ${added.length} added, ${updated.length} updated, ${unchanged.length} unchanged`)
  }
}

function refuse(path: string, faults: readonly { path: string; reason: string }[]): void {
  console.error(`${path} was refused as a whole:`)
  for (const fault of faults) console.error(`  ${fault.path}: ${fault.reason}`)
}
