/**
 * Debian's packages, by the machine's own sources, with the lists in a folder of ours.
 *
 * @module
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Installs packages for good; only root can. @throws Error that says what to install by hand */
export function install(packages: readonly string[]): void {
  const wanted = packages.join(' ')
  if (!existsSync('/usr/bin/apt-get')) throw new Error(`this system has no apt-get; install ${wanted} by hand`)
  if (process.getuid?.() !== 0) throw new Error(`run \`apt-get install ${wanted}\` as root once`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  process.stderr.write(`Installing ${wanted} …\n`)
  const run = (...args: string[]) => execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  run('-qq', 'update')
  run('-qq', 'install', '-y', '--no-install-recommends', ...packages)
}

/** apt with a state of its own, so that the machine's lists stay as they are; without `sources`, the machine's. */
export function privateApt(folder: string, sources: readonly string[]): (...args: string[]) => void {
  for (const part of ['lists/partial', 'archives/partial']) mkdirSync(join(folder, part), { recursive: true })
  const list = join(folder, 'sources.list')
  writeFileSync(list, `${sources.join('\n')}\n`)
  const options = [
    ...(sources.length === 0 ? [] : [`Dir::Etc::sourcelist=${list}`, 'Dir::Etc::sourceparts=/dev/null']),
    `Dir::State::lists=${join(folder, 'lists')}`,
    `Dir::Cache=${folder}`,
    'APT::Sandbox::User=root', // the folder is ours alone
  ].flatMap((option) => ['-o', option])
  return (...args) => {
    execFileSync('apt-get', ['-qq', ...options, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  }
}

/** The address of the Debian mirror this machine uses. */
export function debianMirror(): string {
  const folder = '/etc/apt/sources.list.d'
  const files = [
    '/etc/apt/sources.list',
    ...(existsSync(folder) ? readdirSync(folder).map((f) => join(folder, f)) : []),
  ]
  for (const file of files.filter((f) => existsSync(f))) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const uri = /^(?:deb(?:\s+\[[^\]]*\])?|URIs:)\s+(\S+)/.exec(line)?.[1]
      if (uri !== undefined && /\/debian\/?$/.test(uri)) return uri
    }
  }
  throw new Error('the apt sources name no Debian mirror')
}
