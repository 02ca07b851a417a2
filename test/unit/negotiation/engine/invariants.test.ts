import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bid } from '../../../../tools/negotiation/engine/domain.ts'
import { recordHash } from '../../../../tools/negotiation/engine/move-record.ts'
import { createNegotiator } from '../../../../tools/negotiation/engine/negotiator.ts'
import { ENGINE_SETTINGS } from '../../../../tools/negotiation/engine/settings.ts'
import type { Party } from '../../../../tools/negotiation/field/party.ts'
import { play } from '../../../../tools/negotiation/field/play.ts'
import { anySession, playSession, type Session, type Spoken, sessionOf, utilityOf } from './sessions.ts'

type Check = (session: Session, spoken: readonly Spoken[]) => string | null
const TINY = 1e-9

/** Reference 4.3, 1: nothing leaves, and nothing is taken, below the reserve. */
const insideReserve: Check = ({ request }, spoken) => {
  for (const { offer, move } of spoken) {
    const bid = move.a === 'offer' ? move.bid : move.a === 'accept' ? offer : null
    if (bid !== null && utilityOf(request, bid) < request.reserved - TINY) return `${move.a} below the reserve`
    if (move.a === 'accept' && offer === null) return 'took what nobody offered'
  }
  return null
}

/** 4: own offers never rise again. */
const monotone: Check = ({ request }, spoken) => {
  const own = spoken.flatMap(({ move }) => (move.a === 'offer' ? [utilityOf(request, move.bid)] : []))
  return own.some((utility, i) => utility > (own[i - 1] ?? 2) + TINY) ? 'took a concession back' : null
}

/** 5: no offer is worse for us than the best they made before it. */
const noWorseThanTheTable: Check = ({ request }, spoken) => {
  let best = Number.NEGATIVE_INFINITY
  for (const { offer, move } of spoken) {
    if (offer !== null) best = Math.max(best, utilityOf(request, offer))
    if (move.a === 'offer' && utilityOf(request, move.bid) < best - TINY) return 'offered less than was on the table'
  }
  return null
}

/** 8: within the turns, with moves of the protocol alone. */
const ends: Check = ({ request }, spoken) => (spoken.length > request.nSteps ? 'spoke after the end' : null)

const CHECKS: Readonly<Record<string, Check>> = { insideReserve, monotone, noWorseThanTheTable, ends }

