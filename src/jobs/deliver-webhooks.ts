/**
 * Delivers what webhooks wait for. The outbox holds the truth: the job may run at any time, any number of times.
 *
 * @module
 */
import type { Clock } from '../../tools/shared/clock.ts'
import { type DeliverParts, tryDelivery } from '../webhooks/deliver.ts'
import type { WebhookOutbox } from '../webhooks/outbox.ts'

/** Tries at the same moment: one receiver that hangs holds up as many, and no more. */
const AT_ONCE = 8
/** A job ends after so many rounds; the sweep queues the next one. */
const ROUNDS = 20

export function deliverWebhooks(parts: DeliverParts & { readonly outbox: WebhookOutbox; readonly clock: Clock }) {
  const { outbox, clock } = parts
  return async (): Promise<void> => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const due = await outbox.take(clock.now(), AT_ONCE)
      if (due.length === 0) return
      await Promise.all(
        due.map(async (delivery) => outbox.settle(delivery.id, await tryDelivery(parts, delivery, clock.now()))),
      )
    }
  }
}
