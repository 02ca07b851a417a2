/**
 * The whole house in one process: database, market, services, jobs and the HTTP door. `node.ts` keeps it open;
 * the demo and the evals open one of their own.
 *
 * @module
 */
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Clock, fixedClock, systemClock } from '../../tools/shared/clock.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { createApp } from '../app.ts'
import type { Patience } from '../composition/parts.ts'
import { openDatabase } from '../db/open-database.ts'
import { createAuthenticator, createDemoAuthenticator, mintToken } from '../http/authenticator.ts'
import type { Principal } from '../http/principal.ts'
import { createLog } from '../log.ts'
import { createServices, type Services } from '../services.ts'
import { signingKey } from '../signing/key-file.ts'
import { diskAssets } from '../web/disk-assets.ts'
import { nodeTransport } from '../webhooks/node-transport.ts'
import { demoSecret } from './demo-secret.ts'
import { startMarket } from './market-process.ts'
import { readSettings } from './read-settings.ts'

export interface House {
  /** Where the door answers. */
  readonly url: string
  /** Where the sandbox market answers; null without one. */
  readonly marketUrl: string | null
  readonly services: Services
  /** A demo token. @throws ParleyError CONFIG_INVALID when tokens come from an identity provider */
  token(who: Principal): Promise<string>
  close(): Promise<void>
}

export interface HouseOptions {
  /** Null keeps everything in memory; left out, the configured folder is used. */
  readonly folder?: string | null
  readonly marketSeed?: string
  /** Another clock than the one configured, for whoever makes time pass. */
  readonly clock?: Clock
  /** The archive of a migrated database that an embedded one begins with (`database-template.ts`). */
  readonly template?: Blob
  /** How long counterparties are waited for. */
  readonly patience?: Patience
  /** Hears what is going on while a first start takes seconds. */
  readonly onProgress?: (step: string) => void
}

/**
 * Opens everything and begins to serve and to work jobs.
 *
 * @param env the environment as strings
 * @throws InvalidInput naming every bad variable; ParleyError DATABASE_IN_USE, DATABASE_UNREACHABLE, CONFIG_INVALID,
 * COUNTERPARTY_UNREACHABLE
 */
export async function openHouse(
  env: Readonly<Record<string, string | undefined>>,
  options: HouseOptions = {},
): Promise<House> {
  const { config, secrets, counterparties } = await readSettings(env)
  const log = createLog(config.logLevel)
  const clock = options.clock ?? (config.fixedNow === null ? systemClock : fixedClock(config.fixedNow))
  const folder = options.folder === undefined ? config.dataFolder : options.folder
  const say = options.onProgress ?? (() => {})
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const database = await openDatabase(
      secrets.databaseUrl === null
        ? {
            kind: 'embedded',
            folder: folder === null ? null : join(folder, 'db'),
            ...(options.template === undefined ? {} : { from: options.template }),
          }
        : { kind: 'postgres', url: secrets.databaseUrl, adminUrl: secrets.databaseAdminUrl },
      { onProgress: (progress) => say(`database: ${progress}`) },
    )
    closers.push(database.close)
    let marketUrl: string | null = null
    if (config.market?.kind === 'at') marketUrl = config.market.url
    if (config.market?.kind === 'own') {
      say('the sandbox market is starting')
      const market = await startMarket({
        port: config.market.port,
        folder: folder === null ? null : join(folder, 'market'),
        ...(options.marketSeed === undefined ? {} : { seed: options.marketSeed }),
        ...(config.fixedNow === null ? {} : { now: config.fixedNow }),
      })
      closers.push(market.stop)
      marketUrl = market.url
    }
    const secret = config.auth.kind === 'demo' ? await demoSecret(folder) : null
    const authenticator =
      config.auth.kind === 'jwks'
        ? createAuthenticator({ ...config.auth, clock: systemClock, keys: new URL(config.auth.url) })
        : createDemoAuthenticator({ secret: secret ?? new Uint8Array(), clock: systemClock })
    const services = await createServices({
      config,
      secrets: { ...secrets, signingKey: secrets.signingKey ?? (await signingKey(folder)) },
      database,
      marketUrl,
      counterparties,
      authenticator,
      webhookTransport: nodeTransport,
      assets: diskAssets(),
      clock,
      ids: randomIds,
      log,
      ...(options.patience === undefined ? {} : { patience: options.patience }),
    })
    closers.push(services.stop)
    await services.start()
    const app = createApp(services.door)
    const server = await listen(app.fetch, config.http)
    closers.push(server.close)
    return {
      url: server.url,
      marketUrl,
      services,
      async token(who) {
        if (secret === null) {
          throw new ParleyError('CONFIG_INVALID', 'Tokens come from the identity provider in PARLEY_JWKS_URL.')
        }
        return mintToken({ secret, clock: systemClock }, who)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Longer than clients and load balancers keep an idle connection (60 s): who closes first must not be the server, or a
 * request that is on its way just then is lost.
 */
const KEEP_ALIVE_MS = 75_000

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const serverOptions = { keepAliveTimeout: KEEP_ALIVE_MS }
    const server = serve({ fetch, hostname: host, port, serverOptions }, (info: AddressInfo) => {
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${info.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      reject(new ParleyError('CONFIG_INVALID', `Port ${port} is taken. Set PORT to another one, or stop what uses it.`))
    })
  })
}
