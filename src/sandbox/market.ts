/**
 * The sandbox market: invented lenders, insurers and creditors behind the protocol of counterparties.
 *
 * @module
 */
import { type Context, Hono } from 'hono'
import type { Clock } from '../../tools/shared/clock.ts'
import { openBook } from './book.ts'
import { nameOf } from './chance.ts'
import { createCommitments } from './commitments.ts'
import { createMemory } from './memory.ts'
import { enrolled, type Party } from './parties.ts'
import { partyRoutes } from './party-routes.ts'
import { createTalks } from './talks.ts'
import { castSchema, enrolSchema } from './wire.ts'

export interface MarketOptions {
  /** Decides limits, manners and ids: the same seed plays the same market. */
  readonly seed: string
  readonly clock: Clock
  /** Sets a clock that stands; left out where it runs. */
  readonly setClock?: (now: string) => void
  /** File of the book; null keeps it in memory. */
  readonly bookPath: string | null
  /** Milliseconds a slow party takes to answer. */
  readonly slowMs: number
}

export interface Market {
  readonly app: Hono
  close(): void
}

export function createMarket({ seed, clock, setClock, bookPath, slowMs }: MarketOptions): Market {
  const book = openBook(bookPath)
  const memory = createMemory(book)
  const tokenOf = (id: string): string => nameOf('sandbox_', seed, id, 'token')
  const app = new Hono()

  app.get('/', (c) => {
    const counterparties = [...memory.parties.values()].filter(({ id }) => memory.shown.has(id)).map(shown)
    return c.json({ synthetic: true, counterparties })
  })
  app.put('/', async (c) => {
    const body = castSchema.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return c.json({ error: body.error.issues }, 400)
    const { parties, now } = body.data
    if (now !== undefined && setClock === undefined) return c.json({ error: 'this market runs on the real clock' }, 409)
    if (now !== undefined) setClock?.(now)
    if (parties !== undefined) {
      const cast = parties.map(({ id, ...request }) => enrolled(seed, id, request, undefined))
      memory.add({ type: 'cast', parties: cast })
    }
    return c.json({ counterparties: parties?.map(({ id }) => id) ?? null })
  })
  app.get('/book', (c) => c.json({ lines: book.lines }))
  app.put('/:party{[A-Za-z0-9_-]{1,100}}', async (c) => {
    const body = enrolSchema.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return c.json({ error: body.error.issues }, 400)
    const id = c.req.param('party')
    const party = enrolled(seed, id, body.data, memory.parties.get(id))
    const known = JSON.stringify(party) === JSON.stringify(memory.parties.get(id)) && memory.shown.has(id)
    if (!known) memory.add({ type: 'enrolled', party })
    return c.json({ ...shown(party), baseUrl: baseUrl(c, id), token: tokenOf(id) })
  })

  const talks = createTalks(memory, seed, clock)
  const commitments = createCommitments(memory, seed, clock)
  app.route('/', partyRoutes({ memory, talks, commitments, seed, clock, slowMs, tokenOf }))
  return { app, close: () => book.close() }
}

/** What anybody may know of a party: never its manner, its quotes or its limits. */
export function shown({ id, name, role, kinds }: Party) {
  return { id, name, role, kinds, synthetic: true as const }
}

function baseUrl(c: Context, id: string): string {
  return new URL(`/${id}`, c.req.url).href
}
