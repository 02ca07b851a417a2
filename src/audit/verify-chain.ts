/**
 * Recomputes the audit chain from its first entry and says what does not fit, and where. It trusts nothing the
 * database computed: functions and triggers belong to the owner, who is among those it is meant to catch.
 *
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { wordsHash } from '../db/postgres-audit.ts'
import type { Queryable } from '../db/queryable.ts'
import type { PublicKeys } from '../signing/signer.ts'
import type { ChainFault, ChainReport } from './chain-report.ts'
import { type Anchor, checkAnchors, storedAnchors } from './check-anchors.ts'

const FIRST = '0'.repeat(64)
const PAGE = 500

interface LinkRow {
  readonly position: string
  readonly seq: string
  readonly previous: string
  readonly hash: string
  readonly entry: string | null
  readonly content: string
  readonly words_hash: string | null
  readonly salt: string | null
  readonly words: string | null
  readonly erased_later: boolean
}

/** The content as `audit_content` in 0009-audit-chain spells it, without asking that function. */
const LINKS = /* sql */ `
  select l.position, l.seq, l.previous, l.hash, e.seq as entry, e.words_hash, w.salt, w.words,
    jsonb_build_array(e.customer_id, e.actor, e.action, e.subject, e.detail, e.words_hash,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text as content,
    e.words_hash is not null and w.seq is null and exists (
      select from audit_entries later join audit_links erased on erased.seq = later.seq
      where later.customer_id = e.customer_id and later.action = 'customer.erased' and erased.position > l.position
    ) as erased_later
  from audit_links l left join audit_entries e on e.seq = l.seq left join audit_words w on w.seq = l.seq
  where l.position > $1 order by l.position limit $2`

/**
 * @param options.keys the published keys; without them anchors are compared but their signatures are not checked
 * @param options.anchors anchors kept elsewhere, beside those in the database
 */
export async function verifyChain(
  db: Queryable,
  options: { readonly keys?: PublicKeys; readonly anchors?: readonly Anchor[] } = {},
): Promise<ChainReport> {
  const faults: ChainFault[] = []
  const mismatched: LinkRow[] = []
  const anchors = [...(await storedAnchors(db)), ...(options.anchors ?? [])]
  const anchored = new Map<number, string>(anchors.map(({ position }) => [position, '']))
  let last = { position: 0, hash: FIRST }
  let entries = 0
  for (;;) {
    const { rows } = await db.query<LinkRow>(LINKS, [last.position, PAGE])
    for (const row of rows) {
      const position = Number(row.position)
      entries += 1
      if (position !== last.position + 1) {
        faults.push(removed(last.position + 1, position - 1))
      } else if (row.previous !== last.hash) {
        faults.push({ kind: 'reordered', position, because: `entry ${position} does not follow entry ${position - 1}` })
      }
      if (row.entry === null) faults.push(removed(position, position))
      else if (linkHash(row, row) !== row.hash) mismatched.push(row)
      const aboutWords = checkWords(row, position)
      if (aboutWords !== null) faults.push(aboutWords)
      if (anchored.has(position)) anchored.set(position, row.hash)
      last = { position, hash: row.hash }
    }
    if (rows.length < PAGE) break
  }
  faults.push(...explainMismatches(mismatched), ...(await unlinked(db)))
  faults.push(...(await checkAnchors(anchors, { hashes: anchored, last: last.position, keys: options.keys ?? null })))
  return {
    entries,
    head: last.hash,
    anchors: anchors.length,
    faults: faults.toSorted((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity)),
  }
}

type Place = Pick<LinkRow, 'previous' | 'position' | 'seq'>

function linkHash({ previous, position, seq }: Place, { content }: Pick<LinkRow, 'content'>): string {
  return bytesToHex(sha256(utf8ToBytes(`${previous}:${position}:${seq}:${content}`)))
}

function removed(from: number, to: number): ChainFault {
  const because = from === to ? `entry ${from} is missing` : `entries ${from} to ${to} are missing`
  return { kind: 'removed', position: from, because }
}

/** An entry whose content is that of another place was moved; any other was changed. */
function explainMismatches(mismatched: readonly LinkRow[]): readonly ChainFault[] {
  return mismatched.map((row): ChainFault => {
    const position = Number(row.position)
    const home = mismatched.slice(0, 50).find((other) => other !== row && belongsAt(other, row))
    return home === undefined
      ? { kind: 'changed', position, because: `entry ${position} (seq ${row.seq}) is not what was chained` }
      : { kind: 'reordered', position, because: `entry ${position} stands where entry ${home.position} belongs` }
  })
}

/** Whether the entry found at one place was chained at another, with its own number or with that place's. */
function belongsAt(place: LinkRow, row: LinkRow): boolean {
  return [row.seq, place.seq].some((seq) => linkHash({ ...place, seq }, row) === place.hash)
}

function checkWords(row: LinkRow, position: number): ChainFault | null {
  const { words_hash: expected, salt, words } = row
  if (salt === null || words === null) {
    if (expected === null || row.erased_later) return null
    const because = `the words of entry ${position} are gone, and no erasure after it explains that`
    return { kind: 'words-missing', position, because }
  }
  if (expected !== null && wordsHash(salt, words) === expected) return null
  return { kind: 'words-changed', position, because: `the words of entry ${position} are not what was chained` }
}

/** Entries that never went through the door: the link comes with the commit. */
async function unlinked(db: Queryable): Promise<readonly ChainFault[]> {
  const { rows } = await db.query<{ seq: string }>(/* sql */ `
    select seq from audit_entries e where not exists (select from audit_links l where l.seq = e.seq)
    order by seq limit 100`)
  return rows.map(({ seq }) => ({ kind: 'inserted', position: null, because: `entry seq ${seq} is not in the chain` }))
}
