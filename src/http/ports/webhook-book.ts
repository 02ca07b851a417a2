/**
 * Webhooks as their owners see them. A secret goes in and never comes out.
 *
 * @module
 */
import type { WebhookEvent, WebhookRole } from '../../webhooks/events.ts'

export interface Webhook {
  readonly id: string
  readonly owner: string
  readonly role: WebhookRole
  /** Whose events it hears of; null for staff, who hear of everybody's. */
  readonly customerId: string | null
  readonly url: string
  readonly events: readonly WebhookEvent[]
  readonly createdAt: string
  /** Deliveries that wait for a try, and those that were given up. */
  readonly pending: number
  readonly dead: number
  readonly lastError: string | null
}

export interface WebhookDelivery {
  /** `webhook-id`: the same on every try. */
  readonly id: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly status: 'pending' | 'delivered' | 'dead'
  readonly attempts: number
  /** When it is tried next; null once it has ended, or when it is due at once. */
  readonly nextAt: string | null
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly createdAt: string
  readonly endedAt: string | null
}

/** Whose webhooks: a customer's, one person's of the staff, or everybody's. */
export type WebhookOwner =
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'person'; readonly role: WebhookRole; readonly subject: string }
  | { readonly kind: 'everybody' }

export interface WebhookBook {
  /** @throws ParleyError CONFLICT when this owner has one for this URL, or too many */
  add(webhook: Omit<Webhook, 'pending' | 'dead' | 'lastError'>, secret: string): Promise<void>
  list(owner: WebhookOwner): Promise<readonly Webhook[]>
  get(id: string, owner: WebhookOwner): Promise<Webhook | null>
  /** With its secret and all that was to be delivered; false when there is none. */
  remove(id: string, owner: WebhookOwner): Promise<boolean>
  /** Newest first. */
  deliveries(id: string, limit: number): Promise<readonly WebhookDelivery[]>
}
