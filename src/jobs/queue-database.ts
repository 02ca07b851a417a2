/**
 * The queue library's port to a database, over our pool or one of its clients.
 *
 * @module
 */
import type { Db } from 'pg-boss'
import type { Queryable } from '../db/queryable.ts'

/** Sends what the library asks for; of several statements in one text it wants the rows of all. */
export function queueDatabase(db: Queryable): Db {
  return {
    async executeSql(text, values) {
      const result: unknown = values === undefined ? await db.query(text) : await db.query(text, values)
      const results = (Array.isArray(result) ? result : [result]) as { rows: unknown[] }[]
      return { rows: results.flatMap((one) => one.rows ?? []) }
    },
  }
}
