/**
 * A house that can be killed: a process of its own with its data on disk, and a market that survives it.
 *
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiClient } from '../../src/server/api-client.ts'
import { startMarket } from '../../src/server/market-process.ts'
import type { FromHouse, HouseOrder, ToHouse } from './house-process.ts'
import { putMarket } from './market-control.ts'
import type { Stage } from './stage.ts'
import { NOW } from './ticking-clock.ts'

const MAIN = join(import.meta.dirname, 'house-process.ts')

export async function openCrashingStage(env: Readonly<Record<string, string>>): Promise<Omit<Stage, 'model'>> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-eval-'))
  const market = await startMarket({ port: 0, folder, seed: 'evals', now: NOW })
  let now = new Date(NOW).getTime()
  let order: HouseOrder = {
    env: { ...env, PARLEY_MARKET_URL: market.url },
    ...{ folder, now: NOW, fresh: true },
  }
  let house = await start(order)
  // The same port again, so that whoever knew the address still does.
  order = { ...order, fresh: false, env: { ...order.env, PORT: new URL(house.url).port } }
  return {
    client: async (who) => apiClient(house.url, (await house.ask({ type: 'token', who })) ?? ''),
    marketUrl: market.url,
    async forward(milliseconds) {
      now += milliseconds
      await house.ask({ type: 'clock', now: new Date(now).toISOString() })
      await putMarket(market.url, { now: new Date(now).toISOString() })
    },
    async crash() {
      await house.kill()
      now += 120_000 // time goes on while a machine is down; what it held is let go of meanwhile
      house = await start({ ...order, now: new Date(now).toISOString() })
    },
    async close() {
      await house.kill()
      await market.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface HouseProcess {
  readonly url: string
  ask(
    question: Omit<Extract<ToHouse, { type: 'token' }>, 'id'> | Omit<Extract<ToHouse, { type: 'clock' }>, 'id'>,
  ): Promise<string | undefined>
  kill(): Promise<void>
}

async function start(order: HouseOrder): Promise<HouseProcess> {
  const child = fork(MAIN, [JSON.stringify(order)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const waiting = new Map<number, (token: string | undefined) => void>()
  let count = 0
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: FromHouse) => {
      if (message.type === 'open') resolve(message.url)
      else waiting.get(message.id)?.(message.token)
    })
    child.once('exit', (code) => reject(new Error(`the house ended with code ${code} before it was open`)))
  })
  return {
    url,
    ask(question) {
      count += 1
      const id = count
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        child.send({ ...question, id })
      })
    },
    kill: () => killed(child),
  }
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
