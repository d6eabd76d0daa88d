import type { ReportId } from '../model/ids.js'
import { type Statement, statementTypes } from '../model/report.js'
import { dayOf } from '../model/time.js'
import { befallsPersons } from './event-fit.js'
import { isSeldom } from './happening-time.js'
import { folded } from './name-token.js'
import { isNamed } from './named.js'
import type { PartyUse } from './party-names.js'
import { type ReportParties, tidy } from './report-parties.js'

/** What a report contributes to the names of the record: each of its parties, with what it says of it. */
export function partyUses(report: ReportId, statements: readonly Statement[], parties: ReportParties): readonly PartyUse[] {
  const context = contexts(statements, parties)
  return parties.parties.map((party, index) => ({ report, party, context: context[index] ?? [] }))
}

/** Words that a report says of each of its parties: what it does or suffers in statements, its offices and their bodies. */
function contexts(statements: readonly Statement[], { byName }: ReportParties): readonly (readonly string[])[] {
  const found: string[][] = []
  const say = (name: string, words: readonly string[]) => {
    const index = byName.get(folded(tidy(name)))
    if (index !== undefined) found[index] = [...(found[index] ?? []), ...words]
  }
  for (const statement of statements) {
    const { type, agent, patient } = statement
    for (const name of agent)
      say(name, type === 'role' || type === 'control' ? telling([...patient, ...titles(statement)]) : [`${type} by`])
    for (const name of patient) say(name, [`${type} of`, ...whenAndWhere(statement)])
  }
  return found
}

/** The day and the place of what a person meets with seldom, and met with alone: two names of which reports say the same arrest are rather one man's. */
function whenAndWhere({ type, patient, place, time, polarity, modality }: Statement): readonly string[] {
  if (!befallsPersons(type) || !isSeldom(type) || patient.length !== 1 || polarity === 'negative' || modality !== 'actual') return []
  const day = time === null ? null : dayOf(time.edtf)
  return [...(day === null ? [] : [dayMark(type, day)]), ...place.filter(isNamed).map((name) => placeMark(type, folded(tidy(name))))]
}

/** What is said of those whom a person's seldom happenings befell. */
const seldomOf: ReadonlySet<string> = new Set(
  statementTypes.filter((type) => befallsPersons(type) && isSeldom(type)).map((type) => `${type} of`),
)

function isDayMark(mark: string): boolean {
  return mark.includes(' of, on ')
}

function isPlaceMark(mark: string): boolean {
  return mark.includes(' of, in ')
}

function dayMark(type: string, day: string): string {
  return `${type} of, on ${day}`
}

function placeMark(type: string, place: string): string {
  return `${type} of, in ${place}`
}

/** What reports say that befell two names alike: its kinds, its days, its places; null where that is too little to tell one story. */
export function sharedStory(a: ReadonlySet<string>, b: ReadonlySet<string>): string | null {
  const both = [...a].filter((mark) => b.has(mark))
  const score = both.reduce((sum, mark) => sum + (isDayMark(mark) ? aDay : isPlaceMark(mark) || seldomOf.has(mark) ? aKindOrPlace : 0), 0)
  return score >= storyFrom && both.some((mark) => isDayMark(mark) || isPlaceMark(mark))
    ? both.map((mark) => mark.replace(' of,', '')).join(', ')
    : null
}

/** An arrest of one day is a story, or an arrest in one town with the release; an arrest in one town alone befalls many, and so do an arrest, a charge and a trial of no day. */
const [storyFrom, aDay, aKindOrPlace] = [3, 2, 1]

function titles({ detail }: Statement): readonly string[] {
  return typeof detail.title === 'string' ? [detail.title] : []
}

function telling(phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) => folded(phrase).split(' ')).filter((word) => word.length > 3)
}
