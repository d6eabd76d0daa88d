import { AttestError } from '../model/errors.js'
import { digestOf } from '../model/ids.js'
import type { Place } from '../model/packs.js'
import type { ProcedurePack } from '../model/procedure-pack.js'
import type { Attribute, Event, Reconciled, RecordStatement } from '../model/record.js'
import { type StatementType, statementTypes } from '../model/report.js'
import { extentOf } from '../model/time.js'
import { mainPerson } from './custody.js'
import { momentOf } from './moment.js'
import { groundOf } from './sight.js'

/** An event that nobody told: what if it came? */
export interface Supposition {
  readonly type: StatementType
  /** For a ruling: validated, custody-ordered … Absent: what the procedure waits for next. */
  readonly outcome: string | null
  readonly time: string
  readonly agent: string | null
  readonly recipient: string | null
}

const form = 'write TYPE [OUTCOME] TIME [WHO [to WHOM]], such as "ruling validated 2025-01-23T09:30 Rome Court of Appeal"'

/** What `ruling validated 2025-01-23T09:30 Rome Court of Appeal` supposes. */
export function parseSupposition(text: string): Supposition {
  const words = text.trim().split(/\s+/)
  const at = words.findIndex((word) => /^\d{4}/.test(word))
  const [type = ''] = words
  if (!isType(type))
    throw new AttestError(
      'suppose/type',
      `"${text}" supposes no event: "${type}" is no type; ${form}. Types are ${statementTypes.join(', ')}`,
    )
  const time = words[at]
  if (at < 1 || time === undefined || extentOf(time) === null) throw new AttestError('suppose/time', `"${text}" gives no time; ${form}`)
  const [agent = '', recipient = ''] = words
    .slice(at + 1)
    .join(' ')
    .split(/ to /)
  const outcome = words.slice(1, at).join('-').replace(/[()]/g, '')
  return { type, outcome: orNull(outcome), time, agent: orNull(agent), recipient: orNull(recipient) }
}

function isType(word: string): word is StatementType {
  return (statementTypes as readonly string[]).includes(word)
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

/** A record with what is supposed laid into it, what it was supposed to be in words, and the moment as of which it is then judged. */
export interface SupposedRecord {
  readonly record: Reconciled
  readonly at: string
  readonly words: readonly string[]
}

/** The record as it stood at a moment, with events supposed to follow. What the record tells of later days is left out: it is what the supposition replaces. */
export function supposing(
  pack: ProcedurePack,
  record: Reconciled,
  at: string,
  suppositions: readonly Supposition[],
  places: readonly Place[] = [],
): SupposedRecord {
  const ground = groundOf(pack, record, places)
  const person = mainPerson(ground)
  const name = person === null ? null : (ground.parties.entity(person)?.name ?? null)
  const until = momentOf(at, pack.zone)?.last ?? Number.POSITIVE_INFINITY
  const known = record.events.filter(
    ({ time }) => time.values.length === 0 || time.values.some(({ value }) => (momentOf(value, pack.zone)?.first ?? 0) <= until),
  )
  const told = suppositions.map((supposition) => {
    const outcome = supposition.outcome ?? (supposition.type === 'ruling' ? awaitedOutcome(pack) : null)
    const statement = statementOf({ ...supposition, outcome }, person === null ? null : { id: person, name: name ?? 'the person' })
    return {
      statement,
      event: eventOf(statement),
      words: inWords({ ...supposition, outcome }, supposition.outcome === null && outcome !== null),
    }
  })
  const times = suppositions
    .map(({ time }) => ({ time, first: momentOf(time, pack.zone)?.first ?? 0 }))
    .filter(({ first }) => first > until)
  const last = times.sort((a, b) => b.first - a.first)[0]
  return {
    record: {
      ...record,
      statements: [...record.statements, ...told.map(({ statement }) => statement)],
      events: [...known, ...told.map(({ event }) => event)],
    },
    at: last?.time ?? at,
    words: told.map(({ words }) => words),
  }
}

/** The outcome of the first ruling the pack waits for that does not end the matter: what a ruling without its outcome is supposed to be. */
function awaitedOutcome({ steps, closes }: ProcedurePack): string | null {
  const ending = closes.flatMap(({ detail }) => detail?.outcome ?? [])
  const awaited = steps.flatMap(({ met }) =>
    met.filter(({ type }) => type.includes('ruling')).flatMap(({ detail }) => detail?.outcome ?? []),
  )
  return awaited.find((outcome) => !ending.includes(outcome)) ?? null
}

function inWords({ type, outcome, time, agent, recipient }: Supposition, guessed: boolean): string {
  const what =
    outcome === null ? type : `${type} (${outcome.replaceAll('-', ' ')}${guessed ? ', the outcome the procedure waits for' : ''})`
  return [what, time, ...(agent === null ? [] : [`by ${agent}`]), ...(recipient === null ? [] : [`to ${recipient}`])].join(' ')
}

type Somebody = { readonly id: RecordStatement['patientEntities'][number]; readonly name: string } | null

/** Types whose patient is not the person: who is told, or what is asked for. */
const ofThings: readonly StatementType[] = ['notification', 'demand', 'inquiry', 'referral', 'appeal']

function statementOf({ type, outcome, time, agent, recipient }: Supposition, somebody: Somebody): RecordStatement {
  const patient = ofThings.includes(type) ? null : somebody
  const exact = `supposed: ${type} ${time}`
  return {
    id: `st:supposed-${digestOf(type, time, agent ?? '', recipient ?? '', outcome ?? '').slice(0, 12)}`,
    type,
    quote: { start: 0, end: exact.length, exact },
    agent: agent === null ? [] : [agent],
    patient: patient === null ? [] : [patient.name],
    recipient: recipient === null ? [] : [recipient],
    place: [],
    time: { edtf: time, text: time },
    sources: [],
    polarity: 'positive',
    certainty: 'certain',
    modality: 'actual',
    detail: outcome === null ? {} : { outcome },
    why: ['supposed, told by nobody'],
    report: 'sha256:supposed',
    agentEntities: [],
    patientEntities: patient === null ? [] : [patient.id],
    recipientEntities: [],
    placeEntities: [],
    state: 'proposed',
  }
}

function eventOf({ id, type, agent, patient, patientEntities, recipient, time, detail }: RecordStatement): Event {
  const attribute = (values: readonly string[], entity?: RecordStatement['patientEntities'][number]): Attribute => ({
    status: values.length === 0 ? 'unknown' : 'single',
    values: values.map((value) => ({ value, ...(entity === undefined ? {} : { entity }), statements: [id], origins: ['supposed'] })),
  })
  return {
    id: `ev:${id.slice(3)}`,
    type,
    statements: [id],
    happened: attribute(['true']),
    agent: attribute(agent),
    patient: attribute(patient, patientEntities[0]),
    recipient: attribute(recipient),
    place: attribute([]),
    time: attribute(time === null ? [] : [time.edtf]),
    detail: Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, attribute([String(value)])])),
    because: ['supposed'],
  }
}
