/**
 * Under whose identity statements run. The row policies of the database (`migrations/0016-row-security.ts`) let each
 * identity see and write its own rows alone; without one there are none.
 *
 * @module
 */
import { AsyncLocalStorage } from 'node:async_hooks'

export interface Identity {
  /** A role of a token, or `parley`: the program itself, in jobs and where it counts. */
  readonly role: 'customer' | 'reviewer' | 'duty-agent' | 'operator' | 'service' | 'parley'
  /** Whose rows a customer's identity opens; null for every other role. */
  readonly customerId: string | null
  /** The person or program, as the token names it. */
  readonly subject: string
}

/** The program's own identity: jobs, the sweep, and counts that show nobody's rows. */
export const PARLEY: Identity = { role: 'parley', customerId: null, subject: 'parley' }

const current = new AsyncLocalStorage<Identity>()

/** Runs `work`, and all that it starts, under this identity. */
export function asIdentity<T>(identity: Identity, work: () => T): T {
  return current.run(identity, work)
}

/** Runs `work` as the program acting for one customer: their rows and nobody else's. */
export function asCustomer<T>(customerId: string, work: () => T): T {
  return current.run({ role: 'customer', customerId, subject: customerId }, work)
}

/** Who runs here, or null: then statements find no customer's rows. */
export function currentIdentity(): Identity | null {
  return current.getStore() ?? null
}
