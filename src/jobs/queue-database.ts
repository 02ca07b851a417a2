/**
 * The queue library's port to a database, over our pool or one of its clients.
 *
 * @module
 */
import pg from 'pg'
import type { Db } from 'pg-boss'
import { withoutIdentity } from '../db/identified-pool.ts'
import type { Queryable } from '../db/queryable.ts'

/** Sends what the library asks for; of several statements in one text it wants the rows of all. */
export function queueDatabase(database: Queryable): Db {
  // The library sends several statements in one text; its tables hold ids alone and have no row policies.
  const db = database instanceof pg.Pool ? withoutIdentity(database) : database
  return {
    async executeSql(text, values) {
      const result: unknown = values === undefined ? await db.query(text) : await db.query(text, values)
      const results = (Array.isArray(result) ? result : [result]) as { rows: unknown[] }[]
      return { rows: results.flatMap((one) => one.rows ?? []) }
    },
  }
}
