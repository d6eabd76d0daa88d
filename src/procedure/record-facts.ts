import type { EntityId, StatementId } from '../model/ids.js'
import type { NoticeKind } from '../model/procedure-pack.js'
import type { Entity, Event, Reconciled, RecordStatement } from '../model/record.js'
import { dayOf } from '../model/time.js'
import type { Moment } from './moment.js'
import { noticeKindOf } from './notices.js'
import { wordsOf } from './words-of.js'

/** What is told of one event: the statements that count, and who affirms and who denies it. */
export interface EventFacts {
  readonly event: Event
  readonly counted: readonly RecordStatement[]
  readonly affirmed: ReadonlySet<StatementId>
  readonly denied: ReadonlySet<StatementId>
  /** Whom it is about, where everybody it is about is a person; else null. */
  readonly people: readonly EntityId[] | null
  /** Where accounts place it, narrow and wide: the record keeps only the narrowest, and "hotel" alone does not say in which country. */
  readonly places: readonly string[]
  /** The kinds of Interpol notice its accounts speak of: rival ones where they differ. */
  readonly notices: readonly NoticeKind[]
  /** Dates that accounts give and that are another act's: the day a warrant was applied for, told as the day it was issued. */
  readonly misdated: readonly string[]
  /** The moments that all its accounts give, by zone, once asked for. */
  readonly moments: Map<string, readonly Moment[]>
}

/** A record sorted for asking: every pack asks the same things of it. */
export interface RecordFacts {
  readonly events: ReadonlyMap<string, readonly EventFacts[]>
  readonly statements: ReadonlyMap<StatementId, RecordStatement>
  readonly entities: ReadonlyMap<EntityId, Entity>
  /** Names of each entity as bare words. */
  readonly names: ReadonlyMap<EntityId, readonly string[]>
  /** Offices that accounts give a person and do not call former: "justice minister", "director Mitiga prison". */
  readonly offices: ReadonlyMap<EntityId, readonly string[]>
  /** Statements of what was planned, demanded or supposed. */
  readonly unrealised: readonly RecordStatement[]
}

const known = new WeakMap<Reconciled, RecordFacts>()

export function factsOf(record: Reconciled): RecordFacts {
  const facts = known.get(record) ?? sorted(record)
  known.set(record, facts)
  return facts
}

function sorted(record: Reconciled): RecordFacts {
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]))
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]))
  const events = new Map<string, EventFacts[]>()
  for (const event of record.events) {
    const facts = eventFacts(event, statements, entities)
    if (facts.counted.length === 0) continue
    const same = events.get(event.type)
    if (same === undefined) events.set(event.type, [facts])
    else same.push(facts)
  }
  setMisdatedAside(events)
  return {
    events,
    statements,
    entities,
    names: new Map(record.entities.map((entity) => [entity.id, [...new Set(namesOf(entity).map(wordsOf))]])),
    offices: officesOf(record),
    unrealised: record.statements.filter(({ modality, state }) => modality !== 'actual' && state !== 'rejected'),
  }
}

/** Acts whose day accounts give for the act that answers them. */
const askedFirst = { asked: 'warrant-request', given: 'warrant' } as const

/** Marks a warrant's date that is the day of the application, where the record also has a date that is not. */
function setMisdatedAside(events: Map<string, EventFacts[]>): void {
  const datesOf = (facts: readonly EventFacts[]) => facts.flatMap(({ event }) => event.time.values.map(({ value }) => value))
  const asked = new Set(datesOf(events.get(askedFirst.asked) ?? []).flatMap((value) => dayOf(value) ?? []))
  const given = events.get(askedFirst.given) ?? []
  const isAsked = (value: string) => asked.has(dayOf(value) ?? '')
  if (asked.size === 0 || datesOf(given).every(isAsked)) return
  events.set(
    askedFirst.given,
    given.map((facts) => ({ ...facts, misdated: datesOf([facts]).filter(isAsked) })),
  )
}

/** Only accounts of what actually happened count, and none that a person rejected. */
function eventFacts(
  event: Event,
  statements: ReadonlyMap<StatementId, RecordStatement>,
  entities: ReadonlyMap<EntityId, Entity>,
): EventFacts {
  const side = (wanted: string) =>
    new Set(event.happened.values.filter(({ value }) => value === wanted).flatMap(({ statements: ids }) => ids))
  const counted = event.statements
    .flatMap((id) => statements.get(id) ?? [])
    .filter(({ modality, state }) => modality === 'actual' && state !== 'rejected')
  const stated = counted.filter(({ type }) => type === event.type).flatMap(({ place }) => place)
  const places = [...new Set([...event.place.values.map(({ value }) => value), ...stated])]
  const notices = event.type === 'alert' ? [...new Set(counted.flatMap((one) => noticeKindOf(one) ?? []))] : []
  const patients = event.patient.values.flatMap(({ entity }) => entity ?? [])
  const areAllPeople = patients.length > 0 && patients.every((id) => entities.get(id)?.kind === 'person')
  return {
    event,
    counted,
    affirmed: side('true'),
    denied: side('false'),
    people: areAllPeople ? patients : null,
    places,
    notices,
    misdated: [],
    moments: new Map(),
  }
}

export function namesOf(entity: Entity): readonly string[] {
  return [...new Set([entity.name, ...entity.names.map(({ value }) => value)])]
}

function officesOf(record: Reconciled): ReadonlyMap<EntityId, readonly string[]> {
  const offices = new Map<EntityId, string[]>()
  for (const { type, polarity, modality, state, detail, agentEntities, patient } of record.statements) {
    if (type !== 'role' || polarity === 'negative' || modality !== 'actual' || state === 'rejected') continue
    const { title, former } = detail
    if (typeof title !== 'string' || former === true || former === 'true') continue
    for (const id of agentEntities) offices.set(id, [...(offices.get(id) ?? []), title, [title, ...patient].join(' ')])
  }
  return offices
}
