/**
 * Wrangler without a network: the Worker in workerd for a test, and its bundle.
 *
 * @module
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface RunningWorker {
  readonly url: string
  /** What workerd and wrangler wrote so far. */
  output(): string
  stop(): Promise<void>
}

const ROOT = join(import.meta.dirname, '../..')
const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
const START_SECONDS = 90

const OFFLINE = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  CI: 'true',
  NO_COLOR: '1',
}

/**
 * Starts `wrangler dev` on a free port and waits until the Worker answers.
 *
 * @param options.databaseUrl the application's role, with a password: Hyperdrive refuses a URL without one
 * @param options.vars configuration and secrets, as an operator binds them
 * @throws Error with all that was written, when workerd cannot start
 */
export async function startWorker(options: {
  readonly databaseUrl: string
  readonly vars: Readonly<Record<string, string>>
}): Promise<RunningWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-worker-'))
  const envFile = join(folder, 'vars.env')
  await writeFile(
    envFile,
    Object.entries(options.vars)
      .map(([name, value]) => `${name}='${value}'\n`)
      .join(''),
    { mode: 0o600 },
  )
  await bundleWorker(join(folder, 'bundle'))
  const port = await freePort()
  const address = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', String(await freePort())]
  const child = spawn(
    process.execPath,
    [
      // The bundle as it was, not the sources: nobody's edit restarts it under a running test.
      ...[WRANGLER, 'dev', join(folder, 'bundle/worker.js'), '--no-bundle', '--config', join(ROOT, 'wrangler.toml')],
      ...['--local', '--show-interactive-dev-session=false'],
      ...[...address, '--env-file', envFile, '--persist-to', join(folder, 'state')],
    ],
    {
      cwd: ROOT,
      // A group of its own, so that workerd and esbuild end with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...OFFLINE,
        CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: options.databaseUrl,
        WRANGLER_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: options.databaseUrl,
      },
    },
  )
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => written.push(chunk))
  }
  const output = () => written.join('')
  const killGroup = () => signalGroup(child, 'SIGKILL')
  process.once('exit', killGroup)
  const stop = async () => {
    process.off('exit', killGroup)
    const gone = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve()
    signalGroup(child, 'SIGTERM')
    await Promise.race([gone, sleep(5_000)])
    signalGroup(child, 'SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  const url = `http://127.0.0.1:${port}`
  try {
    await waitUntilServing(url, child, output)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, output, stop }
}

/** Bundles as a deployment would, into `folder`. @throws Error with what wrangler wrote */
export function bundleWorker(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [WRANGLER, 'deploy', '--dry-run', '--outdir', folder],
      { cwd: ROOT, env: { ...process.env, ...OFFLINE }, timeout: 110_000 },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout)
        else reject(new Error(`wrangler deploy --dry-run failed:\n${stdout}\n${stderr}`, { cause: error }))
      },
    )
  })
}

async function waitUntilServing(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const end = performance.now() + START_SECONDS * 1000
  while (performance.now() < end && child.exitCode === null && child.signalCode === null) {
    try {
      const reply = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) })
      await reply.arrayBuffer()
      if (reply.ok) return
    } catch {} // not listening yet, or still bundling
    await sleep(250)
  }
  const why =
    child.exitCode === null ? `it did not answer within ${START_SECONDS} s` : `wrangler ended with ${child.exitCode}`
  throw new Error(`The Worker could not be started: ${why}.\n${output()}`)
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {} // nobody is left in it
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
