/**
 * The archive of a migrated, empty embedded database: opening from it takes a second, making one from nothing six. It is
 * kept in node_modules/.cache, named for everything that shapes the schema.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbedded } from '../db/embedded.ts'
import { MIGRATIONS } from '../db/migrations/all.ts'

const ROOT = join(import.meta.dirname, '../..')
const CACHE = join(ROOT, 'node_modules/.cache/parley')

/** The archive, made now where there is none for this schema. */
export async function databaseTemplate(): Promise<Blob> {
  const archive = join(CACHE, `pglite-${await templateHash()}.tar`)
  if (!(await exists(archive))) {
    const template = await openEmbedded({ folder: null })
    const dump = await template.dump()
    await template.close()
    await mkdir(CACHE, { recursive: true })
    await dropUnused()
    const draft = `${archive}.${process.pid}.${crypto.randomUUID()}`
    await writeFile(draft, new Uint8Array(await dump.arrayBuffer()))
    await rename(draft, archive)
  }
  // Read at once: a blob over the file breaks when another run replaces or touches it meanwhile.
  return new Blob([await readFile(archive)])
}

/** Names everything that shapes a migrated database: our migrations, the files that grant and queue, library versions. */
export async function templateHash(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(MIGRATIONS))
  for (const file of [
    'src/db/application-role.ts',
    'src/jobs/queue-schema.ts',
    'node_modules/pg-boss/package.json',
    'node_modules/@electric-sql/pglite/package.json',
  ]) {
    hash.update(await readFile(join(ROOT, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Templates of a schema that is no more. Another run may be on another schema, so that only what is a day old goes. */
async function dropUnused(): Promise<void> {
  const unused = Date.now() - 86_400_000
  for (const file of await readdir(CACHE)) {
    const path = join(CACHE, file)
    const known = file.startsWith('pglite-') ? await stat(path).catch(() => null) : null
    if (known !== null && known.mtimeMs < unused) await rm(path, { force: true })
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
