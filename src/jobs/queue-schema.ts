/**
 * The tables of the job queue, made by its library, and one queue per kind of job.
 *
 * @module
 */
import type pg from 'pg'
import { PgBoss, type QueueOptions } from 'pg-boss'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import type { JobName } from './job-queue.ts'
import { queueDatabase } from './queue-database.ts'

/**
 * How each kind of job is retried. A job whose process died is missed after `heartbeatSeconds` and given to another;
 * ten seconds is the least the library knows.
 */
const PATIENT: QueueOptions = {
  expireInSeconds: 600,
  heartbeatSeconds: 10,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 86_400,
}

export const QUEUES: Readonly<Record<JobName, QueueOptions>> = {
  negotiate: PATIENT,
  'conclude-task': PATIENT,
  // What a crash interrupted is settled by asking the counterparty, so trying again is always safe.
  'execute-commitment': { ...PATIENT, retryLimit: 20 },
  'wake-proposal': PATIENT,
  'answer-messages': PATIENT,
  // The outbox knows what to try again, and when.
  'deliver-webhooks': { ...PATIENT, retryLimit: 0, deleteAfterSeconds: 3_600 },
  // Found in the tables alone: the next sweep does what this one missed.
  sweep: { ...PATIENT, retryLimit: 0, deleteAfterSeconds: 3_600 },
}

/** Changes with the library or with our queues, so that the migrator knows when to run this again. */
export const QUEUE_SCHEMA = `pg-boss-12.38.0/${termsHash(QUEUES).slice(0, 12)}`

/** Creates or migrates the queue's schema and queues. Run as the owner, outside a transaction; safe to repeat. */
export async function installQueueSchema(owner: pg.PoolClient): Promise<void> {
  const boss = new PgBoss({
    db: queueDatabase(owner),
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  await boss.start()
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      // "short": of all waiting jobs with one key there is at most one.
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, { ...options, policy: 'short' })
      else await boss.updateQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false, close: false })
  }
}
