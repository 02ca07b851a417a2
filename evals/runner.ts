/**
 * Plays trials in processes of their own, as many at once as asked for, and judges each when it comes back.
 *
 * @module
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { judge } from './gates.ts'
import { settingsOf } from './stage/house-settings.ts'
import { nameOf, type Played, type Trial, type TrialOrder } from './trial.ts'

const WORKER = join(import.meta.dirname, 'worker.ts')
/** A play that takes longer has hung: its process is ended, and the play is a failure. */
const LONGEST_MS = 600_000

export interface RunOptions {
  readonly workers: number
  /** The environment of a live model; null for the offline one. */
  readonly live: Readonly<Record<string, string>> | null
  /** Modules loaded before the worker: how a mutant gets in. */
  readonly preload?: readonly string[]
  /** What the workers' environment has beside this process's own. */
  readonly env?: Readonly<Record<string, string>>
  /** No further trial is begun after the first that fails a gate. */
  readonly bail?: boolean
  readonly onTrial?: (trial: Trial) => void
  /** Hears what the houses and everything around them wrote to their logs; without it, only what is no log is shown. */
  readonly onLog?: (lines: string) => void
}

/** Plays all orders. Their order in the result is that of the list, whoever was ready first. */
export async function runTrials(orders: readonly TrialOrder[], options: RunOptions): Promise<readonly Trial[]> {
  const queue = inGroups(orders, options)
  const trials = new Map<TrialOrder, Trial>()
  let stopped = false

  async function work(): Promise<void> {
    let worker: ChildProcess | null = null
    let last = ''
    for (;;) {
      const next = stopped ? undefined : take(queue, last)
      if (next === undefined) break
      last = next.key
      worker ??= start(options)
      const played = await playIn(worker, next.order)
      if (played.gone) worker = null
      const trial = judge({ ...played.played, order: next.order })
      trials.set(next.order, trial)
      options.onTrial?.(trial)
      if (options.bail === true && trial.gates.some(({ value }) => value !== 1)) stopped = true
    }
    if (worker !== null) await end(worker)
  }

  await Promise.all(Array.from({ length: Math.max(1, options.workers) }, work))
  return orders.flatMap((order) => trials.get(order) ?? [])
}

interface Queued {
  readonly key: string
  readonly order: TrialOrder
}

/** Those that can share a house together; long ones, which need their own, first. */
function inGroups(orders: readonly TrialOrder[], { live }: RunOptions): Queued[] {
  const keyed = orders.map((order) => {
    const settings = settingsOf(order.scenario, { crash: order.hardship === 'crash', live })
    return { order, key: settings.own ? `own ${nameOf(order)}` : JSON.stringify(settings), own: settings.own }
  })
  const rank = ({ order, own }: (typeof keyed)[number]) => (order.hardship === 'crash' ? 0 : own ? 1 : 2)
  return keyed.toSorted((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key))
}

/** One for the house that is open, else one that needs a house of its own, else the first of any. */
function take(queue: Queued[], last: string): Queued | undefined {
  const index = queue.findIndex(({ key }) => key === last)
  return queue.splice(Math.max(0, index), 1)[0]
}

function start({ live, preload, env, onLog }: RunOptions): ChildProcess {
  const imports = (preload ?? []).flatMap((file) => ['--import', file])
  const worker = fork(WORKER, [JSON.stringify(live)], {
    execArgv: [...process.execArgv, ...imports],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  if (worker.stderr !== null) {
    createInterface({ input: worker.stderr }).on('line', (line) => {
      onLog?.(`${line}\n`)
      if (!line.startsWith('{"level":')) process.stderr.write(`${line}\n`)
    })
  }
  return worker
}

async function playIn(
  worker: ChildProcess,
  order: TrialOrder,
): Promise<{ readonly played: Omit<Played, 'order'>; readonly gone: boolean }> {
  const begun = performance.now()
  return new Promise((resolve) => {
    const finish = (played: Omit<Played, 'order'>, gone: boolean): void => {
      clearTimeout(timer)
      worker.removeAllListeners('message')
      worker.removeAllListeners('exit')
      resolve({ played, gone })
    }
    const fail = (failure: string): void => {
      finish({ transcript: null, failure, seconds: (performance.now() - begun) / 1000 }, true)
    }
    const timer = setTimeout(() => {
      fail(`it took longer than ${LONGEST_MS / 1000} seconds`)
      worker.kill('SIGKILL')
    }, LONGEST_MS)
    worker.once('message', (played: Played) => finish(played, false))
    worker.once('exit', (code, signal) => fail(`its process ended (${signal ?? code})`))
    worker.send(order)
  })
}

function end(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => worker.kill('SIGKILL'), 10_000)
    // Closed is later than ended: by then its last lines have been read. A process of its own that outlives it reads no more.
    worker.once('exit', () => {
      clearTimeout(timer)
      setTimeout(() => worker.stderr?.destroy(), 2_000).unref()
    })
    worker.once('close', () => resolve())
    worker.send('end')
  })
}
