import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRegistry } from '../../../src/channels/registry.ts'
import type { DealTerms } from '../../../tools/offers/terms.ts'
import { termsHash } from '../../../tools/shared/terms-hash.ts'
import { startMarket, type TestMarket } from '../../support/market.ts'

let market: TestMarket

beforeAll(async () => {
  market = await startMarket()
})
afterAll(() => market.close())

const loanAt = (nominalRatePercent: string): DealTerms => ({
  kind: 'instalment-loan',
  currency: 'EUR',
  principal: '8036.12',
  nominalRatePercent,
  termMonths: 36,
  originationFee: '0.00',
  earlyRepaymentFeePercent: '0.0',
})

type Json = Record<string, unknown> & { terms?: DealTerms & Record<string, string>; offerId?: string; move?: string }

/** A counterparty of the market with its token, spoken to in the protocol. */
async function party(id: string, body: object = { name: id, role: 'lender' }, at = market) {
  const { baseUrl, token } = await at.enrol(id, body)
  const call = async (method: string, path: string, data?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
    })
    return { status: answer.status, body: (await answer.json()) as Json }
  }
  return {
    baseUrl,
    call,
    open: (negotiationId: string, opening: DealTerms, subject: unknown = { type: 'contract', id: 'k-1' }) =>
      call('POST', '/negotiations', {
        negotiationId,
        kind: opening.kind,
        subject,
        facts: {},
        opening,
        deadline: '2026-12-01T00:00:00.000Z',
      }),
    move: (negotiationId: string, round: number, move: string, terms?: DealTerms) =>
      call('POST', `/negotiations/${negotiationId}/moves`, { move, round, ...(terms === undefined ? {} : { terms }) }),
    commit: (offerId: string, key: string, terms: unknown, hash = termsHash(terms)) =>
      call('POST', `/offers/${offerId}/commit`, { terms, termsHash: hash, receipt: {} }, { 'idempotency-key': key }),
  }
}

/** An offer that the party holds. */
async function held(who: Awaited<ReturnType<typeof party>>, negotiationId: string) {
  const { body } = await who.open(negotiationId, loanAt('5.00'))
  if (body.offerId === undefined || body.terms === undefined) throw new Error('no offer was made')
  return { offerId: body.offerId, terms: body.terms }
}

