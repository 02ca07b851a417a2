/**
 * Three servers on one database under load: one is killed, one is cut off from the database for longer than a lease, and
 * held off in the middle of what it was about to record.
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
/** So many whole journeys through all three servers, and the third would have had one of them in its hands. */
const JOURNEYS_PAST = 30

/** What the third server is about to say when its wire stands still. The others must do it in its place; then it goes on. */
const ABOUT_TO = new Map([
  ['propose', /insert into proposals/],
  ['approve', /insert into approvals/],
  ['record a commitment', /insert into commitments/],
])

/** @param link the wire of the third server to the database */
export async function strikeReplicas(
  { stage, owner, onStrike }: CrashParts,
  link: Link,
  passes: number,
): Promise<Toll> {
  const [, second] = stage.servers
  if (second === undefined) throw new Error('Replicas need more than one server.')
  await Promise.all(stage.servers.map((server) => server.serve()))
  const rounds = new Map<string, number>()
  const unreached = new Map<string, string>()
  let done = false
  const traffic = stage.traffic(ABREAST, () => done)
  const strike = async (act: () => Promise<void> | void): Promise<void> => {
    await sleep(BETWEEN_MS)
    await act()
    stage.struck()
    onStrike()
  }
  const count = (fault: string) => rounds.set(fault, (rounds.get(fault) ?? 0) + 1)

  async function holdBefore(words: RegExp, fault: string): Promise<void> {
    const missed = await Promise.race([
      link.holdBefore(words).then(() => null),
      stage.walkedPast(JOURNEYS_PAST).then(() => `${JOURNEYS_PAST} whole journeys went past it`),
      traffic.then(() => 'nobody is on the way any more'),
    ])
    if (missed !== null) return void unreached.set(fault, missed)
    stage.struck()
    // Everybody arrives all the same; whom nobody serves is stuck.
    await stage.walkedPast(0)
    count(fault)
  }

  for (let pass = 0; pass < passes; pass += 1) {
    await strike(() => second.kill())
    await strike(() => second.serve())
    count('one of three killed')
    await strike(() => link.hold())
    await sleep(CUT_OFF_MS)
    await strike(() => link.mend())
    count('one of three held off its database')
    await strike(() => link.cut())
    await sleep(CUT_OFF_MS / 2)
    await strike(() => link.mend())
    count('one of three cut off its database')
    for (const [what, words] of ABOUT_TO) {
      await strike(() => holdBefore(words, `one of three held off, about to ${what}`))
      await strike(() => link.mend())
    }
  }
  done = true
  await traffic
  return { rounds, unreached, violations: await stage.verdict(owner), journeys: stage.journeys.length }
}

/** Strikes of one pass, for the progress that is shown. */
export const STRIKES_A_PASS = 6 + 2 * ABOUT_TO.size
