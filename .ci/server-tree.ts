/**
 * The machine's own PostgreSQL, copied aside so that pgvector can be added without touching it.
 *
 * @module
 */
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { install } from './apt.ts'
import { buildPgvector } from './pgvector.ts'

const LIB = '/usr/lib/postgresql'

/**
 * Copies the server into a folder and adds pgvector. It finds its other files relative to its own place, so a copy of
 * the tree is a server of its own.
 *
 * @returns the folder of its programs
 * @throws Error when the machine has no server and none can be installed, or pgvector cannot be built
 */
export function copyServer(folder: string, cache: string): string {
  const major = findMajor() ?? installServer()
  for (const part of [`${LIB}/${major}/bin`, `${LIB}/${major}/lib`, `/usr/share/postgresql/${major}`]) {
    cpSync(part, join(folder, part), {
      recursive: true,
      dereference: true,
      filter: (source) => !['bitcode', 'llvmjit.so', 'man'].includes(basename(source)),
    })
  }
  addPgvector(major, folder, cache)
  return join(folder, LIB, major, 'bin')
}

/** The newest installed server, by its major number. */
function findMajor(): string | undefined {
  if (!existsSync(LIB)) return undefined
  return readdirSync(LIB)
    .filter((major) => Number(major) >= 15 && existsSync(`${LIB}/${major}/bin/postgres`))
    .sort((a, b) => Number(b) - Number(a))[0]
}

function installServer(): string {
  install(['postgresql'])
  const major = findMajor()
  if (major === undefined) throw new Error('this system packages no PostgreSQL 15 or newer')
  return major
}

function addPgvector(major: string, folder: string, cache: string): void {
  const extensions = join(folder, `/usr/share/postgresql/${major}/extension`)
  if (existsSync(join(extensions, 'vector.control'))) return
  const built = buildPgvector(major, cache)
  cpSync(join(built, 'vector.so'), join(folder, LIB, major, 'lib/vector.so'))
  cpSync(join(built, 'extension'), extensions, { recursive: true })
}
