/**
 * A database and a market for the tests of one file, opened before the first and closed after the last.
 *
 * @module
 */
import { afterAll, beforeAll } from 'vitest'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { startMarket, type TestMarket } from './market.ts'

export interface MarketStage {
  readonly database: TestDatabase
  readonly market: TestMarket
}

/** Call at the top of a file; what it returns may be read once its tests run. */
export function openMarketStage(): MarketStage {
  const stage = {} as { database: TestDatabase; market: TestMarket }
  beforeAll(async () => {
    stage.database = await openTestDatabase()
    stage.market = await startMarket()
  })
  afterAll(async () => {
    await stage.market.close()
    await stage.database.close()
  })
  return stage
}
