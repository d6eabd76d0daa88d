import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** One input that a careless program would choke on, obey or believe. */
export interface HostileInput {
  readonly name: string
  readonly bytes: Uint8Array
}

const sentence = 'The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered it.'
const prose = `${sentence} Its owner has announced that he will appeal against the fine, his lawyer told the local radio.`
const text = (name: string, content: string): HostileInput => ({ name, bytes: Buffer.from(content, 'utf8') })
const bytes = (name: string, content: Uint8Array): HostileInput => ({ name, bytes: content })
const page = (body: string, head = '') => `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const story = `<article><h1>Freighter held in Valdora</h1><p>${prose}</p><p>${sentence}</p></article>`

/** At least two hundred hostile inputs, the same on every run. `size` makes the large ones larger: 1 in the tests, more in the benchmark. */
export function* hostileInputs(size = 1): Generator<HostileInput> {
  yield* nested(Math.round(20_000 * size))
  yield* longLines(Math.round(1_000_000 * size))
  yield* repeated(Math.round(20_000 * size))
  yield* markup()
  yield* bombs(Math.round(20_000_000 * size))
  yield* entities()
  yield* pdfs()
  yield* encodings()
  yield* signs()
  yield* years()
  yield* mails()
  yield* crawls()
  yield* broken()
  yield* noise()
}

function* nested(depth: number): Generator<HostileInput> {
  for (const tag of [
    'div',
    'b',
    'a',
    'p',
    'blockquote',
    'ul',
    'li',
    'font',
    'section',
    'article',
    'svg',
    'template',
    'button',
    'form',
    'h1',
    'figure',
  ]) {
    yield text(`nested-${tag}.html`, page(`<${tag}>`.repeat(depth) + prose + `</${tag}>`.repeat(depth)))
    yield text(`unclosed-${tag}.html`, page(`<${tag}>`.repeat(depth) + prose))
    yield text(`only-closed-${tag}.html`, page(prose + `</${tag}>`.repeat(depth)))
  }
  yield text('nested-tables.html', page('<table><tr><td>'.repeat(depth / 4) + prose))
  yield text('nested-quotes.md', `${'>'.repeat(depth)} ${prose}`)
  yield text('nested-json.jsonl', `{"url":"https://x.example","text":${'['.repeat(depth)}${']'.repeat(depth)}}`)
}

function* longLines(length: number): Generator<HostileInput> {
  yield text('one-word.txt', 'a'.repeat(length))
  yield text('one-line.txt', `${sentence} `.repeat(length / 110))
  yield text('one-line.md', `# ${'x '.repeat(length / 2)}`)
  yield text('one-line.html', page(`<p>${`${sentence} `.repeat(length / 110)}</p>`))
  yield text('one-attribute.html', page(`<p class="${'x'.repeat(length)}">${prose}</p>`))
  yield text('one-title.html', page(story, `<title>${'t '.repeat(length / 2)}</title>`))
  yield text('spaces.txt', `${prose}${' '.repeat(length)}${prose}`)
  yield text('line-ends.txt', `${prose}${'\n'.repeat(length)}${prose}`)
  yield text('carriage-returns.txt', `${prose}${'\r'.repeat(length / 4)}${prose}`)
  yield text('one-header.eml', `From: a@x.example\r\nMIME-Version: 1.0\r\nSubject: ${'s'.repeat(length)}\r\n\r\n${prose}`)
}

/** What a rule for furniture, names or days looks for, again and again, so that a rule that looks back and forth would take forever. */
function* repeated(count: number): Generator<HostileInput> {
  const pieces = [
    'By ',
    'By Jo Abel, ',
    'Read also: ',
    'Read more ',
    'A. B., ',
    '"',
    '“',
    '(',
    '((((',
    '- ',
    '– ',
    '3 May 2019 ',
    '1.1.2020 ',
    'Reuters, ',
    '(Reuters) - ',
    '@abel ',
    '#tag ',
    'https://x.example/ ',
    'Share ',
    '| ',
    'A'.repeat(50),
    '. ',
    '... ',
    'Comments ',
    'Jo Abel says: ',
    '&',
    '<',
    '* ',
    '> ',
    '_',
    '`',
    '\u0301',
    '…',
    'Ж',
    '你',
  ]
  for (const [index, piece] of pieces.entries()) {
    yield text(`repeated-${index}.txt`, piece.repeat(count))
    if (index % 3 === 0) yield text(`repeated-lines-${index}.txt`, `${prose}\n\n${`${piece}\n`.repeat(count / 4)}`)
  }
}

