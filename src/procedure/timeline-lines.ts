import { z } from 'zod'
import { AttestError } from '../model/errors.js'
import { type StatementType, statementTypes } from '../model/report.js'
import type { TimelineLine } from './timeline-record.js'

const oneOrMore = z.union([z.string(), z.array(z.string())])
const detail = z.union([z.string(), z.number().transform(String), z.boolean(), z.array(z.string())])

const fields = {
  type: z.enum(statementTypes),
  event: z.string().optional(),
  time: z.union([z.string(), z.object({ edtf: z.string() }).transform(({ edtf }) => edtf), z.null()]).optional(),
  agent: oneOrMore.optional(),
  patient: oneOrMore.optional(),
  recipient: oneOrMore.optional(),
  place: oneOrMore.optional(),
  polarity: z.enum(['positive', 'negative']).optional(),
  certainty: z.enum(['certain', 'hedged']).optional(),
  modality: z.enum(['actual', 'demanded', 'planned', 'conditional']).optional(),
  state: z.enum(['proposed', 'accepted', 'rejected']).optional(),
  detail: z.record(z.string(), detail).optional(),
  outlet: z.string().optional(),
  says: z.string().optional(),
}
const lineSchema = z.object(fields)
const lineFields: readonly string[] = Object.keys(fields)

/** Fields of a statement that a timeline has no use for: whoever pastes statements should not be told of each. */
const passedOver: readonly string[] = ['id', 'quote', 'sources', 'report', 'why', 'agentEntities', 'patientEntities']

/** What a timeline in JSON lines says, and what of it was not read. */
export interface ReadTimeline {
  readonly lines: readonly TimelineLine[]
  readonly notes: readonly string[]
}

/** Events in the record's words, one JSON object a line. Throws AttestError with the line that is none; a field nobody knows is noted. */
export function readTimeline(text: string): ReadTimeline {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((row, index) => ({ row: row.trim(), number: index + 1 }))
    .filter(({ row }) => row !== '')
  if (rows.length === 0)
    throw new AttestError(
      'timeline/empty',
      'no event is given; write one JSON object a line, such as {"type":"arrest","time":"2025-01-19T09:30+01:00","place":["Turin"]}',
    )
  const read = rows.map(({ row, number }) => readLine(row, number))
  return { lines: aboutOnePerson(read.map(({ line }) => line)), notes: read.flatMap(({ notes }) => notes) }
}

/** Whoever is held where no line names anybody: the person in front of whoever types the line. */
const nameless = 'the person held'

/** Types that are always about somebody held. */
const custodyTypes: readonly StatementType[] = ['arrest', 'detention', 'release', 'surrender', 'extradition', 'hearing']

/** The lines with the person held filled in where a line leaves it out and the others name one person or nobody. */
function aboutOnePerson(lines: readonly TimelineLine[]): readonly TimelineLine[] {
  const isAboutSomebody = ({ type }: TimelineLine) => custodyTypes.includes(type)
  const named = new Set(lines.filter(isAboutSomebody).flatMap(({ patient }) => patient ?? []))
  const [person = nameless] = named
  if (named.size > 1) return lines
  return lines.map((line) => (isAboutSomebody(line) && (line.patient ?? []).length === 0 ? { ...line, patient: person } : line))
}

function readLine(row: string, number: number): { readonly line: TimelineLine; readonly notes: readonly string[] } {
  const value = jsonOf(row, number)
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`)
    throw new AttestError('timeline/line', `line ${number}: ${mistakes.join('; ')}`)
  }
  const unknown = Object.keys(value).filter((key) => !lineFields.includes(key) && !passedOver.includes(key))
  const known = Object.fromEntries(Object.entries(parsed.data).filter(([, given]) => given !== undefined))
  return {
    line: known as unknown as TimelineLine,
    notes: unknown.map((key) => `line ${number}: "${key}" is no field of an event and was not read; fields are ${lineFields.join(', ')}`),
  }
}

function jsonOf(row: string, number: number): object {
  let value: unknown
  try {
    value = JSON.parse(row)
  } catch (error) {
    throw new AttestError('timeline/not-json', `line ${number} is no JSON: ${(error as Error).message}; write one object a line`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AttestError('timeline/not-an-event', `line ${number} is no JSON object; write {"type": …, "time": …} on one line`)
  return value
}
