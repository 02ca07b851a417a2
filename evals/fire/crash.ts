/**
 * One server on PostgreSQL, killed with SIGKILL at named steps and at random moments, and started again each time.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reader } from './look.ts'
import type { Stage } from './stage.ts'
import type { Toll } from './toll.ts'

/** How long a fault point may stay out of reach while customers walk past it. */
const REACH_MS = 300_000

export interface CrashParts {
  readonly stage: Stage
  readonly owner: Reader
  readonly onStrike: () => void
}

/** Arms the server with one point after the other, while customers walk the path. */
export async function crashAtPoints({ stage, owner, onStrike }: CrashParts, points: readonly string[]): Promise<Toll> {
  const [server] = stage.servers
  if (server === undefined) throw new Error('A crash needs a server.')
  const rounds = new Map<string, number>()
  let done = false
  const traffic = stage.traffic(2, () => done)
  const unreached: string[] = []
  for (const point of points) {
    await server.start(point)
    const end = await Promise.race([server.ended(), sleep(REACH_MS, null, { ref: false })])
    if (end?.signal === 'SIGKILL') rounds.set(point, (rounds.get(point) ?? 0) + 1)
    else {
      unreached.push(point)
      await server.kill()
    }
    stage.struck()
    onStrike()
  }
  done = true
  await server.start()
  await traffic
  return { rounds, unreached, violations: await stage.verdict(owner), journeys: stage.journeys.length }
}

/** Kills the server at moments drawn from `random`, also while it starts. */
export async function crashAtRandom(
  { stage, owner, onStrike }: CrashParts,
  kills: number,
  random: () => number,
): Promise<Toll> {
  const [server] = stage.servers
  if (server === undefined) throw new Error('A crash needs a server.')
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
  await server.start()
  await traffic
  return {
    rounds: new Map([['a random moment', kills]]),
    unreached: [],
    violations: await stage.verdict(owner),
    journeys: stage.journeys.length,
  }
}
