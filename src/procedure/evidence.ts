import type { EntityId, StatementId } from '../model/ids.js'
import type { EventCondition, NoticeKind } from '../model/procedure-pack.js'
import type { Attribute, Event, Reconciled, RecordStatement } from '../model/record.js'
import { canCoincide, extentOf } from '../model/time.js'
import { type Moment, momentOf } from './moment.js'
import type { Parties } from './parties.js'
import type { EventFacts, RecordFacts } from './record-facts.js'
import type { Geography } from './whereabouts.js'

/** One event that a condition is about: who says that it happened, who says that it did not, and when. */
export interface Evidence {
  readonly event: Event
  readonly says: readonly StatementId[]
  readonly denies: readonly StatementId[]
  /** One moment, or one for each rival date. */
  readonly moments: readonly Moment[]
  /** Where accounts place it, narrow and wide. */
  readonly places: readonly string[]
  /** The kinds of Interpol notice its accounts speak of. */
  readonly notices: readonly NoticeKind[]
  /** Dates told of it that are another act's, and so are not counted. */
  readonly misdated: readonly string[]
  readonly remark?: string | undefined
}

/** Everything conditions are laid against. */
export interface Ground {
  readonly record: Reconciled
  readonly facts: RecordFacts
  readonly parties: Parties
  readonly geography: Geography
  readonly zone: string
  /** What conditions have found already: many steps start with the same event. */
  readonly found: Map<Person, Map<number, readonly Evidence[]>>
}

/** The person a procedure is about, by entity; null until it is known. */
export type Person = EntityId | null

/** Types whose patient is the person held, so that another person's arrest is not taken for this one's. */
const aboutAPerson: readonly string[] = [
  'warrant-request',
  'warrant',
  'alert',
  'arrest',
  'detention',
  'hearing',
  'ruling',
  'release',
  'expulsion',
  'extradition',
  'surrender',
  'charge',
  'travel',
]

/** The events that fulfil a condition, by what is said to have happened and what is denied. Only accounts of what actually happened count, and none that a person rejected. */
export function evidenceFor(condition: EventCondition, ground: Ground, person: Person): readonly Evidence[] {
  const ofPerson = ground.found.get(person) ?? new Map<number, readonly Evidence[]>()
  ground.found.set(person, ofPerson)
  const key = keyOf(condition)
  const known = ofPerson.get(key)
  if (known !== undefined) return known
  // Written as loops: it runs for every condition of every pack, and flattening thousands of lists of one costs more than the looking.
  const found: Evidence[] = []
  for (const type of condition.type) {
    for (const facts of ground.facts.events.get(type) ?? []) {
      const evidence = evidenceOf(facts, condition, ground, person)
      if (evidence !== null) found.push(evidence)
    }
  }
  ofPerson.set(key, found)
  return found
}

const keys = new WeakMap<EventCondition, number>()
const numbers = new Map<string, number>()

/** A number for what a condition says: steps of several packs ask the same, and a number is quicker to look up than the whole of it. */
function keyOf(condition: EventCondition): number {
  const known = keys.get(condition)
  if (known !== undefined) return known
  const words = JSON.stringify(condition)
  const number = numbers.get(words) ?? numbers.size
  numbers.set(words, number)
  keys.set(condition, number)
  return number
}

function evidenceOf(facts: EventFacts, condition: EventCondition, ground: Ground, person: Person): Evidence | null {
  const { event, counted, places, notices, misdated } = facts
  if (isAboutAnother(facts, person) || isAnotherNotice(notices, condition)) return null
  const isBearing = (one: RecordStatement) => one.type !== event.type || fits(one, event, condition, ground, person)
  const bears = counted.every(isBearing) ? counted : counted.filter(isBearing)
  if (bears.length === 0) return null
  if (condition.place === 'here' && whereIs(event, places, ground) === 'abroad') return null
  const [says, denies] = sides(facts, bears)
  const negative = condition.polarity === 'negative'
  const told = momentsTold(facts, bears.length === event.statements.length ? null : new Set(bears.map(({ id }) => id)), ground.zone)
  const moments = misdated.length === 0 ? told : told.filter(({ edtf }) => !misdated.includes(edtf))
  const { remark } = condition
  return { event, says: negative ? denies : says, denies: negative ? says : denies, moments, places, notices, misdated, remark }
}

/** Who says it happened and who that it did not. A denial speaks about the event without being of its type. */
function sides(
  { affirmed, denied }: EventFacts,
  bears: readonly RecordStatement[],
): readonly [readonly StatementId[], readonly StatementId[]] {
  const says: StatementId[] = []
  const denies: StatementId[] = []
  for (const { id, polarity } of bears) {
    const isDenial = denied.has(id) || (!affirmed.has(id) && polarity === 'negative')
    if (isDenial) denies.push(id)
    else says.push(id)
  }
  return [says, denies]
}

/** Whether an event that must be about somebody is told without saying of whom. */
export function isOfNobodyNamed({ type, patient }: Event): boolean {
  return aboutAPerson.includes(type) && patient.values.length === 0
}

function isAboutAnother({ event, people }: EventFacts, person: Person): boolean {
  return person !== null && people !== null && !people.includes(person) && aboutAPerson.includes(event.type)
}

