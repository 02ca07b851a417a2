/**
 * What is to be delivered, as the delivering job sees it.
 *
 * @module
 */
export interface DueDelivery {
  readonly id: string
  readonly url: string
  /** Null when it was kept under a key that is not configured any more. */
  readonly secret: string | null
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  /** Tries before this one. */
  readonly attempts: number
  readonly createdAt: string
}

/** What a try came to. */
export interface Tried {
  readonly status: 'delivered' | 'pending' | 'dead'
  readonly httpStatus: number | null
  readonly error: string | null
  /** When it is tried again; null when it ended. */
  readonly nextAt: Date | null
  readonly at: Date
}

export interface WebhookOutbox {
  /** Whether anything is due. */
  waits(now: Date): Promise<boolean>
  /** Takes what is due for a minute, so that of several processes one tries it. */
  take(now: Date, limit: number): Promise<readonly DueDelivery[]>
  settle(id: string, tried: Tried): Promise<void>
}
