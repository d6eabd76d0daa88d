import { AttestError } from '../model/errors.js'
import { digestOf, type EntityId, type ReportId, type StatementId } from '../model/ids.js'
import type { Place } from '../model/packs.js'
import type { Attribute, Entity, Event, Reconciled, RecordReport, RecordStatement } from '../model/record.js'
import { type DetailValue, type MentionKind, type StatementType, statementTypes } from '../model/report.js'
import { canCoincide, extentOf } from '../model/time.js'
import { clockTime, instantsOf } from './counting/clock-time.js'
import { isPlace, zoneAt } from './whereabouts.js'

type OneOrMore = string | readonly string[]

/** One line of a timeline written by hand: an account of an event in the record's words. Lines with the same `event` tell one happening. */
export interface TimelineLine {
  readonly type: StatementType
  readonly event?: string
  readonly time?: string | { readonly edtf: string } | null
  readonly agent?: OneOrMore
  readonly patient?: OneOrMore
  readonly recipient?: OneOrMore
  readonly place?: OneOrMore
  readonly polarity?: RecordStatement['polarity']
  readonly certainty?: RecordStatement['certainty']
  readonly modality?: RecordStatement['modality']
  readonly state?: RecordStatement['state']
  readonly detail?: Readonly<Record<string, DetailValue>>
  /** Who says so: each outlet is one report and one origin. */
  readonly outlet?: string
  /** What to call the statement in a case's expectations. */
  readonly says?: string
}

/** A party with all its names, where a timeline uses several. */
export interface TimelineParty {
  readonly names: readonly string[]
  readonly kind?: MentionKind
}

/**
 * A record made of a timeline: events without reports, for somebody who knows what happened and wants the clocks.
 * A clock time without an offset is the clock time of the line's place.
 */
export function recordOfTimeline(
  given: readonly TimelineLine[],
  parties: readonly TimelineParty[] = [],
  places: readonly Place[] = [],
): Reconciled {
  const lines = given.map((line, index) => withOffset(line, index, places))
  const entities = entitiesOf(lines, parties, places)
  const statements = lines.map((line, index) => statementOf(line, index, entities))
  const keys = lines.map(({ type, event }, index) => `${type} ${event ?? `line ${index + 1}`}`)
  const events = [...new Set(keys)].flatMap((key) =>
    eventsOf(
      key,
      statements.filter((_, index) => keys[index] === key),
      entities,
    ),
  )
  const outlets = [...new Set(lines.map(outletOf))]
  return {
    reports: outlets.map(reportOf),
    statements,
    entities: [...new Set(entities.values())],
    events,
    possible: [],
    folds: [],
    orphans: [],
  }
}

/** The line with its clock time fixed to an instant by its place; one that came twice that night becomes a range. */
function withOffset(line: TimelineLine, index: number, places: readonly Place[]): TimelineLine {
  const edtf = timeOf(line)
  const zone = zoneAt(list(line.place), places)
  if (edtf === null || zone === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(edtf) || extentOf(edtf) === null) return line
  try {
    const instants = instantsOf(edtf, zone).map((instant) => clockTime(instant, zone))
    return { ...line, time: instants.join('/') }
  } catch (error) {
    if (!(error instanceof AttestError)) throw error
    throw new AttestError(error.code, `line ${index + 1}: ${error.message}`)
  }
}

function timeOf({ time }: TimelineLine): string | null {
  return typeof time === 'object' ? (time?.edtf ?? null) : (time ?? null)
}

type EntitiesByName = ReadonlyMap<string, Entity>

function entitiesOf(lines: readonly TimelineLine[], parties: readonly TimelineParty[], places: readonly Place[]): EntitiesByName {
  const found = new Map<string, Entity>()
  const add = (names: readonly string[], kind: MentionKind) => {
    const [name] = names
    if (name === undefined || names.some((one) => found.has(one))) return
    const entity: Entity = { id: `en:${digestOf(name)}`, kind, name, names: names.map((value) => ({ value, reports: [] })), because: [] }
    for (const one of names) found.set(one, entity)
  }
  for (const { names, kind = 'organization' } of parties) add(names, kind)
  const body = (name: string) => (isPlace(name, places) ? 'place' : 'organization')
  for (const line of lines) if (heldTypes.includes(line.type)) for (const name of list(line.patient)) add([name], 'person')
  for (const line of lines) {
    for (const name of [...list(line.patient), ...list(line.agent), ...list(line.recipient)]) add([name], body(name))
    for (const name of list(line.place)) add([name], 'place')
  }
  return found
}

/** Types whose patient is a person unless the timeline says otherwise. */
const heldTypes: readonly StatementType[] = [
  'arrest',
  'detention',
  'release',
  'surrender',
  'extradition',
  'expulsion',
  'hearing',
  'warrant',
  'alert',
]

