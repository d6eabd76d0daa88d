import type { StatementId } from '../model/ids.js'
import type { ProcedureStep } from '../model/procedure-pack.js'
import type { FindingStatus } from '../model/record.js'
import { timeInWords } from '../model/time.js'
import { type Clock, isCounted } from './clock.js'
import { type Evidence, isOfNobodyNamed, unrealised } from './evidence.js'
import { evidenceOfStep, type StepEvidence } from './evidence-of-step.js'
import type { Moment } from './moment.js'
import type { Sight } from './sight.js'
import { endOf, type Pairing, pairings, type Timing } from './timing.js'
import { accounts, eventName, momentsInWords, type Reason, reason } from './wording.js'

/** What the record says of a step taken by itself, before what other steps mean for it. */
export interface Verdict {
  readonly status: FindingStatus
  /** When it was done: one moment, or rival ones. */
  readonly done: readonly Moment[]
  readonly statements: readonly StatementId[]
  readonly against: readonly StatementId[]
  readonly reasons: readonly Reason[]
}

export function verdictOn(step: ProcedureStep, sight: Sight, clock: Clock): Verdict {
  const evidence = evidenceOfStep(step, sight, clock)
  const verdict = weigh(step, sight, clock, evidence)
  const reasons = [
    ...tellings(evidence),
    ...verdict.reasons,
    ...onlyHedged(verdict.statements, sight),
    ...notCounted(step, sight, evidence),
  ]
  return isUnverified(step) ? { ...verdict, status: 'no-verdict', reasons: [...reasons, unverified(step)] } : { ...verdict, reasons }
}

function isUnverified({ confidence, deadline }: ProcedureStep): boolean {
  return confidence === 'U' || deadline?.kind === 'unverified'
}

function unverified({ deadline }: ProcedureStep): Reason {
  return reason(
    deadline?.kind === 'unverified'
      ? `No verdict: ${deadline.words}`
      : 'No verdict: nobody has yet seen the words of this step of the law; it is shown so that it is not forgotten',
  )
}

function weigh(step: ProcedureStep, sight: Sight, clock: Clock, evidence: StepEvidence): Verdict {
  const { says, denies, cutOff } = evidence
  if (step.onlyOnceStarted && clock.running.length === 0 && clock.statements.length === 0) return notStarted
  const done = evidence.done.find(({ moments }) => moments.length > 0)?.moments ?? []
  const about = { done, statements: says, against: denies, reasons: [] }
  if (says.length > 0 && denies.length > 0) {
    return { ...about, status: 'contested', reasons: [reason('The accounts differ on whether it was done', [...says, ...denies])] }
  }
  if (says.length > 0) return whenDone(step, sight, clock, about)
  if (denies.length > 0 && step.may) {
    return {
      ...about,
      statements: denies,
      against: [],
      status: 'not-applicable',
      reasons: [reason('It was not done, and the law obliges nobody to do it', denies)],
    }
  }
  if (denies.length > 0) return whenDenied(clock, sight, { ...about, statements: denies, against: [] })
  if (cutOff.says.length > 0) return whenCutOff(cutOff)
  return whenSilent(step, sight, clock)
}

/** What is told of a step, before it is laid against its term. */
type Told = Omit<Verdict, 'status'>

const notStarted: Verdict = {
  status: 'unknown',
  done: [],
  statements: [],
  against: [],
  reasons: [reason('It is due only once its clock has started, of which no report we read tells')],
}

/** Somebody says it was done: in time, late, or not to be told. */
function whenDone({ deadline }: ProcedureStep, sight: Sight, clock: Clock, about: Told): Verdict {
  if (deadline === null) return { ...about, status: 'met' }
  if (!isCounted(deadline)) {
    return {
      ...about,
      status: 'no-verdict',
      reasons: [reason(`The law says “${deadline.words}” and no number: the time gone is shown, and no verdict`)],
    }
  }
  const paired = pairings(deadline.kind, clock.running, about.done, sight.zone)
  if (paired.length === 0) {
    const missing = about.done.length === 0 ? 'no account says when it was done' : 'no account dates the start of its term'
    return { ...about, status: 'unknown', reasons: [reason(`Whether it was in time cannot be told: ${missing}`)] }
  }
  return { ...about, ...timed(paired, about) }
}

