/**
 * Measures what a turn costs, and fails when a bar is missed.
 *
 *     npm run bench                    the embedded database, and PostgreSQL where TEST_DATABASE_URL names one
 *     npm run bench -- --postgres      starts a PostgreSQL of its own as well, with fsync on
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import color from 'picocolors'
import { readArguments } from '../read-arguments.ts'
import { measureApprovals } from './bench/approvals.ts'
import { measureApr } from './bench/apr-speed.ts'
import { measureFirstAnswer } from './bench/first-answer.ts'
import type { Measure } from './bench/measure.ts'
import { startMeasuredServer } from './bench/measured-server.ts'
import { measureMemory } from './bench/memory.ts'
import { measureRates } from './bench/rates.ts'
import { withScratchDatabase } from './bench/scratch-database.ts'
import { measureTurnCost } from './bench/turn-cost.ts'

const USAGE = `npm run bench -- [--postgres]
  --postgres  starts a PostgreSQL of its own as well, with fsync on`
const values = readArguments(
  USAGE,
  { options: { postgres: { type: 'boolean', default: false } } },
  (parsed) => parsed.values,
)
const server = process.env.TEST_DATABASE_URL ?? ''
if (values.postgres && server === '') {
  const root = join(import.meta.dirname, '../..')
  const command = [join(root, '.ci/postgres.ts'), '--durable', process.execPath, import.meta.filename]
  process.exit(spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1)
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`)
const measures = [
  ...show('Engines', measureApr()),
  ...(await inFolder(async (folder) => {
    const database = { folder: join(folder, 'database') }
    return show('Embedded database (PGlite)', await measureService(database, join(folder, 'start'), null))
  })),
  ...(server === ''
    ? []
    : await inFolder((folder) =>
        withScratchDatabase(server, (measured) =>
          withScratchDatabase(server, async (started) =>
            show('PostgreSQL', await measureService({ url: measured }, join(folder, 'start'), started)),
          ),
        ),
      )),
]
if (server === '') console.log('PostgreSQL was not measured: set TEST_DATABASE_URL, or run with `-- --postgres`.')
const missed = measures.filter(({ met }) => !met)
if (missed.length > 0) {
  console.error(color.red(`Missed: ${missed.map(({ what, bar }) => `${what} (${bar})`).join('; ')}.`))
  process.exitCode = 1
}

async function measureService(
  database: Parameters<typeof startMeasuredServer>[0],
  startFolder: string,
  startUrl: string | null,
): Promise<readonly Measure[]> {
  const first = await measureFirstAnswer(startFolder, startUrl)
  const measured = await startMeasuredServer(database)
  try {
    const rates = await measureRates(measured, { barred: 'url' in database })
    return [
      ...first,
      ...rates,
      ...(await measureApprovals(measured)),
      ...(await measureTurnCost(measured)),
      ...(await measureMemory(measured)),
    ]
  } finally {
    await measured.ask.close()
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function show(title: string, rows: readonly Measure[]): readonly Measure[] {
  const table = new Table({ head: [title, 'measured', 'bar'], style: { head: [], border: [] } })
  for (const { what, value, bar, met } of rows) {
    table.push([what, value, bar === null ? '' : met ? color.green(`✓ ${bar}`) : color.red(`✗ ${bar}`)])
  }
  console.log(table.toString())
  return rows
}