function* markup(): Generator<HostileInput> {
  const many = 20_000
  yield text(
    'script.html',
    page(`<script>document.write('<p>${prose}</p>')</script>${story}<script src="https://x.example/x.js"></script>`),
  )
  yield text('script-in-title.html', page(story, `<title><script>alert(1)</script>Freighter</title>`))
  yield text('handlers.html', page(`<p onclick="alert(1)" onerror=alert(2)>${prose}</p><img src=x onerror="fetch('https://x.example')">`))
  yield text('style.html', page(`<style>p{display:none} body::before{content:"${sentence}"}</style>${story}`))
  yield text(
    'data-address.html',
    page(`${story}<iframe src="data:text/html,<p>${sentence}</p>"></iframe><img src="data:image/png;base64,${'A'.repeat(100_000)}">`),
  )
  yield text(
    'refresh.html',
    page(story, '<meta http-equiv="refresh" content="0;url=http://169.254.169.254/"><base href="http://127.0.0.1/">'),
  )
  yield text('javascript-link.html', page(`<p><a href="javascript:alert(1)">${prose}</a></p>`))
  yield text('many-attributes.html', page(`<p ${Array.from({ length: many }, (_, i) => `a${i}="${i}"`).join(' ')}>${prose}</p>`))
  yield text('same-attribute.html', page(`<p ${'id="x" '.repeat(many)}>${prose}</p>`))
  yield text('open-comment.html', page(`<!-- ${story}`))
  yield text('many-comments.html', page(`${'<!--'.repeat(many)}${story}`))
  yield text('open-cdata.html', page(`<![CDATA[${story}`))
  yield text('open-quote.html', page(`<p class="x>${story}`))
  yield text('open-tag.html', page(`${story}<p`))
  yield text('open-script.html', page(`${story}<script>${'x'.repeat(100_000)}`))
  yield text('open-textarea.html', page(`<textarea>${story}`))
  yield text('many-bodies.html', `<html>${'<body>'.repeat(many)}${story}`)
  yield text('many-heads.html', `<html>${'<head></head>'.repeat(many)}${story}`)
  yield text('many-titles.html', page(story, '<title>x</title>'.repeat(many)))
  yield text('many-metas.html', page(story, '<meta property="og:title" content="x">'.repeat(many)))
  yield text('many-headings.html', page('<h1>Freighter held in the port of Valdora</h1>'.repeat(many) + story))
  yield text('many-links.html', page(`${'<p><a href="/x">Bakers march on the town hall again</a></p>'.repeat(many)}${story}`))
  yield text('many-breaks.html', page(`<p>${'x<br>'.repeat(many)}</p>${story}`))
  yield text('many-articles.html', page(`<article><h2><a href="/x">Bakers march</a></h2><p>${sentence}</p></article>`.repeat(many / 10)))
  yield text('hidden-story.html', page(`<div hidden>${story}</div><div style="display:none">${story}</div>`))
  yield text('no-body.html', '<html>')
  yield text('frameset.html', '<html><frameset><frame src="x"></frameset></html>')
  yield text(
    'bad-linked-data.html',
    page(
      story,
      `<script type="application/ld+json">{"@type":"NewsArticle","author":{"@id":"a"},"@id":"a","headline":{"a":[${'['.repeat(1000)}</script>`,
    ),
  )
  yield text(
    'circular-linked-data.html',
    page(
      story,
      `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","@id":"a","author":{"@id":"b"}},{"@id":"b","name":{"@id":"a"}}]}</script>`,
    ),
  )
  yield text(
    'proto-linked-data.html',
    page(
      story,
      `<script type="application/ld+json">{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"@type":"NewsArticle","headline":"x"}</script>`,
    ),
  )
}

function* bombs(length: number): Generator<HostileInput> {
  const zeros = new Uint8Array(length)
  yield bytes('bomb.txt.gz', gzipSync(zeros))
  yield bytes('bomb-of-text.txt.gz', gzipSync(Buffer.alloc(length, `${sentence} `)))
  yield bytes('bomb-twice.gz', gzipSync(gzipSync(zeros)))
  yield bytes('bomb.zip', zipSync({ 'a.txt': zeros, 'b.html': zeros }))
  yield bytes('bomb.docx', zipSync({ 'word/document.xml': zeros, '[Content_Types].xml': strToU8('<Types/>') }))
  for (const declared of [0, 1, 0x7fffffff, 0xffffffff]) yield bytes(`lying-${declared}.zip`, lyingZip(declared))
  let zip: Uint8Array = strToU8(prose)
  for (let i = 0; i < 12; i++) zip = zipSync({ [i === 0 ? 'a.txt' : 'a.zip']: zip })
  yield bytes('twelve-deep.zip', zip)
  yield bytes('same-name.zip', sameName(2000))
  yield bytes(
    'up-and-away.zip',
    zipSync({ '../../../etc/passwd.txt': strToU8(prose), '/etc/shadow.txt': strToU8(prose), 'C:\\boot.txt': strToU8(prose) }),
  )
  yield bytes('empty.zip', zipSync({}))
  yield bytes('names.zip', zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`${i}.txt`, strToU8(`${i} ${prose}`)]))))
}

