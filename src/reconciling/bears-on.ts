import { eventFit, type FitGround } from './event-fit.js'
import type { NearEvent } from './events.js'
import type { Told } from './told.js'

/** The event that a demanded, planned or conditional statement is about, or null: the one that fits it best, where its parties do fit. */
export function bestBearing<E extends NearEvent>(told: Told, events: readonly E[], ground: FitGround): E | null {
  let best: { readonly event: E; readonly score: number } | null = null
  for (const event of events) {
    const fit = eventFit(told, event.told, ground)
    if (fit !== null && fit.score >= bearsFrom && (best === null || fit.score > best.score)) best = { event, score: fit.score }
  }
  return best?.event ?? null
}

/** One party in the role that makes the happening. */
const bearsFrom = 2
