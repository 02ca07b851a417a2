/**
 * Whether a webhook may be sent to a URL: looked at when it is registered, and again with its resolved addresses before
 * each delivery, because names can be made to point elsewhere.
 *
 * @module
 */
import { type Fault, ParleyError } from '../../tools/shared/errors.ts'
import { isAddress, kindOfAddress } from './address.ts'

export interface TargetRules {
  /** For tests and development on this machine: loopback, and plain HTTP to it. */
  readonly loopback: boolean
}

/** Names that mean this machine or the network around it, whatever a resolver says. */
const INSIDE = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|onion)$/i

/** What is wrong with a URL before anybody looked its name up; empty when it may be registered. */
export function targetFaults(text: string, rules: TargetRules): readonly Fault[] {
  const fault = (reason: string): readonly Fault[] => [{ path: 'url', reason }]
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || text.length > 2000) return fault('must be a URL of at most 2000 characters')
  if (url.username !== '' || url.password !== '') return fault('must carry no user name or password')
  const local = isLocal(url)
  if (local && !rules.loopback) return fault('must be reachable from the public internet')
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) return fault('must begin with https://')
  if (local) return []
  const host = url.hostname.replace(/\.$/, '')
  if (isAddress(host)) {
    return kindOfAddress(host) === 'public' ? [] : fault('must not be a private, local or reserved address')
  }
  return INSIDE.test(host) || !host.includes('.') ? fault('must name a host of the public internet') : []
}

/**
 * The address to connect to. Every address of the name must be allowed, so that a resolver cannot mix a good one with a
 * bad one.
 *
 * @throws ParleyError NOT_PERMITTED when one is not
 */
export function allowedAddress(url: URL, addresses: readonly string[], rules: TargetRules): string {
  const [first] = addresses
  if (first === undefined) throw new ParleyError('NOT_PERMITTED', 'The name of the webhook has no address.')
  for (const address of addresses) {
    const kind = kindOfAddress(address)
    if (kind === 'public' || (kind === 'loopback' && rules.loopback && isLocal(url))) continue
    // Which address is not said: the answer must be no map of the network it was asked from.
    throw new ParleyError('NOT_PERMITTED', 'The name of the webhook points to a private, local or reserved address.')
  }
  return first
}

function isLocal({ hostname }: URL): boolean {
  if (/(?:^|\.)localhost\.?$/i.test(hostname)) return true
  return isAddress(hostname) && kindOfAddress(hostname) === 'loopback'
}