/** A ZIP whose list of contents says that its one file unpacks to `declared` bytes. */
function lyingZip(declared: number): Uint8Array {
  const zip = Buffer.from(zipSync({ 'a.txt': strToU8(prose.repeat(50)) }))
  zip.writeUInt32LE(declared, zip.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24)
  return zip
}

/** A ZIP whose list of contents names one entry again and again: a small file that unpacks without end. */
function sameName(times: number): Uint8Array {
  const zip = Buffer.from(zipSync({ 'a.txt': new Uint8Array(100_000) }))
  const list = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1')
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const tail = Buffer.from(zip.subarray(end))
  tail.writeUInt16LE(times, 8)
  tail.writeUInt16LE(times, 10)
  tail.writeUInt32LE((end - list) * times, 12)
  return Buffer.concat([zip.subarray(0, list), ...Array<Buffer>(times).fill(zip.subarray(list, end)), tail])
}

function* entities(): Generator<HostileInput> {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i === 0 ? '' : i};`.repeat(10)}">`).join('')}]>`
  yield text(
    'laughs.xml',
    `<?xml version="1.0"?>${laughs}<rss version="2.0"><channel><title>&lol9;</title><item><title>&lol9;</title><description>&lol9;</description></item></channel></rss>`,
  )
  yield text('laughs.html', `${laughs}<html><body><p>&lol9; ${prose}</p></body></html>`)
  yield text(
    'laughs.xhtml',
    `<?xml version="1.0"?>${laughs}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>&lol9; ${prose}</p></body></html>`,
  )
  const document = (xml: string) =>
    zipSync({
      '[Content_Types].xml': strToU8(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': strToU8(xml),
    })
  const body = (inner: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`
  const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
  yield bytes('laughs.docx', document(`<?xml version="1.0"?>${laughs}${body(paragraph('&lol9;'))}`))
  yield bytes(
    'outside.docx',
    document(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${body(paragraph('&f;'))}`),
  )
  yield bytes('nested.docx', document(body('<w:p>'.repeat(2000) + paragraph(prose) + '</w:p>'.repeat(2000))))
  yield bytes('many-paragraphs.docx', document(body(paragraph(sentence).repeat(5000))))
  yield bytes('broken.docx', document('<w:document'))
  yield bytes('empty.docx', document(''))
  yield text(
    'outside.xml',
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&f;</description></item></channel></rss>',
  )
  yield text('deep-feed.xml', `<?xml version="1.0"?><rss><channel>${'<item>'.repeat(20_000)}</channel></rss>`)
  yield text('many-entries.xml', `<?xml version="1.0"?><rss><channel>${'<item><title>x</title></item>'.repeat(20_000)}</channel></rss>`)
  yield text(
    'ampersands.html',
    page(`<p>${'&amp;'.repeat(50_000)}${'&#x1F600;'.repeat(10_000)}${'&#0;&#xFFFFFF;&#xD800;'.repeat(1000)}</p>`),
  )
}

function* pdfs(): Generator<HostileInput> {
  const made = (objects: readonly string[], trailer = '') =>
    text(`pdf-${objects.length}-${trailer.length}-${objects.join('').length}.pdf`, pdfOf(objects, trailer))
  const catalog = '<</Type/Catalog/Pages 2 0 R>>'
  yield made([catalog, '<</Type/Pages/Kids[2 0 R]/Count 1>>'])
  yield made([catalog, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>'])
  yield made([catalog, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 3 0 R/Resources 3 0 R>>'])
  yield made([catalog, '<</Type/Pages/Kids[3 0 R 3 0 R 3 0 R]/Count 2147483647>>', '<</Type/Page/Parent 2 0 R>>'])
  yield made([catalog, '<</Type/Pages/Kids[3 0 R]/Count -1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e99 -1e99]>>'])
  yield made([catalog, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/Contents 3 0 R>>'])
  yield made([
    catalog,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
    '<</Length 4 0 R>>stream\nBT (x) Tj ET\nendstream',
  ])
  yield made([
    catalog,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    '<</Length 5>>stream\n/X Do\nendstream',
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 5>>stream\n/X Do\nendstream',
  ])
  yield made(['1 0 R'])
  yield made([catalog, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R>>'], '/Prev 0')
  yield made([catalog, '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R>>'], '/Encrypt 1 0 R')
  yield made([
    `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R>>',
  ])
  yield text('nested-arrays.pdf', pdfOf([`<</Type/Catalog/Pages ${'['.repeat(20_000)}${']'.repeat(20_000)}>>`], ''))
  yield text('only-mark.pdf', '%PDF-1.7')
  yield text('mark-late.pdf', `${'x'.repeat(900)}%PDF-1.4\n%%EOF`)
}

