/**
 * Every row belongs to a customer: what is another's is answered like what does not exist.
 *
 * @module
 */
import type { Context } from 'hono'
import type { Thread } from '../../agents/thread-store.ts'
import type { Mandate } from '../../tools/mandates/mandate.ts'
import type { Task } from '../../tools/negotiation/negotiation-ledger.ts'
import { ParleyError } from '../../tools/shared/errors.ts'
import type { AppEnv } from './app-env.ts'
import type { Door } from './door.ts'
import type { Principal } from './principal.ts'

/** The customer whose token this is. @throws ParleyError FORBIDDEN for other roles */
export function customerOf(c: Context<AppEnv>): string {
  const { customerId } = c.get('principal')
  if (customerId === null) throw new ParleyError('FORBIDDEN', 'This is for the customer alone.')
  return customerId
}

/** @throws ParleyError NOT_FOUND when there is none, or it is another's */
export function found<T>(value: T | null | undefined, what: string, id: string): T {
  if (value === null || value === undefined) throw new ParleyError('NOT_FOUND', `There is no ${what} ${id}.`)
  return value
}

/** The value when this principal may see it: a customer only their own, everybody else whom the route let in. */
export function ownOrStaff<T>(principal: Principal, value: T | null, customerIdOf: (value: T) => string): T | null {
  if (value === null) return null
  return principal.role !== 'customer' || customerIdOf(value) === principal.customerId ? value : null
}

export async function ownThread(door: Door, customerId: string, id: string): Promise<Thread> {
  const thread = await door.threads.get(id)
  return found(thread?.customerId === customerId ? thread : null, 'thread', id)
}

export async function ownMandate(door: Door, customerId: string, id: string): Promise<Mandate> {
  const mandate = await door.mandates.get(id)
  return found(mandate?.customerId === customerId ? mandate : null, 'mandate', id)
}

export async function ownTask(door: Door, customerId: string, id: string): Promise<Task> {
  const task = await door.negotiations.task(id)
  return found(task?.customerId === customerId ? task : null, 'task', id)
}
