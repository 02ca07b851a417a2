import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { JobHandlers } from '../../src/jobs/job-queue.ts'
import { pgBossQueue } from '../../src/jobs/pg-boss-queue.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

describe('a job whose process is killed', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await openTestDatabase()
  })

  afterAll(() => database.close())

  it('is given to another process that works the queue, once', async () => {
    const child = spawn(process.execPath, [
      join(import.meta.dirname, '../support/working-child.ts'),
      database.url ?? '',
    ])
    const queue = pgBossQueue({ db: database.pool, alone: false, onError: () => {} })
    await queue.enqueue('execute-commitment', { proposalId: 'p-1' })
    await once(child.stdout, 'data')
    const died = once(child, 'exit')
    child.kill('SIGKILL')
    await died

    const ran: unknown[] = []
    const note = async (data: unknown) => {
      ran.push(data)
    }
    const handlers: JobHandlers = {
      ...{ negotiate: note, 'conclude-task': note, 'execute-commitment': note, 'wake-proposal': note },
      ...{ 'answer-messages': note, 'deliver-webhooks': note, sweep: note },
    }
    await queue.start(handlers)
    await vi.waitFor(() => expect(ran).toEqual([{ proposalId: 'p-1' }]), { timeout: 100_000, interval: 100 })
    await queue.stop()
    expect(ran).toHaveLength(1)
  }, 120_000)
})