function pdfOf(objects: readonly string[], trailer: string): string {
  let pdf = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj${object}endobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return `${pdf}xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}trailer<</Root 1 0 R/Size ${places.length + 1}${trailer}>>\nstartxref\n${pdf.length}\n%%EOF`
}

function* encodings(): Generator<HostileInput> {
  const words = `Le navire saisi à Valdora était déjà vendu, a déclaré l’armateur. ${prose}`
  for (const charset of [
    'utf-8',
    'utf-16',
    'utf-32',
    'utf-7',
    'windows-1252',
    'shift_jis',
    'gb18030',
    'big5',
    'iso-2022-jp',
    'x-user-defined',
    'nonsense',
    '"><script>',
    '',
  ])
    yield text(`declared-${charset.replace(/\W/g, '')}.html`, page(`<p>${words}</p>`, `<meta charset="${charset}">`))
  const latin = Buffer.from(words, 'latin1')
  yield bytes('latin.txt', latin)
  yield bytes('latin-as-utf8.html', Buffer.from(page(`<p>${words}</p>`, '<meta charset="utf-8">'), 'latin1'))
  yield bytes('utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]))
  yield bytes('utf16-odd.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le'), Buffer.from([0x41])]))
  yield bytes('utf16-unmarked.txt', Buffer.from(words, 'utf16le'))
  yield bytes('utf32.txt', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]))
  yield bytes('two-marks.txt', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), Buffer.from(words)]))
  yield bytes('cut-character.txt', Buffer.from(words).subarray(0, 15))
  yield bytes('overlong.txt', Buffer.concat([Buffer.from(words), Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0xf8, 0x88, 0x80])]))
  yield bytes('only-mark.txt', Buffer.from([0xef, 0xbb, 0xbf]))
}

function* signs(): Generator<HostileInput> {
  const odd: Readonly<Record<string, string>> = {
    nul: '\u0000',
    surrogate: '\uD800',
    override: '\u202E',
    isolate: '\u2066',
    joiner: '\u200D',
    mark: '\uFEFF',
    escape: '\u001b[2J',
    noncharacter: '\uFFFF',
    tag: '\u{E0041}',
    zalgo: 'a\u0300\u0301\u0302'.repeat(30),
  }
  for (const [name, sign] of Object.entries(odd)) {
    yield text(`sign-${name}.txt`, `${sentence}\n\nBy Jo${sign} Abel\n\n${sign.repeat(100)}${prose}`)
    yield text(
      `sign-${name}.html`,
      page(
        `<h1>Freighter${sign} held</h1><p>${sign.repeat(100)}${prose}</p>`,
        `<title>Freighter${sign} held</title><meta name="author" content="Jo${sign} Abel">`,
      ),
    )
  }
  yield text('homoglyphs.txt', `Аbеl (with Cyrillic letters) and Abel spoke. ${prose}`)
}

function* years(): Generator<HostileInput> {
  for (const year of ['0000', '0001', '9999', '10000', '99999999999', '-0044', '1e5', 'NaN', 'Infinity']) {
    yield text(`year-${year}.txt`, `Freighter held in Valdora\nBy Jo Abel | 3 May ${year}\n\n${prose}`)
    yield text(
      `year-${year}.html`,
      page(
        story,
        `<meta property="article:published_time" content="${year}-05-03T08:00:00Z"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${year}-13-45"}</script>`,
      ),
    )
    yield text(
      `year-${year}.jsonl`,
      JSON.stringify({
        url: `https://x.example/${year}/99/99/x`,
        text: prose,
        published: `${year}-05-03`,
        captured: `${year}-99-99T99:99:99Z`,
      }),
    )
  }
}

