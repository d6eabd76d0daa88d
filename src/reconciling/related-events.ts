import type { EventId } from '../model/ids.js'
import type { Event } from '../model/record.js'
import type { StatementType } from '../model/report.js'
import { dayOf } from '../model/time.js'
import type { JoinedEvent } from './events.js'

/** Types under which accounts tell one act, or an act and what it is made of: taken into custody and held, put on a plane and gone. */
const families: readonly (readonly StatementType[])[] = [
  ['arrest', 'detention', 'interception'],
  ['release', 'expulsion', 'extradition', 'surrender', 'travel', 'welcome'],
  ['ruling', 'release'],
  ['conviction', 'sentence', 'acquittal', 'ruling'],
  ['warrant-request', 'warrant', 'alert', 'unsealing'],
  ['alert', 'notification', 'tip-off', 'demand'],
  ['death', 'abuse'],
]

/** For each event, the events of kindred types that befell the same party on the same day, with the reason. They are shown together and stay apart: an arrest is not the detention that follows it. */
export function relatedEvents(events: readonly JoinedEvent[]): ReadonlyMap<EventId, NonNullable<Event['related']>> {
  const byPartyAndDay = new Map<string, { readonly event: JoinedEvent; readonly name: string; readonly day: string }[]>()
  for (const event of events) {
    const patients = new Map(
      event.told.flatMap(({ patient }) => patient.flatMap(({ entity, value }) => (entity === null ? [] : [[entity, value] as const]))),
    )
    for (const day of daysOf(event)) {
      for (const [entity, name] of patients) {
        const key = `${entity} ${day}`
        const there = byPartyAndDay.get(key)
        if (there === undefined) byPartyAndDay.set(key, [{ event, name, day }])
        else there.push({ event, name, day })
      }
    }
  }
  const found = new Map<EventId, Map<EventId, string>>()
  for (const some of byPartyAndDay.values()) {
    for (const { event, name, day } of some) {
      for (const { event: other } of some) {
        if (!areKindred(typeOf(event), typeOf(other))) continue
        const own = found.get(event.id) ?? new Map<EventId, string>()
        if (!own.has(other.id)) own.set(other.id, `${name} on ${day} in both`)
        found.set(event.id, own)
      }
    }
  }
  return new Map(
    [...found].map(([id, others]) => [
      id,
      [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([event, because]) => ({ event, because })),
    ]),
  )
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
