/**
 * Opens a stage: a house in this process or, where it is to be killed, in one of its own.
 *
 * @module
 */
import { apiClient } from '../../src/server/api-client.ts'
import { databaseTemplate } from '../../src/server/database-template.ts'
import { openHouse } from '../../src/server/house.ts'
import { openCrashingStage } from './crashing-stage.ts'
import { HOUSE_PATIENCE, type StageSettings } from './house-settings.ts'
import { putMarket } from './market-control.ts'
import { startModelProxy } from './model-proxy.ts'
import { type ModelServer, startModelServer } from './model-server.ts'
import type { Stage } from './stage.ts'
import { tickingClock } from './ticking-clock.ts'

/** Opens a stage, and the model's endpoint beside it where one is scripted. */
export async function openStage(settings: StageSettings): Promise<Stage> {
  const model = await modelFor(settings)
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

/** The scripted endpoint, or one that counts what goes to a live model and back; none where the house thinks offline. */
async function modelFor({ model, env }: StageSettings): Promise<ModelServer | null> {
  if (model === 'scripted') return startModelServer()
  return model === 'live' ? startModelProxy(env.PARLEY_MODEL_BASE_URL ?? 'https://api.openai.com/v1') : null
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
