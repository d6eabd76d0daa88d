import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { englishFurniture } from '../../test/english-furniture.js'
import { isRead, type Report } from '../model/report.js'
import { takeIn } from './take-in.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const take = (content: string | Uint8Array, name = 'story.txt', sidecar = {}) =>
  takeIn(typeof content === 'string' ? bytesOf(content) : content, name, sidecar, englishFurniture)
const narrative = ({ text, blocks }: Report) =>
  blocks
    .filter(({ kind }) => isRead(kind))
    .map(({ start, end }) => text.slice(start, end).trim())
    .join('\n')
const covers = ({ text, blocks }: Report) => blocks.map(({ start, end }) => text.slice(start, end)).join('') === text

const sentence = 'The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered him to do so.'
const second = 'Its owner, who lives abroad, has announced that he will appeal against the fine, his lawyer told the local radio.'

describe('plain text', () => {
  it('is kept exactly as decoded', async () => {
    const text = `Title of a page about a ship\r\n\r\n${sentence}\t \r\n`
    const report = await take(text)
    expect(report.text).toBe(text)
    expect(covers(report)).toBe(true)
    expect(report.report.mediaType).toBe('text/plain')
  })
  it('states title, author and day in its head lines', async () => {
    const { report } = await take(
      `Freighter held in Valdora against a court's order\nBy Ines Haro and Tom Abel | 3 May 2019\n\n${sentence}\n\n${second}`,
    )
    expect(report).toMatchObject({
      title: "Freighter held in Valdora against a court's order",
      author: 'Ines Haro and Tom Abel',
      published: '2019-05-03',
    })
  })
  it('gives no day where none is stated in its head', async () => {
    const { report } = await take(`Freighter held in Valdora against orders\n\nOn 3 May 2019 the ship came in. ${sentence}`)
    expect(report.published).toBeNull()
  })
  it('states its day in the dateline that its first paragraph opens with', async () => {
    const dayOf = async (opening: string) =>
      (await take(`Freighter held in Valdora against orders\n\n${opening}${sentence}\n\n${second}`)).report.published
    expect(await dayOf('VALDORA, 3 May 2019 (Coast News) - ')).toBe('2019-05-03')
    expect(await dayOf('Port Valdora, May 3, 2019 – ')).toBe('2019-05-03')
    expect((await take(`Freighter held in Valdora\n\nVALDORA, 3 May 2019 (Coast News) - ${sentence}`)).report.published).toBe('2019-05-03')
    expect(await dayOf('VALDORA, 3 May (Coast News) - ')).toBeNull()
    expect(await dayOf('May 3, 2019 – the day of the storm – is not forgotten. ')).toBeNull()
    expect(await dayOf('Tom Abel, 3 May 1949 – 9 June 2019, was her master. ')).toBeNull()
    expect(await dayOf('Abel, born 3 May 1969 – a sailor – is her mate. ')).toBeNull()
  })
  it('yields to its sidecar', async () => {
    const { report } = await take(`Freighter held in Valdora\nBy Ines Haro | 3 May 2019\n\n${sentence}`, 'a.txt', {
      published: '2019-05-04',
      outlet: 'Valdora Mail',
    })
    expect(report).toMatchObject({ published: '2019-05-04', outlet: 'Valdora Mail', author: 'Ines Haro' })
  })
  it('is decoded by its mark, as UTF-8, or by its letters', async () => {
    const text = `Le navire saisi à Valdora était déjà vendu, a déclaré l'armateur à l'agence. Il reste à quai jusqu'à nouvel ordre, après l'arrêté du préfet.`
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer)])
    const latin = Uint8Array.from([...text].map((c) => c.charCodeAt(0)))
    expect((await take(utf16)).text).toBe(text)
    expect((await take(latin)).text).toBe(text)
    expect((await take(bytesOf(`\uFEFF${text}`))).text).toBe(text)
  })
  it('notes NULs, halves of characters and direction overrides, and keeps them', async () => {
    const report = await take(`${sentence}\u0000 \u202Edetrever\u202C`)
    expect(report.notes.map(({ rule }) => rule)).toEqual(['intake/nul', 'intake/direction-override'])
    expect(report.text).toContain('\u202E')
  })
})

