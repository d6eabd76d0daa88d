import { decodeText } from './decode-text.js'
import { feedItems } from './feed-items.js'
import type { Found, Gathered } from './found.js'

/** The entries of a feed given as a file, each that brings its text as a report: without the network their pages stay where they are. */
export async function* openFeed({ name, bytes }: Gathered): AsyncGenerator<Found> {
  const { text } = await decodeText(bytes)
  const { outlet, items } = feedItems(text)
  for (const [index, { url, title, author, published, content }] of items.entries()) {
    const own = `${name}/entry-${index + 1}`
    if (content === null) {
      yield { kind: 'passed-over', name: `${own}${url === null ? '' : ` (${url})`}` }
      continue
    }
    const told = Object.entries({ url, title, author, published, outlet }).filter(([, value]) => value !== null)
    yield { kind: 'given', name: own, bytes: new TextEncoder().encode(content), sidecar: Object.fromEntries(told) }
  }
}
