/**
 * Everybody and everything one play needs: its customer on record, its market cast, its people with their tokens.
 *
 * @module
 */
import type { ApiClient } from '../../src/server/api-client.ts'
import type { Action } from '../actors/action.ts'
import type { CustomerActor } from '../actors/customer.ts'
import type { DutyAgentActor } from '../actors/duty-agent.ts'
import type { ReviewerActor } from '../actors/reviewer.ts'
import type { Attempt, ScenarioEvent } from '../scenario/event.ts'
import type { Sampled } from '../scenario/sample.ts'
import { putMarket } from '../stage/market-control.ts'
import { persist } from '../stage/persist.ts'
import type { Role, Stage } from '../stage/stage.ts'
import { NOW } from '../stage/ticking-clock.ts'
import { createDelivery, type Delivery } from './delivery.ts'

export interface Cast {
  readonly customer: CustomerActor
  readonly reviewers: readonly ReviewerActor[]
  readonly desk: readonly DutyAgentActor[]
}

/** What happened, in order, as the player saw it. */
export type LogEntry =
  | { readonly kind: 'action'; readonly action: Action }
  | {
      readonly kind: 'said'
      readonly threadId: string
      readonly id: string
      readonly text: string
      readonly asksForPerson: boolean
    }
  /** What the assistant called before it answered this message. */
  | { readonly kind: 'tools'; readonly messageId: string; readonly tools: readonly string[] }
  | { readonly kind: 'event'; readonly event: ScenarioEvent }
  | { readonly kind: 'attempt'; readonly attempt: Attempt; readonly refused: boolean; readonly code: string }
  | { readonly kind: 'refused'; readonly action: Action; readonly code: string }
  | { readonly kind: 'end'; readonly steps: number }

export interface Company {
  readonly sampled: Sampled
  readonly stage: Stage
  readonly cast: Cast
  readonly customerId: string
  /** The customer's own client. */
  readonly customer: ApiClient
  /** Clients of persons, made once. */
  as(person: string, role: Exclude<Role, 'customer'>): Promise<ApiClient>
  readonly operator: ApiClient
  readonly delivery: Delivery
  /** Conversations of this play, in their order. */
  readonly threadIds: string[]
  /** By message, the proposals with a commitment in the ledger when it was first seen. */
  readonly committedWhenSeen: Record<string, readonly string[]>
  /** By message, how many proposals were approved when it was first seen. */
  readonly approvedWhenSeen: Record<string, number>
  /** Where the clock stands at least, in milliseconds. */
  readonly forwarded: { now: number }
  /** How many messages were sent. */
  sent: number
  /** The last message sent, to be sent again. */
  last: { readonly threadId: string; readonly id: string; readonly text: string } | null
  readonly log: LogEntry[]
  /** Sends everybody home, so that the next play finds an empty desk. */
  leave(): Promise<void>
}

/** What is done to every step of a play beside what its scenario says. */
export type Hardship = 'none' | 'crash' | 'twice' | 'late'

export async function gather(sampled: Sampled, stage: Stage, cast: Cast, hardship: Hardship): Promise<Company> {
  const { scenario, tag } = sampled
  const customerId = `c-${tag}`
  const operator = await stage.client({ subject: 'eval', role: 'operator', customerId: null })
  await putMarket(stage.marketUrl, { parties: scenario.counterparties })
  await persist(() => operator.post('/v1/import', scenario.customer.records))
  const delivery = createDelivery({
    deliveries: hardship === 'twice' || hardship === 'late' ? hardship : scenario.deliveries,
    crash: hardship === 'crash' ? () => stage.crash() : null,
    seed: [scenario.id, String(sampled.seed)],
  })
  const clients = new Map<string, ApiClient>()
  const as: Company['as'] = async (person, role) => {
    const known = clients.get(`${role} ${person}`)
    if (known !== undefined) return known
    const client = delivery.wrap(await stage.client({ subject: person, role, customerId: null }))
    clients.set(`${role} ${person}`, client)
    return client
  }
  const setDuty = async (onDuty: (actor: DutyAgentActor) => boolean): Promise<void> => {
    for (const actor of cast.desk) {
      const client = await stage.client({ subject: actor.person, role: 'duty-agent', customerId: null })
      await persist(() => client.put('/v1/duty', { onDuty: onDuty(actor) }))
    }
  }
  await setDuty((actor) => actor.onCall)
  return {
    sampled,
    stage,
    cast,
    customerId,
    customer: delivery.wrap(await stage.client({ subject: customerId, role: 'customer', customerId })),
    as,
    operator,
    delivery,
    threadIds: [],
    committedWhenSeen: {},
    approvedWhenSeen: {},
    forwarded: { now: new Date(NOW).getTime() },
    sent: 0,
    last: null,
    log: [],
    leave: () => setDuty(() => false),
  }
}
