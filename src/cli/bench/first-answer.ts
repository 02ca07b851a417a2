/**
 * From `npm start` to the first answer: on nothing at all, and again on what the first start left.
 *
 * @module
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../../tools/shared/clock.ts'
import { mintToken } from '../../http/authenticator.ts'
import { apiClient } from '../../server/api-client.ts'
import { type Measure, shown } from './measure.ts'
import { openTalk } from './talk.ts'

const CUSTOMER = 'c-klara'
const GIVE_UP_SECONDS = 120

/** @param databaseUrl null for the embedded database in `folder` */
export async function measureFirstAnswer(folder: string, databaseUrl: string | null): Promise<readonly Measure[]> {
  const first = await startAndAsk(folder, databaseUrl)
  const again = await startAndAsk(folder, databaseUrl)
  return [
    shown('first start to first answer', `${(first / 1000).toFixed(1)} s`),
    shown('later start to first answer', `${(again / 1000).toFixed(1)} s`),
  ]
}

async function startAndAsk(folder: string, databaseUrl: string | null): Promise<number> {
  const port = await freePort()
  const { DATABASE_URL: _, DATABASE_ADMIN_URL: __, ...env } = process.env
  const begun = performance.now()
  const server = spawn(process.execPath, [join(import.meta.dirname, '../../server/node.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...env,
      PORT: String(port),
      PARLEY_MARKET_PORT: '0',
      PARLEY_DATA: folder,
      PARLEY_LOG_LEVEL: 'silent',
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    },
  })
  try {
    const talk = await firstTalk(server, `http://127.0.0.1:${port}`, folder)
    await talk.turn('question')
    return performance.now() - begun
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await Promise.race([gone, sleep(15_000)])
    if (server.exitCode === null) server.kill('SIGKILL')
  }
}

/** Tries until the server serves and knows its customer. */
async function firstTalk(server: ChildProcess, url: string, folder: string) {
  const end = performance.now() + GIVE_UP_SECONDS * 1000
  for (;;) {
    try {
      const secret = new Uint8Array(Buffer.from(await readFile(join(folder, 'demo-secret'), 'utf8'), 'base64'))
      const who = { subject: CUSTOMER, role: 'customer', customerId: CUSTOMER } as const
      return await openTalk(apiClient(url, await mintToken({ secret, clock: systemClock }, who)))
    } catch (cause) {
      // It is still starting.
      if (server.exitCode !== null || performance.now() > end) throw new Error('The server did not start.', { cause })
      await sleep(20)
    }
  }
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
