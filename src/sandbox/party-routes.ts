/**
 * The protocol of counterparties, played for each party under its own base address.
 *
 * @module
 */
import { Hono } from 'hono'
import { z } from 'zod'
import { dealTermsSchema } from '../../tools/offers/terms.ts'
import type { Clock } from '../../tools/shared/clock.ts'
import { draw, pick } from './chance.ts'
import type { Commitments } from './commitments.ts'
import type { Memory } from './memory.ts'
import type { Fault, Party } from './parties.ts'
import { GARBAGE } from './speech.ts'
import type { Talks } from './talks.ts'
import { commitSchema, moveSchema, noticeSchema, openingSchema } from './wire.ts'

type Env = { Variables: { party: Party } }

export function partyRoutes(parts: {
  readonly memory: Memory
  readonly talks: Talks
  readonly commitments: Commitments
  readonly seed: string
  readonly clock: Clock
  readonly slowMs: number
  readonly tokenOf: (id: string) => string
}): Hono<Env> {
  const { memory, talks, commitments, seed } = parts
  const app = new Hono<Env>()
  const has = (party: Party, fault: Fault): boolean => party.faults.includes(fault)

  app.use('/:party/*', async function identifyParty(c, next) {
    const party = memory.parties.get(c.req.param('party'))
    if (party === undefined) return c.json({ error: 'nobody of that name is played here' }, 404)
    const open = c.req.method === 'GET' && c.req.path.split('/').filter(Boolean).length === 1
    if (!open && c.req.header('authorization') !== `Bearer ${parts.tokenOf(party.id)}`) {
      return c.json({ error: 'a bearer token for this counterparty is needed' }, 401)
    }
    c.set('party', party)
    return next()
  })

  app.get('/:party', (c) => {
    const party = memory.parties.get(c.req.param('party'))
    if (party === undefined) return c.json({ error: 'nobody of that name is played here' }, 404)
    const { id, name, role, kinds } = party
    const terms = z.toJSONSchema(dealTermsSchema, { io: 'input', unrepresentable: 'any' })
    return c.json({ id, name, role, kinds, synthetic: true, publicKey: null, terms })
  })

  app.post('/:party/negotiations', async (c) => {
    const body = openingSchema.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return c.json({ error: body.error.issues }, 400)
    const party = c.get('party')
    if (has(party, 'down')) return c.json({ error: 'not now' }, 503)
    const answer = talks.open(party, body.data)
    await delay(party)
    if (has(party, 'lose-answers')) return c.json({ error: 'the answer was lost' }, 504)
    return reply(party, body.data.negotiationId, 0, answer)
  })

  app.post('/:party/negotiations/:id/moves', async (c) => {
    const body = moveSchema.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return c.json({ error: body.error.issues }, 400)
    const party = c.get('party')
    if (has(party, 'down')) return c.json({ error: 'not now' }, 503)
    const answer = talks.move(party, c.req.param('id'), body.data)
    if (answer === null) return c.json({ error: 'no such negotiation' }, 404)
    await delay(party)
    if (has(party, 'lose-answers')) return c.json({ error: 'the answer was lost' }, 504)
    return reply(party, c.req.param('id'), body.data.round, answer)
  })

  app.get('/:party/negotiations/:id', async (c) => {
    const party = c.get('party')
    if (has(party, 'hang')) await delay(party)
    if (has(party, 'down')) return c.json({ error: 'not now' }, 503)
    const state = talks.state(party, c.req.param('id'))
    return state === null ? c.json({ error: 'no such negotiation' }, 404) : reply(party, 'state', state.round, state)
  })

  app.post('/:party/offers/:offer/release', (c) => {
    const held = memory.held.get(c.req.param('offer'))
    if (held === undefined || held.partyId !== c.get('party').id) return c.json({ error: 'no such offer' }, 404)
    const offerId = c.req.param('offer')
    if (!memory.released.has(offerId) && memory.takenBy(offerId) === undefined) {
      memory.add({ type: 'released', partyId: held.partyId, offerId, at: parts.clock.now().toISOString() })
    }
    return c.json({ released: memory.released.has(offerId) })
  })

  app.post('/:party/offers/:offer/commit', async (c) => {
    const body = commitSchema.safeParse(await c.req.json().catch(() => null))
    const key = c.req.header('idempotency-key')
    if (!body.success) return c.json({ error: body.error.issues }, 400)
    if (key === undefined) return c.json({ error: 'an Idempotency-Key is needed' }, 400)
    const party = c.get('party')
    if (has(party, 'drop-commit')) return c.json({ error: 'not now' }, 503)
    if (has(party, 'refuse-commit')) return c.json({ refused: true, reason: 'no-longer-available' })
    const result = commitments.commit(party, c.req.param('offer'), key, body.data)
    if (has(party, 'lose-commit-answer')) return c.json({ error: 'the answer was lost' }, 504)
    return c.json(result)
  })

  app.post('/:party/notices', async (c) => {
    const body = noticeSchema.safeParse(await c.req.json().catch(() => null))
    const key = c.req.header('idempotency-key')
    if (!body.success) return c.json({ error: body.error.issues }, 400)
    if (key === undefined) return c.json({ error: 'an Idempotency-Key is needed' }, 400)
    const party = c.get('party')
    if (has(party, 'drop-commit')) return c.json({ error: 'not now' }, 503)
    const result = commitments.notice(party, key, body.data)
    if (has(party, 'lose-commit-answer')) return c.json({ error: 'the answer was lost' }, 504)
    return c.json(result)
  })

  app.get('/:party/commitments/:key{.+}', (c) => {
    const party = c.get('party')
    if (has(party, 'cannot-say')) return c.json({ error: 'cannot say' }, 503)
    const found = commitments.find(party, decodeURIComponent(c.req.param('key')))
    return found === null ? c.json({ error: 'certainly not received' }, 404) : c.json(found)
  })

  const delay = async (party: Party): Promise<void> => {
    const ms = has(party, 'hang') ? 600_000 : party.manner === 'slow' || has(party, 'late') ? parts.slowMs : 0
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms).unref())
  }

  /** The answer as JSON, or, from a garbled party, now and then something else. */
  const reply = (party: Party, about: string, round: number, answer: object): Response => {
    const words = [seed, party.id, about, String(round), 'garbage']
    const garbled = (party.manner === 'garbled' || has(party, 'garble')) && draw(...words) < 0.4
    const body = garbled ? pick(GARBAGE, ...words, 'which') : JSON.stringify(answer)
    return new Response(body, { headers: { 'content-type': 'application/json' } })
  }

  return app
}
