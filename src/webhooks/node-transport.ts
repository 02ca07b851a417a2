/**
 * Deliveries from Node: the connection goes to the very address that was checked, under the name of the URL.
 *
 * @module
 */
import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { WebhookTransport } from './transport.ts'

export const nodeTransport: WebhookTransport = {
  async resolve(host) {
    const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true, verbatim: true })
    return found.map(({ address }) => address)
  },

  post({ url, address, headers, body, timeoutMs }) {
    const family = isIP(address)
    const open = url.protocol === 'https:' ? requestHttps : requestHttp
    return new Promise((resolve, reject) => {
      const request = open(
        url,
        {
          method: 'POST',
          headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
          agent: false, // a kept connection could lead to another address
          signal: AbortSignal.timeout(timeoutMs),
          // Nobody is asked again: the address is the one that was checked.
          lookup: (_host, options, answer) => {
            if (options.all === true) answer(null, [{ address, family }])
            else answer(null, address, family)
          },
        },
        (response) => {
          response.destroy() // the status is all there is to know
          resolve({ status: response.statusCode ?? 0 })
        },
      )
      request.once('error', reject)
      request.end(body)
    })
  },
}
