/**
 * Where a play takes place: a house with its database, its market and its clock, entered by the front door alone.
 *
 * @module
 */
import { type ApiClient, apiClient } from '../../src/server/api-client.ts'
import { databaseTemplate } from '../../src/server/database-template.ts'
import { openHouse } from '../../src/server/house.ts'
import type { Scenario } from '../scenario.ts'
import { NOW, tickingClock } from './ticking-clock.ts'

export type Role = 'customer' | 'reviewer' | 'duty-agent' | 'operator'

export interface Stage {
  client(who: { subject: string; role: Role; customerId: string | null }): Promise<ApiClient>
  /** The sandbox's own address, to cast it and to read its book. */
  readonly marketUrl: string
  /** Makes time pass for the house and the market. */
  forward(milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** What has to differ for a house to be another: scenarios that agree in this share one. */
export function settingsOf({ deployment }: Scenario): Readonly<Record<string, string>> {
  const { profile, licences, selfApprovalMinutes, turnBudget } = deployment
  return {
    ...(profile === undefined ? {} : { PARLEY_PROFILE: profile }),
    ...(licences === undefined ? {} : { PARLEY_LICENCES: licences.join(',') }),
    ...(selfApprovalMinutes === undefined ? {} : { PARLEY_SELF_APPROVAL_MINUTES: String(selfApprovalMinutes) }),
    ...(turnBudget === undefined ? {} : { PARLEY_TURN_BUDGET: String(turnBudget) }),
  }
}

/** A house in this process, its market in another. */
export async function openStage(settings: Readonly<Record<string, string>>): Promise<Stage> {
  const clock = tickingClock()
  const house = await openHouse(
    { PARLEY_NOW: NOW, PORT: '0', PARLEY_MARKET_PORT: '0', PARLEY_LOG_LEVEL: 'error', ...settings },
    { folder: null, marketSeed: 'evals', clock, template: await databaseTemplate() },
  )
  const marketUrl = house.marketUrl ?? ''
  return {
    client: async (who) => apiClient(house.url, await house.token(who)),
    marketUrl,
    async forward(milliseconds) {
      clock.set(new Date(clock.peek().getTime() + milliseconds))
      await putMarket(marketUrl, { now: clock.peek().toISOString() })
    },
    close: () => house.close(),
  }
}

/** Tells the sandbox market whom it plays, and what time it is. @throws Error when it refuses */
export async function putMarket(marketUrl: string, body: object): Promise<void> {
  const reply = await fetch(new URL('/', marketUrl), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!reply.ok) throw new Error(`the market refused its cast: ${await reply.text()}`)
}
