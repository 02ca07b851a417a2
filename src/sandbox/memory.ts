/**
 * What the market knows, read back from its book: parties, negotiations, held offers, commitments.
 *
 * @module
 */
import type { DealTerms } from '../../tools/offers/terms.ts'
import type { Book, BookLine } from './book.ts'
import type { Said } from './haggle.ts'
import { OWN_PARTIES, type Party } from './parties.ts'

export interface Held {
  readonly partyId: string
  readonly negotiationId: string
  readonly terms: DealTerms
  readonly validUntil: string
}

export type Done = Extract<BookLine, { type: 'committed' | 'noticed' }>

/** A view of the book that is kept current as lines are added. */
export interface Memory {
  readonly parties: ReadonlyMap<string, Party>
  /** Ids of those whom the market shows. */
  readonly shown: ReadonlySet<string>
  said(partyId: string, negotiationId: string): readonly (Said & { readonly subject: string })[]
  readonly held: ReadonlyMap<string, Held>
  readonly released: ReadonlySet<string>
  /** By party and idempotency key. */
  done(partyId: string, key: string): Done | undefined
  /** Whether this party confirmed a contract under this reference. */
  concluded(partyId: string, reference: string): boolean
  /** The key under which an offer was taken. */
  takenBy(offerId: string): string | undefined
  add(line: BookLine): void
}

export function createMemory(book: Book): Memory {
  const parties = new Map<string, Party>(OWN_PARTIES.map((party) => [party.id, party]))
  const shown = new Set(parties.keys())
  const talks = new Map<string, (Said & { readonly subject: string })[]>()
  const held = new Map<string, Held>()
  const released = new Set<string>()
  const done = new Map<string, Done>()
  const taken = new Map<string, string>()
  const references = new Set<string>()

  const learn = (line: BookLine): void => {
    if (line.type === 'cast') shown.clear()
    for (const party of line.type === 'cast' ? line.parties : line.type === 'enrolled' ? [line.party] : []) {
      parties.set(party.id, party)
      shown.add(party.id)
    }
    if (line.type === 'released') released.add(line.offerId)
    if (line.type === 'committed') {
      taken.set(line.offerId, line.key)
      references.add(`${line.partyId} ${line.reference}`)
    }
    if (line.type === 'committed' || line.type === 'noticed') done.set(`${line.partyId} ${line.key}`, line)
    if (line.type !== 'answered') return
    const { partyId, negotiationId, subject, round, answer } = line
    const talk = `${partyId} ${negotiationId}`
    talks.set(talk, [...(talks.get(talk) ?? []), { round, subject, theirs: line.heard.terms ?? null, answer }])
    if (answer.offerId !== undefined && answer.terms !== undefined && answer.validUntil !== undefined) {
      held.set(answer.offerId, { partyId, negotiationId, terms: answer.terms, validUntil: answer.validUntil })
    }
    if (line.heard.move !== 'walk-away') return
    for (const [offerId, offer] of held) if (offer.negotiationId === negotiationId) released.add(offerId)
  }
  for (const line of book.lines) learn(line)

  return {
    parties,
    shown,
    held,
    released,
    said: (partyId, negotiationId) => talks.get(`${partyId} ${negotiationId}`) ?? [],
    done: (partyId, key) => done.get(`${partyId} ${key}`),
    concluded: (partyId, reference) => references.has(`${partyId} ${reference}`),
    takenBy: (offerId) => taken.get(offerId),
    add(line) {
      book.append(line)
      learn(line)
    },
  }
}
