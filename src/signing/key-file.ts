/**
 * The signing key where the operator configured none: made once and kept in the data folder.
 *
 * @module
 */
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'

const NAME = 'signing-key.json'

/** The private key as JSON. Two processes that start at once end up with one key. @param folder null keeps it in memory */
export async function signingKey(folder: string | null): Promise<string> {
  if (folder === null) return newKey()
  const file = join(folder, NAME)
  const kept = await keptKey(folder)
  if (kept !== null) return kept
  await mkdir(folder, { recursive: true })
  const draft = `${file}.${process.pid}.${crypto.randomUUID()}`
  await writeFile(draft, await newKey(), { mode: 0o600 })
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process was first: its key counts
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(file, 'utf8')
}

/** The key that is there already; null where there is none, and none is made. */
export async function keptKey(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, NAME), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return null
  }
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  return JSON.stringify(await exportJWK(privateKey))
}
