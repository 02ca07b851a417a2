/**
 * What the services are made of.
 *
 * @module
 */
import type { Clock } from '../../tools/shared/clock.ts'
import type { Ids } from '../../tools/shared/ids.ts'
import type { Config } from '../config/env.ts'
import type { Secrets } from '../config/secrets.ts'
import type { Database } from '../db/database.ts'
import type { Assets } from '../http/ports/assets.ts'
import type { Authenticator } from '../http/principal.ts'
import type { Log } from '../log.ts'
import type { WebhookTransport } from '../webhooks/transport.ts'

/** Tests hand in other parts. */
export interface Parts {
  readonly config: Config
  readonly secrets: Secrets
  readonly database: Pick<Database, 'pool' | 'kind'>
  /** The sandbox market, where there is one. */
  readonly marketUrl: string | null
  /** Real counterparties, as the JSON an operator gave. */
  readonly counterparties: string | null
  readonly authenticator: Authenticator
  /** How webhooks leave this machine. */
  readonly webhookTransport: WebhookTransport
  readonly assets: Assets
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** The services end with one request (Workers), so that nothing is taken in advance for the next. */
  readonly isShortLived?: true
  /** How long counterparties are waited for, where it is not as usual: whoever plays them all need not wait for minutes. */
  readonly patience?: Patience
}

export interface Patience {
  /** Milliseconds until an answer counts as lost. */
  readonly answerMs: number
  /** Seconds before an unreachable counterparty is tried again; its length is how often. */
  readonly retryAfterSeconds: readonly number[]
}

/** How the channels of counterparties wait. */
export const waitingOf = ({ patience }: Parts) =>
  patience === undefined ? {} : { timeoutMs: patience.answerMs, retryAfterMs: [100] }
