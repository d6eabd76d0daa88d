import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { AttestError } from '../model/errors.js'

/** A page as received, with the address it finally came from. */
export interface FetchedPage {
  readonly name: string
  readonly url: string
  readonly captured: string
  readonly bytes: Uint8Array
}

/** A page larger than this is refused: the largest news page in our samples has 1.5 MB, and a researcher's PDF may be ten times that. */
const largestBytes = 32 * 1024 * 1024
/** A server that says nothing for so long is not going to. */
const silenceMs = 20_000
/** Browsers stop at 20; a newspaper's page takes at most three. */
const mostRedirects = 5

/** Addresses no published page has: loopback, private, link-local (cloud metadata among them), carrier-grade, multicast, reserved. */
const unpublished = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  unpublished.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  unpublished.addSubnet(net, bits, 'ipv6')

/** Whether an IP address may be a published page's. IPv4 inside IPv6 is judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  const family = isIP(plain)
  if (/^::ffff:/i.test(plain)) return false // mapped, but not in dotted form: nothing published is written so
  return family !== 0 && !unpublished.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

const refused = (host: string) =>
  new AttestError(
    'intake/private-address',
    `${host} is a private, loopback or link-local address; nothing was sent to it. Give a public address, or allow private ones with --allow-private`,
  )

/** Looks a name up and refuses before any connection when it leads to an unpublished address. The address checked is the one connected to. */
const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0)
    const bad = addresses.find(({ address }) => !isPublicAddress(address))
    const first = addresses[0]
    if (bad !== undefined || first === undefined) return callback(refused(host), '', 0)
    return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}

/** The bytes at an http(s) address, followed through redirects. Never reaches unpublished addresses unless allowed. Runs no script. */
export async function fetchPage(address: string, allowPrivate: boolean): Promise<FetchedPage> {
  let at = new URL(address)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const answer = await ask(at, allowPrivate)
    if (answer.location === null) {
      const name = decodeURIComponent(at.pathname.split('/').filter(Boolean).at(-1) ?? at.hostname)
      return { name, url: at.href, captured: `${new Date().toISOString().slice(0, 19)}Z`, bytes: answer.bytes }
    }
    at = new URL(answer.location, at)
    if (at.protocol !== 'http:' && at.protocol !== 'https:')
      throw new AttestError('intake/redirect', `${address} leads to ${at.href}, which is not a page on the web`)
  }
  throw new AttestError('intake/redirect', `${address} was sent on more than ${mostRedirects} times; give the address it should end at`)
}

function ask(at: URL, allowPrivate: boolean): Promise<{ location: string | null; bytes: Uint8Array }> {
  const host = at.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.reject(refused(host))
  const request = at.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const unreached = (why: string) =>
      reject(
        new AttestError(
          'intake/unreached',
          `${at.href} could not be reached: ${why}. That does not mean that the page is gone; try again later`,
        ),
      )
    const call = request(
      at,
      {
        headers: { 'user-agent': 'attest', accept: '*/*', 'accept-encoding': 'identity' },
        ...(allowPrivate ? {} : { lookup: publicLookup }),
      },
      (answer) => {
        const status = answer.statusCode ?? 0
        if (status >= 300 && status < 400 && answer.headers.location !== undefined) {
          answer.resume()
          return resolve({ location: answer.headers.location, bytes: new Uint8Array() })
        }
        if (status !== 200) {
          answer.resume()
          if (status === 404 || status === 410)
            return reject(new AttestError('intake/gone', `${at.href} answers ${status}: the page is gone`))
          if (status === 401 || status === 403)
            return reject(new AttestError('intake/forbidden', `${at.href} answers ${status}: the page may not be read from here`))
          return unreached(`it answers ${status}`)
        }
        const parts: Buffer[] = []
        let size = 0
        answer.on('data', (part: Buffer) => {
          size += part.length
          if (size > largestBytes)
            call.destroy(
              new AttestError('intake/too-large', `${at.href} is larger than ${largestBytes} bytes; save it as a file and cut it`),
            )
          else parts.push(part)
        })
        answer.on('end', () => resolve({ location: null, bytes: Buffer.concat(parts) }))
        answer.on('error', (error) => unreached(error.message))
      },
    )
    call.setTimeout(silenceMs, () => call.destroy(new Error(`no answer within ${silenceMs / 1000} s`)))
    call.on('error', (error) => (error instanceof AttestError ? reject(error) : unreached(error.message)))
    call.end()
  })
}
