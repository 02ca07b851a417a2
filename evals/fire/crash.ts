/**
 * One server on PostgreSQL, killed with SIGKILL at named steps and at random moments, and started again each time.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { faultPoint } from './fault-points.ts'
import type { Reader } from './look.ts'
import type { ServerProcess } from './server-process.ts'
import type { Stage } from './stage.ts'
import type { Toll } from './toll.ts'

/** So many whole journeys go past a fault point before it counts as out of reach; how long that takes says nothing. */
const JOURNEYS_PAST = 3

export interface CrashParts {
  readonly stage: Stage
  readonly owner: Reader
  readonly onStrike: () => void
}

/** Arms the server with one point after the other, while customers walk the path. */
export async function crashAtPoints({ stage, owner, onStrike }: CrashParts, points: readonly string[]): Promise<Toll> {
  const server = onlyServer(stage)
  const rounds = new Map<string, number>()
  let done = false
  const traffic = stage.traffic(2, () => done)
  const unreached = new Map<string, string>()

  /** Null when the server died there; else why it did not. */
  async function dieAt(point: string): Promise<string | null> {
    await server.start(point)
    const end = await Promise.race([
      server.ended(),
      stage.walkedPast(JOURNEYS_PAST).then(() => `${JOURNEYS_PAST} whole journeys went past it`),
      traffic.then(() => 'nobody is on the way any more'),
    ])
    if (typeof end === 'string') {
      await server.kill()
      return end
    }
    return end.signal === 'SIGKILL' ? null : `the server ended by itself (code ${end.code}, signal ${end.signal})`
  }

  for (const point of points) {
    const { behind } = faultPoint(point)
    const because = (behind === undefined ? null : await dieAt(behind)) ?? (await dieAt(point))
    if (because === null) rounds.set(point, (rounds.get(point) ?? 0) + 1)
    else unreached.set(point, because)
    stage.struck()
    onStrike()
  }
  done = true
  await server.serve()
  await traffic
  return { rounds, unreached, violations: await stage.verdict(owner), journeys: stage.journeys.length }
}

/** Kills the server at moments drawn from `random`, also while it starts. */
export async function crashAtRandom(
  { stage, owner, onStrike }: CrashParts,
  kills: number,
  random: () => number,
): Promise<Toll> {
  const server = onlyServer(stage)
  let left = kills
  const traffic = stage.traffic(4, () => left === 0)
  while (left > 0) {
    const started = server.start()
    // Most moments lie after the start, where there is work to break off.
    if (random() < 0.85) await started
    await sleep(random() * 3_000)
    await server.kill()
    await started
    left -= 1
    stage.struck()
    onStrike()
  }
  await server.serve()
  await traffic
  return {
    rounds: new Map([['a random moment', kills]]),
    unreached: new Map(),
    violations: await stage.verdict(owner),
    journeys: stage.journeys.length,
  }
}

function onlyServer({ servers: [server] }: Stage): ServerProcess {
  if (server === undefined) throw new Error('A crash needs a server.')
  return server
}
