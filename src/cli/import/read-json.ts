/**
 * A file as JSON, with failures that name the file.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder; name the files in it',
  EACCES: 'may not be read',
}

/** @throws Error that names the file and says what is wrong with it */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path)
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) // some editors begin a file with a byte order mark
  } catch (cause) {
    throw new Error(`${path} is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException
    throw new Error(`${path} ${WHY[code] ?? `cannot be read: ${message}`}`, { cause })
  }
}
