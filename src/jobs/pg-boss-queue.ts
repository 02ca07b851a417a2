/**
 * The job queue on pg-boss, over either database.
 *
 * A job enqueued here starts as soon as its transaction is committed; one from another process within the polling
 * interval. A job whose process died is missed by its heartbeat and given to another.
 *
 * @module
 */
import { type ConstructorOptions, type Job, PgBoss } from 'pg-boss'
import type { Queryable } from '../db/queryable.ts'
import { afterCommit } from '../db/transaction.ts'
import type { JobHandlers, JobName, JobQueue, Jobs } from './job-queue.ts'
import { queueDatabase } from './queue-database.ts'
import { QUEUES } from './queue-schema.ts'
import { withoutTimers } from './without-timers.ts'

/** Seconds between looks for jobs whose process died. */
const SUPERVISE_SECONDS = 5
/** How many jobs of a kind one process runs at once. */
const WORKERS: Readonly<Record<JobName, number>> = {
  negotiate: 4,
  'conclude-task': 2,
  'execute-commitment': 2,
  'wake-proposal': 2,
  'answer-messages': 2,
  'deliver-webhooks': 1,
  sweep: 1,
}
const NAMES = Object.keys(QUEUES) as JobName[]

const OPTIONS = {
  migrate: false,
  createSchema: false,
  schedule: false,
  registerInstance: false,
  reindex: false, // the application's role may not: an operator can, with the owner
  monitorVacuum: false,
  openTelemetry: { enabled: false },
} as const satisfies ConstructorOptions

export interface QueueParts {
  readonly db: Queryable
  /** True when no other process works these jobs (the embedded database): what was running at a crash is taken up at once. */
  readonly alone: boolean
  /** Hears of failed jobs and of trouble in the queue itself; a failed job is retried anyway. */
  readonly onError: (error: Error, job?: { name: string; id: string }) => void
  /** Seconds between looks for jobs of other processes and for retries that are due. */
  readonly pollingSeconds?: number
}

export function pgBossQueue({ db, alone, onError, pollingSeconds = 2 }: QueueParts): JobQueue {
  // Enqueuing and draining need no timers; working does, and has an instance of its own.
  const startSender = (via: Queryable) => {
    const boss = new PgBoss({ ...OPTIONS, db: queueDatabase(via), supervise: false, clock: withoutTimers })
    boss.on('error', onError)
    return boss.start()
  }
  let ready: PgBoss | null = null
  const sender = lazy(async () => {
    ready = await startSender(db)
    return ready
  })
  /** Starting reads from the database, and inside a transaction the embedded one has no connection but its client. */
  async function senderWithin(client: Queryable): Promise<PgBoss> {
    if (ready !== null) return ready
    afterCommit(client, () => void sender().catch(onError))
    return startSender(client)
  }
  let worker: PgBoss | null = null
  const workers = new Map<string, string[]>()
  let supervisedAt = Number.NEGATIVE_INFINITY

  function wake(name: string): void {
    for (const id of workers.get(name) ?? []) worker?.notifyWorker(id)
  }

  async function run<K extends JobName>(name: K, handlers: JobHandlers, job: Job<unknown>): Promise<void> {
    try {
      await handlers[name](job.data as Jobs[K])
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)), { name, id: job.id })
      throw error
    }
  }

  /** What ran when its process died is failed now, and so comes again. */
  async function takeUpOrphans(boss: PgBoss): Promise<void> {
    const { rows } = await db.query<{ name: string; id: string; retryCount: number }>(
      `select name, id, retry_count as "retryCount" from pgboss.job where state = 'active'`,
    )
    for (const { name, ...attempt } of rows) await boss.fail(name, attempt, { message: 'its process died' })
  }

  return {
    async enqueue(name, data, options = {}) {
      const boss = options.db === undefined ? await sender() : await senderWithin(options.db)
      await boss.send(name, data, {
        singletonKey: options.key ?? crypto.randomUUID(),
        ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
        ...(options.db === undefined ? {} : { db: queueDatabase(options.db) }),
      })
      afterCommit(options.db ?? db, () => wake(name))
    },

    async start(handlers) {
      if (worker !== null) return
      const boss = new PgBoss({
        ...OPTIONS,
        db: queueDatabase(db),
        superviseIntervalSeconds: SUPERVISE_SECONDS,
        monitorIntervalSeconds: SUPERVISE_SECONDS,
      })
      boss.on('error', onError)
      worker = await boss.start()
      if (alone) await takeUpOrphans(worker)
      for (const name of NAMES) {
        const ids: string[] = []
        workers.set(name, ids)
        for (let i = 0; i < WORKERS[name]; i += 1) {
          const options = { pollingIntervalSeconds: pollingSeconds }
          const id = await boss.work(name, options, async ([job]) => {
            if (job !== undefined) await run(name, handlers, job).finally(() => wake(name)) // there may be more
          })
          ids.push(id)
        }
      }
    },

    async drain(handlers) {
      const boss = await sender()
      if (performance.now() - supervisedAt > SUPERVISE_SECONDS * 1000) {
        supervisedAt = performance.now()
        await boss.supervise()
      }
      let ran = 0
      for (let before = -1; before !== ran; ) {
        before = ran
        for (const name of NAMES) {
          for (let [job] = await boss.fetch(name); job !== undefined; [job] = await boss.fetch(name)) {
            await settle(boss, name, job, () => run(name, handlers, job as Job<unknown>))
            ran += 1
          }
        }
      }
      return ran
    },

    async stop() {
      await worker?.stop({ graceful: true, timeout: 10_000, close: false })
      worker = null
      workers.clear()
      await sender.ifMade()?.then((boss) => boss.stop({ graceful: false, close: false }))
    },
  }
}

/** Runs a fetched job, saying that it is alive meanwhile, and tells the queue how it ended. */
async function settle(boss: PgBoss, name: string, job: Job<unknown>, work: () => Promise<void>): Promise<void> {
  const attempt = { id: job.id, retryCount: job.retryCount }
  const pulse = setInterval(() => {
    boss.touch(name, attempt).catch(() => {}) // a missed pulse is the heartbeat's to judge
  }, 4_000)
  try {
    await work()
  } catch (error) {
    await boss.fail(name, attempt, { message: error instanceof Error ? error.message : String(error) })
    return
  } finally {
    clearInterval(pulse)
  }
  await boss.complete(name, attempt)
}

/** Makes a thing at its first use; a failed making is tried again at the next. */
function lazy<T>(make: () => Promise<T>): (() => Promise<T>) & { ifMade(): Promise<T> | undefined } {
  let made: Promise<T> | undefined
  const get = () => {
    made ??= make().catch((error) => {
      made = undefined
      throw error
    })
    return made
  }
  return Object.assign(get, { ifMade: () => made })
}
