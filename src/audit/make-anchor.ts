/**
 * The daily anchor: the newest hash of the chain, signed, once a day.
 *
 * @module
 */

import type { Clock } from '../../tools/shared/clock.ts'
import { today } from '../../tools/shared/clock.ts'
import type { Queryable } from '../db/queryable.ts'
import type { Signer } from '../signing/signer.ts'
import type { Anchor } from './check-anchors.ts'

/**
 * Signs the head of the chain if that was not done today; null when it was, or when the chain is empty. An anchor is
 * worth most outside the database: `npm run audit -- anchor` prints it.
 */
export async function makeAnchor(parts: {
  readonly db: Queryable
  readonly signer: Signer
  readonly clock: Clock
}): Promise<Anchor | null> {
  const { db, signer, clock } = parts
  const day = today(clock)
  const { rows } = await db.query<{ position: string; hash: string }>(
    /* sql */ `
      select position, hash from audit_links where not exists (select from audit_anchors where day = $1)
      order by position desc limit 1`,
    [day],
  )
  const head = rows[0]
  if (head === undefined) return null
  const position = Number(head.position)
  const madeAt = clock.now().toISOString()
  const jws = await signer.sign({ type: 'audit-anchor', day, position, hash: head.hash, madeAt })
  const { rowCount } = await db.query(
    /* sql */ `
      insert into audit_anchors (day, position, hash, jws, made_at) values ($1, $2, $3, $4, $5)
      on conflict (day) do nothing`,
    [day, position, head.hash, jws, madeAt],
  )
  return rowCount === 1 ? { day, position, hash: head.hash, jws } : null
}
