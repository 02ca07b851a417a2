/**
 * The secret of demo tokens: kept in the data folder, so that links still work after a restart and programs beside the
 * server can make one.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Reads it, or makes it on the first time; null as the folder keeps it in memory alone. */
export async function demoSecret(folder: string | null): Promise<Uint8Array> {
  if (folder === null) return randomBytes(32)
  const file = join(folder, 'demo-secret')
  const kept = await read(file)
  if (kept !== null) return kept
  const secret = randomBytes(32)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(file, secret.toString('base64'), { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await read(file)) ?? secret // somebody else was first; theirs is the one that counts
  }
}

async function read(file: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(Buffer.from(await readFile(file, 'utf8'), 'base64'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return null
  }
}