describe('the invariants of the engine', () => {
  for (const [name, check] of Object.entries(CHECKS)) {
    it(`hold in any session: ${name}`, () => {
      fc.assert(
        fc.property(anySession, (session) => {
          expect(check(session, playSession(session).spoken)).toBeNull()
        }),
        { numRuns: 400 },
      )
    })
  }

  it('hold for every reserve and every history up to three rounds of a small space', () => {
    const bids: Bid[] = [0, 1, 2].flatMap((a) => [0, 1].map((b) => [a, b]))
    const histories = bids.flatMap((a) => bids.flatMap((b) => bids.map((c) => [a, b, c])))
    for (const reserved of [0, 0.3, 0.5, 0.8, 1.2]) {
      for (const opens of [true, false]) {
        for (const theirs of histories) {
          const session = { ...sessionOf([3, 2], 7, reserved, 3, opens), theirs }
          const { spoken } = playSession(session)
          for (const check of Object.values(CHECKS)) expect(check(session, spoken)).toBeNull()
        }
      }
    }
  })

  it('are checks that bite: each finds the mutant made for it', () => {
    const session = sessionOf([5, 4], 3, 0.5, 8, true)
    const { spoken } = playSession(session)
    const worst: Bid = (session.request.values ?? []).map((values) => values.indexOf(Math.min(...values)))
    const best: Bid = (session.request.values ?? []).map((values) => values.indexOf(Math.max(...values)))
    const offer = (bid: Bid) => ({ a: 'offer', bid }) as Spoken['move']
    const say = (moves: readonly Spoken['move'][], offers: readonly (Bid | null)[] = []): Spoken[] =>
      moves.map((move, step) => ({ step, move, offer: offers[step] ?? null }))
    expect(insideReserve(session, say([offer(worst)]))).not.toBeNull()
    expect(insideReserve(session, say([{ a: 'accept' }], [worst]))).not.toBeNull()
    expect(insideReserve(session, say([{ a: 'accept' }]))).not.toBeNull()
    expect(monotone(session, say([offer(worst), offer(best)]))).not.toBeNull()
    expect(noWorseThanTheTable(session, say([offer(worst)], [best]))).not.toBeNull()
    expect(
      ends(session, [
        ...spoken,
        ...spoken,
        ...spoken,
        ...spoken,
        ...spoken,
        ...spoken,
        ...spoken,
        ...spoken,
        ...spoken,
      ]),
    ).not.toBeNull()
  })

  it('are checks that bite: an engine told another reserve, or made to show it, is caught', () => {
    const sessions = Array.from({ length: 60 }, (_, seed) => sessionOf([5, 4], seed, 0.6, 8, seed % 2 === 0))
    const deaf = sessions.filter((session) => {
      const mutant = { ...session, request: { ...session.request, reserved: 0 } }
      return insideReserve(session, playSession(mutant).spoken) !== null
    })
    expect(deaf.length).toBeGreaterThan(0)
    const telling = sessions.filter((session) => {
      const first = (reserved: number) =>
        playSession(
          { ...session, request: { ...session.request, reserved } },
          { ...ENGINE_SETTINGS, concealment: 'off' },
        )
      return JSON.stringify(first(0).spoken.slice(0, 4)) !== JSON.stringify(first(0.4).spoken.slice(0, 4))
    })
    expect(telling.length).toBeGreaterThan(0)
  })

  it('say nothing of the reserve before the last turns, while it lies below every target', () => {
    let compared = 0
    fc.assert(
      fc.property(anySession, fc.integer({ min: 0, max: 100 }), (session, other) => {
        const one = playSession({ ...session, request: { ...session.request, reserved: 0 } })
        const before = one.spoken.slice(0, -3)
        // The gate wins where the reserve lies above what is said or taken, so it is drawn below all of that.
        const said = before.flatMap(({ move, offer }) => [
          ...(move.a === 'offer' ? [utilityOf(session.request, move.bid)] : []),
          ...(offer !== null ? [utilityOf(session.request, offer)] : []),
        ])
        // By a hair, since the same sum in another order is another number.
        const reserved = ((Math.min(1, ...said) - 1e-9) * other) / 100
        const two = playSession({ ...session, request: { ...session.request, reserved } })
        for (const [i, { step, move }] of before.entries()) {
          if (step >= session.request.nSteps - 2) continue
          compared += 1
          expect(two.spoken[i]?.move).toEqual(move)
        }
      }),
      { numRuns: 400 },
    )
    expect(compared).toBeGreaterThan(300)
  })

  it('decide alike in a replay, to the hash of each record', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const hashes = () => playSession(session).records.map(recordHash)
        expect(hashes()).toEqual(hashes())
      }),
      { numRuns: 50 },
    )
  })

  it('keep the reserve out of every record before the last turns', () => {
    const session = sessionOf([6, 6, 4], 11, 0.123456, 10, true)
    const worst: Bid = session.request.values.map((list) => list.indexOf(Math.min(...list)))
    const { records } = playSession({ ...session, theirs: session.theirs.map(() => worst) })
    expect(records.length).toBe(10)
    expect(JSON.stringify(records.slice(0, -1))).not.toContain('0.123456')
  })

  it('make no deal where there is no zone: two engines walk away from each other', async () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const { request } = sessionOf([5], seed, 0.6, 8, true)
      const mirrored = { ...request, values: request.values.map((list) => list.map((value) => 1 - value)) }
      const [a, b] = [createNegotiator(request), createNegotiator(mirrored)]
      const party = (side: typeof a): Party => ({ turn: (step, offer) => side.turn(step, offer) })
      expect((await play([party(a), party(b)], [5], 8, 0)).agreement).toBeNull()
    }
  })
})
