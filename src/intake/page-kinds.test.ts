import { describe, expect, it } from 'vitest'
import { englishFurniture } from '../../test/english-furniture.js'
import type { BlockKind, Report } from '../model/report.js'
import { takeIn } from './take-in.js'

const one = 'The harbour master of Valdora refused to release the freighter on Monday, although a court had ordered him to do so.'
const two = 'Its owner, who lives abroad, has announced that he will appeal against the fine, his lawyer told the local radio.'
const three = 'The crew of eleven has not been paid since the winter, the seamen’s union said, and lives on what the mission brings.'

const page = (body: string, head = '<title>Freighter held in Valdora</title>') =>
  takeIn(
    new TextEncoder().encode(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`),
    'p.html',
    {},
    englishFurniture,
  )
const textOf = ({ text }: Report, { start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end).trim()
const of = (report: Report, kind: BlockKind) => report.blocks.filter((block) => block.kind === kind).map((block) => textOf(report, block))
const kindOf = (report: Report, words: string) => report.blocks.find((block) => textOf(report, block).includes(words))?.kind

const article = (inside = '') => `<article><h1>Freighter held in Valdora</h1>${inside}<p>${one}</p><p>${two}</p><p>${three}</p></article>`

describe('a forum', () => {
  const post = (number: number, name: string, words: string, joined = '') =>
    `<div class="post" id="p${number}"><dl class="postprofile"><dt><a class="username">${name}</a></dt>${joined}</dl><div class="postbody"><p class="author">by <a class="username">${name}</a> » Thu May 02, 2019 9:14 pm</p><div class="content">${words}</div></div></div>`
  it('tells its first post as the story, and the answers as readers’ words', async () => {
    const report = await page(
      `<h1>Harbour talk</h1>${post(1, 'quaycat', one)}${post(2, 'm_abel', 'They have known it for weeks, everybody at the port says so.')}${post(3, 'jo', `<blockquote>${two}</blockquote>I do not believe that.`)}`,
    )
    expect(kindOf(report, one)).toBe('paragraph')
    expect(kindOf(report, 'known it for weeks')).toBe('comment')
    expect(kindOf(report, two)).toBe('comment')
  })
  it('is not dated by the day on which a member joined', async () => {
    const { report } = await page(`<h2>Freighter held</h2>${post(1, 'quaycat', one, '<dd>Joined: Mon Mar 04, 2013</dd>')}`)
    expect(report.published).toBe('2019-05-02')
  })
  it('is no page whose writers are named in boxes of their own', async () => {
    const report = await page(article('<div class="user-info">Ines Haro</div><div class="user-info">Tom Abel</div>'))
    expect(of(report, 'comment')).toEqual([])
    expect(of(report, 'paragraph')).toEqual([one, two, three])
  })
})

describe('readers’ words', () => {
  it('below a head of comments are comments, whatever their markup is called', async () => {
    for (const head of ['Responses (2)', 'Kommentare', 'Comments'])
      expect(
        of(
          await page(
            `${article()}<div class="q"><h2>${head}</h2><div><p>Tom Abel</p><pre>I have seen the ship, and it was empty all the time.</pre></div></div>`,
          ),
          'comment',
        ),
      ).toHaveLength(3)
  })
  it('keep their kind within the controls and feet that stand among them', async () => {
    const report = await page(
      `${article()}<div id="disqus_thread"><footer>12 likes, reply, share</footer><nav>2 Comments</nav><p>It stinks, says everybody here.</p></div>`,
    )
    expect(of(report, 'comment')).toHaveLength(3)
  })
  it('are not a story filed under the word, nor what stands below the story’s own heading', async () => {
    const filed = await page(`<section class="post-7 post type-post hentry category-news special-comments">${article()}</section>`)
    expect(of(filed, 'paragraph')).toEqual([one, two, three])
    const heading = await page(
      `<article><h1>Freighter held in Valdora</h1><p>${one}</p><h2>Reactions</h2><p>${two}</p><p>${three}</p></article>`,
    )
    expect(of(heading, 'comment')).toEqual([])
  })
})

describe('what stands over a story', () => {
  it.each([
    ['<div class="entry-meta">Posted on 3 May 2019 by Ines Haro</div>', 'Posted on 3 May 2019', 'byline'],
    ['<div>Friday 3 May 2019 | Tom Abel</div>', 'Friday 3 May', 'byline'],
    ['<div>Ines Haro</div><meta name="author" content="Ines Haro">', 'Ines Haro', 'byline'],
    ['<div>Member since 3 May 2019</div>', 'Member since', 'navigation'],
    ['<div>Ports and ships</div>', 'Ports and ships', 'navigation'],
  ] as const)('in %s is told by its words', async (line, words, kind) => {
    expect(
      kindOf(
        await page(`<main><h1>Freighter held in Valdora</h1>${line}<div class="article-body"><p>${one}</p><p>${two}</p></div></main>`),
        words,
      ),
    ).toBe(kind)
  })
  it('is a lead where pictures follow', async () => {
    const report = await page(
      `<h1>Freighter held in Valdora</h1><p>${one}</p><div class="gallery"><figure><figcaption>The crew on the deck of the freighter, on Monday night.</figcaption></figure></div>`,
    )
    expect(kindOf(report, one)).toBe('standfirst')
  })
  it('is its title, where the first heading is the site’s name or there is none of the first rank', async () => {
    const blog = await page(
      `<div class="header"><h1>Harbour diary</h1></div><h3 class="post-title">The night of the plane</h3><div class="post-body"><p>${one}</p><p>${two}</p></div>`,
      '<title>Harbour diary: The night of the plane</title>',
    )
    expect(blog.report.title).toBe('The night of the plane')
    const printed = await page(`<h2>Freighter held again</h2><p>${one}</p><p>${two}</p>`, '<title>Print page</title>')
    expect(of(printed, 'headline')).toEqual(['Freighter held again'])
  })
})

describe('the outlet’s name', () => {
  const titled = (title: string, body: string, more = '') => page(body, `<title>${title}</title>${more}`)
  it('is the one in the page’s title that the page’s head, its copyright or its address bears out', async () => {
    const { report, headFrom } = await titled('Freighter held | Valdora Mail', `<div>Valdora Mail</div>${article()}`)
    expect([report.outlet, headFrom?.outlet]).toEqual(['Valdora Mail', 'the page’s title'])
    expect((await titled('Freighter held - The Beacon', `${article()}<footer>© 2019 The Beacon Ltd</footer>`)).report.outlet).toBe(
      'The Beacon',
    )
    const link = '<link rel="canonical" href="https://www.valdoramail.example/ship">'
    expect((await titled('Valdora Mail: Freighter held'.replace(':', ' |'), article(), link)).report.outlet).toBe('Valdora Mail')
  })
  it('is no section’s name, and nothing that stands in the title alone', async () => {
    expect((await titled('Freighter held | World', `<nav><a>World</a></nav>${article()}`)).report.outlet).toBeNull()
    expect((await titled('Freighter held | What the owner says', article())).report.outlet).toBeNull()
  })
})

it('a writer’s office at the paper is no part of the name', async () => {
  const { report } = await page(
    `<h1>Freighter held in Valdora</h1><div>By JO ABEL, Gazette Staff</div><div class="article"><p>${one}</p><p>${two}</p></div>`,
  )
  expect(report.author).toBe('JO ABEL')
})

describe('the lines of a page', () => {
  it('keep boxes apart that its style sheet sets apart, and the letters of a word together', async () => {
    const report = await page(article('<div><span>Ines Haro</span><span>3 May 2019</span></div><div><a>Ports</a><a>Ships</a></div>'))
    expect(report.text).toContain('Ines Haro 3 May 2019')
    expect(report.text).toContain('Ports Ships')
    expect((await page(`<p><span>T</span><span>HE</span> <b>har</b><i>bour</i> <a>mast</a><a>er</a></p><p>${one}</p>`)).text).toContain(
      'THE harbour master',
    )
  })
  it('hold a table’s row of entries as one, and not a row that lays out the page', async () => {
    const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const register = await page(
      `<h1>Register of the court</h1><table>${row('05/02/2019', '1', 'Report of the arrest, filed by the police.')}${row('05/03/2019', '2', 'Order to release.')}</table>`,
    )
    expect(register.text.split('\n')).toContain('05/02/2019 1 Report of the arrest, filed by the police.')
    const layout = await page(`<table>${row('<a>News</a><br><a>Ports</a>', `<p>${one}</p><p>${two}</p>`)}</table>`)
    expect(layout.text.split('\n')).toEqual(['News', 'Ports', one, two])
  })
  it('that repeat the story’s words as a quotation set apart are a pull quote, others a quotation', async () => {
    const words = 'Its owner, who lives abroad, has announced that he will appeal'
    const report = await page(
      article(`<blockquote>${words}</blockquote><blockquote>We want our wages, and then a ticket home.</blockquote>`),
    )
    expect([of(report, 'pull-quote'), of(report, 'block-quote')]).toEqual([[words], ['We want our wages, and then a ticket home.']])
  })
  it.each([
    'Lire aussi : les boulangers défilent',
    'Das könnte Sie auch interessieren',
    'Leggi anche: Fornai in piazza',
    'اقرأ أيضا: الخبازون',
  ])('that lead to other stories in another language are related: %s', async (line) => {
    const report = await page(
      `<article><h1>Freighter held in Valdora</h1><p>${one}</p><p>${line}</p><p>${two}</p><p>${three}</p></article>`,
    )
    expect(kindOf(report, line)).toBe('related')
  })
})