describe('refusals say what was given and what to do', () => {
  it.each([
    ['intake/empty', new Uint8Array(), 'empty.txt'],
    ['intake/no-text', bytesOf(' \n\t '), 'blank.txt'],
    ['intake/unknown-format', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'photo.txt'],
    ['intake/unknown-format', Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 31), 'noise.txt'],
    ['intake/unknown-format', zipSync({ 'a.txt': strToU8('x') }), 'papers.docx'],
    ['intake/unreadable', bytesOf('%PDF-1.7\nnot really'), 'broken.pdf'],
  ] as const)('%s (%#)', async (code, bytes, name) => {
    await expect(take(bytes, name)).rejects.toMatchObject({ code, message: expect.stringContaining(name) })
  })
})

describe('content decides over the name', () => {
  it('HTML named .txt is HTML', async () => {
    const report = await take(`<!DOCTYPE html><html><body><p>${sentence}</p></body></html>`, 'page.txt')
    expect(report.report.mediaType).toBe('text/html')
    expect(report.text).toBe(sentence)
  })
  it('text named .html is text', async () => {
    expect((await take(sentence, 'page.html')).report.mediaType).toBe('text/plain')
  })
  it('text that speaks of PDF and HTML is text', async () => {
    expect((await take(`${sentence} It was sent as a PDF and as <b>HTML</b>.`)).report.mediaType).toBe('text/plain')
  })
})

