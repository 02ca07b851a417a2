/**
 * What happened, read once nobody has anything left to do: by the front door, and from the counterparties' own book.
 *
 * @module
 */
import { persist } from '../stage/persist.ts'
import type { BookEntry, Transcript } from '../transcript.ts'
import { lookAround } from '../world.ts'
import type { Company } from './company.ts'

export async function readBack(company: Company): Promise<Transcript> {
  const { sampled, customer, stage, threadIds, committedWhenSeen, approvedWhenSeen, log, cast } = company
  const world = await lookAround(customer, threadIds)
  const reply = await persist(() => fetch(new URL('/book', stage.marketUrl)))
  const { lines } = (await reply.json()) as { lines: BookEntry[] }
  return {
    sampled,
    ...world,
    committedWhenSeen,
    approvedWhenSeen,
    // A market outlives a play: only what was said to this play's own parties is its own.
    book: lines.filter(({ partyId }) => partyId?.endsWith(`-${sampled.tag}`)),
    log,
    usage: stage.model?.takeUsage() ?? null,
    effort: cast.customer.effort,
  }
}
