import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { inTransaction } from '../../src/db/transaction.ts'
import type { JobHandlers, JobName, JobQueue } from '../../src/jobs/job-queue.ts'
import { pgBossQueue } from '../../src/jobs/pg-boss-queue.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

behavesLikeAJobQueue('on pg-boss', (pool, options) => pgBossQueue({ db: pool, alone: true, ...options }))

interface Options {
  onError: (error: Error) => void
  pollingSeconds?: number
}

type Ran = { name: JobName; data: unknown }

/** Handlers that note every job and then do what the test says. */
function noting(ran: Ran[], also: (job: Ran) => Promise<void> = async () => {}): JobHandlers {
  const note = (name: JobName) => async (data: unknown) => {
    ran.push({ name, data })
    await also({ name, data })
  }
  return {
    negotiate: note('negotiate'),
    'conclude-task': note('conclude-task'),
    'execute-commitment': note('execute-commitment'),
    'wake-proposal': note('wake-proposal'),
    'answer-messages': note('answer-messages'),
    'deliver-webhooks': note('deliver-webhooks'),
    sweep: note('sweep'),
  }
}

function behavesLikeAJobQueue(name: string, open: (pool: pg.Pool, options: Options) => JobQueue): void {
  describe(`a job queue ${name}`, () => {
    let database: TestDatabase
    let queue: JobQueue
    let ran: Ran[]
    const errors: Error[] = []
    const onError = (error: Error) => errors.push(error)

    beforeAll(async () => {
      database = await openTestDatabase()
      queue = open(database.pool, { onError })
    })

    beforeEach(async () => {
      ran = []
      errors.length = 0
      await database.pool.query('delete from pgboss.job')
    })

    afterAll(async () => {
      await queue.stop()
      await database.close()
    })

    it('enqueues within a transaction as the first thing it ever does', async () => {
      const fresh = open(database.pool, { onError })
      await inTransaction(database.pool, (client) =>
        fresh.enqueue('negotiate', { negotiationId: 'n-0' }, { db: client }),
      )
      expect(await fresh.drain(noting(ran))).toBe(1)
      await fresh.stop()
    })

    describe('enqueued and drained', () => {
      it('runs a job once', async () => {
        await queue.enqueue('negotiate', { negotiationId: 'n-1' })
        expect(await queue.drain(noting(ran))).toBe(1)
        expect(await queue.drain(noting(ran))).toBe(0)
        expect(ran).toEqual([{ name: 'negotiate', data: { negotiationId: 'n-1' } }])
      })

      it('also runs what a job enqueues', async () => {
        await queue.enqueue('negotiate', { negotiationId: 'n-2' })
        const handlers = noting(ran, async (job) => {
          if (job.name === 'negotiate') await queue.enqueue('conclude-task', { taskId: 't-2' })
        })
        expect(await queue.drain(handlers)).toBe(2)
        expect(ran.map((job) => job.name)).toEqual(['negotiate', 'conclude-task'])
      })

      it('queues a job exactly when its transaction is committed', async () => {
        await inTransaction(database.pool, async (client) => {
          await queue.enqueue('wake-proposal', { proposalId: 'kept' }, { db: client })
        })
        await inTransaction(database.pool, async (client) => {
          await queue.enqueue('wake-proposal', { proposalId: 'rolled back' }, { db: client })
          throw new Error('no')
        }).catch(() => {})
        await queue.drain(noting(ran))
        expect(ran).toEqual([{ name: 'wake-proposal', data: { proposalId: 'kept' } }])
      })

      it('queues one job per name and key while one waits, and any number without a key', async () => {
        for (let i = 0; i < 3; i += 1) {
          await queue.enqueue('answer-messages', { threadId: 'a' }, { key: 'a' })
          await queue.enqueue('answer-messages', { threadId: 'b' }, { key: 'b' })
          await queue.enqueue('wake-proposal', { proposalId: 'p' }, { key: 'a' })
          await queue.enqueue('execute-commitment', { proposalId: 'p' })
        }
        expect(await queue.drain(noting(ran))).toBe(6)
        await queue.enqueue('answer-messages', { threadId: 'a' }, { key: 'a' })
        expect(await queue.drain(noting(ran))).toBe(1)
      })

      it('lets a running job queue its successor under the same key', async () => {
        await queue.enqueue('negotiate', { negotiationId: 'n' }, { key: 'n' })
        let again = true
        const handlers = noting(ran, async () => {
          if (again) await queue.enqueue('negotiate', { negotiationId: 'n' }, { key: 'n' })
          again = false
        })
        expect(await queue.drain(handlers)).toBe(2)
      })

      it('leaves a job that is not due', async () => {
        await queue.enqueue('sweep', {}, { startAfterSeconds: 3600 })
        expect(await queue.drain(noting(ran))).toBe(0)
        await database.pool.query(`update pgboss.job set start_after = now() - interval '1 second'`)
        expect(await queue.drain(noting(ran))).toBe(1)
      })

      it('retries a failed job later, with backoff, and tells of the failure', async () => {
        await queue.enqueue('execute-commitment', { proposalId: 'p-1' })
        const failing = noting(ran, async () => {
          throw new Error('the counterparty is away')
        })
        expect(await queue.drain(failing)).toBe(1)
        expect(await queue.drain(failing)).toBe(0)
        expect(errors.map((error) => error.message)).toEqual(['the counterparty is away'])
        const { rows } = await database.pool.query(
          `select state, retry_count, start_after > now() as later from pgboss.job`,
        )
        expect(rows).toEqual([{ state: 'retry', retry_count: 0, later: true }])
        await database.pool.query(`update pgboss.job set start_after = now()`)
        expect(await queue.drain(noting(ran))).toBe(1)
        expect(ran).toHaveLength(2)
      })

      it('gives each job to one of several who drain at once', async () => {
        const other = open(database.pool, { onError })
        for (let i = 0; i < 20; i += 1) await queue.enqueue('negotiate', { negotiationId: `n-${i}` })
        const counts = await Promise.all([queue.drain(noting(ran)), other.drain(noting(ran))])
        await other.stop()
        expect(counts.reduce((a, b) => a + b)).toBe(20)
        expect(new Set(ran.map((job) => JSON.stringify(job.data))).size).toBe(20)
      })
    })

    describe('working', () => {
      it('starts what is enqueued without waiting for the next look for jobs, also in a transaction', async () => {
        const rare = open(database.pool, { onError, pollingSeconds: 3_600 })
        await rare.start(noting(ran))
        for (let i = 0; i < 5; i += 1) {
          await rare.enqueue('wake-proposal', { proposalId: `p-${i}` })
          await vi.waitFor(() => expect(ran).toHaveLength(2 * i + 1), { timeout: 20_000, interval: 5 })
          await inTransaction(database.pool, (client) =>
            rare.enqueue('negotiate', { negotiationId: `n-${i}` }, { db: client }),
          )
          await vi.waitFor(() => expect(ran).toHaveLength(2 * i + 2), { timeout: 20_000, interval: 5 })
        }
        await rare.stop()
      })

      it('finds what another process enqueued', async () => {
        await queue.start(noting(ran))
        const elsewhere = open(database.pool, { onError })
        await elsewhere.enqueue('sweep', {})
        await vi.waitFor(() => expect(ran).toHaveLength(1), { timeout: 20_000, interval: 20 })
        await elsewhere.stop()
        await queue.stop()
      })

      it('works off a backlog and lets running jobs finish when it stops', async () => {
        for (let i = 0; i < 12; i += 1) await queue.enqueue('sweep', {})
        let finished = 0
        await queue.start(
          noting(ran, async () => {
            await new Promise((resolve) => setTimeout(resolve, 50))
            finished += 1
          }),
        )
        await vi.waitFor(() => expect(ran.length).toBeGreaterThanOrEqual(3), { timeout: 20_000, interval: 5 })
        await queue.stop()
        expect(finished).toBe(ran.length)
        await queue.drain(noting(ran))
        expect(ran).toHaveLength(12)
      })

      it('takes up again what ran when its process died', async () => {
        await queue.enqueue('execute-commitment', { proposalId: 'p-orphan' })
        await database.pool.query(`
          update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now()`)
        const successor = open(database.pool, { onError })
        await successor.start(noting(ran))
        await vi.waitFor(
          () => expect(ran).toEqual([{ name: 'execute-commitment', data: { proposalId: 'p-orphan' } }]),
          {
            timeout: 30_000,
            interval: 20,
          },
        )
        await successor.stop()
      })
    })
  })
}
