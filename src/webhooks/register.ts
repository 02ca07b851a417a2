/**
 * Registering a webhook: checked, with a secret that is shown to whoever registers it and to nobody after that.
 *
 * @module
 */
import type { Clock } from '../../tools/shared/clock.ts'
import { InvalidInput } from '../../tools/shared/errors.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { Webhook, WebhookBook } from '../http/ports/webhook-book.ts'
import { EVENTS_FOR, type WebhookEvent, type WebhookRole } from './events.ts'
import { newSecret } from './signature.ts'
import { type TargetRules, targetFaults } from './target.ts'

export interface Registration {
  readonly url: string
  /** All that the role may hear of when left out. */
  readonly events?: readonly WebhookEvent[] | undefined
  /** The receiver's own secret; made here when left out. */
  readonly secret?: string | undefined
}

/** @throws InvalidInput naming what is wrong with the URL or the events; ParleyError CONFLICT */
export async function registerWebhook(
  parts: { readonly book: WebhookBook; readonly rules: TargetRules; readonly clock: Clock; readonly ids: Ids },
  owner: { readonly role: WebhookRole; readonly subject: string; readonly customerId: string | null },
  { url, events = EVENTS_FOR[owner.role], secret = newSecret() }: Registration,
): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
  const faults = [
    ...targetFaults(url, parts.rules),
    ...events
      .filter((event) => !EVENTS_FOR[owner.role].includes(event))
      .map((event) => ({ path: 'events', reason: `must hold only what your role may hear of, not "${event}"` })),
  ]
  if (faults.length > 0) throw new InvalidInput(faults)
  const webhook: Webhook = {
    id: parts.ids.next('webhook'),
    owner: owner.subject,
    role: owner.role,
    customerId: owner.customerId,
    url: new URL(url).href,
    events: [...new Set(events)],
    createdAt: parts.clock.now().toISOString(),
    pending: 0,
    dead: 0,
    lastError: null,
  }
  await parts.book.add(webhook, secret)
  return { webhook, secret }
}
