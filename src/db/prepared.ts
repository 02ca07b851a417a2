/**
 * Statements that a connection plans once: for the few on the path of every turn, whose planning costs more than their
 * running.
 *
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type pg from 'pg'
import type { Queryable } from './queryable.ts'

const PLAN_IS_OLD = '0A000'

const names = new Map<string, string>()

/**
 * The pool, with every statement prepared under a name of its own. Hand it only to parts whose texts are constants: each
 * text stays with each connection.
 */
export function prepared(pool: pg.Pool): Queryable {
  return {
    query: (text, values = []) =>
      pool.query({ name: nameOf(text), text, values }).catch((error: { code?: string }) => {
        // A newer version migrated a table meanwhile; the statement did nothing yet, and planned anew it works.
        if (error.code === PLAN_IS_OLD) return pool.query(text, values)
        throw error
      }),
  }
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  // From the text alone: behind a pooler two processes may share a connection, and must mean the same by a name.
  const name = `parley_${bytesToHex(sha256(utf8ToBytes(text))).slice(0, 24)}`
  names.set(text, name)
  return name
}
