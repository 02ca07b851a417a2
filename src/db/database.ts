/**
 * An open database, whichever way it was opened.
 *
 * @module
 */
import type pg from 'pg'

export interface Database {
  readonly kind: 'pglite' | 'postgres'
  /** Connected as the application's role. */
  readonly pool: pg.Pool
  close(): Promise<void>
}