describe('the sandbox market', () => {
  it('plays at least five lenders, five insurers and three creditors, all marked synthetic', async () => {
    const list = (await (await fetch(`${market.url}/`)).json()) as { counterparties: Record<string, unknown>[] }
    const of = (role: string) => list.counterparties.filter((c) => c.role === role).length
    expect([of('lender') >= 5, of('insurer') >= 5, of('creditor') >= 3]).toEqual([true, true, true])
    expect(list.counterparties.every((c) => c.synthetic === true && !('manner' in c) && !('token' in c))).toBe(true)
  })

  it('publishes the schema of terms and asks everything else for the token', async () => {
    const { baseUrl } = await party('bk-auenkredit')
    const about = (await (await fetch(baseUrl)).json()) as Record<string, unknown>
    expect(about).toMatchObject({ synthetic: true, terms: { oneOf: expect.any(Array) } })
    const bare = await fetch(`${baseUrl}/negotiations`, { method: 'POST', body: '{}' })
    const wrong = await fetch(`${baseUrl}/negotiations/x`, { headers: { authorization: 'Bearer sandbox_other' } })
    expect([bare.status, wrong.status]).toEqual([401, 401])
  })

  it('plays the same market for the same seed, and another for another', async () => {
    const ask = async (seed: string) => {
      const own = await startMarket({ seed })
      const who = await party('bk-auenkredit', undefined, own)
      const { body } = await who.open('n-seed', loanAt('5.00'))
      await own.close()
      return body.terms?.nominalRatePercent
    }
    expect(await ask('a')).toBe(await ask('a'))
    expect(await ask('a')).not.toBe(await ask('b'))
  })

  it('gives the same answer to the same round, and knows it by its state', async () => {
    const who = await party('bk-auenkredit')
    const first = await who.open('n-same', loanAt('5.00'))
    expect((await who.open('n-same', loanAt('5.00'))).body).toEqual(first.body)
    const second = await who.move('n-same', 1, 'offer', loanAt('5.50'))
    expect((await who.move('n-same', 1, 'offer', loanAt('5.50'))).body).toEqual(second.body)
    const { body } = await who.call('GET', '/negotiations/n-same')
    expect(body).toEqual({ negotiationId: 'n-same', round: 1, lastMove: second.body })
    expect((await who.call('GET', '/negotiations/n-unknown')).status).toBe(404)
  })

  it('concedes towards its private limit and never past it', async () => {
    const who = await party('bk-foerdebank')
    const rates: number[] = []
    for (let round = 0; round < 8; round += 1) {
      const { body } =
        round === 0
          ? await who.open('n-limit', loanAt('2.00'))
          : await who.move('n-limit', round, 'offer', loanAt('2.00'))
      rates.push(Number(body.terms?.nominalRatePercent))
    }
    expect(rates).toEqual(rates.toSorted((a, b) => b - a))
    const line = (await market.book()).find((l) => l.type === 'answered' && l.negotiationId === 'n-limit')
    const limit = line?.type === 'answered' && line.limit?.terms.kind === 'instalment-loan' ? line.limit.terms : null
    expect(rates.at(-1)).toBeGreaterThanOrEqual(Number(limit?.nominalRatePercent))
    expect(JSON.stringify(await who.call('GET', '/negotiations/n-limit'))).not.toContain('"limit"')
  })

  it('holds what it accepts, under exactly our terms', async () => {
    const who = await party('bk-foerdebank')
    await who.open('n-accept', loanAt('5.00'))
    const { body } = await who.move('n-accept', 1, 'offer', loanAt('14.00'))
    expect(body).toMatchObject({ move: 'accept', terms: loanAt('14.00'), offerId: expect.any(String) })
  })

  it('starts from the quote that a customer holds and goes below it', async () => {
    const who = await party('bk-quoted', { name: 'Quoted', role: 'lender', quote: loanAt('7.29'), manner: 'conceding' })
    const { body } = await who.open('n-quote', loanAt('3.00'))
    const rate = Number(body.terms?.nominalRatePercent)
    expect(rate).toBeLessThanOrEqual(7.29)
    expect(rate).toBeGreaterThan(5)
  })

  it('commits once per key, whatever is sent again, and says so when asked', async () => {
    const who = await party('bk-auenkredit')
    const { offerId, terms } = await held(who, 'n-commit')
    const done = await who.commit(offerId, 'prop_1/0', terms)
    expect(done.body).toMatchObject({ reference: expect.stringMatching(/^V-/), committedAt: expect.any(String) })
    expect((await who.commit(offerId, 'prop_1/0', terms)).body).toEqual(done.body)
    expect((await who.call('GET', `/commitments/${encodeURIComponent('prop_1/0')}`)).body).toEqual(done.body)
    expect((await who.call('GET', `/commitments/${encodeURIComponent('prop_1/1')}`)).status).toBe(404)
    const lines = (await market.book()).filter((l) => l.type === 'committed' && l.key === 'prop_1/0')
    expect(lines).toHaveLength(1)
  })

  it.each<[string, (who: Awaited<ReturnType<typeof party>>, id: string) => Promise<Json>, string]>([
    [
      'other terms',
      async (who, id) => {
        const { offerId } = await held(who, id)
        return (await who.commit(offerId, `${id}/0`, loanAt('1.00'))).body
      },
      'terms-differ',
    ],
    [
      'a hash of something else',
      async (who, id) => {
        const { offerId, terms } = await held(who, id)
        return (await who.commit(offerId, `${id}/0`, terms, termsHash({}))).body
      },
      'hash-differs',
    ],
    [
      'an offer it never made',
      async (who, id) => (await who.commit('of_none', `${id}/0`, loanAt('5.00'))).body,
      'unknown-offer',
    ],
    [
      'an offer that was released',
      async (who, id) => {
        const { offerId, terms } = await held(who, id)
        await who.call('POST', `/offers/${offerId}/release`, {})
        return (await who.commit(offerId, `${id}/0`, terms)).body
      },
      'offer-released',
    ],
    [
      'an offer that was taken under another key',
      async (who, id) => {
        const { offerId, terms } = await held(who, id)
        await who.commit(offerId, `${id}/0`, terms)
        return (await who.commit(offerId, `${id}/1`, terms)).body
      },
      'already-taken',
    ],
    [
      'a key that was used for another offer',
      async (who, id) => {
        const { offerId, terms } = await held(who, id)
        await who.commit(offerId, `${id}/0`, terms)
        const { body } = await who.move(id, 1, 'offer', loanAt('14.00'))
        return (await who.commit(body.offerId ?? '', `${id}/0`, body.terms)).body
      },
      'key-used-for-other-terms',
    ],
  ])('refuses to commit to %s', async (name, attempt, reason) => {
    const who = await party('bk-auenkredit')
    expect(await attempt(who, `n-${name.replaceAll(' ', '-')}`)).toEqual({ refused: true, reason })
  })

  it('refuses an offer that has run out', async () => {
    let now = '2026-11-22T10:00:00.000Z'
    const own = await startMarket({ clock: { now: () => new Date(now) } })
    const who = await party('bk-auenkredit', undefined, own)
    const { offerId, terms } = await held(who, 'n-late')
    now = '2027-01-22T10:00:00.000Z'
    const { body } = await who.commit(offerId, 'prop_late/0', terms)
    await own.close()
    expect(body).toEqual({ refused: true, reason: 'offer-expired' })
  })

  it('takes a notice once per key', async () => {
    const who = await party('cr-blaufink', { name: 'Blaufink', role: 'creditor' })
    const terms = { letter: 'I contest the fee.' }
    const notice = {
      kind: 'dispute',
      subject: { type: 'debt', id: 'd-1' },
      terms,
      termsHash: termsHash(terms),
      receipt: {},
    }
    const send = () => who.call('POST', '/notices', notice, { 'idempotency-key': 'prop_n/0' })
    const first = await send()
    expect(first.body).toMatchObject({ reference: expect.stringMatching(/^N-/) })
    expect((await send()).body).toEqual(first.body)
  })

  it('offers Anna loans better than hers and worse ones, and policies on both sides of hers', async () => {
    const registry = createRegistry({ entries: [], marketUrl: market.url })
    const policy: DealTerms = {
      kind: 'insurance-household',
      currency: 'EUR',
      annualPremium: '100.00',
      paymentFrequency: 'yearly',
      deductible: '150.00',
      sumInsured: '52000.00',
      noticeMonths: 1,
      coverage: { bicycleTheft: 'covered', grossNegligenceWaiver: 'covered' },
    }
    for (const { id, role } of [
      ...(await registry.dealingIn('instalment-loan')),
      ...(await registry.dealingIn('insurance-household')),
    ]) {
      const who = await party(id, { name: id, role })
      await who.open(`n-anna-${id}`, role === 'lender' ? loanAt('3.00') : policy).catch(() => null) // some talk garbage
    }
    const limits = (await market.book()).flatMap((line) =>
      line.type === 'answered' && line.negotiationId.startsWith('n-anna-') && line.limit !== null
        ? [line.limit.terms]
        : [],
    )
    const rates = limits.flatMap((terms) =>
      terms.kind === 'instalment-loan' ? [Number(terms.nominalRatePercent)] : [],
    )
    const premiums = limits.flatMap((terms) => ('annualPremium' in terms ? [Number(terms.annualPremium)] : []))
    expect([rates.some((r) => r < 7.29), rates.some((r) => r > 7.29), rates.every((r) => r < 11.99)]).toEqual([
      true,
      true,
      true,
    ])
    expect([premiums.some((p) => p < 187.4), premiums.length >= 5]).toEqual([true, true])
  })
})
