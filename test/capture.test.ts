import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCase, type LogLine, type OpenCase, openCase } from '../src/attest.js'
import { retryAfterMs, Visitor } from '../src/intake/visit.js'
import { waitAfter } from '../src/intake/watch-feed.js'

let folder = ''
let server: Server
let base = ''
let open: OpenCase
/** What the server answers, by path; a test may change it. */
let pages: Record<string, { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string | Buffer }>
let asked: { readonly path: string; readonly ifNoneMatch: string | undefined }[]

const story = (title: string, words: string) =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p></article></body></html>`
const ship = 'The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered it the week before.'
const bakers =
  'Bakers marched on the town hall of Orlen with loaves in their hands, and the mayor promised them cheaper flour by the spring.'

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-capture-'))
  asked = []
  pages = { '/ship': { body: story('Freighter held', ship), headers: { 'x-edition': 'late' } } }
  server = createServer((request, answer) => {
    const path = request.url ?? ''
    asked.push({ path, ifNoneMatch: request.headers['if-none-match'] })
    const { status = 200, headers = {}, body = '' } = pages[path] ?? { status: 404 }
    if (headers.etag !== undefined && headers.etag === request.headers['if-none-match']) return answer.writeHead(304).end()
    return answer.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await createCase(join(folder, 'a.case'))
  open = await openCase(join(folder, 'a.case'))
})
afterEach(async () => {
  await open.close()
  server.close()
  rmSync(folder, { recursive: true })
})

const add = (path: string) => open.add(base + path, { who: 'me', visitor: new Visitor({ allowPrivate: true, pauseMs: 0 }) })
/** The log as it stands on the disk. */
const log = () =>
  readFileSync(join(folder, 'a.case', 'log.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as LogLine).entry)

it('a page taken in from an address keeps status, headers, the way it came and the time', async () => {
  pages['/old'] = { status: 301, headers: { location: '/ship' } }
  expect(await add('/old')).toMatchObject([{ outcome: 'taken' }])
  expect(log()).toMatchObject([
    {
      kind: 'intake',
      sidecar: { url: `${base}/ship` },
      capture: { address: `${base}/old`, final: `${base}/ship`, status: 200, redirects: [`${base}/old`], headers: { 'x-edition': 'late' } },
    },
  ])
})

it.each([
  ['gone', { status: 410 }],
  ['forbidden', { status: 403 }],
  ['unreached', { status: 503 }],
  ['not-what-it-was', { status: 302, headers: { location: '/' } }],
] as const)('%s is an observation of its own in the log, and no report', async (outcome, answer) => {
  pages['/'] = { body: story('Front page', bakers) }
  pages['/lost'] = answer
  expect(await add('/lost')).toMatchObject([{ outcome: 'refused', code: `intake/${outcome}` }])
  expect(log()).toMatchObject([{ kind: 'observation', outcome, address: `${base}/lost` }])
})

it('a page seen again is unchanged, a new version, or not what it was', async () => {
  await add('/ship')
  expect(await add('/ship')).toMatchObject([{ outcome: 'known' }])
  pages['/ship'] = { body: story('Freighter held, owner says', `${ship} Its owner has said that he will appeal against it.`) }
  const first = log()[0]
  expect(await add('/ship')).toMatchObject([{ outcome: 'taken', versionOf: first?.kind === 'intake' ? first.report : '' }])
  pages['/ship'] = { body: story('Bakers march', bakers) }
  expect(await add('/ship')).toMatchObject([{ outcome: 'refused', code: 'intake/not-what-it-was' }])
  expect(log().map((entry) => (entry.kind === 'observation' ? entry.outcome : entry.kind))).toEqual([
    'intake',
    'unchanged',
    'intake',
    'not-what-it-was',
  ])
})

it('a path that robots.txt closes is not asked for', async () => {
  pages['/robots.txt'] = { body: 'User-agent: *\nDisallow: /private/\nAllow: /private/open$\n\nUser-agent: other\nDisallow: /' }
  expect(await add('/private/ship')).toMatchObject([{ outcome: 'refused', code: 'intake/forbidden' }])
  expect(asked.map(({ path }) => path)).toEqual(['/robots.txt'])
  pages['/private/open'] = { body: story('Open', ship) }
  expect(await add('/private/open')).toMatchObject([{ outcome: 'taken' }])
})

it('a host is asked no faster than its pace', async () => {
  const visitor = new Visitor({ allowPrivate: true, pauseMs: 60 })
  const began = Date.now()
  for (let i = 0; i < 3; i++) await visitor.visit(`${base}/ship`)
  expect(Date.now() - began).toBeGreaterThanOrEqual(150) // robots.txt and three pages: three pauses, less a timer's grain
})

it('an answer pressed against our wish is unpacked, and a bomb in it is refused', async () => {
  pages['/pressed'] = { body: gzipSync(story('Pressed', ship)), headers: { 'content-encoding': 'gzip' } }
  pages['/bomb'] = { body: gzipSync(Buffer.alloc(64 * 1024 * 1024)), headers: { 'content-encoding': 'gzip' } }
  expect(await add('/pressed')).toMatchObject([{ outcome: 'taken' }])
  expect(await add('/bomb')).toMatchObject([{ outcome: 'refused', code: 'intake/too-large' }])
})

it('a list of addresses gives each page, and tells of each that is none', async () => {
  pages['/other'] = { body: story('Bakers march', bakers) }
  const list = join(folder, 'list.txt')
  writeFileSync(list, `${base}/ship\n${base}/lost\n${base}/other\n`)
  const taken = await open.add(list, { who: 'me', visitor: new Visitor({ allowPrivate: true, pauseMs: 0 }) })
  expect(taken.map(({ outcome, code }) => code ?? outcome)).toEqual(['taken', 'intake/gone', 'taken'])
})

const feedOf = (...paths: readonly string[]) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Valdora Mail</title>${paths.map((path) => `<entry><title>t</title><link href="${base}${path}"/></entry>`).join('')}</feed>`

