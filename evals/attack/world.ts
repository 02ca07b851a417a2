/**
 * The whole service, joined as in production, among enemies: a model that has gone over, a counterparty that means harm.
 * Time stands where an attacker puts it, and jobs are worked when the sequence says so, so that a seed repeats.
 *
 * @module
 */
import { createCommitmentGraph } from '../../agents/advocate/commitment-graph.ts'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/env.ts'
import { PostgresCheckpointer } from '../../src/db/checkpointer.ts'
import { asIdentity, PARLEY } from '../../src/db/identity.ts'
import { createDemoAuthenticator, mintToken } from '../../src/http/authenticator.ts'
import type { Principal } from '../../src/http/principal.ts'
import { createServices } from '../../src/services.ts'
import { diskAssets } from '../../src/web/disk-assets.ts'
import { nodeTransport } from '../../src/webhooks/node-transport.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { type Allowed, type HostileParty, startHostileParty } from './hostile-party.ts'
import { type Battlefield, openBattlefield } from './owner.ts'
import { type RogueModel, startRogueModel } from './rogue-model.ts'

export const NOW = Date.parse('2026-11-22T10:00:00.000Z')
const SECRET = new TextEncoder().encode('a secret of the attack, 32 bytes or more')
/** The banks that the hostile party plays. */
export const BANKS = ['evil-bank', 'second-bank'] as const

/** What the ledger held about a key when it arrived at the counterparty. */
export interface SeenAtArrival {
  readonly approved: boolean
  readonly started: boolean
  readonly inForce: boolean
}

export async function openWorld(databaseUrl: string) {
  let now = NOW
  const clock = { now: () => new Date(now) }
  const field: Battlefield = await openBattlefield(databaseUrl)
  const model: RogueModel = await startRogueModel()
  const party: HostileParty = await startHostileParty(clock, {
    ledger: (key) => seen(field, key, clock.now()),
    mandate: (negotiationId, bank) => allowed(field, negotiationId, bank, clock.now()),
  })
  const counterparties = BANKS.map((id) => ({
    ...{ id, name: id, role: 'lender', kinds: ['instalment-loan'] },
    ...{ baseUrl: `${party.url}/${id}`, token: 'hostile-token' },
  }))
  const silent = () => {}
  const services = createServices({
    config: readConfig({
      PARLEY_COUNTERPARTIES: JSON.stringify(counterparties),
      PARLEY_PROFILE: 'self-use',
      PARLEY_MODEL: 'rogue',
      PARLEY_MODEL_BASE_URL: model.url,
      PARLEY_MODEL_RETRIES: '0',
      // Who attacks is not to be stopped by having attacked often.
      PARLEY_REQUESTS_PER_MINUTE: 'unlimited',
      PARLEY_MAX_OPEN_TASKS: '10000',
      PARLEY_MAX_OPEN_NEGOTIATIONS: '10000',
    }),
    secrets: { databaseUrl: null, databaseAdminUrl: null, modelApiKey: 'none' },
    database: field,
    marketUrl: null,
    counterparties: JSON.stringify(counterparties),
    authenticator: createDemoAuthenticator({ secret: SECRET, clock }),
    webhookTransport: nodeTransport,
    assets: diskAssets(),
    clock,
    ids: randomIds,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  const app = createApp(services.door)
  // What a client with its hands on LangGraph's own threads has: the graph, and the checkpoints of this database.
  const graph = createCommitmentGraph({
    approvals: services.door.approvals,
    threads: services.door.threads,
    ids: randomIds,
    clock,
    checkpointer: new PostgresCheckpointer(field.pool),
  })

  return {
    field,
    model,
    party,
    door: services.door,
    clock,
    graph,
    setTime(to: number) {
      now = to
    },
    /** As the program itself: jobs and the graph that waits run so. */
    asParley: <T>(work: () => Promise<T>) => asIdentity(PARLEY, work),
    async call(as: Principal | null, method: string, path: string, json?: unknown): Promise<Response> {
      const token = as === null ? 'forged.by.nobody' : await mintToken({ secret: SECRET, clock }, as)
      return app.request(path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(json === undefined ? {} : { body: typeof json === 'string' ? json : JSON.stringify(json) }),
      })
    },
    work: () => services.drain(),
    async close() {
      await services.stop()
      await party.close()
      await model.close()
      await field.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

async function seen(field: Battlefield, key: string, now: Date): Promise<SeenAtArrival> {
  const [id = '', act = '-1'] = key.split('/')
  const [row] = await field.owner.query<{ approved: boolean; started: boolean; force: boolean }>(
    /* sql */ `
      select
        exists (select from approvals where proposal_id = $1 and outcome = 'approved') as approved,
        exists (select from attempts where proposal_id = $1 and act = $2 and kind = 'started') as started,
        coalesce((
          select p.mandate_id is null or (m.expires_at > $3
            and exists (select from mandate_events e where e.mandate_id = m.id and e.kind = 'confirmed')
            and not exists (select from mandate_events e where e.mandate_id = m.id and e.kind = 'revoked'))
          from proposals p left join mandates m on m.id = p.mandate_id where p.id = $1
        ), false) as force`,
    [id, Number(act), now],
  )
  return { approved: row?.approved ?? false, started: row?.started ?? false, inForce: row?.force ?? false }
}

async function allowed(field: Battlefield, negotiationId: string, bank: string, now: Date): Promise<Allowed> {
  const [row] = await field.owner.query<{ force: boolean; disclosures: readonly string[] }>(
    /* sql */ `
      select m.disclosures, m.expires_at > $3 and m.counterparties ? $2
        and exists (select from mandate_events e where e.mandate_id = m.id and e.kind = 'confirmed')
        and not exists (select from mandate_events e where e.mandate_id = m.id and e.kind = 'revoked') as force
      from negotiations n join mandates m on m.id = n.mandate_id where n.id = $1 and n.counterparty_id = $2`,
    [negotiationId, bank, now],
  )
  return { inForce: row?.force ?? false, disclosures: row?.disclosures ?? [] }
}