function timed(paired: readonly Pairing[], about: Told): Pick<Verdict, 'status' | 'statements' | 'against' | 'reasons'> {
  const sideOf = (...timings: readonly Timing[]) =>
    distinct(paired.filter(({ timing }) => timings.includes(timing)).flatMap(({ statements }) => statements))
  const found = new Set(paired.map(({ timing }) => timing))
  const { statements, against } = about
  if (found.has('met') && (found.has('late') || found.has('early'))) {
    const text = 'By some of the dates told it was in time, by others not'
    return {
      status: 'contested',
      statements: sideOf('met'),
      against: sideOf('late', 'early'),
      reasons: [reason(text, sideOf('met', 'late', 'early'))],
    }
  }
  if (found.has('two-ways'))
    return { status: 'contested', statements, against, reasons: [reason('In time under one way of counting and late under the other')] }
  if (found.has('too-coarse')) {
    return { status: 'unknown', statements, against, reasons: [reason('The dates told are too coarse to say whether it was in time')] }
  }
  const texts = {
    met: 'Done within the term',
    late: 'Done after the term had ended',
    early: 'Done before the time the law keeps free had passed',
  }
  const outcome = found.has('late') ? 'late' : found.has('early') ? 'early' : 'met'
  return { status: outcome === 'early' ? 'missed' : outcome, statements, against, reasons: [reason(texts[outcome], statements)] }
}

/** Somebody says it was not done, and nobody that it was. A term still running, or cut short by the end of custody, is not missed. */
function whenDenied(clock: Clock, sight: Sight, about: Told): Verdict {
  const { earliest } = ends(clock, sight.zone)
  if (earliest !== null && sight.at.last !== null && sight.at.last <= earliest) {
    return { ...about, status: 'pending', reasons: [reason('It is said not to have been done; its term is still running')] }
  }
  if (earliest !== null && sight.custody.endedBy !== null && sight.custody.endedBy <= earliest) return { ...about, ...moot(sight) }
  return {
    ...about,
    status: 'missed',
    reasons: [reason('It is said not to have been done, and no account says that it was', about.statements)],
  }
}

/** Nothing is said of the step, but of what had to come first: where that did not come, the step cannot have been taken. */
function whenCutOff({ says, denies, remarks }: StepEvidence['cutOff']): Verdict {
  const told = remarks.map((remark) => reason(remark, says))
  if (denies.length === 0) return { status: 'missed', done: [], statements: says, against: [], reasons: told }
  const text = 'Other accounts say that what had to come first did come; nobody says that the step itself was taken'
  return { status: 'contested', done: [], statements: denies, against: says, reasons: [...told, reason(text, denies)] }
}

/** No report says anything: that is never "it was not done". */
function whenSilent({ deadline }: ProcedureStep, sight: Sight, clock: Clock): Verdict {
  const about: Verdict = { status: 'unknown', done: [], statements: [], against: [], reasons: [] }
  const silent = 'No report we read says that it was done, which does not mean that it was not'
  const { at, custody } = sight
  const { earliest, latest } = ends(clock, sight.zone)
  if (clock.running.length === 0) return { ...about, reasons: [reason(silent)] }
  if (earliest === null || latest === null || !isCounted(deadline)) {
    return custody.closing.length > 0
      ? { ...about, reasons: [reason(silent)] }
      : { ...about, status: 'pending', statements: clock.statements, reasons: [reason('No report we read says that it was done yet')] }
  }
  if (endedWithinTerm(clock, sight)) return { ...about, ...moot(sight) }
  if (at.last !== null && at.last <= latest) {
    const text =
      at.last <= earliest
        ? 'Its term is still running'
        : 'Its term may have ended already: the start is not exactly known, or the law is read two ways'
    return { ...about, status: 'pending', statements: clock.statements, reasons: [reason(text)] }
  }
  return { ...about, reasons: [reason(`Its term has ended. ${silent}`)] }
}

