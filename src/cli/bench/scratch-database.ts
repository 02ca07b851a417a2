/**
 * A PostgreSQL database for one measurement, dropped afterwards.
 *
 * @module
 */
import pg from 'pg'

/** Hands `work` the owner's URL of an empty database. */
export async function withScratchDatabase<T>(server: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `parley_bench_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template0`)
  try {
    const url = new URL(server)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await onServer(server, `drop database if exists ${name} with (force)`)
  }
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
