/**
 * A note in the data folder that says a server is running, so that commands use it instead of its database.
 *
 * @module
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const noteSchema = z.object({ url: z.url(), pid: z.int().positive(), operatorToken: z.string().nullable() })

/** Where it answers, and the token commands may use (demo tokens only; else null). */
export type RunningServer = z.output<typeof noteSchema>

/** Leaves the note; readable by its owner alone, because it holds a token. */
export async function noteRunning(folder: string, server: RunningServer): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'server.json'), JSON.stringify(server), { mode: 0o600 })
}

/** Takes the note away, unless another process left it. */
export async function noteStopped(folder: string, pid: number): Promise<void> {
  const note = await readNote(folder)
  if (note?.pid === pid) await rm(join(folder, 'server.json'), { force: true })
}

/** The server on this data folder, or null: a note whose process is gone or silent counts for nothing. */
export async function findRunning(folder: string): Promise<RunningServer | null> {
  const note = await readNote(folder)
  if (note === null || !isAlive(note.pid)) return null
  try {
    const reply = await fetch(new URL('/healthz', note.url), { signal: AbortSignal.timeout(2_000) })
    return reply.ok ? note : null
  } catch {
    return null // nobody answers there: the note outlived its server
  }
}

async function readNote(folder: string): Promise<RunningServer | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')))
  } catch {
    return null // no note, or one that cannot be read: the same as none
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
