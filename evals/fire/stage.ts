/**
 * A stage for one play under fire: a database of its own, a market with a book of its own, and servers to be killed.
 *
 * @module
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startMarket } from '../../src/server/market-process.ts'
import type { Identity } from './identity.ts'
import { judge } from './judge.ts'
import { heldAfterAll } from './leases.ts'
import { look, type Reader } from './look.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'
import { createTraffic, type Traffic } from './traffic.ts'
import type { Violation } from './violation.ts'

/** The market's seed: with it, both errands come to an agreement. */
const SEED = 'fire-1'

export interface Stage extends Traffic {
  readonly servers: readonly ServerProcess[]
  /** What is wrong, now that everything has come to rest; read as the owner of the tables. */
  verdict(owner: Reader): Promise<readonly Violation[]>
  close(): Promise<void>
}

export interface StageParts {
  /** For files of the servers and of the market. */
  readonly folder: string
  readonly identity: Identity
  /** Chance, seeded. */
  readonly random: () => number
  /** The environment of each server, beside what every stage gives it. */
  readonly servers: readonly Readonly<Record<string, string>>[]
}

export async function openStage(parts: StageParts): Promise<Stage> {
  const { folder, identity, random } = parts
  mkdirSync(folder, { recursive: true })
  const market = await startMarket({ port: 0, folder: join(folder, 'market'), seed: SEED })
  const servers = await Promise.all(
    parts.servers.map((env, index) =>
      serverProcess(join(folder, `server-${index}`), { ...identity.env, PARLEY_MARKET_URL: market.url, ...env }),
    ),
  )
  const urls = servers.map((server) => server.url)
  const traffic = createTraffic({ urls, identity, random })
  return {
    ...traffic,
    servers,
    async verdict(owner) {
      const held = await heldAfterAll(owner)
      return [...judge(await look(owner, market.url, traffic.journeys)), ...held]
    },
    async close() {
      await Promise.all(servers.map((server) => server.kill()))
      await market.stop()
    },
  }
}
