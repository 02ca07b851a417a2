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
import { putMarket, type Role, type Stage } from '../stage/stage.ts'
import { NOW } from '../stage/ticking-clock.ts'

export interface Cast {
  readonly customer: CustomerActor
  readonly reviewers: readonly ReviewerActor[]
  readonly desk: readonly DutyAgentActor[]
}

/** What happened, in order, as the player saw it. */
export type LogEntry =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'event'; readonly event: ScenarioEvent }
  | { readonly kind: 'attempt'; readonly attempt: Attempt; readonly refused: boolean; readonly code: string }
  | { readonly kind: 'refused'; readonly action: Action; readonly code: string }
  | { readonly kind: 'rest' }

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
  /** Conversations of this play, in their order. */
  readonly threadIds: string[]
  /** By message, the proposals with a commitment in the ledger when it was first seen. */
  readonly committedWhenSeen: Record<string, readonly string[]>
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

export async function gather(sampled: Sampled, stage: Stage, cast: Cast): Promise<Company> {
  const { scenario, tag } = sampled
  const customerId = `c-${tag}`
  const operator = await stage.client({ subject: 'eval', role: 'operator', customerId: null })
  await putMarket(stage.marketUrl, { parties: scenario.counterparties })
  await operator.post('/v1/import', scenario.customer.records)
  const clients = new Map<string, ApiClient>()
  const as: Company['as'] = async (person, role) => {
    const known = clients.get(`${role} ${person}`)
    if (known !== undefined) return known
    const client = await stage.client({ subject: person, role, customerId: null })
    clients.set(`${role} ${person}`, client)
    return client
  }
  const setDuty = async (onDuty: (actor: DutyAgentActor) => boolean): Promise<void> => {
    for (const actor of cast.desk)
      await (await as(actor.person, 'duty-agent')).put('/v1/duty', { onDuty: onDuty(actor) })
  }
  await setDuty((actor) => actor.onCall)
  return {
    sampled,
    stage,
    cast,
    customerId,
    customer: await stage.client({ subject: customerId, role: 'customer', customerId }),
    as,
    operator,
    threadIds: [],
    committedWhenSeen: {},
    forwarded: { now: new Date(NOW).getTime() },
    sent: 0,
    last: null,
    log: [],
    leave: () => setDuty(() => false),
  }
}
