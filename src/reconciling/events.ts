import { digestOf, type EventId, type StatementId } from '../model/ids.js'
import { dayOf, extentOf } from '../model/time.js'
import { type EventFit, eventFit, type FitGround, joinsFrom, lacksMaker, leavesMakerOut } from './event-fit.js'
import { eventKeys, monthOf } from './event-keys.js'
import { isSeldom } from './happening-time.js'
import { type Memo, remembered } from './memo.js'
import { neighbourhoods } from './neighbourhoods.js'
import type { EventDecision } from './reviewed-statements.js'
import type { Told } from './told.js'

/** Statements taken for one happening, in the order of their ids, and why. */
export interface JoinedEvent {
  readonly id: EventId
  readonly told: readonly Told[]
  readonly because: readonly string[]
}

/**
 * Joins statements that tell one happening. Each neighbourhood (statements of one type that share a party, or stand in one report without any) is worked out by itself.
 * Dated statements come first and make the events; undated ones then find the event they fit best.
 */
export function joinEvents(
  told: readonly Told[],
  decisions: readonly EventDecision[],
  ground: FitGround,
  memo?: Memo,
): readonly JoinedEvent[] {
  const sorted = [...told].sort((a, b) => (a.id < b.id ? -1 : 1))
  const decisionsOn = new Map<StatementId, EventDecision[]>()
  for (const decision of decisions) for (const id of decision.statements) decisionsOn.set(id, [...(decisionsOn.get(id) ?? []), decision])
  const keysOf = eventKeys(sorted, ground.phrases)
  const keys = new Map(sorted.map((one) => [one.id, keysOf(one)]))
  const around = neighbourhoods(sorted, ({ id }) => [
    ...(keys.get(id) ?? []),
    ...(decisionsOn.get(id) ?? []).map(({ line }) => `line ${line}`),
  ])
  return around
    .flatMap((near) => {
      const own = [...new Set(near.flatMap(({ id }) => decisionsOn.get(id) ?? []))].sort((a, b) => a.line - b.line)
      const ids = new Map(near.map((one) => [one.id, one]))
      const joined = remembered(
        memo,
        () => digestOf('events', JSON.stringify([near.map(contentOf), own])),
        () => joinedNear(near, keys, own, ground).map(({ told: some, because }) => ({ ids: some.map(({ id }) => id), because })),
      )
      return joined.map(({ ids: some, because }): JoinedEvent => {
        const statements = some.flatMap((id) => ids.get(id) ?? [])
        return { id: eventId(statements), told: statements, because }
      })
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Everything about a statement that joining looks at. */
function contentOf({ id, report, story, roots, published, statement, time, agent, patient, recipient, place, figure }: Told): unknown {
  const { type, quote, sources, detail, polarity } = statement
  return [
    id,
    report,
    story,
    roots,
    published,
    type,
    quote.start,
    quote.end,
    time,
    sources,
    detail,
    polarity,
    figure?.key,
    [agent, patient, recipient, place].map((parties) => parties.map(({ key, value, kind, kin }) => [key, value, kind, kin])),
  ]
}

function eventId(told: readonly Told[]): EventId {
  const first = told[0]
  return `ev:${digestOf('event', first?.statement.type ?? '', first?.id ?? '')}`
}

interface Growing {
  /** Its place in the order events were begun in. */
  readonly begun: number
  readonly told: Told[]
  readonly because: string[]
  /** A person split it off: nothing joins it by itself. */
  readonly closed: boolean
}

function joinedNear(
  near: readonly Told[],
  keys: ReadonlyMap<StatementId, readonly string[]>,
  decisions: readonly EventDecision[],
  ground: FitGround,
): readonly { readonly told: readonly Told[]; readonly because: readonly string[] }[] {
  const byId = new Map(near.map((one) => [one.id, one]))
  const { together, alone } = decided(near, decisions)
  const events = new GrowingEvents(keys)
  for (const { ids, because, closed } of together)
    events.begin(
      ids.flatMap((id) => byId.get(id) ?? []),
      because,
      closed,
    )
  for (const [id, because] of alone)
    events.begin(
      [byId.get(id)].flatMap((one) => one ?? []),
      [because],
      true,
    )
  const taken = new Set(events.all.flatMap(({ told }) => told.map(({ id }) => id)))
  for (const one of inJoiningOrder(near)) {
    if (taken.has(one.id)) continue
    const best = bestEvent(one, events.near(one), ground)
    if (best === null) events.begin([one], [], false)
    else events.join(best.event, one, best.fit.because)
  }
  return events.all.map(({ told, because }) => ({ told: [...told].sort((a, b) => (a.id < b.id ? -1 : 1)), because: [...new Set(because)] }))
}

/** Events as they come together, each found under the keys of its statements. */
class GrowingEvents {
  readonly all: Growing[] = []
  readonly #byKey = new Map<string, Set<Growing>>()

  constructor(private readonly keys: ReadonlyMap<StatementId, readonly string[]>) {}

  begin(told: readonly Told[], because: readonly string[], closed: boolean): void {
    const event: Growing = { begun: this.all.length, told: [], because: [...because], closed }
    this.all.push(event)
    for (const one of told) this.join(event, one, [])
  }

  join(event: Growing, one: Told, because: readonly string[]): void {
    event.told.push(one)
    event.because.push(...because)
    for (const key of this.keys.get(one.id) ?? []) this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(event))
  }

  /** The events that share a key with a statement, in the order they were begun in. */
  near(one: Told): readonly Growing[] {
    const found = new Set((this.keys.get(one.id) ?? []).flatMap((key) => [...(this.#byKey.get(key) ?? [])]))
    return [...found].sort((a, b) => a.begun - b.begun)
  }
}

/** What people said of these statements: a split takes a statement out of every join before it; a join after it may put it elsewhere. */
function decided(near: readonly Told[], decisions: readonly EventDecision[]) {
  const here = new Set(near.map(({ id }) => id))
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

/** Dated before undated, exact before vague, then by time; so that what is known best makes the events, whatever came first. */
function inJoiningOrder(near: readonly Told[]): readonly Told[] {
  const rank = ({ time }: Told) => (time === null ? 3 : dayOf(time) !== null ? 0 : extentOf(time)?.precision === 'month' ? 1 : 2)
  return [...near].sort(
    (a, b) => rank(a) - rank(b) || compareText(a.time ?? '', b.time ?? '') || parties(b) - parties(a) || compareText(a.id, b.id),
  )
}

function parties({ agent, patient, recipient }: Told): number {
  return agent.length + patient.length + recipient.length
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function bestEvent(one: Told, near: readonly Growing[], ground: FitGround): { readonly event: Growing; readonly fit: EventFit } | null {
  const ofType = near.filter(({ told }) => told[0]?.statement.type === one.statement.type)
  const inStory = ofType.filter(({ told }) => told.some(({ story }) => story === one.story))
  let best: { event: Growing; fit: EventFit; near: number } | null = null
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
function standing(one: Told, event: Growing, inStory: readonly Growing[]): number {
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
