import { DOMParser } from 'linkedom'
import { calendarOf, dayIn } from './day-in.js'
import { decodeText } from './decode-text.js'

/** One entry of an RSS or Atom feed; `content` is its text where the feed brings more than a line of it. */
export interface FeedItem {
  readonly url: string | null
  readonly title: string | null
  readonly author: string | null
  readonly published: string | null
  readonly content: string | null
}

export interface Feed {
  readonly outlet: string | null
  readonly items: readonly FeedItem[]
}

/** A summary is a sentence or two; an entry's whole text is longer. */
const shortestContent = 400
/** Feeds bring their newest ten to a hundred entries. */
const mostItems = 1000

interface XmlNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<XmlNode>
  getAttribute?(name: string): string | null
}

/** The entries of an RSS or Atom feed, newest first as the feed has them. The parser expands no entities of the feed's own, and a feed's markup is not run. */
export function feedItems(xml: string): Feed {
  const document = new DOMParser().parseFromString(xml.replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>/i, ''), 'text/xml') as unknown as XmlNode
  const entries: XmlNode[] = []
  let outlet: string | null = null
  // A feed's entries stand at most three levels below its root; nothing deeper is looked at.
  const walk = (node: XmlNode, depth: number): void => {
    for (const child of node.childNodes) {
      if (child.nodeType !== 1) continue
      const name = child.nodeName.toLowerCase()
      if (name === 'item' || name === 'entry') entries.push(child)
      else if (name === 'title' && outlet === null) outlet = textOf(child)
      else if (depth < 3) walk(child, depth + 1)
    }
  }
  walk(document, 0)
  return { outlet, items: entries.slice(0, mostItems).map(itemOf) }
}

/** The addresses of a feed's entries, each once, newest first. */
export async function feedAddresses(bytes: Uint8Array): Promise<readonly string[]> {
  const { text } = await decodeText(bytes)
  return [...new Set(feedItems(text).items.flatMap(({ url }) => url ?? []))]
}

function itemOf(entry: XmlNode): FeedItem {
  const parts = [...entry.childNodes].filter(({ nodeType }) => nodeType === 1)
  const all = (...names: readonly string[]) => names.flatMap((name) => parts.filter(({ nodeName }) => nodeName.toLowerCase() === name))
  const first = (...names: readonly string[]) =>
    all(...names)
      .map(textOf)
      .find((text) => text !== null) ?? null
  const links = all('link')
  const link = links.find((node) => (node.getAttribute?.('rel') ?? 'alternate') === 'alternate') ?? links[0]
  const url = [link?.getAttribute?.('href'), link === undefined ? null : textOf(link), first('guid', 'id')].find((found) =>
    /^https?:\/\//i.test(found ?? ''),
  )
  const author = first('dc:creator', 'author')
    ?.replace(/\s*<?\S+@\S+>?\s*/, ' ')
    .trim()
  const date = first('pubdate', 'published', 'dc:date', 'updated')
  const content = first('content:encoded', 'content', 'description', 'summary')
  return {
    url: url ?? null,
    title: first('title'),
    author: author === undefined || author === '' ? null : author,
    published: date === null ? null : dayIn(date, calendarOf('en')), // RFC 822 dates are in English whatever the feed is in
    content: content !== null && content.length >= shortestContent ? content : null,
  }
}

function textOf({ textContent }: XmlNode): string | null {
  const text = (textContent ?? '').replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').trim()
  return text === '' ? null : text
}
