/**
 * Three servers on one database under load: one is killed, one is cut off from the database for longer than a lease.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { CrashParts } from './crash.ts'
import type { Link } from './link.ts'
import type { Toll } from './toll.ts'

/** Longer than a lease: whoever is cut off must have been replaced meanwhile. */
const CUT_OFF_MS = 20_000
const BETWEEN_MS = 3_000
/** Customers on their way at any time. */
const ABREAST = 6

/** @param link the wire of the third server to the database */
export async function strikeReplicas(
  { stage, owner, onStrike }: CrashParts,
  link: Link,
  passes: number,
): Promise<Toll> {
  const [, second] = stage.servers
  if (second === undefined) throw new Error('Replicas need more than one server.')
  await Promise.all(stage.servers.map((server) => server.start()))
  let done = false
  const traffic = stage.traffic(ABREAST, () => done)
  const strike = async (act: () => Promise<void> | void): Promise<void> => {
    await sleep(BETWEEN_MS)
    await act()
    stage.struck()
    onStrike()
  }
  for (let pass = 0; pass < passes; pass += 1) {
    await strike(() => second.kill())
    await strike(async () => void (await second.start()))
    await strike(() => link.hold())
    await sleep(CUT_OFF_MS)
    await strike(() => link.mend())
    await strike(() => link.cut())
    await sleep(CUT_OFF_MS / 2)
    await strike(() => link.mend())
  }
  done = true
  await traffic
  return {
    rounds: new Map([
      ['one of three killed', passes],
      ['one of three held off its database', passes],
      ['one of three cut off its database', passes],
    ]),
    unreached: new Map(),
    violations: await stage.verdict(owner),
    journeys: stage.journeys.length,
  }
}

/** Strikes of one pass, for the progress that is shown. */
export const STRIKES_A_PASS = 6
