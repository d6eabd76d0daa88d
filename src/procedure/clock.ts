import { AttestError } from '../model/errors.js'
import type { EventId, StatementId } from '../model/ids.js'
import type { CountingRule, Deadline, Extension, ProcedureStep, StartCondition } from '../model/procedure-pack.js'
import { type CountingPlace, countTerm } from './counting/count-term.js'
import { type Evidence, evidenceFor } from './evidence.js'
import { countingStarts, type Moment, momentOf } from './moment.js'
import type { Sight } from './sight.js'
import { accounts, dateInWords, eventName, momentsInWords, type Reason, reason } from './wording.js'

/** One moment from which a term may run, and where that term ends. */
export interface Running {
  readonly start: Moment
  /** The values at which the term may end, earliest first; empty where the law gives no number. */
  readonly due: readonly string[]
  /** True where the law itself is read two ways, so that a date between them is neither in time nor late. */
  readonly readTwoWays: boolean
}

/** A step's clock: what starts it and where it ends, with the arithmetic. */
export interface Clock {
  readonly running: readonly Running[]
  /** The events that may start it: none of them is the act itself. */
  readonly events: readonly EventId[]
  readonly statements: readonly StatementId[]
  readonly reasons: readonly Reason[]
}

type Counted = Extract<Deadline, { readonly amount: unknown }>

/** The clock of a step. Where it starts with the end of another step's term, that one is counted first. */
export function clockOf(step: ProcedureStep, sight: Sight): Clock {
  const starts = inWords(startsTold(step, sight))
  const told = starts.filter(({ moments }) => moments.length > 0)
  const counted = isCounted(step.deadline) ? step.deadline : null
  const extension = counted === null ? null : extensionOf(counted, sight)
  const counts = told.flatMap(({ moments }) => moments.map((start) => runningFrom(start, counted, extension?.granted ?? [], sight)))
  return {
    running: counts.map(({ running }) => running),
    events: starts.flatMap(({ event }) => event ?? []),
    statements: [...new Set(starts.flatMap(({ says }) => says))],
    reasons: [
      ...starts.map(({ reason: why }) => why),
      ...(starts.length === 0 && step.starts.length > 0 ? [reason('No report we read says that its clock has started')] : []),
      ...(extension?.reasons ?? []),
      ...compared(step.deadline),
      ...(counted === null || counts.length === 0 ? [] : [countedBy(counted.rule), ...holidaysOf(counted.rule, sight)]),
      ...counts.flatMap(({ steps }) => steps.map((text) => reason(text))),
    ],
  }
}

export function isCounted(deadline: Deadline | null): deadline is Counted {
  return deadline !== null && 'amount' in deadline
}

interface Start {
  readonly moments: readonly Moment[]
  readonly says: readonly StatementId[]
  readonly event: EventId | null
  readonly reason: Reason
}

/** The starts that are told; those that stand in for others only where none of the others is. */
function startsTold(step: ProcedureStep, sight: Sight): readonly Start[] {
  const told = (fallback: boolean) =>
    step.starts.filter((start) => start.fallback === fallback).flatMap((start) => startsOf(start, step, sight))
  const first = told(false)
  return first.length > 0 ? first : told(true)
}

function startsOf(start: StartCondition, step: ProcedureStep, sight: Sight): readonly Start[] {
  if (start.kind === 'limit') return limitStarts(start.step, sight)
  return evidenceFor(start, sight.ground, sight.custody.person)
    .filter((evidence) => evidence.says.length > 0 && sight.isOfThisCustody(evidence, step.when))
    .map(eventStart)
}

/** Several starts are candidates, and said to be. */
function inWords(starts: readonly Start[]): readonly Start[] {
  const verb = starts.length > 1 ? 'may start' : 'starts'
  return starts.map((start) => ({ ...start, reason: { ...start.reason, text: `The clock ${verb} with ${start.reason.text}` } }))
}

function eventStart(evidence: Evidence): Start {
  const { moments, says, event, remark } = evidence
  const told = `the ${eventName(evidence)}, ${momentsInWords(moments)} (${accounts(says)})`
  return { moments, says, event: event.id, reason: reason(remark === undefined ? told : `${told}. ${remark}`, says) }
}

/** A term that begins where another ends. An end that holds two ways of counting gives its strict one: they are not applied twice. */
function limitStarts(id: string, sight: Sight): readonly Start[] {
  const step = sight.pack.steps.find((one) => one.id === id)
  if (step === undefined) return []
  const { running, statements } = clockOf(step, sight)
  return running.flatMap(({ due, readTwoWays }) => {
    const [first, last] = [due[0], due.at(-1)]
    if (first === undefined || last === undefined) return []
    const end = readTwoWays || first === last ? first : `${first}/${last}`
    const moment = momentOf(end, sight.zone)
    const text = `the end of the term of step ${id}, ${dateInWords(end)}, at the latest`
    return moment === null ? [] : [{ moments: [moment], says: [], event: null, reason: reason(text, statements) }]
  })
}

