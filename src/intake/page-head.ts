import type { HeadFrom } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { calendarOf, type DayWords, dayIn } from './day-in.js'
import { classesAroundLink, type HeadElements, hasClassPart, headElements, isClassed, isWithin, partsAroundLink } from './head-elements.js'
import type { PageNode, ParsedPage } from './parse-html.js'
import type { OwnHead } from './take-in.js'

type Values = readonly string[]

/** Values for one field, with the place in the page they come from; places stand in order of trust. */
type Told = readonly (readonly [place: string, values: Values])[]

/** What a page says of itself, and for each field which place in the page says so. */
export interface PageHead {
  readonly head: OwnHead
  readonly headFrom: HeadFrom
  /** Whether the moment of publication is told in UTC, so that the day where the outlet is may be another. */
  readonly toldInUtc: boolean
}

/** What a page says of itself in its own fields: JSON-LD first, then OpenGraph, Dublin Core and other meta tags, then marked elements. */
export function pageHead(parsed: ParsedPage, { calendar, markup }: Pick<FurnitureWords, 'calendar' | 'markup'>): PageHead {
  const page = headElements(parsed)
  const { article, whole } = linkedData(page)
  const meta = metaTags(page)
  const language = first([...attributes(page.named('html'), 'lang'), ...meta('og:locale', 'content-language', 'language', 'dc.language')])
    ?.toLowerCase()
    .split(/[-_,]/)[0]
  const days = dayReader(language, calendar)
  const outlet = firstTold([
    ['OpenGraph', meta('og:site_name')],
    ['JSON-LD', names(article.publisher)],
    ['meta tags', meta('application-name', 'dc.publisher')],
  ])
  const url = firstTold([
    [
      'the canonical link',
      attributes(
        page.named('link').filter((link) => link.getAttribute('rel') === 'canonical'),
        'href',
      ).filter(isWebAddress),
    ],
    ['OpenGraph', meta('og:url').filter(isWebAddress)],
  ])
  const told = {
    title: firstTold(titles(page, article, meta)),
    author: author(page, authors(page, article, whole, meta, days), outlet?.value, markup.by, days),
    published: firstTold(publishedDays(page, article, whole, meta, days)),
    outlet,
    url,
    language: language !== undefined && /^[a-z]{2,3}$/.test(language) ? { value: language, place: 'the page’s lang attribute' } : undefined,
  }
  const known = Object.entries(told).flatMap(([field, found]) => (found === undefined ? [] : [[field, found] as const]))
  return {
    toldInUtc: [...strings(article.datePublished), ...meta('article:published_time')].some((moment) => /T.*(?:Z|\+00:?00)$/.test(moment)),
    head: Object.fromEntries(known.map(([field, { value }]) => [field, value])),
    headFrom: Object.fromEntries(known.map(([field, { place }]) => [field, place])),
  }
}

const isWebAddress = (url: string) => /^https?:\/\//i.test(url)

interface Found {
  readonly value: string
  readonly place: string
}

function firstTold(told: Told): Found | undefined {
  for (const [place, values] of told) {
    const value = first(values)
    if (value !== undefined) return { value, place }
  }
  return undefined
}

/** Languages in which a page that names none may write its day: those of most pages on the web, in whose calendars no name stands for two months. */
const likelyLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

type DayReader = (values: Values) => Values

/** Reads days in the page's own language first, then in the pack's: many pages in other languages state their day in English. */
function dayReader(language: string | undefined, pack: DayWords): DayReader {
  const calendars = [...(language === undefined ? likelyLanguages : [language]).map(calendarOf), pack]
  return (values) => values.flatMap((value) => calendars.map((calendar) => dayIn(value, calendar)).find((day) => day !== null) ?? [])
}