/** Whether custody certainly ended within the term, counted from at least one of its candidate starts. */
function endedWithinTerm({ running }: Clock, { custody: { endedBy }, zone }: Sight): boolean {
  return endedBy !== null && running.some(({ due: [first] }) => first !== undefined && endedBy <= endOf(first, zone))
}

function moot({ custody }: Sight): Pick<Verdict, 'status' | 'reasons'> {
  const first = custody.closing.find(({ moments }) => moments.length > 0)
  const says = first?.says ?? []
  const end = first === undefined ? 'the end of custody' : `the ${eventName(first)}, ${momentsInWords(first.moments)}`
  return { status: 'not-applicable', reasons: [reason(`The custody ended before the term did, with ${end}: no failure of time`, says)] }
}

/** The first and the last instant at which the step's term may end; null where no number is known. */
function ends({ running }: Clock, zone: string): { readonly earliest: number | null; readonly latest: number | null } {
  const all = running.flatMap(({ due }) => due.map((one) => endOf(one, zone)))
  return all.length === 0 ? { earliest: null, latest: null } : { earliest: Math.min(...all), latest: Math.max(...all) }
}

/** What each account of the step tells, with the pack's remarks. */
function tellings({ done, against }: StepEvidence): readonly Reason[] {
  const withRemark = (text: string, remark: string | undefined) => (remark === undefined ? text : `${text}. ${remark}`)
  return [
    ...done.map((one) =>
      reason(
        withRemark(
          `${capital(eventName(one))}, ${momentsInWords(one.moments)}: ${accounts(one.says)}${ofWhom(one)}${datedAsAnother(one)}`,
          one.remark,
        ),
        one.says,
      ),
    ),
    ...against.map((one) => {
      const ids = one.denies.length > 0 ? one.denies : one.says
      return reason(withRemark(`${capital(accounts(ids))} say${ids.length === 1 ? 's' : ''} that it was not done`, one.remark), ids)
    }),
  ]
}

/** A date that is another act's is told, and not counted. */
function datedAsAnother({ event, misdated }: Evidence): string {
  if (misdated.length === 0) return ''
  const day = misdated.map((edtf) => timeInWords(edtf)).join(', ')
  return `. ${day}, which accounts give for the ${event.type}, is the day it was applied for`
}

function ofWhom({ event, says }: Evidence): string {
  return isOfNobodyNamed(event) ? `, which ${says.length === 1 ? 'does' : 'do'} not say of whom` : ''
}

function onlyHedged(statements: readonly StatementId[], { ground }: Sight): readonly Reason[] {
  const hedged = statements.length > 0 && statements.every((id) => ground.facts.statements.get(id)?.certainty === 'hedged')
  return hedged ? [reason('Every account of it is hedged', statements)] : []
}

/** Plans and demands to do it do not count; a reader wants to know of them where the act itself is not told. */
function notCounted(step: ProcedureStep, sight: Sight, { says }: StepEvidence): readonly Reason[] {
  if (says.length > 0 || sight.ground.facts.unrealised.length === 0) return []
  const told = step.met.flatMap((condition) => unrealised(condition, sight.ground, sight.custody.person))
  const ids = distinct(told.map(({ id }) => id))
  return ids.length === 0 ? [] : [reason('That it was planned, demanded or would have been done is told; that does not count as done', ids)]
}

function distinct(ids: readonly StatementId[]): readonly StatementId[] {
  return [...new Set(ids)]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
