/**
 * A stage for one play under fire: a database of its own, a market with a book of its own, and servers to be killed.
 *
 * @module
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startMarket } from '../../src/server/market-process.ts'
import { type Errand, newCover, refinancing } from './customers.ts'
import type { Identity } from './identity.ts'
import { type Decision, type Journey, travel } from './journey.ts'
import { judge } from './judge.ts'
import { heldAfterAll } from './leases.ts'
import { look, type Reader } from './look.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'
import type { Violation } from './violation.ts'

/** The market's seed: with it, both errands come to an agreement. */
const SEED = 'fire-1'
/** How long a customer waits for any one thing after the last fault, before it counts as stuck. */
const PATIENCE_MS = 180_000

export interface Stage {
  /** Notes that a fault struck: what waits is given its time anew. */
  struck(): void
  readonly servers: readonly ServerProcess[]
  /** Sends customers on their way, a few at a time, until `enough`; resolves when the last has arrived. */
  traffic(abreast: number, enough: () => boolean): Promise<void>
  /** What is wrong, now that everything has come to rest; read as the owner of the tables. */
  verdict(owner: Reader): Promise<readonly Violation[]>
  readonly journeys: readonly Journey[]
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
  const journeys: Journey[] = []
  let lastStrike = performance.now()

  function next(): { journey: Journey; way: Promise<void> } {
    const id = `c-fire-${journeys.length}`
    const day = new Date().toISOString().slice(0, 10)
    const errand: Errand = journeys.length % 2 === 0 ? newCover(id, day) : refinancing(id, day)
    const chance = random()
    // The first two go through to the end, so that every step of the path is walked.
    const decision: Decision = journeys.length < 2 || chance < 0.7 ? 'approve' : chance < 0.85 ? 'reject' : 'revoke'
    const journey: Journey = { customerId: id, acknowledged: [], end: null }
    journeys.push(journey)
    return {
      journey,
      way: travel({
        errand,
        decision,
        urls,
        identity,
        journey,
        patience: { ms: PATIENCE_MS, lastStrike: () => lastStrike },
      }),
    }
  }

  return {
    struck() {
      lastStrike = performance.now()
    },
    servers,
    journeys,
    async traffic(abreast, enough) {
      const lane = async (): Promise<void> => {
        while (!enough()) {
          const { journey, way } = next()
          await way
          if (typeof journey.end === 'object') return // stuck is a finding; sending more after it shows nothing new
        }
      }
      await Promise.all(Array.from({ length: abreast }, lane))
    },
    async verdict(owner) {
      const held = await heldAfterAll(owner)
      return [...judge(await look(owner, market.url, journeys)), ...held]
    },
    async close() {
      await Promise.all(servers.map((server) => server.kill()))
      await market.stop()
    },
  }
}
