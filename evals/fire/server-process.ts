/**
 * A real server as a process of its own: started, killed, started again on the same port.
 *
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const MAIN = new URL('../../src/server/node.ts', import.meta.url).pathname
const STOP_AT = new URL('./stop-at.ts', import.meta.url).href
/** Long, for machines with other work: it bounds a failure, not a success. */
const START_MS = 600_000

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface ServerProcess {
  readonly url: string
  /** Starts it; with a fault point it ends itself there. Resolves when it answers, or has ended before it did. */
  start(stopAt?: string): Promise<'serving' | 'ended'>
  /** Starts it to stay. @throws Error with the end of its log when it ends before it answers */
  serve(): Promise<void>
  /** Resolves when the process that runs now is gone. */
  ended(): Promise<Ended>
  kill(): Promise<void>
  /** Lets it finish what is under way, as an operator would; kills it where that takes too long. */
  stop(): Promise<void>
}

/** @param env what it is configured with beside its port and its data folder */
export async function serverProcess(folder: string, env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  mkdirSync(folder, { recursive: true })
  const logFile = join(folder, 'server.log')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  let end: Promise<Ended> = Promise.resolve({ code: 0, signal: null })

  const endIt = async (signal: NodeJS.Signals): Promise<void> => {
    child?.kill(signal)
    await end
  }

  const server: ServerProcess = {
    url,
    async start(stopAt) {
      const log = openSync(logFile, 'a')
      const running = spawn(process.execPath, [...(stopAt === undefined ? [] : ['--import', STOP_AT]), MAIN], {
        stdio: ['ignore', 'ignore', log],
        env: {
          PATH: process.env.PATH,
          PORT: String(port),
          PARLEY_DATA: folder,
          PARLEY_LOG_LEVEL: 'warn',
          PARLEY_REQUESTS_PER_MINUTE: 'unlimited', // customers here look several times a second
          ...env,
          ...(stopAt === undefined ? {} : { FIRE_STOP_AT: stopAt }),
        },
      })
      closeSync(log)
      child = running
      let gone = false
      end = new Promise((resolve, reject) => {
        running.once('error', reject)
        running.once('exit', (code, signal) => {
          gone = true
          resolve({ code, signal })
        })
      })
      const deadline = performance.now() + START_MS
      while (!gone && performance.now() < deadline) {
        if (await answers(url)) return 'serving'
        await sleep(50)
      }
      if (gone) return 'ended'
      throw new Error(`A server did not answer within ${START_MS / 1000} s; see ${logFile}.`)
    },
    async serve() {
      if ((await server.start()) === 'serving') return
      throw new Error(`A server ended before it answered:\n${readFileSync(logFile, 'utf8').slice(-2_000)}`)
    },
    ended: () => end,
    kill: () => endIt('SIGKILL'),
    async stop() {
      const late = setTimeout(() => child?.kill('SIGKILL'), 12_000)
      await endIt('SIGTERM')
      clearTimeout(late)
    },
  }
  return server
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false // not up yet: asked again
  }
}

/**
 * Below the ports that a machine gives to outgoing connections: while the server is dead, nobody else must take its own.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
