/**
 * A PostgreSQL server for one run, with its data in a temporary folder, never run as root.
 *
 * @module
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { copyServer } from './server-tree.ts'

export interface TestServer {
  /** The superuser's URL. */
  readonly url: string
  stop(): Promise<void>
}

/** @throws Error when the machine has no server and none can be installed, or pgvector cannot be built */
export async function startServer(options: { durable: boolean; cache: string }): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgres-'))
  try {
    chmodSync(folder, 0o755) // the server's user must be able to reach its data
    return await start(copyServer(folder, options.cache), folder, options.durable)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function start(bin: string, folder: string, durable: boolean): Promise<TestServer> {
  const user = unprivileged()
  const data = join(folder, 'data')
  const secret = randomBytes(16).toString('hex')
  const secretFile = join(folder, 'secret')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(secretFile, secret, { mode: 0o600 })
  if (user !== null) for (const path of [data, secretFile, folder]) chownSync(path, user.uid, user.gid)
  const as = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' }, ...user }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'parley_owner', `--pwfile=${secretFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync'],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const port = await freePort()
  const settings = [
    `unix_socket_directories=${folder}`,
    'listen_addresses=127.0.0.1',
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
  ]
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const log: string[] = []
  server.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()))
  const url = `postgres://parley_owner:${secret}@127.0.0.1:${port}/postgres`
  const stop = () => stopServer(server, folder)
  try {
    await waitUntilReady(url, server, log)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

/** PostgreSQL refuses to run as root: its own user there, else nobody. Null for who is not root. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {} // no such user: the next one
  }
  throw new Error('there is no unprivileged user to run the server as')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function waitUntilReady(url: string, server: ChildProcess, log: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 150 && server.exitCode === null; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {}) // not ready yet: the next try says so
    try {
      await client.connect()
      return
    } catch {
      await sleep(200)
    } finally {
      await client.end().catch(() => {})
    }
  }
  throw new Error(`the server did not start: ${log.slice(-5).join('')}`)
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const exited = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT') // fast shutdown: open connections are ended
    await Promise.race([exited, sleep(10_000)])
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL')
  }
  rmSync(folder, { recursive: true, force: true })
}
