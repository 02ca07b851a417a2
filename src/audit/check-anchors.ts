/**
 * Anchors against the chain: what was signed on a day must still stand where it stood.
 *
 * @module
 */
import { z } from 'zod'
import type { Queryable } from '../db/queryable.ts'
import { type PublicKeys, verifyDocument } from '../signing/signer.ts'
import type { ChainFault } from './chain-report.ts'

/** What a day's anchor signs. */
export const anchorSchema = z.strictObject({
  type: z.literal('audit-anchor'),
  day: z.iso.date(),
  position: z.int().positive(),
  hash: z.string().length(64),
  madeAt: z.iso.datetime(),
})

export interface Anchor {
  readonly day: string
  readonly position: number
  readonly hash: string
  readonly jws: string
}

export async function storedAnchors(db: Queryable): Promise<readonly Anchor[]> {
  const { rows } = await db.query<{ day: string; position: string; hash: string; jws: string }>(
    'select day::text, position, hash, jws from audit_anchors order by day',
  )
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

/** @param chain.hashes the chain's hash at each anchored position, empty where the chain has none */
export async function checkAnchors(
  anchors: readonly Anchor[],
  chain: {
    readonly hashes: ReadonlyMap<number, string>
    readonly last: number
    readonly keys: PublicKeys | null
  },
): Promise<readonly ChainFault[]> {
  const faults: ChainFault[] = []
  for (const anchor of anchors) {
    const { day, position } = anchor
    const fault = (kind: ChainFault['kind'], because: string) => faults.push({ kind, position, because })
    const forged = chain.keys === null ? null : await forgery(anchor, chain.keys)
    if (forged !== null) fault('anchor', `the anchor of ${day} ${forged}`)
    else if (position > chain.last) {
      fault('removed', `the chain ends at entry ${chain.last}; on ${day} it had ${position} (signed)`)
    } else if (chain.hashes.get(position) !== anchor.hash) {
      fault('changed', `entry ${position} is not the one signed on ${day}; the chain up to it was written anew`)
    }
  }
  return faults
}

async function forgery(anchor: Anchor, keys: PublicKeys): Promise<string | null> {
  const payload = await verifyDocument(anchor.jws, keys).catch(() => null)
  if (payload === null) return 'has no valid signature'
  const signed = anchorSchema.safeParse(payload)
  const { day, position, hash } = anchor
  const same =
    signed.success && signed.data.day === day && signed.data.position === position && signed.data.hash === hash
  return same ? null : 'does not say what was signed'
}
