import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { englishFurniture } from '../../test/english-furniture.js'
import { gather, reportsIn } from './gather.js'
import { takeIn } from './take-in.js'

const page = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered it.</p></article></body></html>`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-unpack-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const offline = (path: string) => gather(path, { network: false })

const answer = (address: string, date: string, body: string, type = 'text/html', status = '200 OK') => {
  const http = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nX-Served-By: valdora\r\n\r\n${body}`
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\nWARC-Date: ${date}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`
}
const crawl =
  answer('https://valdora.example/ship', '2019-05-03T10:00:00Z', page('Freighter held')) +
  answer('https://valdora.example/logo.png', '2019-05-03T10:00:01Z', 'PNG', 'image/png') +
  answer('https://valdora.example/lost', '2019-05-03T10:00:02Z', page('Not found'), 'text/html', '404 Not Found') +
  answer('https://valdora.example/ship', '2019-05-04T10:00:00Z', page('Freighter let go'))

describe('a web archive', () => {
  it('gives each page that was answered, with its address, day and headers; captures of one address are versions', async () => {
    const { given, passedOver } = await offline(put('crawl.warc', crawl))
    expect(given.map(({ name, sidecar }) => [name, sidecar])).toEqual([
      ['crawl.warc/https://valdora.example/ship', { url: 'https://valdora.example/ship', captured: '2019-05-03T10:00:00Z' }],
      ['crawl.warc/https://valdora.example/ship', { url: 'https://valdora.example/ship', captured: '2019-05-04T10:00:00Z' }],
    ])
    expect(given[0]?.capture).toMatchObject({ status: 200, headers: { 'x-served-by': 'valdora' } })
    expect(passedOver).toEqual(['crawl.warc/https://valdora.example/lost (answered 404)'])
  })
  it('may be pressed, and stand in a WACZ', async () => {
    const pressed = gzipSync(crawl)
    expect((await offline(put('crawl.warc.gz', pressed))).given).toHaveLength(2)
    const wacz = zipSync({
      'datapackage.json': strToU8('{}'),
      'archive/data.warc.gz': pressed,
      'pages/pages.jsonl': strToU8('{"url":"https://x.example","text":"x"}'),
    })
    expect((await offline(put('crawl.wacz', wacz))).given.map(({ name }) => name)).toEqual(
      Array(2).fill('crawl.wacz/archive/data.warc.gz/https://valdora.example/ship'),
    )
  })
  it('that breaks off gives what came before, and says so', async () => {
    const { given, refused } = await offline(
      put('crawl.warc', `${answer('https://valdora.example/ship', '2019-05-03T10:00:00Z', page('Freighter held'))}WARC/1.0\r\nnonsense`),
    )
    expect(given).toHaveLength(1)
    expect(refused.length).toBeLessThanOrEqual(1)
  })
})

describe('a ZIP', () => {
  it('gives its reports with their sidecars, and those of archives in it', async () => {
    const inner = zipSync({ 'b.txt': strToU8('inner') })
    const zip = zipSync({
      'a.txt': strToU8('one'),
      'a.meta.json': strToU8('{"outlet":"Valdora Mail"}'),
      'photo.png': strToU8('x'),
      'in.zip': inner,
    })
    const { given, passedOver } = await offline(put('all.zip', zip))
    expect(given.map(({ name, sidecar }) => [name, sidecar])).toEqual([
      ['all.zip/a.txt', { outlet: 'Valdora Mail' }],
      ['all.zip/in.zip/b.txt', {}],
    ])
    expect(passedOver).toEqual(['all.zip/photo.png'])
  })
  it('within a ZIP within a ZIP, and so on, is refused at a depth', async () => {
    let zip: Uint8Array = strToU8('deep')
    for (let i = 0; i < 8; i++) zip = zipSync({ [i === 0 ? 'a.txt' : 'a.zip']: zip })
    expect((await offline(put('deep.zip', zip))).refused).toMatchObject([{ code: 'intake/too-deep' }])
  })
  it('that claims to unpack to more than we take is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(1000) })
    const view = Buffer.from(bomb)
    view.writeUInt32LE(0xf0000000, view.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24)
    expect((await offline(put('bomb.zip', view))).refused).toMatchObject([{ code: 'intake/too-large' }])
  })
})

describe('other containers', () => {
  it('a gzip gives the file in it; a bomb does not', async () => {
    expect((await offline(put('story.txt.gz', gzipSync('story')))).given).toMatchObject([{ name: 'story.txt' }])
  })
  it('a crawler’s lines give their pages, each with what the line says of it; a bad line is told by its number', async () => {
    const lines = [
      JSON.stringify({ url: 'https://valdora.example/a', html: page('A'), published: '2019-05-03T08:00:00.000+02:00', crawler: 7 }),
      JSON.stringify({ url: 'https://valdora.example/b', text: 'The ship left.', published: '3 May 2019', outlet: 'Valdora Mail' }),
      '{"url": "https://valdora.example/c"',
      JSON.stringify({ url: 'https://valdora.example/d' }),
    ]
    const { given, refused } = await offline(put('crawl.jsonl', lines.join('\n')))
    expect(given.map(({ sidecar }) => sidecar)).toEqual([
      { url: 'https://valdora.example/a', published: '2019-05-03T08:00:00+02:00' },
      { url: 'https://valdora.example/b', published: '2019-05-03', outlet: 'Valdora Mail' },
    ])
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['crawl.jsonl/line-3', 'intake/bad-line'],
      ['crawl.jsonl/line-4', 'intake/bad-line'],
    ])
  })
  it('a mail gives itself and its attachments, forwarded mails among them', async () => {
    const mail = [
      'From: Jo Abel <jo@valdora.example>',
      'To: desk@valdora.example',
      'Subject: Two accounts',
      'Date: Fri, 3 May 2019 10:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="cut"',
      '',
      '--cut',
      'Content-Type: text/plain',
      '',
      'See what is attached to this mail.',
      '',
      '--cut',
      'Content-Type: text/plain; name="brief.txt"',
      'Content-Disposition: attachment; filename="brief.txt"',
      '',
      'The ship left Valdora on Monday.',
      '',
      '--cut',
      'Content-Type: image/png; name="ship.png"',
      'Content-Disposition: attachment; filename="ship.png"',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '',
      '--cut',
      'Content-Type: message/rfc822',
      '',
      'From: Ines Haro <ines@valdora.example>',
      'Subject: Port closed',
      'MIME-Version: 1.0',
      'Message-ID: <1@valdora.example>',
      'Content-Type: text/plain',
      '',
      'The port is closed, the harbour master said.',
      '',
      '--cut--',
      '',
    ].join('\r\n')
    const { given, passedOver } = await offline(put('two.eml', mail))
    expect(given.map(({ name }) => name)).toEqual(['two.eml', 'two.eml/brief.txt', expect.stringMatching(/^two\.eml\/.*\.eml$/)])
    expect(passedOver).toEqual(['two.eml/ship.png'])
    const texts = await Promise.all(given.map(async ({ bytes, name }) => (await takeIn(bytes, name, {}, englishFurniture)).text.trim()))
    expect(texts).toEqual([
      'See what is attached to this mail.',
      'The ship left Valdora on Monday.',
      'The port is closed, the harbour master said.',
    ])
  })
  it('a feed read without the network gives the entries that bring their text', async () => {
    const text = `<p>${'The freighter lay at its berth in Valdora for the third day. '.repeat(10)}</p>`
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Valdora Mail</title>
      <item><title>Freighter held</title><link>https://valdora.example/ship</link><pubDate>Fri, 03 May 2019 08:00:00 GMT</pubDate><content:encoded><![CDATA[${text}]]></content:encoded></item>
      <item><title>Short</title><link>https://valdora.example/short</link><description>A line.</description></item></channel></rss>`
    const { given, passedOver } = await offline(put('feed.xml', feed))
    expect(given.map(({ sidecar }) => sidecar)).toEqual([
      { url: 'https://valdora.example/ship', title: 'Freighter held', published: '2019-05-03', outlet: 'Valdora Mail' },
    ])
    expect(passedOver).toEqual(['feed.xml/entry-2 (https://valdora.example/short)'])
  })
  it('a list of addresses is refused where the network is not to be used', async () => {
    const list = put('list.txt', '# mine\nhttps://valdora.example/a\nhttps://valdora.example/b\n')
    expect((await offline(list)).refused).toMatchObject([{ code: 'intake/addresses' }])
    expect((await offline(put('prose.txt', 'See https://valdora.example/a\nfor the story.'))).given).toHaveLength(1)
  })
  it('a page saved as MHTML is one report with the address it was saved from, without its frames', async () => {
    const saved = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://valdora.example/ship',
      'Subject: Freighter held',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----cut"',
      '',
      '------cut',
      'Content-Type: text/html',
      'Content-Location: https://valdora.example/ship',
      '',
      page('Freighter held in Valdora'),
      '',
      '------cut',
      'Content-Type: text/html',
      'Content-Location: cid:frame',
      '',
      '<p>Buy a boat today.</p>',
      '',
      '------cut--',
      '',
    ].join('\r\n')
    const { given } = await offline(put('page.mhtml', saved))
    expect(given).toHaveLength(1)
    const { report, text } = await takeIn(given[0]?.bytes ?? new Uint8Array(), 'page.mhtml', {}, englishFurniture)
    expect(report).toMatchObject({
      url: 'https://valdora.example/ship',
      title: 'Freighter held in Valdora',
      mediaType: 'multipart/related',
    })
    expect(text).not.toContain('boat')
  })
  it('a saved page’s own folder is part of it, and no reports', async () => {
    put('Ship.html', page('Freighter held'))
    put('Ship_files/frame.html', page('Buy a boat'))
    put('Shipping/other.html', page('Other'))
    expect((await offline(folder)).given.map(({ name }) => name)).toEqual(['Ship.html', 'Shipping/other.html'])
  })
  it('parts are met one by one: the first comes before the last is opened', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) =>
      JSON.stringify({ url: `https://valdora.example/${i}`, text: `Ship ${i} came in.` }),
    ).join('\n')
    for await (const found of reportsIn(put('many.ndjson', lines), { network: false })) {
      expect(found).toMatchObject({ kind: 'given', name: 'many.ndjson/line-1' })
      break
    }
  })
})
