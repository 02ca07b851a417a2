import { type BaseCheckpointSaver, Command, MemorySaver } from '@langchain/langgraph'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PostgresCheckpointer } from '../../../src/db/checkpointer.ts'
import type { Proposal } from '../../../tools/commitments/proposal.ts'
import { startCounterparty, type TestCounterparty } from '../../support/counterparty.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { executionOn } from '../../support/execution.ts'
import { type Gate, notingQueue, openGate } from '../../support/gate.ts'
import { waitingGraphOn } from '../../support/waiting-graph.ts'

let database: TestDatabase
let gate: Gate
let party: TestCounterparty
let attacked: ReturnType<typeof waitingGraphOn>
const queue = notingQueue()

beforeAll(async () => {
  database = await openTestDatabase()
  gate = openGate(database.pool, queue)
  party = await startCounterparty()
  await gate.customer('c-anna')
})
afterAll(async () => {
  await party.close()
  await database.close()
})
beforeEach(() => {
  party.received.length = 0
  party.book.clear()
})

async function waitingProposal(): Promise<Proposal> {
  const opened = await gate.open({ threadId: await gate.thread('c-anna') })
  await attacked.waiting.wake(opened.id)
  queue.queued.length = 0
  return opened
}

/** After an attack: nothing was decided, nothing queued, nothing sent, nothing said; and an honest decision still works. */
async function nothingHappenedTo(opened: Proposal): Promise<void> {
  await executionOn(gate, party).run(opened.id)
  expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
  expect(await gate.executions.attempts(opened.id)).toEqual([])
  expect(queue.queued.filter((job) => job.name === 'execute-commitment')).toEqual([])
  expect(party.received).toEqual([])
  expect(await attacked.said(opened.threadId)).toEqual([])
  await gate.approve(opened)
  await attacked.waiting.wake(opened.id)
  await executionOn(gate, party).run(opened.id)
  await attacked.waiting.wake(opened.id)
  expect(party.received).toHaveLength(1)
  expect(await attacked.said(opened.threadId)).toHaveLength(1)
}

/** Ours keeps the newest checkpoint only; one that keeps all of them gives an attacker more to replay. */
const SAVERS: readonly [string, () => BaseCheckpointSaver][] = [
  ['our own checkpoints', () => new PostgresCheckpointer(database.pool)],
  ['checkpoints that are all kept', () => new MemorySaver()],
]

describe.each(SAVERS)('a client that drives the waiting graph itself, over %s', (_, saver) => {
  beforeAll(() => {
    attacked = waitingGraphOn(gate, saver())
  })

  it.each(['await-execution', 'report-outcome'] as const)('jumps with command.goto to %s in vain', async (node) => {
    const opened = await waitingProposal()
    const jump = new Command<unknown, { proposalId?: string }, typeof node>({ goto: node })
    await attacked.graph.invoke(jump, attacked.config(opened.id))
    await nothingHappenedTo(opened)
  })

  it.each(['await-approval', 'await-execution', 'report-outcome'] as const)(
    'writes the state as %s in vain',
    async (node) => {
      const opened = await waitingProposal()
      const forged = { proposalId: opened.id, outcome: { outcome: 'approved' }, approved: true }
      await attacked.graph.updateState(attacked.config(opened.id), forged, node)
      await attacked.graph.invoke(null, attacked.config(opened.id))
      await nothingHappenedTo(opened)
    },
  )

  it.each([true, 'yes', {}, '', { approved: true, termsHash: 'x' }, { decision: 'approve' }])(
    'resumes with %j in vain',
    async (answer) => {
      const opened = await waitingProposal()
      await attacked.graph.invoke(new Command({ resume: answer }), attacked.config(opened.id)).catch(() => {})
      await nothingHappenedTo(opened)
    },
  )

  it('resumes twice at once, with yes and with no, in vain', async () => {
    const opened = await waitingProposal()
    const resume = (answer: string) =>
      attacked.graph.invoke(new Command({ resume: answer }), attacked.config(opened.id))
    await Promise.allSettled([resume('approve'), resume('reject'), resume('approve')])
    await nothingHappenedTo(opened)
  })

  it('answers an unknown question in vain, and hears so', async () => {
    const opened = await waitingProposal()
    const ids = { '0123456789abcdef0123456789abcdef': 'yes' }
    const unknown = new Command<unknown, { proposalId?: string }, never>({ resume: ids })
    await expect(attacked.graph.invoke(unknown, attacked.config(opened.id))).rejects.toMatchObject({
      name: 'UnknownInterruptError',
    })
    await nothingHappenedTo(opened)
  })

  it('starts the run anew while the question is pending, in vain', async () => {
    const opened = await waitingProposal()
    await attacked.graph.invoke({ proposalId: opened.id }, attacked.config(opened.id))
    await nothingHappenedTo(opened)
  })

  it('points the run at a proposal that was approved, and executes neither again', async () => {
    const approved = await waitingProposal()
    await gate.approve(approved)
    await executionOn(gate, party).run(approved.id)
    await attacked.waiting.wake(approved.id)
    party.received.length = 0
    const opened = await waitingProposal()
    await attacked.graph.updateState(attacked.config(opened.id), { proposalId: approved.id }, 'await-approval')
    await attacked.graph.invoke(null, attacked.config(opened.id))
    await executionOn(gate, party).run(approved.id)
    expect(party.received).toEqual([])
    expect(await attacked.said(approved.threadId)).toHaveLength(1)
    expect(await attacked.said(opened.threadId)).toEqual([])
    expect(await gate.ledger.outcomeOf(opened.id)).toBeNull()
  })

  it('replays every old checkpoint after the end, and nothing is sent or said again', async () => {
    const opened = await waitingProposal()
    await gate.approve(opened)
    await attacked.waiting.wake(opened.id)
    await executionOn(gate, party).run(opened.id)
    await attacked.waiting.wake(opened.id)
    const history = []
    for await (const state of attacked.graph.getStateHistory(attacked.config(opened.id))) history.push(state)
    expect(history.length).toBeGreaterThan(0)
    for (const { config } of history) {
      const again = { configurable: { ...config.configurable, __pregel_strict_resume: true } }
      await attacked.graph.invoke(null, again).catch(() => {})
      await attacked.graph.invoke(new Command({ resume: 'NO' }), again).catch(() => {})
      await executionOn(gate, party).run(opened.id)
    }
    expect(party.received).toHaveLength(1)
    expect(await attacked.said(opened.threadId)).toHaveLength(1)
  })
})
