import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { AttestError } from '../model/errors.js'

/** IPv4 addresses no published page has: loopback, private, link-local (cloud metadata among them), carrier-grade, for documents and tests, multicast, reserved. */
const unpublished = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  unpublished.addSubnet(net, bits, 'ipv4')

/** The only IPv6 addresses given to published hosts (RFC 4291): everything else is loopback, private, link-local, multicast, or an IPv4 address in another dress, as a translator at the network's edge reads it. */
const published = new BlockList()
published.addSubnet('2000::', 3, 'ipv6')
/** Parts of these that carry an IPv4 address within (Teredo and others, 6to4), or are for documents. */
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  unpublished.addSubnet(net, bits, 'ipv6')

/** Whether an IP address may be a published page's. IPv4 inside IPv6 is judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  const family = isIP(plain)
  if (/^::ffff:/i.test(plain)) return false // mapped, but not in dotted form: nothing published is written so
  if (family === 6 && !published.check(plain, 'ipv6')) return false
  return family !== 0 && !unpublished.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

export const privateAddress = (host: string) =>
  new AttestError(
    'intake/private-address',
    `${host} is a private, loopback or link-local address; nothing was sent to it. Give a public address, or allow private ones with --allow-private`,
  )

/** Looks a name up and refuses before any connection when it leads to an unpublished address. The address checked is the one connected to. */
export const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0)
    const bad = addresses.find(({ address }) => !isPublicAddress(address))
    const first = addresses[0]
    if (bad !== undefined || first === undefined) return callback(privateAddress(host), '', 0)
    return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}
