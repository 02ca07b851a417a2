/**
 * The service on Cloudflare Workers: the same services and the same door as on Node, with one pool per request over
 * Hyperdrive. There is no loop here: jobs are worked after each request, and every minute by the cron trigger.
 *
 * @module
 */
import './worker/async-context.ts' // first: LangGraph looks for it when it is loaded
import type pg from 'pg'
import { fixedClock, systemClock } from '../../tools/shared/clock.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { createApp } from '../app.ts'
import { readConfig } from '../config/env.ts'
import { readSecrets } from '../config/secrets.ts'
import type { Log } from '../log.ts'
import { createServices, type Services } from '../services.ts'
import { bindingAssets } from './worker/binding-assets.ts'
import { type Bindings, type ExecutionContext, stringsOf } from './worker/bindings.ts'
import { consoleLog } from './worker/console-log.ts'
import { openHyperdrivePool, requirePrepared } from './worker/hyperdrive-pool.ts'
import { workerAuthenticator } from './worker/worker-authenticator.ts'
import { workerTransport } from './worker/worker-transport.ts'

/** What one request, or one tick of the cron trigger, works with. */
interface Workplace {
  readonly services: Services
  readonly pool: pg.Pool
  readonly log: Log
}

export default {
  async fetch(request: Request, bindings: Bindings, context: ExecutionContext): Promise<Response> {
    try {
      const { services, pool, log } = openWorkplace(bindings)
      if (new URL(request.url).pathname.startsWith('/v1/')) {
        await requirePrepared(pool, bindings.HYPERDRIVE.connectionString)
      }
      const answer = Promise.resolve(createApp(services.door).fetch(request))
      // Registered before the answer is there: a client that hangs up does not end what it began.
      context.waitUntil(
        answer.then(async () => {
          if (pool.totalCount > 0) await workJobs(services, log)
        }),
      )
      return await answer
    } catch (error) {
      return notReady(error)
    }
  },

  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    const { services, pool, log } = openWorkplace(bindings)
    await requirePrepared(pool, bindings.HYPERDRIVE.connectionString)
    await workJobs(services, log)
  },
}

/** @throws InvalidInput naming every bad binding; ParleyError CONFIG_INVALID */
function openWorkplace(bindings: Bindings): Workplace {
  const env = stringsOf(bindings)
  const config = readConfig(env)
  const log = consoleLog(config.logLevel)
  const pool = openHyperdrivePool(bindings.HYPERDRIVE.connectionString)
  const services = createServices({
    config,
    secrets: readSecrets(env),
    database: { pool, kind: 'postgres' },
    // A Worker starts no market of its own; PARLEY_MARKET_URL may name one.
    marketUrl: config.market?.kind === 'at' ? config.market.url : null,
    counterparties: config.counterparties,
    webhookTransport: workerTransport,
    authenticator: workerAuthenticator(config.auth, env.PARLEY_DEMO_SECRET),
    assets: bindingAssets(bindings.ASSETS),
    clock: config.fixedNow === null ? systemClock : fixedClock(config.fixedNow),
    ids: randomIds,
    log,
    isShortLived: true,
  })
  return { services, pool, log }
}

async function workJobs(services: Services, log: Log): Promise<void> {
  try {
    await services.drain()
  } catch (error) {
    log.warn({ err: error }, 'jobs could not be worked; the next request or the cron trigger tries again')
  }
}

/** What is wrong is the operator's business and stands in the log. */
function notReady(error: unknown): Response {
  consoleLog('error').error({ err: error }, 'the Worker cannot serve')
  const problem = {
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    code: 'CONFIG_INVALID',
    detail: 'The service is not ready to serve; its log says why.',
  }
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { 'content-type': 'application/problem+json' },
  })
}
