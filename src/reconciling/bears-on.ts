import type { EventId } from '../model/ids.js'
import { eventFit, type FitGround } from './event-fit.js'
import type { JoinedEvent } from './events.js'
import type { Told } from './told.js'

/** The event that a demanded, planned or conditional statement is about, or null: the one that fits it best, where its parties do fit. */
export function bearsOn(told: Told, events: readonly JoinedEvent[], ground: FitGround): EventId | null {
  let best: { id: EventId; score: number } | null = null
  for (const { id, told: event } of events) {
    const fit = eventFit(told, event, ground)
    if (fit !== null && fit.score >= bearsFrom && (best === null || fit.score > best.score)) best = { id, score: fit.score }
  }
  return best?.id ?? null
}

/** One party in the role that makes the happening. */
const bearsFrom = 2

/** Events by type and party, so that a statement is laid beside those that share one with it and no others. */
export function eventsByParty(events: readonly JoinedEvent[]): (told: Told) => readonly JoinedEvent[] {
  const byKey = new Map<string, JoinedEvent[]>()
  for (const event of events) {
    const keys = new Set(event.told.flatMap(partyKeys))
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), event])
  }
  return (told) => [...new Set(partyKeys(told).flatMap((key) => byKey.get(key) ?? []))]
}

function partyKeys({ statement: { type }, patient, agent, recipient }: Told): readonly string[] {
  return [...patient, ...agent, ...recipient].map(({ key }) => `${type} ${key}`)
}
