/**
 * The composition root: the only place where parts are joined.
 *
 * @module
 */
import { createModels } from '../agents/models.ts'
import type { Clock } from '../tools/shared/clock.ts'
import { joinActing } from './composition/acting.ts'
import { joinJobHandlers } from './composition/job-handlers.ts'
import { joinDoor } from './composition/joined-door.ts'
import { openLedgers } from './composition/ledgers.ts'
import type { Parts } from './composition/parts.ts'
import { joinTalking } from './composition/talking.ts'
import type { Database } from './db/database.ts'
import { asIdentity, PARLEY } from './db/identity.ts'
import type { Door } from './http/door.ts'
import { createSigner } from './signing/signer.ts'

export interface Services {
  readonly door: Door
  readonly clock: Clock
  readonly databaseKind: Database['kind']
  customerIds(): Promise<readonly string[]>
  /** Indexes knowledge and begins to work jobs. */
  start(): Promise<void>
  /** Works what is due now; for Workers, which have no loop. */
  drain(): Promise<number>
  /** Lets what runs finish and stops working jobs. */
  stop(): Promise<void>
}

const SWEEP_EVERY_MS = 5_000

/** Joins the parts. Nothing runs until `start`. @throws InvalidInput when the counterparties' JSON is bad */
export function createServices(parts: Parts): Services {
  const { config, secrets, database, clock, log } = parts
  const signer = secrets.signingKey ? createSigner(secrets.signingKey) : null
  const models = createModels(config.model, secrets.modelApiKey)
  const webhookRules = { loopback: config.webhookLoopback }
  const ledgers = openLedgers(parts)
  const acting = joinActing(parts, ledgers)
  const runs = joinTalking(parts, ledgers, acting, models)
  const handlers = joinJobHandlers(parts, { ledgers, acting, runs, models, signer, webhookRules })
  const door = joinDoor(parts, { ledgers, acting, runs, signer, webhookRules })
  const { jobs, knowledge } = ledgers
  let sweeping: ReturnType<typeof setInterval> | null = null

  return {
    door,
    clock,
    databaseKind: database.kind,
    async customerIds() {
      const ids = () => database.pool.query<{ id: string }>('select id from customers order by id')
      return (await asIdentity(PARLEY, ids)).rows.map((row) => row.id)
    },
    async start() {
      // An embeddings endpoint that is down must not keep the service from starting: the library then abstains more.
      await knowledge.index().catch((error: unknown) => log.error({ err: error }, 'the library could not be indexed'))
      await jobs.start(handlers)
      sweeping = setInterval(() => {
        handlers
          .sweep({})
          .catch((error: unknown) => log.warn({ err: error }, 'the sweep failed; the next one tries again'))
      }, SWEEP_EVERY_MS)
    },
    async drain() {
      await runs.idle() // a message that is being answered may yet queue a job
      await handlers.sweep({})
      return jobs.drain(handlers)
    },
    async stop() {
      if (sweeping !== null) clearInterval(sweeping)
      await jobs.stop()
      await runs.idle()
    },
  }
}
