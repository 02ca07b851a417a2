/**
 * The service as a process of its own that can be measured: it answers by HTTP like any other, and tells its parent
 * what only it can see (memory after a collection, rows stored, bare inserts over its own pool).
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { systemClock } from '../../../tools/shared/clock.ts'
import { randomIds } from '../../../tools/shared/ids.ts'
import { createApp } from '../../app.ts'
import { readConfig } from '../../config/env.ts'
import { asIdentity, PARLEY } from '../../db/identity.ts'
import { openDatabase } from '../../db/open-database.ts'
import type { Queryable } from '../../db/queryable.ts'
import { createDemoAuthenticator, mintToken } from '../../http/authenticator.ts'
import { importFile } from '../../imports.ts'
import { createLog } from '../../log.ts'
import { createServices } from '../../services.ts'
import { nodeTransport } from '../../webhooks/node-transport.ts'
import { benchCustomers, CLIENTS } from './bench-customers.ts'
import { benchProposal } from './bench-proposal.ts'
import { type Ask, type BenchAnswers, type BenchReady, INSERT_PATH, type Proposed } from './bench-protocol.ts'
import { ratePerSecond } from './talk.ts'

const url = process.env.BENCH_DATABASE_URL
const database = await openDatabase(
  url === undefined
    ? { kind: 'embedded', folder: process.env.BENCH_FOLDER ?? null }
    : { kind: 'postgres', url, adminUrl: null },
)
const secret = randomBytes(32)
const counterparties = process.env.BENCH_COUNTERPARTIES ?? '[]'
const services = await createServices({
  config: readConfig({
    PARLEY_COUNTERPARTIES: counterparties,
    PARLEY_PROFILE: 'self-use',
    PARLEY_REQUESTS_PER_MINUTE: 'customer=100000000,reviewer=100000000',
  }),
  secrets: { databaseUrl: null, databaseAdminUrl: null, modelApiKey: null },
  database,
  marketUrl: null,
  counterparties,
  authenticator: createDemoAuthenticator({ secret, clock: systemClock }),
  webhookTransport: nodeTransport,
  assets: { read: async () => null },
  clock: systemClock,
  ids: randomIds,
  log: createLog('warn'),
})
await services.start()
const customers = benchCustomers()
for (const customer of customers) {
  await asIdentity(PARLEY, () => importFile({ pool: database.pool, clock: systemClock }, customer))
}

/** Rows of every table of ours, in bytes, without indexes and without what a vacuum would free. */
async function storedBytes(db: Queryable): Promise<number> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  )
  let bytes = 0
  for (const { name } of tables.rows) {
    const { rows } = await db.query<{ bytes: string }>(
      `select coalesce(sum(pg_column_size(t.*)), 0)::text as bytes from ${name} t`,
    )
    bytes += Number(rows[0]?.bytes ?? 0)
  }
  return bytes
}

const INSERT = `insert into messages (id, thread_id, role, text, locale, at) values ($1, $2, 'assistant', $3, 'en', now())`
const INSERTED = 'thr-bare-inserts'
await asIdentity(PARLEY, () =>
  database.pool.query(
    `insert into threads (id, customer_id, locale, created_at) values ($1, $2, 'en', now()) on conflict do nothing`,
    [INSERTED, customers[0]?.customer.id],
  ),
)

/** One row and one commit: the least that keeps a message. */
async function insert(): Promise<void> {
  const values = [`bare-${crypto.randomUUID()}`, INSERTED, 'x'.repeat(200)]
  await asIdentity(PARLEY, () => database.pool.query(INSERT, values))
}

let proposed = 0

async function propose(): Promise<Proposed> {
  proposed += 1
  const { id: customerId } = (customers[proposed % customers.length] ?? { customer: { id: '' } }).customer
  const { id, termsHash, required } = await services.door.proposals.open(
    benchProposal(customerId, proposed, systemClock.now()),
  )
  if (required.reviewers !== 1 || required.customer) throw new Error('The proposal needs other votes than expected.')
  return { id, termsHash }
}

const answers: BenchAnswers = {
  async memory() {
    if (globalThis.gc === undefined) throw new Error('The bench server must run with --expose-gc.')
    // Finalisers and pooled sockets need a moment, so that the second collection sees what the first let go.
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 100))
    globalThis.gc()
    const { heapUsed, rss } = process.memoryUsage()
    return { heapUsed, rss }
  },
  async processor() {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
  stored: () => asIdentity(PARLEY, () => storedBytes(database.pool)),
  inserts: ({ clients, seconds }) => ratePerSecond(Array<typeof insert>(clients).fill(insert), seconds),
  propose: ({ count }) => asIdentity(PARLEY, () => Promise.all(Array.from({ length: count }, propose))),
  committed: () =>
    asIdentity(PARLEY, async () => {
      const { rows } = await database.pool.query<{ count: string }>('select count(*) from commitments')
      return Number(rows[0]?.count)
    }),
  async close() {
    await services.stop()
    await database.close()
    setTimeout(() => process.exit(0), 50) // after the answer is sent
  },
}

process.on('message', async ({ id, name, input }: Ask) => {
  try {
    process.send?.({ id, value: await (answers[name] as (input: unknown) => Promise<unknown>)(input) })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
process.once('disconnect', () => process.exit(1)) // the parent is gone, and with it the reason to run

const app = createApp(services.door)

/** The service, and beside it one path that does nothing but insert. */
async function answer(request: Request): Promise<Response> {
  if (!request.url.endsWith(INSERT_PATH)) return app.fetch(request)
  await insert()
  return Response.json({ inserted: true })
}

serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }, async ({ port }: AddressInfo) => {
  const tokens = await Promise.all(
    customers.map(({ customer: { id } }) =>
      mintToken({ secret, clock: systemClock }, { subject: id, role: 'customer', customerId: id }),
    ),
  )
  const reviewers = await Promise.all(
    Array.from({ length: CLIENTS }, (_, n) =>
      mintToken({ secret, clock: systemClock }, { subject: `rev-bench-${n}`, role: 'reviewer', customerId: null }),
    ),
  )
  process.send?.({ url: `http://127.0.0.1:${port}`, tokens, reviewers } satisfies BenchReady)
})
