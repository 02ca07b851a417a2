/**
 * Rows that other rows need: a customer, a thread.
 *
 * @module
 */
import type pg from 'pg'
import { randomIds } from '../../tools/shared/ids.ts'

export const NOW = new Date('2026-11-22T10:00:00.000Z')

/** A moment so many seconds after the fixed one. */
export function later(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000)
}

export async function seedCustomer(pool: pg.Pool, id = randomIds.next('c')): Promise<string> {
  await pool.query('insert into customers (id, record, updated_at) values ($1, $2, $3) on conflict do nothing', [
    id,
    JSON.stringify({ id, name: 'Anna Beispiel', locale: 'de-DE', currency: 'EUR' }),
    NOW,
  ])
  return id
}

/** A thread of a customer of its own. */
export async function seedThread(pool: pg.Pool): Promise<{ threadId: string; customerId: string }> {
  const customerId = await seedCustomer(pool)
  const threadId = randomIds.next('thread')
  await pool.query('insert into threads (id, customer_id, locale, created_at) values ($1, $2, $3, $4)', [
    threadId,
    customerId,
    'de',
    NOW,
  ])
  return { threadId, customerId }
}
