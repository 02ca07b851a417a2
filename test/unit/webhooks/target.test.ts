/** Where webhooks may go: looked at as a URL, and again with the addresses a resolver gives. */
import { describe, expect, it } from 'vitest'
import { kindOfAddress } from '../../../src/webhooks/address.ts'
import { allowedAddress, targetFaults } from '../../../src/webhooks/target.ts'

const CLOSED = { loopback: false }
const OPEN = { loopback: true }

describe('an address', () => {
  it.each([
    ['10.0.0.1', 'private'],
    ['172.16.5.4', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'metadata, link-local'],
    ['168.63.129.16', 'metadata of a cloud, public by its number'],
    ['100.64.0.1', 'shared, CGNAT'],
    ['100.100.100.200', 'metadata in the shared range'],
    ['0.0.0.0', 'this network'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'benchmarking'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['240.0.0.1', 'reserved'],
    ['::', 'unspecified'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fd00:ec2::254', 'metadata, unique local'],
    ['fc00::1', 'unique local'],
    ['ff02::1', 'multicast'],
    ['::ffff:10.0.0.1', 'IPv4-mapped private'],
    ['::ffff:a9fe:a9fe', 'IPv4-mapped metadata, in hexadecimal'],
    ['64:ff9b::a00:1', 'NAT64 of a private address'],
    ['2002:a00:1::', '6to4 of a private address'],
    ['2001::1', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['not an address', 'nothing'],
  ])('%s is refused: %s', (address) => {
    expect(kindOfAddress(address)).toBe('refused')
  })

  it.each([['127.0.0.1'], ['127.8.9.1'], ['::1'], ['[::1]'], ['::ffff:127.0.0.1']])('%s is loopback', (address) => {
    expect(kindOfAddress(address)).toBe('loopback')
  })

  it.each([['93.184.216.34'], ['1.1.1.1'], ['2606:4700:4700::1111'], ['::ffff:1.1.1.1']])('%s is public', (address) => {
    expect(kindOfAddress(address)).toBe('public')
  })
})

describe('a URL', () => {
  it.each([
    ['http://example.org/hook', 'no TLS'],
    ['ftp://example.org/hook', 'no HTTP'],
    ['https://user:pass@example.org/', 'credentials'],
    ['https://10.0.0.1/hook', 'private'],
    ['https://2130706433/', 'loopback written as one number'],
    ['https://0x7f.1/', 'loopback in hexadecimal'],
    ['https://[::ffff:169.254.169.254]/latest/meta-data', 'mapped metadata'],
    ['https://localhost/', 'this machine'],
    ['https://a.localhost/', 'this machine'],
    ['https://printer.local/', 'the network around'],
    ['https://metadata.google.internal/', 'metadata by name'],
    ['https://intranet/', 'a bare name'],
    ['http://127.0.0.1:9/', 'loopback'],
    ['//example.org', 'no URL'],
  ])('%s is refused: %s', (url) => {
    expect(targetFaults(url, CLOSED)).not.toEqual([])
  })

  it('of the public internet over TLS may be registered', () => {
    expect(targetFaults('https://hooks.example.org:8443/parley?k=1', CLOSED)).toEqual([])
    expect(targetFaults('https://1.1.1.1/hook', CLOSED)).toEqual([])
  })

  it('on this machine may be registered only where tests ask for it, and nothing private even then', () => {
    for (const url of ['http://127.0.0.1:8080/', 'http://localhost:8080/', 'https://[::1]/']) {
      expect(targetFaults(url, OPEN), url).toEqual([])
    }
    expect(targetFaults('http://10.0.0.1/', OPEN)).not.toEqual([])
    expect(targetFaults('http://example.org/', OPEN)).not.toEqual([])
  })
})

describe('resolved addresses', () => {
  const url = new URL('https://hooks.example.org/')

  it('must all be public: one bad one among good ones is enough to refuse', () => {
    expect(allowedAddress(url, ['93.184.216.34'], CLOSED)).toBe('93.184.216.34')
    for (const addresses of [['10.0.0.1'], ['93.184.216.34', '::ffff:10.0.0.1'], ['127.0.0.1'], []]) {
      expect(() => allowedAddress(url, addresses, CLOSED)).toThrow(/webhook/)
    }
  })

  it('do not say which address was refused', () => {
    expect(() => allowedAddress(url, ['10.1.2.3'], CLOSED)).not.toThrow(/10\.1\.2\.3/)
  })

  it('of a public name are not this machine, even where loopback is open', () => {
    expect(() => allowedAddress(url, ['127.0.0.1'], OPEN)).toThrow()
    expect(allowedAddress(new URL('http://localhost:1/'), ['127.0.0.1'], OPEN)).toBe('127.0.0.1')
  })
})
