import type { EventId } from '../model/ids.js'
import type { Event } from '../model/record.js'
import type { StatementType } from '../model/report.js'
import { dayOf } from '../model/time.js'
import type { JoinedEvent } from './events.js'
import { SetsByKey } from './sets-by-key.js'

/** Types under which accounts tell one act, or an act and what it is made of: taken into custody and held, put on a plane and gone. */
const families: readonly (readonly StatementType[])[] = [
  ['arrest', 'detention', 'interception', 'abuse'],
  ['release', 'expulsion', 'extradition', 'surrender', 'travel', 'welcome'],
  ['ruling', 'release'],
  ['conviction', 'sentence', 'acquittal', 'ruling'],
  ['warrant-request', 'warrant', 'alert', 'unsealing'],
  ['alert', 'notification', 'tip-off', 'demand'],
  ['death', 'abuse'],
]

/** One party that it befell on one day. */
interface Befell {
  readonly key: string
  readonly because: string
}

/** For each event, the events of kindred types that befell the same party on the same day, with the reason. They are shown together and stay apart: an arrest is not the detention that follows it. */
export class RelatedEvents {
  readonly #events = new Map<EventId, { readonly type: StatementType; readonly befell: readonly Befell[] }>()
  readonly #byKey = new SetsByKey<string, EventId>()

  /** Takes an event in, in the place of what it was before, or out; and gives the events that may now be related to others. */
  put(id: EventId, event: JoinedEvent | undefined): ReadonlySet<EventId> {
    const near = new Set<EventId>()
    const [before, after] = [this.#events.get(id)?.befell ?? [], event === undefined ? [] : befellOf(event)]
    for (const { key } of before) {
      for (const other of this.#byKey.get(key)) near.add(other)
      this.#byKey.delete(key, id)
    }
    const type = event === undefined ? undefined : typeOf(event)
    if (type === undefined || after.length === 0) this.#events.delete(id)
    else this.#events.set(id, { type, befell: after })
    for (const { key } of after) {
      for (const other of this.#byKey.get(key)) near.add(other)
      this.#byKey.add(key, id)
    }
    return near
  }

  of(id: EventId): NonNullable<Event['related']> {
    const own = this.#events.get(id)
    const found = new Map<EventId, string>()
    for (const { key, because } of own?.befell ?? [])
      for (const other of this.#byKey.get(key))
        if (!found.has(other) && areKindred(own?.type, this.#events.get(other)?.type)) found.set(other, because)
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([event, because]) => ({ event, because }))
  }
}

/** Whom it befell on which days, in order; nothing where no type is kindred to its own. */
function befellOf(event: JoinedEvent): readonly Befell[] {
  const type = typeOf(event)
  if (type === undefined || !families.some((types) => types.includes(type))) return []
  const patients = new Map(
    event.told.flatMap(({ patient }) => patient.flatMap(({ entity, value }) => (entity === null ? [] : [[entity, value] as const]))),
  )
  return [...daysOf(event)]
    .sort()
    .flatMap((day) => [...patients].sort().map(([entity, name]) => ({ key: `${entity} ${day}`, because: `${name} on ${day} in both` })))
}

function typeOf({ told }: JoinedEvent): StatementType | undefined {
  return told[0]?.statement.type
}

function areKindred(a: StatementType | undefined, b: StatementType | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && families.some((types) => types.includes(a) && types.includes(b))
}

/** The days that accounts of an event give as its own. */
function daysOf({ told }: JoinedEvent): ReadonlySet<string> {
  return new Set(
    told.flatMap(({ time, statement }) =>
      time === null || statement.polarity === 'negative' ? [] : [dayOf(time)].flatMap((day) => day ?? []),
    ),
  )
}