/** Whether every account that gives the kind of a notice gives one that the condition does not want. */
function isAnotherNotice(kinds: readonly NoticeKind[], { notice }: EventCondition): boolean {
  return notice !== undefined && kinds.length > 0 && !kinds.some((kind) => notice.includes(kind))
}

/** Whether an event lies here or abroad, by its places or, where they do not tell, by what its agents' names say ("Italian police"). */
export function whereIs(event: Event, places: readonly string[], { geography }: Ground): ReturnType<Geography['whereIs']> {
  const placed = geography.whereIs(places)
  return placed === 'unknown' ? geography.whereIs(event.agent.values.map(({ value }) => value)) : placed
}

function fits(statement: RecordStatement, event: Event, condition: EventCondition, ground: Ground, person: Person): boolean {
  return (
    partyFits(condition.agent, statement.agent, statement.agentEntities, event.agent, ground, person) &&
    partyFits(condition.patient, statement.patient, statement.patientEntities, event.patient, ground, person) &&
    partyFits(condition.recipient, statement.recipient, statement.recipientEntities, event.recipient, ground, person) &&
    detailFits(condition, statement, event)
  )
}

/** Whether a statement's party holds one of the roles; what the statement leaves open, the event's other accounts fill. */
function partyFits(
  roles: readonly string[] | undefined,
  names: readonly string[],
  entities: readonly EntityId[],
  known: Attribute,
  { parties }: Ground,
  person: Person,
): boolean {
  if (roles === undefined) return true
  // A name without an entity is matched as it is written; an entity by all its names.
  if (entities.length > 0) return entities.some((id) => holdsOne(id, roles, parties, person))
  if (names.length > 0)
    return names.some((name) => isOne(roles, parties.rolesOfName(name))) || (person === null && roles.includes('person'))
  if (known.values.length === 0) return roles.includes('unstated')
  const isEntity = known.values.some(({ entity }) => entity !== undefined)
  if (!isEntity && person === null && roles.includes('person')) return true
  return known.values.some(({ value, entity }) =>
    entity !== undefined ? holdsOne(entity, roles, parties, person) : !isEntity && isOne(roles, parties.rolesOfName(value)),
  )
}

function isOne(roles: readonly string[], held: ReadonlySet<string>): boolean {
  return roles.some((role) => held.has(role))
}

function holdsOne(id: EntityId, roles: readonly string[], parties: Parties, person: Person): boolean {
  return isOne(roles, parties.rolesOf(id)) || (roles.includes('person') && (person === null || id === person))
}

function detailFits({ detail }: EventCondition, statement: RecordStatement, event: Event): boolean {
  if (detail === undefined) return true
  return Object.entries(detail).every(([key, allowed]) => {
    const own = statement.detail[key]
    const values = own === undefined ? (event.detail[key]?.values ?? []).map(({ value }) => value) : [own].flat().map(String)
    return values.some((value) => allowed.includes(value))
  })
}

/** The moments that these accounts of an event give (null: all of them). All of them are asked for by every pack of a zone, and so kept. */
function momentsTold(facts: EventFacts, counted: ReadonlySet<StatementId> | null, zone: string): readonly Moment[] {
  if (counted !== null) return momentsOf(facts.event, counted, zone)
  const moments = facts.moments.get(zone) ?? momentsOf(facts.event, null, zone)
  facts.moments.set(zone, moments)
  return moments
}

/** The moments that the counted accounts give (null: all of them): dates that can be one are one, the narrowest; rivals stay apart. */
function momentsOf(event: Event, counted: ReadonlySet<StatementId> | null, zone: string): readonly Moment[] {
  const stated =
    counted === null
      ? event.time.values
      : event.time.values
          .map(({ value, statements }) => ({ value, statements: statements.filter((id) => counted.has(id)) }))
          .filter(({ statements }) => statements.length > 0)
  const [only] = stated
  if (only === undefined) return []
  if (stated.length === 1) return momentsIn(only, zone)
  const apart: { readonly value: string; readonly statements: StatementId[] }[] = []
  const narrowestFirst = [...stated].sort((a, b) => widthOf(a.value) - widthOf(b.value) || (a.value < b.value ? -1 : 1))
  for (const { value, statements } of narrowestFirst) {
    const same = apart.find((other) => canCoincide(other.value, value))
    if (same === undefined) apart.push({ value, statements: [...statements] })
    else same.statements.push(...statements)
  }
  return apart.flatMap((one) => momentsIn(one, zone))
}

function momentsIn(
  { value, statements }: { readonly value: string; readonly statements: readonly StatementId[] },
  zone: string,
): readonly Moment[] {
  const moment = momentOf(value, zone, statements)
  return moment === null ? [] : [moment]
}

function widthOf(edtf: string): number {
  const extent = extentOf(edtf)
  return extent === null || extent.from === null || extent.to === null ? Number.POSITIVE_INFINITY : extent.to - extent.from
}

/** Statements of what was planned, demanded or supposed that would fulfil a condition had it happened: told beside the finding, never counted. */
export function unrealised(condition: EventCondition, ground: Ground, person: Person): readonly RecordStatement[] {
  return ground.facts.unrealised.filter(
    (statement) =>
      condition.type.includes(statement.type) &&
      partyFits(condition.agent, statement.agent, statement.agentEntities, nothing, ground, person) &&
      partyFits(condition.recipient, statement.recipient, statement.recipientEntities, nothing, ground, person),
  )
}

const nothing: Attribute = { status: 'unknown', values: [] }
