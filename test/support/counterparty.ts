/**
 * A counterparty over real HTTP with a book of its own: it counts what it was sent and what it committed to, and can
 * lose answers, hang, refuse or be unable to say.
 *
 * @module
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Manner = 'plain' | 'refuse' | 'drop' | 'lose-answer' | 'hang' | 'garble' | 'forbid'

export interface Booked {
  readonly reference: string
  readonly committedAt: string
  readonly body: Record<string, unknown>
}

export interface TestCounterparty {
  readonly baseUrl: string
  readonly token: string
  manner: Manner
  cannotSay: boolean
  /** By idempotency key: what it is bound to. */
  readonly book: Map<string, Booked>
  /** Every POST in order of arrival. */
  readonly received: { readonly path: string; readonly key: string; readonly body: Record<string, unknown> }[]
  /** Every key that was asked about. */
  readonly asked: string[]
  close(): Promise<void>
}

export const COMMITTED_AT = '2026-11-22T10:00:05.000Z'

export async function startCounterparty(): Promise<TestCounterparty> {
  const received: TestCounterparty['received'] = []
  const party = {
    baseUrl: '',
    token: 'test-token',
    manner: 'plain' as Manner,
    cannotSay: false,
    book: new Map<string, Booked>(),
    received,
    asked: [] as string[],
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }

  const server = createServer((request, response) => {
    answer(party, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  party.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return party
}

async function answer(party: TestCounterparty, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
  if (request.headers.authorization !== `Bearer ${party.token}`) return reply(401, { error: 'token' })
  const path = request.url ?? ''
  if (request.method === 'GET') {
    const key = decodeURIComponent(path.replace('/commitments/', ''))
    party.asked.push(key)
    if (party.cannotSay) return reply(503, { error: 'cannot say' })
    const booked = party.book.get(key)
    if (booked === undefined) return reply(404, { error: 'certainly not' })
    return reply(200, { reference: booked.reference, committedAt: booked.committedAt })
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
  const key = String(request.headers['idempotency-key'])
  party.received.push({ path, key, body })
  const { manner } = party
  if (manner === 'drop') return reply(503, { error: 'not now' })
  if (manner === 'forbid') return reply(403, { error: 'not you' })
  if (manner === 'refuse') return reply(200, { refused: true, reason: 'sold out' })
  const booked = party.book.get(key) ?? { reference: `V-${party.book.size + 1}`, committedAt: COMMITTED_AT, body }
  party.book.set(key, booked)
  if (manner === 'lose-answer') return void response.destroy()
  if (manner === 'hang') return
  if (manner === 'garble') return reply(200, '<html>thank you</html>')
  reply(200, { reference: booked.reference, committedAt: booked.committedAt })
}

/** A registry that knows this one under every id, except `nobody`. */
export function registryOf(party: Pick<TestCounterparty, 'baseUrl' | 'token'>, notFound: () => Error) {
  return {
    async endpointOf(id: string) {
      if (id === 'nobody') throw notFound()
      return { baseUrl: party.baseUrl, token: party.token }
    },
  }
}
