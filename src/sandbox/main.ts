/**
 * The sandbox market as a program: `node src/sandbox/main.ts [--port N] [--host H] [--seed S] [--data DIR] [--now ISO]
 * [--slow-ms N] [--with-parent]`. Prints one JSON line with its address when it listens.
 *
 * @module
 */
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Clock, systemClock } from '../../tools/shared/clock.ts'
import { readArguments } from '../read-arguments.ts'
import { createMarket } from './market.ts'

const USAGE = `npm run market -- [--port N] [--host H] [--seed S] [--data DIR] [--now ISO] [--slow-ms N]
  --port N     0 is any free port (0)
  --data DIR   where the book of commitments is kept; in memory unless told
  --now ISO    a clock that stands still; the system's unless told`

const values = readArguments(
  USAGE,
  {
    options: {
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      seed: { type: 'string', default: 'parley' },
      data: { type: 'string' },
      now: { type: 'string' },
      'slow-ms': { type: 'string', default: '1500' },
      'with-parent': { type: 'boolean', default: false },
    },
  },
  (parsed) => parsed.values,
)

let stands = values.now
const clock: Clock = values.now === undefined ? systemClock : { now: () => new Date(stands ?? Number.NaN) }

function setClock(now: string): void {
  stands = now
}

const market = createMarket({
  seed: values.seed,
  clock,
  ...(values.now === undefined ? {} : { setClock }),
  bookPath: values.data === undefined ? null : join(values.data, 'market-book.jsonl'),
  slowMs: Number(values['slow-ms']),
})

// Longer than a client keeps an idle connection, so that it is never the server who closes on a request under way.
const serverOptions = { keepAliveTimeout: 75_000 }
const listening = { fetch: market.app.fetch, port: Number(values.port), hostname: values.host, serverOptions }
const server = serve(listening, ({ port }) => {
  process.stdout.write(`${JSON.stringify({ url: `http://${values.host}:${port}`, synthetic: true })}\n`)
})

server.once('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE' ? `Port ${values.port} is taken` : error.message
  process.stderr.write(`The sandbox market cannot listen: ${taken}.\n`)
  process.exit(1)
})

function stop(): void {
  server.close()
  market.close()
  process.exit(0)
}

process.once('SIGTERM', stop)
process.once('SIGINT', stop)
if (values['with-parent']) {
  // The parent holds the other end of our stdin; when it is gone, however it went, the pipe closes.
  process.stdin.resume()
  process.stdin.once('end', stop)
  process.stdin.once('error', stop)
}
