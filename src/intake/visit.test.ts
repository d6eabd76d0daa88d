import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.js'
import { Visitor } from './visit.js'

const visit = (address: string) => new Visitor({ allowPrivate: true, pauseMs: 0 }).visit(address)

describe('addresses no published page has', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'not an address',
  ])('%s is refused', (address) => expect(isPublicAddress(address)).toBe(false))
  it.each(['93.184.216.34', '2606:2800:220:1::1', '172.32.0.1'])('%s is not', (address) => expect(isPublicAddress(address)).toBe(true))
})

describe('a page at an address', () => {
  let server: Server
  let base = ''
  const asked: string[] = []
  beforeAll(async () => {
    server = createServer((request, answer) => {
      const path = request.url ?? ''
      asked.push(path)
      if (path === '/story.html') return answer.end('<p>Once.</p>')
      if (path === '/moved') return answer.writeHead(302, { location: '/story.html' }).end()
      if (path === '/round') return answer.writeHead(302, { location: '/round' }).end()
      if (path === '/file') return answer.writeHead(302, { location: 'file:///etc/hosts' }).end()
      return answer.writeHead(path === '/gone' ? 410 : path === '/locked' ? 403 : 500).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  it('comes with its final address after a redirect', async () => {
    const page = await visit(`${base}/moved`)
    expect(page).toMatchObject({
      name: 'story.html',
      capture: { address: `${base}/moved`, final: `${base}/story.html`, status: 200, redirects: [`${base}/moved`] },
    })
    expect(new TextDecoder().decode(page.bytes ?? undefined)).toBe('<p>Once.</p>')
    expect(page.capture.at).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:]{8}Z$/)
  })
  it.each([
    ['/gone', 'intake/gone'],
    ['/locked', 'intake/forbidden'],
    ['/broken', 'intake/unreached'],
    ['/round', 'intake/redirect'],
    ['/file', 'intake/redirect'],
  ])('%s is told as %s', (path, code) => expect(visit(base + path)).rejects.toMatchObject({ code }))

  it.each(['127.0.0.1', 'localhost'])('on loopback (%s) is refused before a connection unless allowed', async (host) => {
    asked.length = 0
    await expect(new Visitor({ pauseMs: 0 }).visit(base.replace('127.0.0.1', host))).rejects.toMatchObject({
      code: 'intake/private-address',
    })
    expect(asked).toEqual([])
  })
})
