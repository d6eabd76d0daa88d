import type { EventId } from '../model/ids.js'
import type { Event } from '../model/record.js'
import type { StatementType } from '../model/report.js'
import { dayOf } from '../model/time.js'
import type { JoinedEvent } from './events.js'
import { type Members, membersOf, withMember } from './members.js'
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
  readonly #keysOf = new Map<EventId, Members<string>>()
  readonly #byKey = new SetsByKey<string, EventId>()

  constructor(private readonly typeNow: (event: EventId) => StatementType | undefined) {}

  /** Takes an event in, in the place of what it was before, or out; and gives the events that may now be related to others. */
  put(id: EventId, event: JoinedEvent | undefined): ReadonlySet<EventId> {
    const near = new Set<EventId>()
    const after = event === undefined ? [] : befellOf(event).map(({ key }) => key)
    for (const key of membersOf(this.#keysOf.get(id))) {
      for (const other of this.#byKey.under(key)) near.add(other)
      this.#byKey.delete(key, id)
    }
    if (after.length === 0) this.#keysOf.delete(id)
    else this.#keysOf.set(id, after.reduce<Members<string>>(withMember, undefined))
    for (const key of after) {
      for (const other of this.#byKey.under(key)) near.add(other)
      this.#byKey.add(key, id)
    }
    return near
  }

  of(event: JoinedEvent): NonNullable<Event['related']> {
    const type = typeOf(event)
    const found = new Map<EventId, string>()
    for (const { key, because } of befellOf(event))
      for (const other of this.#byKey.under(key)) if (!found.has(other) && areKindred(type, this.typeNow(other))) found.set(other, because)
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
    .flatMap((day) =>
      [...patients].sort().map(([entity, name]) => ({ key: [entity, day].join(' '), because: `${name} on ${day} in both` })),
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
