/**
 * Runs a command with a real PostgreSQL (with pgvector) behind TEST_DATABASE_URL:
 *
 *     node .ci/postgres.ts [--durable] vitest run --project postgres
 *
 * A TEST_DATABASE_URL that is set already is used as it is. `--durable` leaves fsync on, for measuring.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { startServer } from './postgres-server.ts'

const root = join(import.meta.dirname, '..')

function run([program, ...args]: readonly string[], url: string): Promise<number> {
  return new Promise((resolve) => {
    const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
    const child = spawn(program ?? '', args, {
      stdio: 'inherit',
      env: { ...process.env, PATH: path, TEST_DATABASE_URL: url },
    })
    // The terminal sends an interrupt to the child as well; waiting for it lets the server be stopped afterwards.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`)
      resolve(127)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
  })
}

const args = process.argv.slice(2)
const durable = args[0] === '--durable'
const command = durable ? args.slice(1) : args
if (command.length === 0) {
  process.stderr.write('Usage: node .ci/postgres.ts [--durable] COMMAND [ARGUMENT...]\n')
  process.exit(2)
}
const given = process.env.TEST_DATABASE_URL
if (given !== undefined && given !== '') {
  process.exit(await run(command, given))
}
try {
  const server = await startServer({ durable, cache: join(root, 'node_modules/.cache/parley') })
  let code = 1
  try {
    code = await run(command, server.url)
  } finally {
    await server.stop()
  }
  process.exit(code)
} catch (error) {
  process.stderr.write(
    `No PostgreSQL for the tests: ${error instanceof Error ? error.message : String(error)}\n` +
      'Set TEST_DATABASE_URL to the owner of a PostgreSQL 15 or newer with pgvector, for example of the image pgvector/pgvector.\n',
  )
  process.exit(1)
}
