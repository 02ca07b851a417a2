/**
 * A server on the embedded database, killed with SIGKILL and opened again on the same folder; and a second one on it.
 *
 * @module
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import type { ServerProcess } from './server-process.ts'
import type { Stage } from './stage.ts'
import type { Toll } from './toll.ts'
import { type Violation, violations } from './violation.ts'

/** What `PARLEY_DATA` holds is the server's; who opens it must be alone. */
async function alone<T>(folder: string, work: (database: PGlite) => Promise<T>): Promise<T> {
  const database = await PGlite.create({ dataDir: join(folder, 'db', 'database'), extensions: { vector } })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** @param intruder a server that is configured with the first one's folder */
export async function crashEmbedded(
  {
    stage,
    folder,
    intruder,
    onStrike,
  }: {
    readonly stage: Stage
    readonly folder: string
    readonly intruder: ServerProcess
    readonly onStrike: () => void
  },
  kills: number,
  random: () => number,
): Promise<Toll> {
  const [server] = stage.servers
  if (server === undefined) throw new Error('A crash needs a server.')
  await server.serve()
  const second: Violation[] = []
  if ((await intruder.start()) === 'serving') {
    second.push(...violations('duplicated', ['a second process opened the data folder of the first']))
    await intruder.kill()
  }
  stage.struck()
  onStrike()
  let left = kills
  const traffic = stage.traffic(2, () => left === 0)
  while (left > 0) {
    await sleep(500 + random() * 4_000)
    await server.kill()
    left -= 1
    stage.struck()
    onStrike()
    await server.serve()
  }
  await traffic
  await server.stop()
  return {
    rounds: new Map([
      ['embedded, a random moment', kills],
      ['embedded, a second process', 1],
    ]),
    unreached: new Map(),
    violations: [...second, ...(await alone(folder, (database) => stage.verdict(database)))],
    journeys: stage.journeys.length,
  }
}
