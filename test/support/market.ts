/**
 * The sandbox market's app on a real port, inside the test's process.
 *
 * @module
 */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { BookLine } from '../../src/sandbox/book.ts'
import { createMarket, type MarketOptions } from '../../src/sandbox/market.ts'
import { fixedClock } from '../../tools/shared/clock.ts'

export interface TestMarket {
  readonly url: string
  /** Everything the market's parties heard, answered and committed to. */
  book(): Promise<readonly BookLine[]>
  enrol(id: string, body: object): Promise<{ readonly baseUrl: string; readonly token: string }>
  close(): Promise<void>
}

export async function startMarket(options: Partial<MarketOptions> = {}): Promise<TestMarket> {
  const market = createMarket({
    seed: 'test',
    clock: fixedClock('2026-11-22T10:00:00.000Z'),
    bookPath: null,
    slowMs: 50,
    ...options,
  })
  const server = await listen(market.app.fetch)
  return {
    url: server.url,
    async book() {
      const answer = await fetch(`${server.url}/book`)
      return ((await answer.json()) as { lines: readonly BookLine[] }).lines
    },
    async enrol(id, body) {
      const answer = await fetch(`${server.url}/${id}`, { method: 'PUT', body: JSON.stringify(body) })
      return (await answer.json()) as { baseUrl: string; token: string }
    },
    async close() {
      await server.close()
      market.close()
    },
  }
}

/** Serves a fetch handler on a free port of this machine. */
export async function listen(
  handler: (request: Request) => Response | Promise<Response>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = serve({ fetch: handler, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
