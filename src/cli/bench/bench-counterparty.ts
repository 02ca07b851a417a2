/**
 * A counterparty of the bench's own, over HTTP: it holds every offer it is asked about and commits each key once, at once.
 *
 * @module
 */
import { createServer } from 'node:http'
import { listenLocally } from '../../server/listen-locally.ts'

export const COUNTERPARTY = { id: 'cr-bench', name: 'Bench Creditor' } as const

export interface BenchCounterparty {
  /** The registry's entry for it, as the configuration takes it. */
  readonly entry: Readonly<Record<string, unknown>>
  close(): Promise<void>
}

export async function startBenchCounterparty(): Promise<BenchCounterparty> {
  const committed = new Map<string, { readonly reference: string; readonly committedAt: string }>()
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    const asked = /^\/commitments\/(.+)$/.exec(request.url ?? '')?.[1]
    if (request.method === 'GET' && asked !== undefined) {
      const known = committed.get(decodeURIComponent(asked))
      answer(known === undefined ? 404 : 200, known ?? {})
      return
    }
    request.resume().on('end', () => {
      const key = String(request.headers['idempotency-key'])
      const known = committed.get(key) ?? { reference: `ref-${key}`, committedAt: new Date().toISOString() }
      committed.set(key, known)
      answer(200, known)
    })
  })
  const { url, close } = await listenLocally(server)
  return {
    entry: {
      ...{ ...COUNTERPARTY, role: 'creditor', kinds: ['fee-waiver'], synthetic: true },
      ...{ baseUrl: url, token: 'bench' },
    },
    close,
  }
}
