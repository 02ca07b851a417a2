/**
 * Where plays take place: a house with its database, its market and its clock, entered by the front door alone.
 *
 * @module
 */
import { type ApiClient, apiClient } from '../../src/server/api-client.ts'
import { databaseTemplate } from '../../src/server/database-template.ts'
import { type House, openHouse } from '../../src/server/house.ts'
import { openCrashingStage } from './crashing-stage.ts'
import { HOUSE_PATIENCE, type StageSettings } from './house-settings.ts'
import { putMarket } from './market-control.ts'
import { type ModelServer, startModelServer } from './model-server.ts'
import { tickingClock } from './ticking-clock.ts'

export type Who = Parameters<House['token']>[0]
export type Role = Who['role']

export interface Stage {
  client(who: Who): Promise<ApiClient>
  /** The sandbox's own address, to cast it and to read its book. */
  readonly marketUrl: string
  /** The scripted model; null where another one speaks. */
  readonly model: ModelServer | null
  /** Makes time pass for the house and the market. */
  forward(milliseconds: number): Promise<void>
  /** kill -9, and a new start on the same data. @throws Error where the house is in this process */
  crash(): Promise<void>
  close(): Promise<void>
}

/** Opens a stage, and the model's endpoint beside it where one is scripted. */
export async function openStage(settings: StageSettings): Promise<Stage> {
  const model = settings.model === 'scripted' ? await startModelServer() : null
  const env = { ...settings.env, ...(model === null ? {} : { PARLEY_MODEL_BASE_URL: model.url }) }
  const stage = settings.mayCrash ? await openCrashingStage(env) : await openHouseHere(env)
  return {
    ...stage,
    model,
    async close() {
      await stage.close()
      await model?.close()
    },
  }
}

/** A house in this process, its market in another. */
async function openHouseHere(env: Readonly<Record<string, string>>): Promise<Omit<Stage, 'model'>> {
  const clock = tickingClock()
  const house = await openHouse(env, {
    ...{ folder: null, marketSeed: 'evals', clock, patience: HOUSE_PATIENCE },
    template: await databaseTemplate(),
  })
  const marketUrl = house.marketUrl ?? ''
  return {
    client: async (who) => apiClient(house.url, await house.token(who)),
    marketUrl,
    async forward(milliseconds) {
      clock.set(new Date(clock.peek().getTime() + milliseconds))
      await putMarket(marketUrl, { now: clock.peek().toISOString() })
    },
    crash: () => Promise.reject(new Error('this house is not in a process of its own')),
    close: () => house.close(),
  }
}
