/**
 * How much a customer may have under way at once: more would be nobody's wish, and would keep counterparties busy.
 *
 * @module
 */
import { ParleyError } from '../../tools/shared/errors.ts'
import type { Queryable } from './queryable.ts'

export interface OpenWorkLimits {
  readonly tasks: number
  readonly negotiations: number
}

/**
 * Refuses one more task with `more` negotiations where the customer has too many open. In the transaction that adds them:
 * the customer's row is locked, so that two at once do not both find room.
 *
 * @throws ParleyError TOO_MUCH_OPEN saying what to end first
 */
export async function requireRoom(
  client: Queryable,
  customerId: string,
  { limits, more }: { readonly limits: OpenWorkLimits; readonly more: number },
): Promise<void> {
  await client.query('select from customers where id = $1 for update', [customerId])
  const { rows } = await client.query<{ tasks: number; negotiations: number }>(
    /* sql */ `
      select
        (select count(*)::int from tasks where customer_id = $1
          and status in ('negotiating', 'awaiting-approval', 'executing', 'needs-human')) as tasks,
        (select count(*)::int from negotiations where customer_id = $1 and status = 'open') as negotiations`,
    [customerId],
  )
  const { tasks = 0, negotiations = 0 } = rows[0] ?? {}
  const open = { openTasks: tasks, openNegotiations: negotiations, limits }
  if (tasks + 1 > limits.tasks) {
    throw new ParleyError(
      'TOO_MUCH_OPEN',
      `${tasks} tasks are open, as many as may be at once. Wait until one has ended, or revoke its mandate.`,
      { facts: open },
    )
  }
  if (negotiations + more > limits.negotiations) {
    throw new ParleyError(
      'TOO_MUCH_OPEN',
      `${negotiations} negotiations are open and this would add ${more}; at most ${limits.negotiations} may be at once. Wait until some have ended, revoke a mandate, or name fewer counterparties.`,
      { facts: open },
    )
  }
}
