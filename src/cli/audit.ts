/**
 * `npm run audit -- verify [--anchor FILE] [--keys FILE]`: recomputes the audit chain and says where it does not fit.
 * `npm run audit -- anchor`: prints the newest signed anchor, to be kept where the database's owner cannot reach it.
 * `npm run audit -- receipt FILE [--keys FILE]`: verifies a receipt without asking anybody.
 *
 * Exit codes: 0 in order, 1 not in order, 2 wrong usage. Keys are those of the data folder or PARLEY_SIGNING_KEY, unless
 * `--keys` names a saved `/.well-known/jwks.json`.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JSONWebKeySet } from 'jose'
import type { ChainReport } from '../audit/chain-report.ts'
import { type Anchor, anchorSchema, storedAnchors } from '../audit/check-anchors.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import { readConfig } from '../config/env.ts'
import { readSecrets } from '../config/secrets.ts'
import { PARLEY } from '../db/identity.ts'
import { openDatabase } from '../db/open-database.ts'
import { readArguments } from '../read-arguments.ts'
import { apiClient } from '../server/api-client.ts'
import { findRunning } from '../server/running-server.ts'
import { keptKey } from '../signing/key-file.ts'
import { readReceipt } from '../signing/receipts.ts'
import { createSigner, verifyDocument } from '../signing/signer.ts'

const USAGE = `npm run audit -- verify [--anchor FILE] [--keys FILE]
npm run audit -- anchor
npm run audit -- receipt FILE [--keys FILE]`

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(
    USAGE,
    { allowPositionals: true, options: { anchor: { type: 'string' }, keys: { type: 'string' } } },
    (parsed) => parsed,
  )
  const [command, file, ...rest] = positionals
  if (command === 'verify' && file === undefined) return verify(values)
  if (command === 'anchor' && file === undefined) return printAnchor()
  if (command === 'receipt' && file !== undefined && rest.length === 0) return receipt(file, values.keys)
  console.error(USAGE)
  return 2
}

async function verify(options: { readonly anchor?: string; readonly keys?: string }): Promise<number> {
  const report = await viaServer(options)
  if (report.anchors === 0) console.log('No anchor is known: an end that was cut off could not be noticed.')
  for (const { kind, because } of report.faults) console.log(`${kind}: ${because}`)
  const verdict = report.faults.length === 0 ? 'in order' : `${report.faults.length} not in order`
  console.log(`${report.entries} entries, ${report.anchors} anchors: ${verdict}. Head ${report.head}`)
  return report.faults.length === 0 ? 0 : 1
}

/** A server that has the embedded database open is asked; otherwise the database itself is read. */
async function viaServer(options: { readonly anchor?: string; readonly keys?: string }): Promise<ChainReport> {
  const running = await askedServer()
  if (running !== null) {
    if (options.anchor !== undefined || options.keys !== undefined) {
      throw new Error('The embedded database is in use by a server. Stop it to verify with files of your own.')
    }
    return running.get<ChainReport>('/v1/audit/verification')
  }
  const keys = await publicKeys(options.keys)
  const anchors = options.anchor === undefined ? [] : [await keptAnchor(options.anchor, keys)]
  return withDatabase((db) => verifyChain(db, { keys, anchors }))
}

/** The server that has the embedded database open; null where the database itself can be read. */
async function askedServer() {
  if (readSecrets(process.env).databaseUrl !== null) return null
  const running = await findRunning(readConfig(process.env).dataFolder)
  return running === null || running.operatorToken === null ? null : apiClient(running.url, running.operatorToken)
}

async function keptAnchor(path: string, keys: JSONWebKeySet): Promise<Anchor> {
  const jws = (await readFile(path, 'utf8')).trim()
  const { day, position, hash } = anchorSchema.parse(await verifyDocument(jws, keys))
  return { day, position, hash, jws }
}

async function printAnchor(): Promise<number> {
  const running = await askedServer()
  const anchors =
    running === null
      ? await withDatabase(storedAnchors)
      : (await running.get<{ anchors: readonly Anchor[] }>('/v1/audit/anchors')).anchors
  const newest = anchors.at(-1)
  if (newest === undefined) {
    console.error('There is no anchor yet. A running server makes one a day.')
    return 1
  }
  console.log(newest.jws)
  return 0
}

async function receipt(path: string, keysPath: string | undefined): Promise<number> {
  const { content, termsFit } = await readReceipt(await readFile(path, 'utf8'), await publicKeys(keysPath))
  console.log(JSON.stringify(content, null, 2))
  console.log(termsFit ? 'The signature and the hash of the terms fit.' : 'The terms do not have the hash it names.')
  return termsFit ? 0 : 1
}

async function publicKeys(path: string | undefined): Promise<JSONWebKeySet> {
  if (path !== undefined) return JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet
  const json = readSecrets(process.env).signingKey ?? (await keptKey(readConfig(process.env).dataFolder))
  if (json === null) {
    throw new Error('There are no keys here to verify with. Name some by --keys FILE, a saved /.well-known/jwks.json.')
  }
  return createSigner(json).keys()
}

async function withDatabase<T>(work: (db: Awaited<ReturnType<typeof openDatabase>>['pool']) => Promise<T>): Promise<T> {
  const { databaseUrl, databaseAdminUrl } = readSecrets(process.env)
  const database = await openDatabase(
    databaseUrl === null
      ? { kind: 'embedded', folder: join(readConfig(process.env).dataFolder, 'db') }
      : { kind: 'postgres', url: databaseUrl, adminUrl: databaseAdminUrl },
    { fallback: PARLEY },
  )
  try {
    return await work(database.pool)
  } finally {
    await database.close()
  }
}
