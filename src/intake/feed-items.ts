import { calendarOf, dayIn } from './day-in.js'
import { decodeText } from './decode-text.js'
import { type PageNode, parseXml } from './parse-html.js'

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

/** The entries of an RSS or Atom feed, newest first as the feed has them. The parser expands no entities of the feed's own, and a feed's markup is not run. */
export function feedItems(xml: string): Feed {
  const entries: PageNode[] = []
  let outlet: string | null = null
  // A feed's entries stand at most three levels below its root; nothing deeper is looked at.
  const walk = (node: PageNode, depth: number): void => {
    for (const child of childrenOf(node)) {
      const name = child.nodeName.toLowerCase()
      if (name === 'item' || name === 'entry') entries.push(child)
      else if (name === 'title' && outlet === null) outlet = textOf(child)
      else if (depth < 3) walk(child, depth + 1)
    }
  }
  walk(parseXml(xml).root, 0)
  return { outlet, items: entries.slice(0, mostItems).map(itemOf) }
}

/** The addresses of a feed's entries, each once, newest first. */
export async function feedAddresses(bytes: Uint8Array): Promise<readonly string[]> {
  const { text } = await decodeText(bytes)
  return [...new Set(feedItems(text).items.flatMap(({ url }) => url ?? []))]
}

function itemOf(entry: PageNode): FeedItem {
  const parts = childrenOf(entry)
  const all = (...names: readonly string[]) => names.flatMap((name) => parts.filter(({ nodeName }) => nodeName.toLowerCase() === name))
  const first = (...names: readonly string[]) =>
    all(...names)
      .map(textOf)
      .find((text) => text !== null) ?? null
  const links = all('link')
  const link = links.find((node) => (node.getAttribute('rel') ?? 'alternate') === 'alternate') ?? links[0]
  const url = [link?.getAttribute('href'), link === undefined ? null : textOf(link), first('guid', 'id')].find((found) =>
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

/** The elements that stand directly in one. */
function childrenOf(node: PageNode): readonly PageNode[] {
  const children: PageNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) if (child.nodeType === 1) children.push(child)
  return children
}

function textOf({ textContent }: PageNode): string | null {
  const text = textContent.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').trim()
  return text === '' ? null : text
}