function statementOf(line: TimelineLine, index: number, entities: EntitiesByName): RecordStatement {
  if (!statementTypes.includes(line.type)) {
    throw new AttestError('timeline/type', `line ${index + 1}: no event type "${line.type}"; allowed: ${statementTypes.join(', ')}`)
  }
  const edtf = timeOf(line)
  if (edtf !== null && extentOf(edtf) === null) {
    throw new AttestError('timeline/time', `line ${index + 1}: "${edtf}" is no time; write 2025-01-19, 2025-01-19T09:30+01:00 or A/B`)
  }
  const [agent, patient, recipient, place] = [list(line.agent), list(line.patient), list(line.recipient), list(line.place)]
  const exact = [agent.join(', '), line.polarity === 'negative' ? 'no' : '', line.type, patient.join(', '), edtf ?? '']
    .filter((part) => part !== '')
    .join(' ')
  return {
    id: statementIdOf(line, index),
    type: line.type,
    quote: { start: 0, end: exact.length, exact },
    agent,
    patient,
    recipient,
    place,
    time: edtf === null ? null : { edtf, text: edtf },
    sources: [],
    polarity: line.polarity ?? 'positive',
    certainty: line.certainty ?? 'certain',
    modality: line.modality ?? 'actual',
    detail: line.detail ?? {},
    why: ['written by hand'],
    report: reportIdOf(outletOf(line)),
    agentEntities: idsOf(agent, entities),
    patientEntities: idsOf(patient, entities),
    recipientEntities: idsOf(recipient, entities),
    placeEntities: idsOf(place, entities),
    state: line.state ?? 'accepted',
  }
}

/** A statement is called what the timeline calls it, else by its place in it. */
function statementIdOf({ says }: TimelineLine, index: number): StatementId {
  return `st:${says ?? `line-${index + 1}`}`
}

function eventsOf(key: string, told: readonly RecordStatement[], entities: EntitiesByName): readonly Event[] {
  const [first] = told
  const actual = told.filter(({ modality, state }) => modality === 'actual' && state !== 'rejected')
  if (first === undefined || actual.length === 0) return []
  const party = (of: (one: RecordStatement) => readonly string[]) => attributeOf(actual, of, entities, false)
  const details = [...new Set(actual.flatMap(({ detail }) => Object.keys(detail)))]
  return [
    {
      id: `ev:${digestOf(key)}`,
      type: first.type,
      statements: told.map(({ id }) => id),
      happened: attributeOf(actual, ({ polarity }) => [String(polarity === 'positive')], entities, true),
      agent: party(({ agent }) => agent),
      patient: party(({ patient }) => patient),
      recipient: party(({ recipient }) => recipient),
      place: party(({ place }) => place),
      time: attributeOf(actual, ({ time }) => (time === null ? [] : [time.edtf]), entities, true),
      detail: Object.fromEntries(
        details.map((name) => [name, attributeOf(actual, ({ detail }) => [detail[name] ?? []].flat().map(String), entities, false)]),
      ),
      because: ['the timeline says so'],
    },
  ]
}

function attributeOf(
  told: readonly RecordStatement[],
  of: (one: RecordStatement) => readonly string[],
  entities: EntitiesByName,
  rivals: boolean,
): Attribute {
  const names = [...new Set(told.flatMap(of))]
  const values = names.map((value) => {
    const statements = told.filter((one) => of(one).includes(value))
    const entity = entities.get(value)?.id
    const hedged = statements.every(({ certainty }) => certainty === 'hedged')
    return {
      value,
      ...(entity === undefined ? {} : { entity }),
      statements: statements.map(({ id }) => id),
      origins: [...new Set(statements.map(({ report }) => report))],
      ...(hedged ? { hedged: true as const } : {}),
    }
  })
  const disputed = rivals && names.some((a) => names.some((b) => a !== b && (extentOf(a) === null || !canCoincide(a, b))))
  const origins = new Set(values.flatMap((one) => one.origins)).size
  return { status: names.length === 0 ? 'unknown' : disputed ? 'disputed' : origins > 1 ? 'agreed' : 'single', values }
}

function outletOf({ outlet }: TimelineLine): string {
  return outlet ?? 'timeline'
}

function reportIdOf(outlet: string): ReportId {
  return `sha256:${digestOf(outlet)}`
}

function reportOf(outlet: string): RecordReport {
  const unknown = { url: null, title: null, author: null, published: null, captured: null, language: null }
  return { id: reportIdOf(outlet), outlet, ...unknown, mediaType: 'application/json', credits: [], copyOf: null }
}

function idsOf(names: readonly string[], entities: EntitiesByName): readonly EntityId[] {
  return names.flatMap((name) => entities.get(name)?.id ?? [])
}

function list(given: OneOrMore | undefined): readonly string[] {
  return given === undefined ? [] : typeof given === 'string' ? [given] : given
}
