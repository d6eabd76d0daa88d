import type { Capture } from '../model/decision.js'
import { AttestError } from '../model/errors.js'
import { feedAddresses } from './feed-items.js'
import { containerOf } from './media-type.js'
import type { Visitor } from './visit.js'

/** What a feed said when it was asked: the addresses of its entries, oldest first; null when it has no news. */
export interface FeedNews {
  readonly capture: Capture
  readonly addresses: readonly string[] | null
}

/** Asks a feed for news since it was last asked. `last` is what it answered then; its marks make the question a conditional one. */
export async function feedNews(visitor: Visitor, feed: string, last: Capture | undefined): Promise<FeedNews> {
  const { name, capture, bytes } = await visitor.visit(feed, { etag: last?.headers.etag, lastModified: last?.headers['last-modified'] })
  if (bytes === null) return { capture, addresses: null }
  if (containerOf(bytes, name) !== 'feed')
    throw new AttestError('intake/no-feed', `${feed} gives no RSS or Atom feed; look for the address of one on the site's pages`)
  return { capture, addresses: [...(await feedAddresses(bytes))].reverse() }
}

/** Twice as long after each failure, to this many doublings: from a quarter of an hour to half a day and more. */
const mostDoublings = 6
/** Nobody is left alone for longer than a day: by then somebody has repaired it, or a person should look. */
const longestWaitMs = 24 * 60 * 60 * 1000

/** How long to leave a feed alone: the usual time, doubled with each failure in a row, and never shorter than the server asks. */
export function waitAfter(failures: number, everyMs: number, retryAfterMs: number | null): number {
  const wait = everyMs * 2 ** Math.min(failures, mostDoublings)
  return Math.max(Math.min(wait, Math.max(longestWaitMs, everyMs)), retryAfterMs ?? 0)
}