function* mails(): Generator<HostileInput> {
  const head = 'From: Jo Abel <jo@x.example>\r\nMIME-Version: 1.0\r\nMessage-ID: <1@x.example>\r\n'
  yield text(
    'deep.eml',
    `${Array.from({ length: 300 }, (_, i) => `${i === 0 ? head : ''}Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`).join('')}\r\n${prose}`,
  )
  yield text('forwarded.eml', `${`${head}Content-Type: message/rfc822\r\n\r\n`.repeat(50)}${head}\r\n${prose}`)
  yield text(
    'many-parts.eml',
    `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${`--b\r\nContent-Type: text/plain\r\n\r\n${sentence}\r\n`.repeat(3000)}--b--`,
  )
  yield text(
    'many-files.eml',
    `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${Array.from({ length: 1000 }, (_, i) => `--b\r\nContent-Disposition: attachment; filename="${i}.txt"\r\nContent-Type: text/plain\r\n\r\n${sentence}\r\n`).join('')}--b--`,
  )
  yield text('no-end.eml', `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${prose}`)
  yield text('bad-base64.eml', `${head}Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${'%%%='.repeat(1000)}`)
  yield text('bad-charset.eml', `${head}Content-Type: text/plain; charset=nonsense\r\nSubject: =?nonsense?Q?=FF=FE?=\r\n\r\n${prose}`)
  yield text('script.eml', `${head}Content-Type: text/html\r\n\r\n${page(`<script>alert(1)</script>${story}`)}`)
  yield text('many-headers.eml', `${head}${'X-Y: z\r\n'.repeat(20_000)}\r\n${prose}`)
  yield text(
    'odd-name.eml',
    `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Disposition: attachment; filename="../../x.txt"\r\n\r\n${prose}\r\n--b--`,
  )
  yield text(
    'saved.mhtml',
    `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n${page(story)}`,
  )
}

function* crawls(): Generator<HostileInput> {
  const record = (length: number | string, body: string, http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n') =>
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nWARC-Date: 2019-05-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${http}${body}\r\n\r\n`
  for (const length of [-1, 0, 5, 999_999_999_999, 'x', '']) yield text(`length-${length}.warc`, record(length, page(story)))
  yield text(
    'chunked.warc',
    record(200, 'ZZZ\r\nnot chunked', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n'),
  )
  yield text('pressed.warc', record(200, 'not gzip', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'))
  yield text('no-headers.warc', 'WARC/1.0\r\n\r\n')
  yield bytes('cut.warc.gz', gzipSync(record(300, page(story))).subarray(0, 150))
  yield text(
    'proto.jsonl',
    '{"__proto__":{"polluted":true},"url":"https://x.example","text":"x"}\n{"url":{"toString":1},"text":[]}\n{"url":"x","text":null}',
  )
  yield text('not-lines.jsonl', `{"url":"https://x.example","text":"${prose}"`)
  yield text('numbers.jsonl', `{"url":1e999,"text":"${prose}"}\n{"url":"https://x.example","text":"${prose}","published":1e999}`)
}

/** Good files of each format, cut off at many places. */
function* broken(): Generator<HostileInput> {
  const whole: readonly HostileInput[] = [
    text('cut.html', page(story, '<title>Freighter held</title>')),
    bytes('cut.zip', zipSync({ 'a.txt': strToU8(prose), 'b.html': strToU8(page(story)) })),
    bytes('cut.gz', gzipSync(page(story))),
    text('cut.pdf', pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R>>'], '')),
    text(
      'cut.eml',
      `From: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${page(story)}\r\n--b--`,
    ),
    text(
      'cut.xml',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>V</title><item><title>x</title><description>${prose.repeat(5)}</description></item></channel></rss>`,
    ),
  ]
  for (const { name, bytes: all } of whole)
    for (let tenth = 1; tenth < 10; tenth += 2) yield bytes(`${tenth}-${name}`, all.subarray(0, Math.floor((all.length * tenth) / 10)))
}

/** Bytes without sense behind the marks by which formats are known. */
function* noise(): Generator<HostileInput> {
  let state = 42 // any seed: Numerical Recipes' generator then always gives the same bytes
  const random = (length: number) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
  for (const mark of [
    '',
    '%PDF-1.5\n',
    'PK\x03\x04',
    '\x1f\x8b\x08',
    'WARC/1.0\r\n',
    '<html>',
    '<?xml version="1.0"?><rss>',
    'From: a@x.example\r\nMIME-Version: 1.0\r\n\r\n',
    '\xff\xfe',
    '{"url":"x","text":"',
  ])
    for (const length of [10, 5000])
      yield bytes(`noise-${mark.replace(/\W/g, '')}-${length}.bin`, Buffer.concat([Buffer.from(mark, 'latin1'), random(length)]))
}
