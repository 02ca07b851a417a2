import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../../src/db/embedded.ts'
import { PARLEY } from '../../../src/db/identity.ts'
import { postgresThreads } from '../../../src/db/postgres-threads.ts'
import { pgBossQueue } from '../../../src/jobs/pg-boss-queue.ts'
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import { startCounterparty, type TestCounterparty } from '../../support/counterparty.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import type { ChildOrder } from '../../support/executor-child.ts'
import { type Gate, NOW, openGate } from '../../support/gate.ts'
import { concludeAct, noticeAct } from '../../support/proposals.ts'

const CHILD = join(import.meta.dirname, '../../support/executor-child.ts')
const folder = mkdtempSync(join(tmpdir(), 'parley-crash-'))
let server: TestDatabase | null = null
let party: TestCounterparty

beforeAll(async () => {
  party = await startCounterparty()
  if ((process.env.TEST_DATABASE_URL ?? '') !== '') server = await openTestDatabase()
  else await look(async () => {}) // a first start takes seconds
})
afterAll(async () => {
  await party.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  party.manner = 'plain'
  party.book.clear()
  party.received.length = 0
})

/** Looks at the database between the lives of the child; the embedded one has room for one process only. */
async function look<T>(work: (gate: Gate) => Promise<T>): Promise<T> {
  const embedded = server === null ? await openEmbedded({ folder, fallback: PARLEY }) : null
  const pool = server?.pool ?? embedded?.pool
  if (pool === undefined) throw new Error('no database was opened')
  const queue = pgBossQueue({ db: pool, alone: embedded !== null, onError: () => {} })
  try {
    return await work(openGate(pool, queue))
  } finally {
    await queue.stop()
    await embedded?.close()
  }
}

function approvedProposal(acts = [concludeAct()] as Proposal['terms']['acts']): Promise<Proposal> {
  return look(async (gate) => {
    await gate.customer('c-anna')
    const threadId = await gate.thread('c-anna')
    const { mandateId, taskId } = await gate.mandate('c-anna', threadId)
    const opened = await gate.open({ terms: { acts }, threadId, mandateId, taskId })
    await gate.approve(opened)
    return opened
  })
}

function live(proposalId: string, killAt: string | null): ChildProcess {
  const url = server?.url
  const order: ChildOrder = {
    database: url === undefined ? { kind: 'embedded', folder } : { kind: 'postgres', url },
    proposalId,
    baseUrl: party.baseUrl,
    token: party.token,
    now: NOW,
    killAt,
  }
  return spawn(process.execPath, [CHILD], {
    env: { ...process.env, CHILD: JSON.stringify(order) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

const ended = (child: ChildProcess) =>
  new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })

/** What our ledger and the counterparty's own book say at the end. */
function books(opened: Proposal) {
  return look(async (gate) => {
    const execution = await gate.ledger.executionOf(opened.id)
    const messages = await postgresThreads(gate.pool).messages(opened.threadId ?? '')
    return {
      kind: execution.kind,
      ours: (await gate.executions.commitments(opened.id)).map((c) => `${c.proposalId}/${c.act} ${c.reference}`),
      theirs: [...party.book].map(([key, { reference }]) => `${key} ${reference}`),
      told: messages.map((message) => message.text.split('.')[0]),
    }
  })
}

describe('kill -9 between approval and answer', { timeout: 120_000 }, () => {
  it.each([
    ['before anything is recorded', 'leased', 1],
    ['after the attempt is recorded and before it is sent', 'before-sending', 1],
    ['after it was sent and before the answer is recorded', 'after-sending', 1],
    ['after the commitment is recorded', 'recorded', 1],
  ])('%s leaves exactly one commitment on both sides after a restart', async (_, killAt, sent) => {
    const opened = await approvedProposal()
    expect(await ended(live(opened.id, killAt))).toEqual({ code: null, signal: 'SIGKILL' })
    expect(await ended(live(opened.id, null))).toEqual({ code: 0, signal: null })
    expect(await books(opened)).toEqual({
      kind: 'committed',
      ours: [`${opened.id}/0 V-1`],
      theirs: [`${opened.id}/0 V-1`],
      told: [expect.stringContaining('Musterbank Nord hat den Abschluss am 22')],
    })
    expect(party.received).toHaveLength(sent)
  })

  it('while the counterparty has it and does not answer leaves exactly one commitment on both sides', async () => {
    const opened = await approvedProposal()
    party.manner = 'hang'
    const child = live(opened.id, null)
    const end = ended(child)
    while (party.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGKILL')
    expect((await end).signal).toBe('SIGKILL')
    party.manner = 'plain'
    expect((await ended(live(opened.id, null))).code).toBe(0)
    expect(await books(opened)).toMatchObject({
      kind: 'committed',
      ours: [`${opened.id}/0 V-1`],
      theirs: [`${opened.id}/0 V-1`],
    })
    expect(party.received).toHaveLength(1)
  })

  it('between two acts goes on with the second and repeats the first for nobody', async () => {
    const opened = await approvedProposal([concludeAct(), noticeAct()])
    expect((await ended(live(opened.id, 'recorded'))).signal).toBe('SIGKILL')
    expect((await ended(live(opened.id, null))).code).toBe(0)
    expect((await books(opened)).theirs).toEqual([`${opened.id}/0 V-1`, `${opened.id}/1 V-2`])
    expect(party.received.map((post) => post.key)).toEqual([`${opened.id}/0`, `${opened.id}/1`])
  })
})
