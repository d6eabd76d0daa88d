import type { FurnitureWords } from '../model/words/furniture.js'
import { calendarOf, dayIn } from './day-in.js'
import type { OwnHead } from './take-in.js'

/** What of a parsed page its head is read from. */
export interface PageDocument {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null; readonly textContent: string | null }>
}

type Values = readonly string[]

/** What a page says of itself in its own fields: JSON-LD first, then OpenGraph, Dublin Core and other meta tags, then marked elements. */
export function pageHead(document: PageDocument, { calendar, markup }: Pick<FurnitureWords, 'calendar' | 'markup'>): OwnHead {
  const about = articleData(document)
  const meta = metaTags(document)
  const language = first([...attributes(document, 'html', 'lang'), ...meta('og:locale', 'content-language', 'language', 'dc.language')])
    ?.toLowerCase()
    .split(/[-_,]/)[0]
  const own = calendarOf(language ?? 'en')
  // In the page's own language first, then in the pack's: many pages in other languages state their day in English.
  const days = (values: Values) => values.map((value) => dayIn(value, own) ?? dayIn(value, calendar)).filter((day) => day !== null)
  const titles = texts(document, 'title')
  const headings = texts(document, 'h1, h2').map((heading) => heading.replace(/\s+/gu, ' ').trim())
  // The heading that the title repeats is the story's; a first heading alone may be the site's name.
  const repeated = headings
    .filter((heading) => heading.length >= shortestTitle && titles.some((title) => title.replace(/\s+/gu, ' ').includes(heading)))
    .sort((a, b) => b.length - a.length)
  const head = {
    title: first(
      [
        ...strings(about.headline),
        ...meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title').map(withoutSiteName),
        ...repeated,
        ...texts(document, 'h1'),
        ...titles.map(withoutSiteName),
      ].map(decoded),
    ),
    author: first(
      [
        ...names(about.author),
        ...meta('author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'byl'),
        ...texts(
          document,
          '[itemprop="author"] [itemprop="name"], [itemprop="author"], [itemprop="creator"], [rel="author"], .author-name, .byline-name, .p-author, .byline a, .author a, .byline, .author, .vcard .fn, [class*="author-name"], [class*="autor"], [class*="byline"], [class*="Author"] a, a[href*="/author/"], a[href*="/autor/"]',
        ),
      ]
        .map((value) => personIn(value, markup.by))
        .filter((name) => name !== ''),
    ),
    published: first([
      ...days(strings(about.datePublished)),
      ...days(
        meta(
          'article:published_time',
          'og:published_time',
          'datepublished',
          'dc.date.issued',
          'dcterms.created',
          'dcterms.date',
          'dc.date',
          'dc.date.created',
          'date',
          'pubdate',
          'publish-date',
          'publishdate',
          'publication_date',
          'sailthru.date',
          'parsely-pub-date',
          'article.published',
          'cxenseparse:recs:publishtime',
          'originalpublicationdate',
        ),
      ),
      ...days(attributes(document, '[itemprop="datePublished"]', 'content', 'datetime')),
      ...days(attributes(document, 'time[pubdate], article time[datetime], time[datetime]', 'datetime')),
      ...days(texts(document, 'time, [itemprop="datePublished"], .published, .entry-date, .post-date, .date, .dateline, .pubdate')),
    ]),
    outlet: first([...meta('og:site_name'), ...names(about.publisher), ...meta('application-name', 'dc.publisher')]),
    url: first([...attributes(document, 'link[rel="canonical"]', 'href'), ...meta('og:url')].filter((url) => /^https?:\/\//i.test(url))),
    language: language !== undefined && /^[a-z]{2,3}$/.test(language) ? language : undefined,
  }
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined && value !== ''))
}

const first = (values: Values): string | undefined =>
  values.map((value) => value.replace(/\s+/gu, ' ').trim()).find((value) => value !== '')

const texts = (document: PageDocument, selector: string): Values =>
  [...document.querySelectorAll(selector)].map((node) => node.textContent ?? '')

function attributes(document: PageDocument, selector: string, ...attribute: readonly string[]): Values {
  return [...document.querySelectorAll(selector)].flatMap((node) => attribute.flatMap((name) => node.getAttribute(name) ?? []))
}

/** The contents of meta tags by name or property, whatever their case, in the order asked. */
function metaTags(document: PageDocument): (...asked: readonly string[]) => Values {
  const found = new Map<string, string[]>()
  for (const node of document.querySelectorAll('meta')) {
    const content = node.getAttribute('content')
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = node.getAttribute(attribute)?.toLowerCase()
      if (key !== undefined && content !== null) found.set(key, [...(found.get(key) ?? []), content])
    }
  }
  return (...asked) => asked.flatMap((key) => found.get(key) ?? [])
}

type Data = Readonly<Record<string, unknown>>
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Schema.org types that describe the page's own story. */
const articleTypes = /(?:Article|Posting|Report|NewsItem)$/

/** The JSON-LD object of the page's article; empty where there is none. Data that is no JSON is passed over: pages carry much of it. */
function articleData(document: PageDocument): Data {
  const found = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((node) => {
    try {
      return flattened(JSON.parse((node.textContent ?? '').replace(/^\s*(?:<!\[CDATA\[|\/\/<!\[CDATA\[)|(?:\/\/)?\]\]>\s*$/g, '')), 0)
    } catch {
      return [] // broken data in a page is no reason to refuse the page
    }
  })
  return found.find((data) => strings(data['@type']).some((type) => articleTypes.test(type))) ?? {}
}

/** Objects stand alone, in lists and in @graph; three levels hold all of them. */
function flattened(value: unknown, depth: number): readonly Data[] {
  if (depth > 3) return []
  if (Array.isArray(value)) return value.flatMap((inner: unknown) => flattened(inner, depth + 1))
  if (!isData(value)) return []
  return [value, ...flattened(value['@graph'], depth + 1), ...flattened(value.mainEntity, depth + 1)]
}

function strings(value: unknown): Values {
  if (typeof value === 'string') return [decoded(value)]
  return Array.isArray(value) ? value.flatMap((inner: unknown) => (typeof inner === 'string' ? [decoded(inner)] : [])) : []
}

/** The names of persons or bodies, joined when there are several. */
function names(value: unknown): Values {
  const each = (Array.isArray(value) ? value : [value]).flatMap((inner: unknown) => (isData(inner) ? strings(inner.name) : strings(inner)))
  return each.length === 0 ? [] : [each.join(', ')]
}

/** A title shorter than this may stand in another by chance. */
const shortestTitle = 10

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' }
/** Text whose characters were written as HTML entities once too often, as many content systems do in their meta tags. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|quot|apos|lt|gt|nbsp));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
    },
  )
}

/** "Title | Site" and "Title - Site" without the site: the longest part, when what is cut is short. */
function withoutSiteName(title: string): string {
  const parts = title.split(/\s+[|»–—]\s+|\s+-\s+/u)
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  const cutFrom = title.indexOf(longest)
  return parts.length > 1 && cutFrom === 0 && longest.split(/\s+/).length >= 3 ? longest : title
}

/** The person a field names: no address, no "By", no date behind the name. */
function personIn(value: string, by: readonly string[]): string {
  const name = decoded(value)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(new RegExp(`^(?:${by.join('|')})(?![\\p{L}])[\\s:]*`, 'iu'), '')
    .split(/\s[|•·–-]\s|\s\d/u)[0]
    ?.replace(/[\s,;:|]+$/u, '')
  const words = name?.split(' ').length ?? 0
  return name === undefined || /^https?:|@|^www\.|^\/|^admin$/i.test(name) || words > 12 ? '' : name
}
