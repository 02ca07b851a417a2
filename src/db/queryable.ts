/**
 * The one verb that pools and transaction clients share. Inside a transaction pass its client, never the pool:
 * the embedded database has one connection, and a query on the pool would wait for itself.
 *
 * @module
 */
import type { QueryResult, QueryResultRow } from 'pg'

export interface Queryable {
  query<R extends QueryResultRow = QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<R>>
}
