/**
 * PostgreSQL databases for one run: a migrated template, and a copy of it for every stage.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import pg from 'pg'

export interface Scratch {
  /** The owner's URL of a fresh copy. */
  copy(): Promise<string>
  /** Drops everything that was made. */
  drop(): Promise<void>
}

const MIGRATE = new URL('../../src/cli/migrate.ts', import.meta.url).pathname

/** @param server the URL of somebody who may create databases */
export async function scratchDatabases(server: string): Promise<Scratch> {
  const run = crypto.randomUUID().replaceAll('-', '')
  const template = `parley_fire_${run}`
  const made: string[] = [template]
  await onServer(server, `create database ${template} template template0`)
  await migrate(named(server, template))
  return {
    async copy() {
      const name = `${template}_${made.length}`
      made.push(name)
      await onServer(server, `create database ${name} template ${template}`)
      return named(server, name)
    },
    async drop() {
      for (const name of made.reverse()) await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

function migrate(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MIGRATE], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env.PATH, DATABASE_URL: url },
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Migrating ended with ${code}.`))))
  })
}

function named(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
