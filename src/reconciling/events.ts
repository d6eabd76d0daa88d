import type { EventId, StatementId } from '../model/ids.js'
import { extentOf } from '../model/time.js'
import { type EventFit, eventFit, type FitGround, joinsFrom, lacksMaker, leavesMakerOut } from './event-fit.js'

import { isSeldom, monthOf } from './happening-time.js'
import { neighbourhoods } from './neighbourhoods.js'
import type { EventDecision } from './reviewed-statements.js'
import type { Told } from './told.js'

/** Statements taken for one happening, in the order of their ids, and why. */
export interface JoinedEvent {
  readonly id: EventId
  readonly told: readonly Told[]
  readonly because: readonly string[]
}

/** What people said of these statements: a split takes a statement out of every join before it; a join after it may put it elsewhere. */
export function decided(here: { has(id: StatementId): boolean }, decisions: readonly EventDecision[]) {
  let joins: EventDecision[] = []
  const alone = new Map<StatementId, string>()
  for (const decision of decisions) {
    const { says, statements, who, line, because } = decision
    if (says === 'join') joins.push(decision)
    else {
      for (const id of statements) if (here.has(id)) alone.set(id, `${who} said on line ${line} that it stands for itself: ${because}`)
      joins = joins.filter((join) => !join.statements.some((id) => statements.includes(id)))
    }
  }
  const together = neighbourhoods(joins, (join) => join.statements).map((some) => ({
    ids: [...new Set(some.flatMap(({ statements }) => statements))].filter((id) => here.has(id)).sort(),
    because: some.map(({ who, line, because }) => `${who} said on line ${line} that they tell one happening: ${because}`),
    closed: some.some(({ statements }) => statements.some((id) => alone.has(id))),
  }))
  for (const { ids } of together) for (const id of ids) alone.delete(id)
  return { together, alone }
}

/** A happening as a statement meets it. */
export interface NearEvent {
  readonly told: readonly Told[]
  /** A person split it off: nothing joins it by itself. */
  readonly closed: boolean
}

/** The event a statement is an account of, of those near it, in the order they were begun in; or null where it tells of another. */
export function bestEvent<E extends NearEvent>(
  one: Told,
  near: readonly E[],
  ground: FitGround,
): { readonly event: E; readonly fit: EventFit } | null {
  const ofType = near.filter(({ told }) => told[0]?.statement.type === one.statement.type)
  const inStory = ofType.filter(({ told }) => told.some(({ story }) => story === one.story))
  let best: { event: E; fit: EventFit; near: number } | null = null
  for (const event of ofType) {
    if (event.closed) continue
    const fit = eventFit(one, event.told, ground)
    if (fit === null) continue
    const score = fit.score + standing(one, event, inStory)
    if (score < joinsFrom) continue
    const near = distance(one, event.told)
    if (best === null || score > best.fit.score || (score === best.fit.score && near < best.near))
      best = { event, fit: { ...fit, score }, near }
  }
  return best
}

/** The only event of its kind in a story is what the story goes on speaking of, by whatever words. */
const onlyInStory = 2
const oneInStory = 1
/** One day, or a day in the month told, and one kind, and nobody named who would make it another. */
const inItsTime = 0.5

/** What the place of a statement in its story, or its day, says where its parties say little. */
function standing(one: Told, event: NearEvent, inStory: readonly NearEvent[]): number {
  const vague = lacksMaker(one)
  // An unnamed one in the role ("migrants") may be somebody else, in one story too.
  if (inStory.includes(event) && !isLegOfItsOwn(one) && (!vague || leavesMakerOut(one)))
    return inStory.length === 1 && meansTheOneTold(one) ? onlyInStory : oneInStory
  const own = one.time === null ? null : monthOf(one.time)
  const inTime = own !== null && event.told.some(({ time }) => time !== null && monthOf(time) === own)
  return inTime && (vague || event.told.every(lacksMaker)) ? inItsTime : 0
}

/** A journey told with where or how it went is one of several that a story may tell; one told barely is the one it is about. */
function isLegOfItsOwn({ statement: { type, detail }, place }: Told): boolean {
  return type === 'travel' && (place.length > 0 || detail.means !== undefined)
}

/** "He was freed", "there was no tip": nobody is named, so it is the one told before. "Nobody was ever convicted by the court" names somebody and means all. */
function meansTheOneTold(one: Told): boolean {
  const { type, polarity } = one.statement
  return isSeldom(type) && leavesMakerOut(one) && (polarity === 'positive' || one.agent.length + one.recipient.length === 0)
}

/** How far an undated statement's publication lies from the event: news tells of what came last. */
function distance({ published }: Told, event: readonly Told[]): number {
  const times = event
    .flatMap(({ time }) => (time === null ? [] : [extentOf(time)?.from ?? Number.NaN]))
    .filter((time) => !Number.isNaN(time))
  const day = published === null ? Number.NaN : (extentOf(published.slice(0, 10))?.to ?? Number.NaN)
  if (times.length === 0 || Number.isNaN(day)) return Number.POSITIVE_INFINITY
  const latest = Math.max(...times)
  return latest <= day ? day - latest : (latest - day) * 2
}
