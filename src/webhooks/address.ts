/**
 * Which network addresses a webhook may be sent to: those of the public internet, and loopback where a test asks for it.
 *
 * @module
 */
import ipaddr from 'ipaddr.js'

/** Services that clouds offer to their own machines at addresses which look public. */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16'])

export type AddressKind = 'public' | 'loopback' | 'refused'

/**
 * Private, link-local, shared (CGNAT), reserved, multicast and metadata addresses are refused, also when they are written
 * as an IPv6 address that carries an IPv4 one.
 *
 * @param address as a resolver gives it; brackets of a URL are taken off
 */
export function kindOfAddress(address: string): AddressKind {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return 'refused'
  const parsed = ipaddr.process(bare) // an IPv4-mapped address is what it maps to
  if (METADATA.has(parsed.toString())) return 'refused'
  const range = parsed.range()
  if (range === 'loopback') return 'loopback'
  // "unicast" is what no special range claims; addresses that carry another one (6to4, NAT64, Teredo) have ranges of their own.
  return range === 'unicast' ? 'public' : 'refused'
}

/** Whether a host is written as an address and not as a name. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(host.replace(/^\[|\]$/g, ''))
}