function titles(page: HeadElements, article: Data, meta: Meta): Told {
  const own = texts(page.named('title'))
  const headings = texts(page.named('h1', 'h2')).map((heading) => heading.replace(/\s+/gu, ' ').trim())
  // The heading that the title repeats is the story's; a first heading alone may be the site's name.
  const repeated = headings
    .filter((heading) => heading.length >= shortestTitle && own.some((title) => title.replace(/\s+/gu, ' ').includes(heading)))
    .sort((a, b) => b.length - a.length)
  return [
    ['JSON-LD', strings(article.headline)],
    ['meta tags', meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title').map(withoutSiteName).map(decoded)],
    ['an element marked as the title', texts(page.marked.filter((element) => isClassed(element, ...titleClasses))).map(decoded)],
    ['the heading that the page’s title repeats', repeated.map(decoded)],
    ['the first heading', texts(page.named('h1')).map(decoded)],
    ['the page’s title', own.map(withoutSiteName).map(decoded)],
  ]
}

/** Classes by which blogs and newspapers mark the story's title: a page's first heading may be the site's name. */
const titleClasses = ['entry-title', 'post-title', 'article-title', 'story-title'] as const

/** A mark by which a page says that an element holds the writer's name. */
interface WriterMark {
  readonly name: string
  readonly holds: (element: PageNode) => boolean
}

const itemprop = (element: PageNode) => element.getAttribute('itemprop')
const href = (element: PageNode) => (element.nodeName === 'a' ? element.getAttribute('href') : null) ?? ''

/** Marks of a standard, the surest first. A page's order of elements says nothing of that. */
const sureMarks: readonly WriterMark[] = [
  {
    name: 'as the name within itemprop author',
    holds: (element) => itemprop(element) === 'name' && isWithin(element, (up) => itemprop(up) === 'author'),
  },
  { name: 'itemprop author', holds: (element) => itemprop(element) === 'author' || itemprop(element) === 'creator' },
  { name: 'rel author', holds: (element) => element.getAttribute('rel') === 'author' },
]
/** Marks of habit. */
const writerMarks: readonly WriterMark[] = [
  {
    name: 'as the writer’s name',
    holds: (element) =>
      isClassed(element, 'author-name', 'byline-name', 'p-author') ||
      (isClassed(element, 'fn') && isWithin(element, (up) => isClassed(up, 'vcard'))),
  },
  {
    name: 'as a link in the byline',
    holds: (element) => element.nodeName === 'a' && isWithin(element, (up) => isClassed(up, ...classesAroundLink)),
  },
  { name: 'as the byline', holds: (element) => isClassed(element, 'byline', 'author') },
  { name: 'as a link to a writer’s page', holds: (element) => /\/(?:author|autor|authors)\//.test(href(element)) },
]
/** Elements whose class only contains such a word: buttons and labels are called so too, and a name there is believed when it looks like one. */
const looseMark: WriterMark = {
  name: 'with a class that speaks of a writer',
  holds: (element) =>
    hasClassPart(element, 'author-name', 'autor', 'Autor', 'uthor', 'yline', 'contributor', 'writer', 'reporter', 'journalist') ||
    (element.nodeName === 'a' && isWithin(element, (up) => hasClassPart(up, ...partsAroundLink))),
}

/** Names of two words or more, each with a capital, or joined by small words. */
const fullName = /^\p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Ll}{1,3} |& )?\p{Lu}[\p{L}.'’-]*){1,9}$/u

function authors(page: HeadElements, article: Data, whole: Data, meta: Meta, days: DayReader): Told {
  return [
    ['JSON-LD', names(article.author)],
    ['JSON-LD of the page', names(whole.author)],
    ['meta tags', meta('article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'byl')],
    ['the card for social networks', labelled(meta)],
    ...sureMarks.map((mark) => writersIn(page, mark, days)),
    // Sites put their owner or designer there as often as the page's writer.
    ['meta tags', meta('author')],
  ]
}

/** Texts of marked elements that may be a writer's name; of one that holds the day as well, its parts. Readers' comments mark their writers alike, and are left out. */
function writersIn({ marked }: HeadElements, { name, holds }: WriterMark, days: DayReader): Told[number] {
  const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim()
  const values = marked
    .filter((element) => holds(element) && !isWithin(element, isReadersPart))
    .flatMap((element) => {
      const whole = tidy(element.textContent)
      return whole.length <= longestWriter && days([element.texts.join(' ')]).length > 0 ? element.texts.map(tidy) : [whole]
    })
    .filter((text) => text !== '' && text.length <= longestWriter)
  return [`an element marked ${name}`, values]
}

const isReadersPart = (element: PageNode) =>
  /^(?:comments|respond|disqus_thread)$/.test(element.getAttribute('id') ?? '') ||
  isClassed(element, 'comments', 'comment', 'comment-list', 'commentlist', 'comments-area')

/** A writer's name, or several with what joins them; longer is a note about the writer. */
const longestWriter = 100

/** The first label of a card is the writer wherever publishing systems fill it in: "Written by", in the page's language. The second is the time it takes to read. */
function labelled(meta: Meta): Values {
  const [label = ''] = meta('twitter:label1')
  return /\d/.test(meta('twitter:data1')[0] ?? '') || label === '' ? [] : meta('twitter:data1')
}

/** The first value that can be a writer's name. */
function author(page: HeadElements, told: Told, outlet: string | undefined, by: Values, days: DayReader): Found | undefined {
  const read = ([place, values]: Told[number]) =>
    values
      .map((value): Found => ({ value: personIn(value, by, outlet), place }))
      .filter(({ value }) => /\p{L}/u.test(value) && days([value]).length === 0)
  const sure = told.flatMap(read)
  // A field that names the outlet is right where nobody else is named as surely.
  const person = sure.find(({ value }) => bare(value) !== bare(outlet ?? '')) ?? sure[0]
  return (
    person ??
    writerMarks.flatMap((mark) => read(writersIn(page, mark, days)))[0] ??
    read(writersIn(page, looseMark, days)).find(({ value }) => fullName.test(value))
  )
}

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

function publishedDays(page: HeadElements, article: Data, whole: Data, meta: Meta, days: DayReader): Told {
  return [
    ['JSON-LD', days(strings(article.datePublished))],
    [
      'meta tags',
      days(
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
          'cxenseparse:publishtime',
          'originalpublicationdate',
        ),
      ),
    ],
    ['an element marked datePublished', days(attributes(page.marked.filter(isPublished), 'content', 'datetime'))],
    ['a time element', days(attributes(page.named('time'), 'datetime'))],
    ['a time element', days(texts(page.named('time')))],
    [
      'an element marked as the date',
      days(
        texts(
          page.marked.filter(
            (element) => isPublished(element) || isClassed(element, 'published', 'entry-date', 'post-date', 'date', 'dateline', 'pubdate'),
          ),
        ),
      ),
    ],
    ['JSON-LD of the page', days(strings(whole.datePublished))],
  ]
}

const first = (values: Values): string | undefined =>
  values.map((value) => value.replace(/\s+/gu, ' ').trim()).find((value) => value !== '')

const isPublished = (element: PageNode) => itemprop(element) === 'datePublished'

const texts = (elements: readonly PageNode[]): Values => elements.map(({ textContent }) => textContent)

function attributes(elements: readonly PageNode[], ...names: readonly string[]): Values {
  return elements.flatMap((element) => names.flatMap((name) => element.getAttribute(name) ?? []))
}

type Meta = (...asked: readonly string[]) => Values

/** The contents of meta tags by name or property, whatever their case, in the order asked. */
function metaTags(page: HeadElements): Meta {
  const found = new Map<string, string[]>()
  for (const node of page.named('meta')) {
    const content = node.getAttribute('content')
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = node.getAttribute(attribute)?.toLowerCase()
      if (key === undefined || content === null) continue
      const before = found.get(key)
      if (before === undefined) found.set(key, [content])
      else before.push(content)
    }
  }
  return (...asked) => asked.flatMap((key) => found.get(key) ?? [])
}

type Data = Readonly<Record<string, unknown>>
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Schema.org types that describe the page's own story. */
const articleTypes = /(?:Article|Posting|Report|NewsItem)$/

/** The JSON-LD objects of the page's article and of the page itself; empty where there is none. Data that is no JSON is passed over: pages carry much of it. */
function linkedData(page: HeadElements): { readonly article: Data; readonly whole: Data } {
  const found = page.named('script').flatMap((node) => {
    if (node.getAttribute('type') !== 'application/ld+json') return []
    try {
      const json = node.textContent.replace(/^\s*(?:<!\[CDATA\[|\/\/<!\[CDATA\[)|(?:\/\/)?\]\]>\s*$/g, '')
      return flattened(JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' ')), 0) // line ends within strings, which JSON forbids and pages have
    } catch {
      return [] // broken data in a page is no reason to refuse the page
    }
  })
  const byId = new Map(
    found.flatMap((data) => (typeof data['@id'] === 'string' && data.name !== undefined ? [[data['@id'], data] as const] : [])),
  )
  const typed = (types: RegExp) => found.find((data) => strings(data['@type']).some((type) => types.test(type))) ?? {}
  const article = typed(articleTypes)
  return {
    article: { ...article, author: resolved(article.author, byId), publisher: resolved(article.publisher, byId) },
    whole: typed(/^WebPage$/),
  }
}

/** An object that is only named by its id, as graphs do with writers, taken from where it is described. */
function resolved(value: unknown, byId: ReadonlyMap<string, Data>): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => resolved(inner, byId))
  return isData(value) && value.name === undefined && typeof value['@id'] === 'string' ? byId.get(value['@id']) : value
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

/** What a writer is at the paper, behind the name. */
export const office = /,\s(?:[\p{L}’'-]+ ){0,3}(?:staff(?: writer| reporter)?|reporter|correspondent|writer|editor|columnist|bureau)$/iu

/** The person a field names: no address, no "By", no date behind the name, no site before or after it. */
function personIn(value: string, by: readonly string[], outlet: string | undefined): string {
  const parts = decoded(value)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(new RegExp(`^(?:${by.join('|')})(?:(?![\\p{L}])[\\s:]*|(?=\\p{Lu}\\p{Ll}))`, 'u'), '')
    .replace(new RegExp(`^(?:${by.join('|')})(?![\\p{L}])[\\s:]*`, 'iu'), '')
    .split(/\s[|•·–-]\s|\s\d/u)
  const name = (parts.find((part) => bare(part) !== bare(outlet ?? '')) ?? parts[0])?.replace(office, '').replace(/[\s,;:|]+$/u, '')
  const words = name?.split(' ').length ?? 0
  return name === undefined || /^https?:|@|^www\.|^\/|^admin$|^\d/i.test(name) || words > 12 ? '' : name
}