describe('pages of HTML', () => {
  const page = (body: string, head = '') => `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`
  const whole = page(
    `<nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
     <main><article><h1>Freighter held in Valdora</h1><p class="byline">By <a rel="author" href="/h">Ines Haro</a></p>
     <p>${sentence}</p><div class="related-posts"><h3><a href="/x">Bakers march on the town hall</a></h3></div>
     <p>${second}<br>The ship was built in 1981.</p><figure><img src="x"><figcaption>The ship at its berth</figcaption></figure></article>
     <section id="comments"><h2>2 Comments</h2><p>Jo: I have seen this ship every day for a year and it stinks, says everybody.</p></section></main>
     <footer>© 2019 Valdora Mail</footer><script>alert(${JSON.stringify(sentence)})</script>`,
    `<title>Freighter held in Valdora | Valdora Mail</title><meta property="og:site_name" content="Valdora Mail">
     <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Freighter held in Valdora","datePublished":"2019-05-03T08:00:00+02:00","author":[{"@type":"Person","name":"Ines Haro"}]}]}</script>`,
  )
  it('give the story, and keep the rest under its own kinds', async () => {
    const report = await take(whole, 'p.html')
    expect(narrative(report)).toBe(
      ['Freighter held in Valdora', 'By Ines Haro', sentence, second, 'The ship was built in 1981.', 'The ship at its berth'].join('\n'),
    )
    expect(report.blocks.filter(({ kind }) => kind === 'comment').map(({ start, end }) => report.text.slice(start, end))).toHaveLength(2)
    expect(covers(report)).toBe(true)
  })
  it('take the writer from where linked data describes him, and the day of a moment in UTC from the address', async () => {
    const graph = `{"@graph":[{"@type":"NewsArticle","headline":"Freighter held","datePublished":"2019-05-04T02:00:00Z","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ines Haro"}]}`
    const head = `<link rel="canonical" href="https://valdora.example/2019/05/03/ship"><script type="application/ld+json">${graph}</script>`
    const { report, headFrom } = await take(page(`<article><h1>Freighter held</h1><p>${sentence}</p></article>`, head), 'p.html')
    expect(report).toMatchObject({ author: 'Ines Haro', published: '2019-05-03' })
    expect(headFrom).toMatchObject({ author: 'JSON-LD', url: 'the canonical link' })
  })
  it('do not take a writer from the readers’ comments, or a button for one', async () => {
    const comments = `<div id="comments"><div class="comment"><span class="author">Jo Abel</span><p>It stinks.</p></div></div>`
    const { report } = await take(
      page(`<article><h1>Freighter held</h1><p class="author-share"><a>Copy</a></p><p>${sentence}</p></article>${comments}`),
      'p.html',
    )
    expect(report.author).toBeNull()
  })
  it.each([
    ['<p>A guest comment by Ines Haro</p>', '', 'Ines Haro'],
    ['', '<p><b><i>Ines Haro</i></b></p>', 'Ines Haro'],
    ['', '<p>Valdora Harbour</p>', null],
    ['<p>Photo and sketch by Ines Haro</p>', '', null],
    ['<p>Sailors by the hundred</p>', '', null],
  ])('take the writer from a line above or below the story (%s%s)', async (above, below, author) => {
    const { report } = await take(
      page(`<article><h1>Freighter held</h1>${above}<p>${sentence}</p><p>${second}</p>${below}</article>`),
      'p.html',
    )
    expect(report.author).toBe(author)
  })
  it('believe an element marked for the writer more than a tag that sites fill with their owner', async () => {
    const head = '<meta name="author" content="Adria Webworks">'
    const marked = `<article><h1>Freighter held</h1><p>By <a rel="author" href="/h">Ines Haro</a></p><p>${sentence}</p></article>`
    expect((await take(page(marked, head), 'p.html')).report.author).toBe('Ines Haro')
  })
  it('are pages whatever stands before their head, and whatever they are called', async () => {
    const before = `<style>${'p { margin: 0 } '.repeat(200)}</style>`
    const report = await take(
      `${before}<!DOCTYPE html><html><head><title>Freighter held</title></head><body><p>${sentence}</p></body></html>`,
      'saved',
    )
    expect(report.report.mediaType).toBe('text/html')
    expect(report.text).toBe(sentence)
  })
  it('tell what the paywall closes as the story, and a short call in such a box as none', async () => {
    const closed = Array.from({ length: 6 }, (_, i) => `<p>${sentence} ${second} It was day ${i} at the port.</p>`).join('')
    const body = `<article><h1>Freighter held</h1><p>${second}</p><div class="paywall">${closed}</div><div class="paywall"><p>Subscribe to go on reading this.</p></div></article>`
    const report = await take(page(body), 'p.html')
    expect(narrative(report)).toContain('It was day 5 at the port.')
    expect(narrative(report)).not.toContain('Subscribe')
  })
  it('tell a lead that is shown twice once, and a caption that the story repeats does not take its place', async () => {
    const twice = await take(
      page(`<article><h1>Freighter held</h1><p>${sentence}</p><p>${second}</p><p>${sentence}</p></article>`),
      'p.html',
    )
    expect(narrative(twice).split(sentence)).toHaveLength(2)
    const caption = await take(
      page(
        `<article><h1>Freighter held</h1><figure><figcaption>${sentence}</figcaption></figure><p>${sentence}</p><p>${second}</p></article>`,
      ),
      'p.html',
    )
    expect(caption.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(2)
  })
  it('read the story that stands only where browsers without scripts see it', async () => {
    const long = Array.from({ length: 8 }, (_, i) => `<p>${sentence} It was day ${i}.</p>`).join('')
    expect(narrative(await take(page(`<article><h1>Freighter held</h1><noscript>${long}</noscript></article>`), 'p.html'))).toContain(
      'It was day 7.',
    )
    expect(
      (
        await take(
          page(`<article><h1>Freighter held</h1><p>${sentence}</p></article><noscript>Please switch on JavaScript.</noscript>`),
          'p.html',
        )
      ).text,
    ).not.toContain('JavaScript')
  })
  it('give their head from their own fields', async () => {
    const { report } = await take(whole, 'p.html')
    expect(report).toMatchObject({
      title: 'Freighter held in Valdora',
      author: 'Ines Haro',
      published: '2019-05-03',
      outlet: 'Valdora Mail',
      language: 'en',
    })
  })
  it('never give words of scripts, styles, templates or attributes', async () => {
    const report = await take(
      page(`<p onclick="steal()" title="hidden">${sentence}</p><style>p{}</style><template>ghost</template><noscript>ghost</noscript>`),
      'p.html',
    )
    expect(report.text).toBe(sentence)
  })
  it('nested a hundred thousand deep are read, with a note, in a few seconds', async () => {
    const report = await take(page(`${'<div>'.repeat(100_000)}<p>${sentence}</p>${'</div>'.repeat(100_000)}`), 'deep.html')
    expect(report.text).toContain(sentence)
    expect(report.notes.map(({ rule }) => rule)).toContain('intake/deep-nesting')
  }, 10_000)
  it('with broken JSON-LD keep their other fields', async () => {
    const { report } = await take(
      page(`<p>${sentence}</p>`, '<script type="application/ld+json">{oops</script><meta name="author" content="Tom Abel">'),
      'p.html',
    )
    expect(report.author).toBe('Tom Abel')
  })
})

it.each([
  ['titles', 'Some title without a stop\n'],
  ['signed comments', 'Tom Abel 3 May 2019 10:04 I say so too.\n'],
  ['handles', 'tom_1: I say so\n'],
  ['heads of comments', '2 comments\n'],
  ['teasers', `Read AlsoBakers march on the town hallCrew members were given rooms in a hostel near there.\n${sentence}\n`],
  ['days', '3 May 2019\n'],
  ['open quotation marks', '"'],
  ['bars', 'a | '],
])(
  'thirty thousand %s are cut into blocks within seconds',
  async (_, line) => {
    const report = await take(`${sentence}\n${line.repeat(30_000)}`)
    expect(covers(report)).toBe(true)
  },
  10_000,
)

it('one line of 20 MB is read as one paragraph', async () => {
  const report = await take(`${sentence} `.repeat(170_000))
  expect(report.blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
}, 20_000)

it('a Word document gives its headings and text', async () => {
  const paragraph = (text: string, style = '') =>
    `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
  const docx = zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('Freighter held in Valdora')}${paragraph(sentence)}${paragraph(second)}</w:body></w:document>`,
    ),
  })
  const report = await take(docx, 'memo.docx')
  expect(report.report).toMatchObject({ mediaType: expect.stringContaining('wordprocessingml'), title: 'Freighter held in Valdora' })
  expect(report.text).toBe(`Freighter held in Valdora\n${sentence}\n${second}`)
})

describe('mail', () => {
  const headers =
    'From: Valdora Mail <news@mail.example>\r\nSubject: =?utf-8?q?Freighter_held_=E2=80=93_again?=\r\nDate: Fri, 3 May 2019 08:00:00 +0200\r\nMIME-Version: 1.0\r\n'
  it('gives subject, sender, day and text', async () => {
    const report = await take(`${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n${sentence}\r\n`, 'story.eml')
    expect(report.report).toMatchObject({
      mediaType: 'message/rfc822',
      title: 'Freighter held – again',
      author: 'Valdora Mail',
      published: '2019-05-03',
    })
    expect(narrative(report)).toBe(sentence)
  })
  it('gives its HTML where it has no text', async () => {
    const report = await take(`${headers}Content-Type: text/html; charset=utf-8\r\n\r\n<p>${sentence}</p><p>${second}</p>\r\n`, 'story.eml')
    expect(narrative(report)).toBe(`${sentence}\n${second}`)
  })
})
