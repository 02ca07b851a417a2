/**
 * The whole service in the test's process, joined by `createServices` as in production: a test database, the offline
 * model, the door; a clock that the test moves, and jobs that it works by hand.
 *
 * @module
 */
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/env.ts'
import { createDemoAuthenticator, mintToken } from '../../src/http/authenticator.ts'
import type { Principal } from '../../src/http/principal.ts'
import type { Log } from '../../src/log.ts'
import { createServices } from '../../src/services.ts'
import { diskAssets } from '../../src/web/disk-assets.ts'
import { nodeTransport } from '../../src/webhooks/node-transport.ts'
import type { Fact } from '../../tools/shared/fact.ts'
import { randomIds } from '../../tools/shared/ids.ts'
import { openTestDatabase } from './database.ts'
import { movableClock } from './gate.ts'

const SECRET = new TextEncoder().encode('a secret of the tests, 32 bytes or more')

export interface WholeReply {
  readonly text: string
  readonly facts: readonly Fact[]
  readonly focus: Readonly<Record<string, unknown>>
}

export async function openWhole(
  options: {
    readonly marketUrl?: string
    readonly counterparties?: string
    readonly env?: Record<string, string>
    readonly log?: Log
    readonly webhookKey?: string
  } = {},
) {
  const database = await openTestDatabase()
  const clock = movableClock()
  const silent = () => {}
  const services = createServices({
    config: readConfig(options.env ?? {}),
    secrets: { databaseUrl: null, databaseAdminUrl: null, modelApiKey: null, webhookKey: options.webhookKey ?? null },
    database,
    marketUrl: options.marketUrl ?? null,
    counterparties: options.counterparties ?? null,
    authenticator: createDemoAuthenticator({ secret: SECRET, clock }),
    webhookTransport: nodeTransport,
    assets: diskAssets(),
    clock,
    ids: randomIds,
    log: options.log ?? { debug: silent, info: silent, warn: silent, error: silent },
  })
  const app = createApp(services.door)

  async function call(as: Principal, method: string, path: string, json?: unknown): Promise<Response> {
    return app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${await mintToken({ secret: SECRET, clock }, as)}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
  }

  return {
    services,
    clock,
    database,
    pool: database.pool,
    call,
    async read<T>(as: Principal, path: string): Promise<T> {
      return (await (await call(as, 'GET', path)).json()) as T
    },
    async thread(as: Principal, locale: 'de' | 'en' = 'de'): Promise<string> {
      const response = await call(as, 'POST', '/v1/threads', { locale })
      return ((await response.json()) as { id: string }).id
    },
    /** Says something and waits for the reply. */
    async say(as: Principal, threadId: string, text: string, locale: 'de' | 'en' = 'de'): Promise<WholeReply> {
      const response = await call(as, 'POST', `/v1/threads/${threadId}/messages`, { text, locale })
      const body = (await response.json()) as { reply?: WholeReply }
      if (body.reply === undefined) throw new Error(`no reply: ${JSON.stringify(body)}`)
      return body.reply
    },
    messages: async (threadId: string) => services.door.threads.messages(threadId),
    drain: () => services.drain(),
    async close() {
      await services.stop()
      await database.close()
    },
  }
}

export type Whole = Awaited<ReturnType<typeof openWhole>>
