/**
 * Plays one scenario by the front door, over real HTTP, and reads back what happened.
 *
 * @module
 */
import type { Message } from '../agents/thread-store.ts'
import { type ApiClient, apiClient } from '../src/server/api-client.ts'
import { type House, openHouse } from '../src/server/house.ts'
import type { Commitment } from '../tools/commitments/approval-ledger.ts'
import type { Mandate } from '../tools/mandates/mandate.ts'
import type { Scenario, ScenarioStep } from './scenario.ts'
import type { BookEntry, SeenRequest, SeenTask, Transcript } from './transcript.ts'
import { until } from './until.ts'

/** The moment at which every scenario plays. */
export const NOW = '2026-11-22T09:00:00.000Z'

interface Stage {
  readonly house: House
  readonly customerId: string
  readonly customer: ApiClient
  readonly reviewer: (name: string) => Promise<ApiClient>
  readonly threadId: string
  readonly committedWhenSeen: Record<string, number>
}

/** One play on a database, a market and ports of its own. */
export async function play(scenario: Scenario): Promise<Transcript> {
  const house = await openHouse(
    { PARLEY_NOW: NOW, PORT: '0', PARLEY_MARKET_PORT: '0', PARLEY_LOG_LEVEL: 'error' },
    {
      folder: null,
      marketSeed: scenario.marketSeed,
    },
  )
  try {
    const stage = await setStage(house, scenario)
    for (const step of scenario.steps) {
      await perform(step, stage, scenario)
      await look(stage)
    }
    return await readBack(stage, scenario)
  } finally {
    await house.close()
  }
}

async function setStage(house: House, scenario: Scenario): Promise<Stage> {
  const operator = apiClient(house.url, await house.token({ subject: 'eval', role: 'operator', customerId: null }))
  await operator.post('/v1/import', scenario.customer)
  const { id: customerId } = (scenario.customer as { customer: { id: string } }).customer
  const customer = apiClient(house.url, await house.token({ subject: customerId, role: 'customer', customerId }))
  const { id: threadId } = await customer.post<{ id: string }>('/v1/threads', { locale: scenario.locale })
  const reviewer = async (subject: string) =>
    apiClient(house.url, await house.token({ subject, role: 'reviewer', customerId: null }))
  return { house, customerId, customer, reviewer, threadId, committedWhenSeen: {} }
}

async function perform(step: ScenarioStep, stage: Stage, scenario: Scenario): Promise<void> {
  const { customer, threadId } = stage
  switch (step.step) {
    case 'customer-says':
      await customer.post(`/v1/threads/${threadId}/messages`, {
        text: step.text,
        locale: step.locale ?? scenario.locale,
      })
      return
    case 'negotiations-end':
      await until(
        () => customer.get<{ tasks: { status: string }[] }>('/v1/tasks'),
        ({ tasks }) => tasks.length > 0 && tasks.every((task) => task.status !== 'negotiating'),
      )
      return
    case 'customer-confirms-terms':
      return vote(customer, stage, { decision: 'approve' })
    case 'reviewer-decides':
      return vote(await stage.reviewer(step.reviewer), stage, {
        decision: step.decision,
        ...(step.reason === undefined ? {} : { reason: step.reason }),
      })
    case 'outcome-is-told':
      await until(
        () => messagesOf(stage),
        (messages) => messages.some((message) => message.focus.outcomeOf !== undefined),
      )
      return
    case 'mandate-is-revoked': {
      const { mandates } = await customer.get<{ mandates: Mandate[] }>('/v1/mandates')
      for (const mandate of mandates) await customer.delete(`/v1/mandates/${mandate.id}`)
    }
  }
}

async function vote(client: ApiClient, stage: Stage, decision: { decision: string; reason?: string }): Promise<void> {
  const { approvals } = await stage.customer.get<{ approvals: SeenRequest[] }>('/v1/approvals?status=pending')
  for (const { id, proposal } of approvals) {
    await client.post(`/v1/approvals/${id}/decision`, { ...decision, termsHash: proposal.termsHash })
  }
}

async function messagesOf({ customer, threadId }: Stage): Promise<readonly Message[]> {
  return (await customer.get<{ messages: Message[] }>(`/v1/threads/${threadId}`)).messages
}

/** Notes for each new message how many commitments the ledger holds; the messages are read first, so never too many. */
async function look(stage: Stage): Promise<void> {
  const messages = await messagesOf(stage)
  const { commitments } = await stage.customer.get<{ commitments: Commitment[] }>('/v1/commitments')
  for (const message of messages) stage.committedWhenSeen[message.id] ??= commitments.length
}

async function readBack(stage: Stage, scenario: Scenario): Promise<Transcript> {
  const { customer, house } = stage
  const { tasks } = await customer.get<{ tasks: { id: string }[] }>('/v1/tasks')
  const open = await customer.get<{ approvals: SeenRequest[] }>('/v1/approvals?status=pending')
  const closed = await customer.get<{ approvals: SeenRequest[] }>('/v1/approvals?status=closed')
  const { handoff } = await customer.get<{ handoff: unknown }>(`/v1/threads/${stage.threadId}`)
  const book = await fetch(new URL('/book', house.marketUrl ?? ''))
  return {
    scenario,
    messages: await messagesOf(stage),
    committedWhenSeen: stage.committedWhenSeen,
    mandates: (await customer.get<{ mandates: Mandate[] }>('/v1/mandates')).mandates,
    tasks: await Promise.all(tasks.map(({ id }) => customer.get<SeenTask>(`/v1/tasks/${id}`))),
    requests: [...open.approvals, ...closed.approvals],
    commitments: (await customer.get<{ commitments: Commitment[] }>('/v1/commitments')).commitments,
    book: ((await book.json()) as { lines: BookEntry[] }).lines,
    handoffs: handoff === null ? 0 : 1,
  }
}