it('a watched feed is asked for news only, and each new entry is taken in once', async () => {
  pages['/feed'] = { body: feedOf('/ship'), headers: { etag: '"1"' } }
  pages['/other'] = { body: story('Bakers march', bakers) }
  const polled: number[] = []
  const once = (feeds: readonly string[]) =>
    open.watch(feeds, {
      who: 'me',
      everyMs: 60_000,
      once: true,
      visitor: new Visitor({ allowPrivate: true, pauseMs: 0 }),
      onPolled: ({ taken }) => polled.push(taken.length),
    })
  await once([`${base}/feed`])
  await once([]) // watched before
  pages['/feed'] = { body: feedOf('/other', '/ship'), headers: { etag: '"2"' } }
  await once([])
  expect(polled).toEqual([1, 0, 1])
  expect(asked.filter(({ path }) => path === '/feed').map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([undefined, '"1"', '"1"'])
  expect(asked.filter(({ path }) => path === '/ship')).toHaveLength(1)
})

it('a feed that fails is left alone for longer each time, and as long as it asks', () => {
  const minute = 60_000
  expect([0, 1, 2, 3].map((failures) => waitAfter(failures, 15 * minute, null))).toEqual([15, 30, 60, 120].map((n) => n * minute))
  expect(waitAfter(40, 15 * minute, null)).toBeLessThanOrEqual(24 * 60 * minute)
  expect(waitAfter(0, minute, retryAfterMs('600'))).toBe(10 * minute)
})

it('a scan is kept without text, and read from the text that a person gives for it', async () => {
  const scan = join(folder, 'scan.pdf')
  writeFileSync(scan, emptyPdf)
  const [taken] = await open.add(scan, { who: 'me' })
  const report = taken?.report
  if (report === undefined) throw new Error('the scan was not taken in')
  expect(taken?.message).toContain('no text layer')
  const text = join(folder, 'typed.txt')
  writeFileSync(text, 'Police arrested Jan Novak in Ostrava on 3 May 2021, the prosecutor said.')
  await open.add(text, { who: 'me', textOf: report })
  const { read } = await open.view()
  expect(read.map((one) => one.report.id)).toEqual([report])
  expect(read[0]?.statements.map(({ type }) => type)).toContain('arrest')
  await expect(open.add(text, { who: 'me', textOf: 'sha256:0' })).rejects.toMatchObject({ code: 'record/no-report' })
})

/** One page with nothing on it. */
const emptyPdf = (() => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
  ]
  let pdf = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj${object}endobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return `${pdf}xref\n0 4\n0000000000 65535 f \n${table}trailer<</Root 1 0 R/Size 4>>\nstartxref\n${pdf.length}\n%%EOF`
})()