interface RunningWithSteps {
  readonly running: Running
  readonly steps: readonly string[]
}

function runningFrom(start: Moment, deadline: Counted | null, granted: readonly Extension[], sight: Sight): RunningWithSteps {
  if (deadline === null) return { running: { start, due: [], readTwoWays: false }, steps: [] }
  const froms = countingStarts(start, deadline.rule.zone ?? sight.zone)
  const endless = granted.find(({ by, to }) => by === undefined && to === undefined)
  if (endless !== undefined) return { running: { start, due: [], readTwoWays: false }, steps: [`no end can be counted: ${endless.says}`] }
  if (froms.length === 0) return { running: { start, due: [], readTwoWays: false }, steps: ['no end can be counted from so vague a date'] }
  try {
    const counts = froms.map((from) => countExtended(deadline, from, granted, sight))
    const due = inOrder(counts.flatMap(({ due: one }) => one))
    const exact = froms.length === 1 && (deadline.amount.unit !== 'h' || start.precision === 'minute')
    return { running: { start, due, readTwoWays: exact && due.length > 1 }, steps: counts.flatMap(({ steps }) => steps) }
  } catch (error) {
    if (!(error instanceof AttestError)) throw error
    return { running: { start, due: [], readTwoWays: false }, steps: [error.message] }
  }
}

/** Where a term ends, and how it was counted. */
interface TermEnd {
  readonly due: readonly string[]
  readonly steps: readonly string[]
}

/** The term with the extensions granted: one "by" is added to the amount, one "to" takes its place. */
function countExtended(deadline: Counted, from: string, granted: readonly Extension[], sight: Sight): TermEnd {
  const { zone, calendar, pack } = sight
  const where: CountingPlace = { zone, place: pack.seat, ...(calendar === null ? {} : { calendar }) }
  const replaced = granted.findLast(({ to }) => to !== undefined)?.to ?? deadline.amount
  const first = count(deadline, from, replaced, where)
  return granted.reduce<TermEnd>((so, { by }) => {
    if (by === undefined) return so
    const counts = so.due.map((end) => count(deadline, end, by, where))
    return { due: inOrder(counts.flatMap(({ due }) => due)), steps: [...so.steps, ...counts.flatMap(({ steps }) => steps)] }
  }, first)
}

function count({ rule, kind }: Counted, from: string, amount: Counted['amount'], where: CountingPlace): TermEnd {
  const { due, unmoved, steps } = countTerm(rule, from, kind === 'notice' ? { ...amount, n: -amount.n } : amount, where)
  return { due: unmoved === undefined ? due : inOrder([...unmoved, ...due]), steps }
}

function countedBy({ id, says, basis }: CountingRule): Reason {
  return reason(`Counted by ${id}: ${says} (basis: ${basis})`)
}

/** What other laws make of a soft word: a measure for the reader, no verdict. */
function compared(deadline: Deadline | null): readonly Reason[] {
  if (deadline?.kind !== 'soft' || deadline.compare.length === 0) return []
  return [reason(`“${deadline.words}” has no number here; elsewhere: ${deadline.compare.join('; ')}`)]
}

/** Whose holidays were used, where the rule leaves that to the country. */
function holidaysOf({ roll, calendar: own }: CountingRule, { calendar }: Sight): readonly Reason[] {
  if (roll !== 'by-analogy') return []
  const name = (calendar ?? own)?.names[0]
  return name === undefined
    ? []
    : [reason(`Holidays of ${name}${calendar === null ? ', for no account says in which State the person is held' : ''}`)]
}

function inOrder(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort((a, b) => Date.parse(a) - Date.parse(b) || (a < b ? -1 : 1))
}

/** Extensions that the record shows to be granted, and those the law would allow. */
function extensionOf(
  deadline: Counted,
  { ground, custody }: Sight,
): { readonly granted: readonly Extension[]; readonly reasons: readonly Reason[] } {
  const looked = deadline.extend.map((extension) => ({
    extension,
    says: extension.upon.flatMap((condition) => evidenceFor(condition, ground, custody.person).flatMap(({ says }) => says)),
  }))
  return {
    granted: looked.filter(({ says }) => says.length > 0).map(({ extension }) => extension),
    reasons: looked.map(({ extension, says }) =>
      says.length > 0
        ? reason(`Extended: ${extension.says}`, says)
        : reason(`It may be extended: ${extension.says}. No report we read says that it was`),
    ),
  }
}
