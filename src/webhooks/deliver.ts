/**
 * One try of one delivery, and when the next one is.
 *
 * @module
 */
import { ParleyError } from '../../tools/shared/errors.ts'
import type { DueDelivery, Tried } from './outbox.ts'
import { signedHeaders } from './signature.ts'
import { allowedAddress, type TargetRules, targetFaults } from './target.ts'
import type { WebhookTransport } from './transport.ts'

/** Seconds from one try to the next; after the last one a delivery is dead. About two days in all. */
export const RETRY_AFTER_SECONDS: readonly number[] = [5, 30, 120, 600, 3_600, 14_400, 43_200, 86_400]
const TIMEOUT_MS = 10_000

export interface DeliverParts {
  readonly transport: WebhookTransport
  readonly rules: TargetRules
}

/** Never throws: whatever goes wrong is what the try came to. */
export async function tryDelivery(
  { transport, rules }: DeliverParts,
  delivery: DueDelivery,
  now: Date,
): Promise<Tried> {
  const { id, type, createdAt: timestamp, data } = delivery
  try {
    const [fault] = targetFaults(delivery.url, rules)
    if (fault !== undefined) throw new ParleyError('NOT_PERMITTED', `The URL ${fault.reason}.`)
    // Unsigned is not sent: a receiver that checks nothing would take anybody's word.
    if (delivery.secret === null) throw new ParleyError('CONFIG_INVALID', 'The secret of this webhook cannot be read.')
    const url = new URL(delivery.url)
    const address = allowedAddress(url, await transport.resolve(url.hostname), rules)
    const body = JSON.stringify({ type, timestamp, data })
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Parley-Webhooks/1',
      ...(await signedHeaders(delivery.secret, { id, at: now, body })),
    }
    const { status } = await transport.post({ url, address, headers, body, timeoutMs: TIMEOUT_MS })
    if (status >= 200 && status < 300) {
      return { status: 'delivered', httpStatus: status, error: null, nextAt: null, at: now }
    }
    const because =
      status >= 300 && status < 400 ? `answered ${status}; redirects are not followed` : `answered ${status}`
    return again(delivery, now, because, status)
  } catch (error) {
    return again(delivery, now, words(error), null)
  }
}

function again(delivery: DueDelivery, now: Date, error: string, httpStatus: number | null): Tried {
  const seconds = RETRY_AFTER_SECONDS[delivery.attempts]
  // "Gone" is the receiver's own word that nobody is there any more.
  if (seconds === undefined || httpStatus === 410) return { status: 'dead', httpStatus, error, nextAt: null, at: now }
  return { status: 'pending', httpStatus, error, nextAt: new Date(now.getTime() + seconds * 1000), at: now }
}

/** A short reason without addresses: what stands here is shown to whoever registered the webhook. */
function words(error: unknown): string {
  if (error instanceof ParleyError) return error.message
  const { name = '', code = '' } = (error ?? {}) as { name?: string; code?: string }
  if (name === 'TimeoutError' || name === 'AbortError') return 'no answer in time'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the name cannot be looked up'
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'nobody answers there'
  if (/CERT|TLS|SSL/.test(code)) return 'its certificate is not valid'
  return 'the connection failed'
}
