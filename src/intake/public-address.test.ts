import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.js'

describe('an address that may be a published page’s', () => {
  it.each(['8.8.8.8', '151.101.1.1', '2606:4700::1111', '2a00:1450:4001:82a::200e', '::ffff:8.8.8.8'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['this host', '0.0.0.0'],
    ['private', '10.1.2.3'],
    ['private', '172.31.0.1'],
    ['private', '192.168.1.1'],
    ['of a cloud’s metadata', '169.254.169.254'],
    ['carrier-grade', '100.64.0.1'],
    ['for documents', '203.0.113.9'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['loopback', '::1'],
    ['of no host', '::'],
    ['loopback in IPv6', '::ffff:127.0.0.1'],
    ['loopback in IPv6', '::ffff:7f00:1'],
    ['loopback in IPv6, written whole', '0:0:0:0:0:ffff:7f00:1'],
    ['loopback in the old form', '::127.0.0.1'],
    ['loopback behind a translator', '64:ff9b::7f00:1'],
    ['loopback behind a local translator', '64:ff9b:1::7f00:1'],
    ['metadata in 6to4', '2002:a9fe:a9fe::1'],
    ['in Teredo', '2001:0:1::'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['private', 'fd12:3456::1'],
    ['multicast', 'ff02::1'],
    ['for documents', '2001:db8::1'],
    ['no address', 'localhost'],
    ['no address', ''],
  ])('is none that is %s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
