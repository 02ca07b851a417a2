/**
 * A process that takes a job and never finishes it.
 *
 * @module
 */
import pg from 'pg'
import type { JobHandlers } from '../../src/jobs/job-queue.ts'
import { pgBossQueue } from '../../src/jobs/pg-boss-queue.ts'

const pool = new pg.Pool({ connectionString: process.argv[2] ?? '' })
const queue = pgBossQueue({ db: pool, alone: false, onError: (error) => console.error(error) })
const stuck = () => {
  process.stdout.write('running\n')
  return new Promise<void>(() => {})
}
const handlers: JobHandlers = {
  ...{ negotiate: stuck, 'conclude-task': stuck, 'execute-commitment': stuck, 'wake-proposal': stuck },
  ...{ 'answer-messages': stuck, 'deliver-webhooks': stuck, sweep: stuck },
}
await queue.start(handlers)
