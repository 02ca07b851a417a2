/**
 * Taking a held offer, and notices: each once per idempotency key, written into the book before the answer.
 *
 * @module
 */
import type { z } from 'zod'
import type { Clock } from '../../tools/shared/clock.ts'
import { termsHash } from '../../tools/shared/terms-hash.ts'
import { nameOf } from './chance.ts'
import type { Done, Memory } from './memory.ts'
import type { Party } from './parties.ts'
import type { Committed, commitSchema, noticeSchema, Refused } from './wire.ts'

export interface Commitments {
  commit(party: Party, offerId: string, key: string, body: z.output<typeof commitSchema>): Committed | Refused
  notice(party: Party, key: string, body: z.output<typeof noticeSchema>): Committed | Refused
  find(party: Party, key: string): Committed | null
}

export function createCommitments(memory: Memory, seed: string, clock: Clock): Commitments {
  const refusal = (party: Party, offerId: string, body: z.output<typeof commitSchema>): string | null => {
    const held = memory.held.get(offerId)
    if (held === undefined || held.partyId !== party.id) return 'unknown-offer'
    if (memory.takenBy(offerId) !== undefined) return 'already-taken'
    if (memory.released.has(offerId)) return 'offer-released'
    if (new Date(held.validUntil).getTime() <= clock.now().getTime()) return 'offer-expired'
    if (termsHash(body.terms) !== termsHash(held.terms)) return 'terms-differ'
    return null
  }

  return {
    commit(party, offerId, key, body) {
      if (termsHash(body.terms) !== body.termsHash) return refused('hash-differs')
      const before = memory.done(party.id, key)
      if (before !== undefined) return repeated(before, body.termsHash)
      const reason = refusal(party, offerId, body)
      if (reason !== null) return refused(reason)
      const reference = nameOf('V-', seed, party.id, key)
      const at = clock.now().toISOString()
      memory.add({ type: 'committed', partyId: party.id, key, offerId, ...body, reference, at })
      return { reference, committedAt: at }
    },
    notice(party, key, body) {
      if (termsHash(body.terms) !== body.termsHash) return refused('hash-differs')
      const before = memory.done(party.id, key)
      if (before !== undefined) return repeated(before, body.termsHash)
      const { kind, subject, terms } = body
      if (kind === 'withdrawal' && !memory.concluded(party.id, subject.reference ?? ''))
        return refused('unknown-contract')
      const reference = nameOf('N-', seed, party.id, key)
      const at = clock.now().toISOString()
      memory.add({
        type: 'noticed',
        partyId: party.id,
        key,
        kind,
        subject,
        terms,
        termsHash: body.termsHash,
        reference,
        at,
      })
      return { reference, committedAt: at }
    },
    find(party, key) {
      const before = memory.done(party.id, key)
      return before === undefined ? null : { reference: before.reference, committedAt: before.at }
    },
  }
}

/** The first answer again; a key that is used for other terms is refused, never carried out. */
function repeated(before: Done, hash: string): Committed | Refused {
  if (before.termsHash !== hash) return refused('key-used-for-other-terms')
  return { reference: before.reference, committedAt: before.at }
}

function refused(reason: string): Refused {
  return { refused: true, reason }
}
