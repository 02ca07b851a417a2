/**
 * Sets the stages, plays all parts beside each other (they mostly wait for leases), and clears everything away.
 *
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { chance } from './chance.ts'
import { crashAtPoints, crashAtRandom } from './crash.ts'
import { crashEmbedded } from './embedded.ts'
import { FAULT_POINTS } from './fault-points.ts'
import { type Identity, startIdentity } from './identity.ts'
import { openLink } from './link.ts'
import type { Reader } from './look.ts'
import { STRIKES_A_PASS, strikeReplicas } from './replicas.ts'
import type { Play } from './report.ts'
import { type Scratch, scratchDatabases } from './scratch-database.ts'
import { serverProcess } from './server-process.ts'
import { openStage, type Stage } from './stage.ts'
import type { Toll } from './toll.ts'

export interface Fire {
  /** PostgreSQL, as somebody who may create databases. */
  readonly server: string
  readonly rounds: number
  /** How many of the named steps are struck. */
  readonly steps: number
  readonly seed: number
  readonly parts: readonly ('crash' | 'replicas' | 'pglite')[]
  /** Leaves logs and books where they are, and says where. */
  readonly keep: boolean
  readonly onBegin: (strikes: number) => void
  readonly onStrike: () => void
}

/** Stages on which named steps are struck beside each other. */
const LANES = 4
/** Random kills on the embedded database: opening it again takes seconds. */
const EMBEDDED_SHARE = 4

export async function play(fire: Fire): Promise<readonly Play[]> {
  const { rounds, onStrike } = fire
  const folder = mkdtempSync(join(tmpdir(), 'parley-fire-'))
  const identity = await startIdentity()
  const scratch = fire.parts.some((part) => part !== 'pglite') ? await scratchDatabases(fire.server) : null
  const passes = 1 + Math.floor(rounds / 25)
  const kills = Math.max(2, Math.ceil(rounds / EMBEDDED_SHARE))
  const steps = spread(fire.steps, fire.seed)
  const plays: Promise<Play>[] = []
  let strikes = 0
  const add = (name: string, count: number, toll: Promise<Toll>): void => {
    strikes += count
    plays.push(toll.then((done) => ({ name, toll: done })))
  }
  try {
    if (scratch !== null && fire.parts.includes('crash')) {
      for (let lane = 0; lane < Math.min(LANES, steps.length); lane += 1) {
        const mine = steps.filter((_, index) => index % LANES === lane)
        const points = Array.from({ length: passes }, () => mine).flat()
        const parts = { folder: join(folder, `steps-${lane}`), identity, scratch, random: chance(fire.seed, lane) }
        add(
          `steps ${lane + 1}`,
          points.length,
          onPostgres(parts, (stage, owner) => crashAtPoints({ stage, owner, onStrike }, points)),
        )
      }
      const random = chance(fire.seed, LANES)
      const parts = { folder: join(folder, 'random'), identity, scratch, random }
      add(
        'random',
        rounds,
        onPostgres(parts, (stage, owner) => crashAtRandom({ stage, owner, onStrike }, rounds, random)),
      )
    }
    if (scratch !== null && fire.parts.includes('replicas'))
      add('replicas', passes * STRIKES_A_PASS, replicas(fire, scratch, identity, folder, passes))
    if (fire.parts.includes('pglite')) add('embedded', kills + 1, embedded(fire, identity, folder, kills))
    fire.onBegin(strikes)
    return await Promise.all(plays)
  } finally {
    await Promise.allSettled(plays)
    await scratch?.drop()
    await identity.close()
    if (fire.keep) process.stdout.write(`logs and books: ${folder}\n`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

interface OnPostgres {
  readonly folder: string
  readonly identity: Identity
  readonly scratch: Scratch
  readonly random: () => number
}

async function onPostgres(
  { scratch, ...parts }: OnPostgres,
  work: (stage: Stage, owner: Reader) => Promise<Toll>,
): Promise<Toll> {
  const url = await scratch.copy()
  const owner = new pg.Pool({ connectionString: url, max: 2 })
  const stage = await openStage({ ...parts, servers: [{ DATABASE_URL: url }] })
  try {
    return await work(stage, owner)
  } finally {
    await stage.close()
    await owner.end()
  }
}

async function replicas(
  fire: Fire,
  scratch: Scratch,
  identity: Identity,
  folder: string,
  passes: number,
): Promise<Toll> {
  const url = await scratch.copy()
  const owner = new pg.Pool({ connectionString: url, max: 2 })
  const link = await openLink(url)
  const stage = await openStage({
    folder: join(folder, 'replicas'),
    identity,
    random: chance(fire.seed, 101),
    servers: [{ DATABASE_URL: url }, { DATABASE_URL: url }, { DATABASE_URL: link.url }],
  })
  try {
    return await strikeReplicas({ stage, owner, onStrike: fire.onStrike }, link, passes)
  } finally {
    await stage.close()
    await link.close()
    await owner.end()
  }
}

async function embedded(fire: Fire, identity: Identity, folder: string, kills: number): Promise<Toll> {
  const random = chance(fire.seed, 102)
  const own = join(folder, 'embedded')
  const stage = await openStage({ folder: own, identity, random, servers: [{}] })
  const data = join(own, 'server-0')
  // The same folder, and a market that is not its own to start.
  const intruder = await serverProcess(join(own, 'intruder'), {
    ...identity.env,
    PARLEY_MARKET_URL: 'http://127.0.0.1:9',
    PARLEY_DATA: data,
  })
  try {
    return await crashEmbedded({ stage, folder: data, intruder, onStrike: fire.onStrike }, kills, random)
  } finally {
    await intruder.kill()
    await stage.close()
  }
}

/** So many of the named steps, evenly spread over the path; which ones, the seed says. */
function spread(count: number, seed: number): readonly string[] {
  const stride = Math.max(1, FAULT_POINTS.length / count)
  const first = chance(seed, 103)() * stride
  const names = FAULT_POINTS.map(({ name }) => name)
  return Array.from({ length: Math.min(count, names.length) }, (_, n) => names[Math.floor(first + n * stride)] ?? '')
}
