/**
 * pgvector for a server that lacks it, compiled from Debian's source package against Debian's headers; built once, kept
 * in the cache. (The library that newer releases ship is linked against a newer C library and does not load here.)
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { debianMirror, install, privateApt } from './apt.ts'

const VERSION = '0.8.0'
/** Of the upstream archive; older keyrings cannot check the signature of a newer release. */
const SHA256 = '867a2c328d4928a5a9d6f052cd3bc78c7d60228a9b914ad32aa3db88e9de27b0'
const SUITE = 'trixie'

/** The folder with `vector.so` and `extension/`. @throws Error when it cannot be fetched or built */
export function buildPgvector(major: string, cache: string): string {
  const built = join(cache, `pgvector-${VERSION}-postgresql-${major}-${process.arch}`)
  if (existsSync(built)) return built
  process.stderr.write(`Building pgvector ${VERSION} for PostgreSQL ${major} …\n`)
  const missing = ['gcc', 'make'].filter((tool) => !onPath(tool))
  if (missing.length > 0 || !existsSync('/usr/include/stdio.h')) install(['gcc', 'make', 'libc6-dev'])
  const work = mkdtempSync(join(tmpdir(), 'parley-pgvector-'))
  try {
    const headers = unpackHeaders(major, work)
    const source = unpackSource(work)
    compile(source, headers)
    const draft = join(work, 'built')
    mkdirSync(join(draft, 'extension'), { recursive: true })
    cpSync(join(source, 'vector.so'), join(draft, 'vector.so'))
    cpSync(join(source, 'vector.control'), join(draft, 'extension/vector.control'))
    cpSync(join(source, 'sql/vector.sql'), join(draft, `extension/vector--${VERSION}.sql`))
    mkdirSync(cache, { recursive: true })
    const next = `${built}.${process.pid}`
    cpSync(draft, next, { recursive: true })
    renameSync(next, built)
    return built
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The headers alone: installing their package would bring a whole compiler of its own. */
function unpackHeaders(major: string, work: string): string {
  const name = `postgresql-server-dev-${major}`
  const apt = privateApt(join(work, 'binary'), [])
  apt('update')
  apt('download', name)
  const file = readdirSync(join(work, 'binary')).find((f) => f.startsWith(`${name}_`))
  if (file === undefined) throw new Error(`${name} could not be fetched`)
  execFileSync('dpkg', ['-x', join(work, 'binary', file), join(work, 'headers')])
  return join(work, 'headers/usr/include/postgresql', major, 'server')
}

function unpackSource(work: string): string {
  const folder = join(work, 'source')
  const apt = privateApt(folder, [`deb-src [trusted=yes] ${debianMirror()} ${SUITE} main`])
  apt('update')
  apt('source', '--download-only', `pgvector=${VERSION}-1`)
  const archive = join(folder, `pgvector_${VERSION}.orig.tar.gz`)
  const found = createHash('sha256').update(readFileSync(archive)).digest('hex')
  if (found !== SHA256) throw new Error(`the archive of pgvector ${VERSION} has the checksum ${found}, not ${SHA256}`)
  execFileSync('tar', ['xzf', archive, '-C', folder])
  return join(folder, `pgvector-${VERSION}`)
}

/** What its Makefile does with `with_llvm=no OPTFLAGS=""`, without needing the server's own build files. */
function compile(source: string, headers: string): void {
  const files = readdirSync(join(source, 'src')).filter((file) => file.endsWith('.c'))
  execFileSync(
    'gcc',
    [
      ...[
        '-shared',
        '-fPIC',
        '-O2',
        '-ftree-vectorize',
        '-fassociative-math',
        '-fno-signed-zeros',
        '-fno-trapping-math',
      ],
      ...['-fno-strict-aliasing', '-fwrapv', '-w', `-I${headers}`, '-I/usr/include/postgresql', '-D_GNU_SOURCE'],
      ...['-o', 'vector.so', ...files.map((file) => `src/${file}`), '-lm'],
    ],
    { cwd: source, stdio: ['ignore', 'ignore', 'pipe'] },
  )
}

function onPath(tool: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, tool)))
}
