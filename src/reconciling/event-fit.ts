import type { StatementType } from '../model/report.js'
import type { Phrases } from './compatible-phrases.js'
import { type TimeFit, timeFit } from './happening-time.js'
import { folded } from './name-token.js'
import { mayBeOneTime } from './time-attribute.js'
import type { Party, Told } from './told.js'

/** How well a statement fits an event so far, with the reasons; or null where it is another happening. */
export interface EventFit {
  readonly score: number
  readonly because: readonly string[]
}

/** Types told by who speaks and about what; without the same speaker there is no same act. */
const speechTypes: ReadonlySet<StatementType> = new Set(['condemnation', 'defence', 'denial', 'demand', 'inquiry'])
/** Types whose agent makes the happening: another agent is another happening. */
const agentMakesIt: ReadonlySet<StatementType> = new Set([
  ...speechTypes,
  'role',
  'control',
  'alias',
  'agreement',
  'support',
  'complaint',
  'appeal',
])
/** Types whose recipient makes the happening: telling the ministry is not telling the court. */
const recipientMakesIt: ReadonlySet<StatementType> = new Set(['notification', 'demand', 'inquiry', 'referral'])

/** From this score a statement is taken for an account of the event: one party in the right role and nothing against it. */
export const joinsFrom = 2

/** How a statement fits the statements of an event. */
export function eventFit(told: Told, event: readonly Told[], phrases: Phrases): EventFit | null {
  const { type } = told.statement
  const because: string[] = []
  let score = 0
  const patient = shared(
    told.patient,
    event.flatMap((other) => other.patient),
    phrases,
  )
  const agent = shared(
    told.agent,
    event.flatMap((other) => other.agent),
    phrases,
  )
  const recipient = shared(
    told.recipient,
    event.flatMap((other) => other.recipient),
    phrases,
  )
  if (patient === 'other' && type !== 'notification') return null
  if (agent === 'other' && agentMakesIt.has(type)) return null
  if (recipient === 'other' && recipientMakesIt.has(type)) return null
  if (patient !== null && patient !== 'other') {
    score += 2
    because.push(`${patient.value} in both`)
  }
  if (agent !== null && agent !== 'other') {
    score += agentMakesIt.has(type) ? 2 : 1
    because.push(`by ${agent.value} in both`)
  }
  if (recipient !== null && recipient !== 'other') {
    score += recipientMakesIt.has(type) ? 2 : 1
    because.push(`to ${recipient.value} in both`)
  }
  const time = bestTime(told, event)
  if (time.fit === 'apart' || (time.fit === 'near' && time.sameReport)) return null
  if (time.fit === 'one') {
    score += 1.5
    because.push(`${told.statement.time?.edtf} and ${time.edtf} can be one time`)
  }
  if (time.fit === 'near') {
    score -= 0.5
    because.push(`${told.statement.time?.edtf} and ${time.edtf} are near enough to be one time told wrongly`)
  }
  const place = shared(
    told.place,
    event.flatMap((other) => other.place),
    phrases,
  )
  if (place !== null && place !== 'other') {
    score += 1
    because.push(`${place.value} in both`)
  }
  const words = sharedDetail(told, event)
  if (words === 'other') return null
  if (words !== null) {
    score += 1
    because.push(words)
  }
  return { score, because }
}

/** A party both name; `other` where both name parties and share none; null where one names nobody. */
function shared(a: readonly Party[], b: readonly Party[], phrases: Phrases): Party | 'other' | null {
  if (a.length === 0 || b.length === 0) return null
  const keys = new Set(b.map(({ key }) => key))
  const same = a.find(({ key }) => keys.has(key))
  if (same !== undefined) return same
  const alike = a.find((x) => x.entity === null && b.some((y) => y.entity === null && phrases.areCompatible(x.value, y.value)))
  if (alike !== undefined) return alike
  // Who is not named may be anybody that is.
  return a.every(({ entity }) => entity !== null) && b.every(({ entity }) => entity !== null) ? 'other' : null
}

/** The statement's time beside the event's: beside every account of it to be one time, beside the one most accounts give to be near it; or accounts that each differ by a day would lead from week to week. */
function bestTime(told: Told, event: readonly Told[]): { readonly fit: TimeFit; readonly edtf: string; readonly sameReport: boolean } {
  const own = told.statement.time?.edtf ?? null
  const { type } = told.statement
  const dated = event.filter(({ statement }) => statement.time !== null)
  const times = dated.map(({ statement }) => statement.time?.edtf ?? '')
  if (own === null || times.length === 0) return { fit: 'unknown', edtf: '', sameReport: false }
  const one = times.find((edtf) => timeFit(type, own, edtf, mayBeOneTime) === 'one')
  if (one !== undefined) return { fit: 'one', edtf: one, sameReport: false }
  const usual = mostOften(times)
  // One report, one voice, two days: it tells of two happenings.
  const sameReport = dated.some(
    ({ report, statement }) => report === told.report && statement.sources.join() === told.statement.sources.join(),
  )
  return { fit: timeFit(type, own, usual, mayBeOneTime), edtf: usual, sameReport }
}

function mostOften(times: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const time of times) counts.set(time, (counts.get(time) ?? 0) + 1)
  return [...counts.entries()].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** Details that make another happening when they differ: an outcome, an office, a byname, the kind of harm. */
function sharedDetail(told: Told, event: readonly Told[]): string | 'other' | null {
  const own = told.statement.detail
  if (told.statement.type === 'alias') {
    const name = folded(String(own.name ?? ''))
    return event.some(({ statement }) => folded(String(statement.detail.name ?? '')) === name) ? `the byname ${name} in both` : 'other'
  }
  if (told.statement.type === 'ruling') {
    const outcomes = new Set(
      event.flatMap(({ statement }) => (typeof statement.detail.outcome === 'string' ? [statement.detail.outcome] : [])),
    )
    if (typeof own.outcome !== 'string' || outcomes.size === 0) return null
    return outcomes.has(own.outcome) ? `${own.outcome} in both` : 'other'
  }
  return null
}
