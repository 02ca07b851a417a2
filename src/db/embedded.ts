/**
 * The embedded database: PostgreSQL in this process, with pgvector, in a folder or in memory.
 *
 * @module
 */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import type pg from 'pg'
import { APPLICATION_ROLE } from './application-role.ts'
import { EmbeddedPool } from './embedded-pool.ts'
import { carryIdentity } from './identified-pool.ts'
import type { Identity } from './identity.ts'
import { takeLockFile } from './lock-file.ts'
import { migrate } from './migrate.ts'

/** What an opening is doing; a first start takes seconds. */
export type EmbeddedProgress = 'creating' | 'opening' | 'migrating' | 'ready'

export interface Embedded {
  readonly pool: pg.Pool
  /** The files of the database as one archive, for a template. */
  dump(): Promise<Blob>
  close(): Promise<void>
}

/**
 * Opens the embedded database and brings its schema up to date.
 *
 * @param options.folder where it lives; null keeps it in memory
 * @param options.from an archive of `dump` to start from
 * @param options.fallback under whose identity statements run where nobody is named; nobody's unless told
 * @throws ParleyError DATABASE_IN_USE when another process has the folder
 */
export async function openEmbedded(options: {
  folder: string | null
  from?: Blob
  acquireTimeoutMs?: number
  fallback?: Identity
  onProgress?: (progress: EmbeddedProgress) => void
}): Promise<Embedded> {
  const { folder, onProgress } = options
  // It holds what people owe: nobody else on this machine reads it.
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const letGo = folder === null ? () => {} : takeLockFile(join(folder, 'lock'))
  try {
    const dataDir = folder === null ? 'memory://' : join(folder, 'database')
    onProgress?.(folder !== null && existsSync(dataDir) ? 'opening' : 'creating')
    const database = await PGlite.create({
      dataDir,
      extensions: { vector },
      ...(options.from === undefined ? {} : { loadDataDir: options.from }),
    })
    try {
      onProgress?.('migrating')
      const admin = new EmbeddedPool(database, { role: null })
      await migrate(admin, { role: APPLICATION_ROLE })
      await admin.end()
    } catch (error) {
      await database.close()
      throw error
    }
    onProgress?.('ready')
    const { acquireTimeoutMs } = options
    const pool = carryIdentity(
      new EmbeddedPool(database, {
        role: APPLICATION_ROLE,
        ...(acquireTimeoutMs === undefined ? {} : { acquireTimeoutMs }),
      }),
      options.fallback ?? null,
    )
    return {
      pool,
      dump: () => database.dumpDataDir('none'),
      async close() {
        if (!pool.ended) await pool.end()
        if (!database.closed) await database.close()
        letGo()
      },
    }
  } catch (error) {
    letGo()
    throw error
  }
}
