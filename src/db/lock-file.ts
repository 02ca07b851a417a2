/**
 * One process per data folder: two would lose each other's writes without an error.
 *
 * @module
 */
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { ParleyError } from '../../tools/shared/errors.ts'

/** Who holds a lock. The start time tells a living holder from a stranger that got its number later. */
interface Holder {
  readonly pid: number
  readonly started: string
}

/** A crash between taking over and letting go leaves the guard behind; older than this it is nobody's. */
const GUARD_SECONDS = 10

/**
 * Takes the lock file, also one whose holder is dead.
 *
 * @returns lets the lock go
 * @throws ParleyError DATABASE_IN_USE when a living process holds it
 */
export function takeLockFile(path: string): () => void {
  const own: Holder = { pid: process.pid, started: startOf(process.pid) }
  const draft = `${path}.${process.pid}.${crypto.randomUUID()}`
  writeFileSync(draft, JSON.stringify(own))
  try {
    if (!linked(draft, path)) takeOver(path, draft)
  } finally {
    rmSync(draft, { force: true })
  }
  const letGo = () => {
    process.removeListener('exit', letGo)
    const holder = readHolder(path)
    if (holder?.pid === own.pid && holder.started === own.started) rmSync(path, { force: true })
  }
  process.once('exit', letGo)
  return letGo
}

/** Judges and replaces a lock while holding a guard, so that two cannot bury the same dead holder at once. */
function takeOver(path: string, draft: string): void {
  const guard = `${path}.takeover`
  if (!linked(draft, guard)) {
    if (ageSeconds(guard) < GUARD_SECONDS) throw inUse(path, readHolder(path))
    rmSync(guard, { force: true })
    if (!linked(draft, guard)) throw inUse(path, readHolder(path))
  }
  try {
    const holder = readHolder(path)
    if (holder !== null && isAlive(holder)) throw inUse(path, holder)
    const successor = `${draft}.new`
    linkSync(draft, successor)
    renameSync(successor, path)
  } finally {
    rmSync(guard, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null // gone, or torn by a crash: nobody holds it
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return startOf(holder.pid) === holder.started
}

/** When a process began, in ticks since this boot; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}

function ageSeconds(path: string): number {
  try {
    return (Date.now() - statSync(path).mtimeMs) / 1000
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function inUse(path: string, holder: Holder | null): ParleyError {
  const who = holder === null ? 'Another process' : `Process ${holder.pid}`
  return new ParleyError(
    'DATABASE_IN_USE',
    `${who} is using the embedded database (${path}). Stop it first, or give this one another folder or a DATABASE_URL.`,
    { facts: { path, pid: holder?.pid ?? null } },
  )
}
