/**
 * `npm run import -- FILE.json...`: takes over customers' records, through the running server or, without one, straight
 * into the database. Every file is checked before the first is taken over.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCustomerFile } from '../../tools/imports/customer-file.ts'
import { fixedClock, systemClock } from '../../tools/shared/clock.ts'
import { InvalidInput } from '../../tools/shared/errors.ts'
import { readConfig } from '../config/env.ts'
import { readSecrets } from '../config/secrets.ts'
import { openDatabase } from '../db/open-database.ts'
import { type ImportReport, importFile } from '../imports.ts'
import { ApiProblem, apiClient } from '../server/api-client.ts'
import { findRunning } from '../server/running-server.ts'

interface Importer {
  importFile(json: unknown): Promise<ImportReport>
  close(): Promise<void>
}

const paths = process.argv.slice(2)
if (paths.length === 0) {
  console.error('Usage: npm run import -- FILE.json...')
  process.exit(2)
}
try {
  const files: { path: string; json: unknown }[] = []
  for (const path of paths) files.push({ path, json: await readJson(path) })
  if (files.map(check).every((ok) => ok)) await importAll(files)
  else process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${path} is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
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
  const importer = await openImporter()
  try {
    for (const { path, json } of files) {
      try {
        print(path, await importer.importFile(json))
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
}

/** The running server where there is one that gave us a token; else the database itself. */
async function openImporter(): Promise<Importer> {
  const config = readConfig(process.env)
  const running = await findRunning(config.dataFolder)
  if (running !== null && running.operatorToken !== null) {
    const api = apiClient(running.url, running.operatorToken)
    return { importFile: (json) => api.post<ImportReport>('/v1/import', json), close: async () => {} }
  }
  const { databaseUrl, databaseAdminUrl } = readSecrets(process.env)
  const database = await openDatabase(
    databaseUrl === null
      ? { kind: 'embedded', folder: join(config.dataFolder, 'db') }
      : { kind: 'postgres', url: databaseUrl, adminUrl: databaseAdminUrl },
    { onProgress: (step) => step === 'creating' && console.error('Creating the database; this takes some seconds …') },
  )
  const clock = config.fixedNow === null ? systemClock : fixedClock(config.fixedNow)
  return { importFile: (json) => importFile({ pool: database.pool, clock }, json), close: database.close }
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
