/**
 * The sandbox market as a process of its own: a counterparty that shares our memory would be no counterparty.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ParleyError } from '../../tools/shared/errors.ts'

export interface MarketProcess {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

const MAIN = new URL('../sandbox/main.ts', import.meta.url)

/**
 * Starts the market and waits until it listens. Port 0 takes a free one. It ends with this process, however that ends.
 *
 * @throws ParleyError COUNTERPARTY_UNREACHABLE when it ends before it listens
 */
export async function startMarket(options: {
  readonly port: number
  /** Where it keeps its book; null keeps it in memory. */
  readonly folder: string | null
  readonly seed?: string
  readonly now?: string
}): Promise<MarketProcess> {
  const args = [MAIN.pathname, '--port', String(options.port), '--with-parent']
  if (options.folder !== null) args.push('--data', options.folder)
  if (options.seed !== undefined) args.push('--seed', options.seed)
  if (options.now !== undefined) args.push('--now', options.now)
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      const message = `The sandbox market ended with code ${code} before it listened on port ${options.port}. Set PARLEY_MARKET_PORT to a free one, or PARLEY_MARKET_URL to a market that runs already.`
      reject(new ParleyError('COUNTERPARTY_UNREACHABLE', message))
    })
  })
  const url = (await Promise.race([firstUrl(child.stdout), ended])) ?? (await ended)
  ended.catch(() => {}) // from here on its end is stop()'s, or the parent's, business
  return {
    url,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** Null when it closes its output without having said where it listens. */
async function firstUrl(stdout: NodeJS.ReadableStream): Promise<string | null> {
  const lines = createInterface({ input: stdout })
  for await (const line of lines) {
    const { url } = JSON.parse(line) as { url?: string }
    if (url !== undefined) {
      stdout.resume() // whatever else it says is not ours to keep in memory
      return url
    }
  }
  return null
}
