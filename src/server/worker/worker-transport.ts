/**
 * Deliveries from Workers: their platform reaches the public internet alone, so that a name which points inside leads
 * nowhere; the addresses are looked at all the same.
 *
 * @module
 */
import { resolve4, resolve6 } from 'node:dns/promises'
import { isAddress } from '../../webhooks/address.ts'
import type { WebhookTransport } from '../../webhooks/transport.ts'

export const workerTransport: WebhookTransport = {
  async resolve(host) {
    if (isAddress(host)) return [host]
    const found = await Promise.allSettled([resolve4(host), resolve6(host)])
    return found.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  },

  async post({ url, headers, body, timeoutMs }) {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    await response.body?.cancel()
    return { status: response.status }
  },
}
