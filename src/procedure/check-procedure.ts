import { AttestError } from '../model/errors.js'
import type { ProcedurePack, ProcedureReading, ProcedureStep, StepUnderReading } from '../model/procedure-pack.js'
import type { Finding, Reconciled } from '../model/record.js'
import { type Clock, clockOf } from './clock.js'
import { localDay } from './counting/clock-time.js'
import { gapBetween, type Moment, momentOf } from './moment.js'
import { type CheckOptions, type Sight, sightOf } from './sight.js'
import { whyUnsettled } from './unsettled.js'
import { type Verdict, verdictOn } from './verdict.js'
import { accounts, momentsInWords, type Reason, reason } from './wording.js'

export type { CheckOptions } from './sight.js'

/** What the law's steps say of the record as of a day: a finding for each step, under each reading that has its own view of it. */
export function checkProcedure(pack: ProcedurePack, record: Reconciled, at: string, options: CheckOptions = {}): readonly Finding[] {
  const moment = momentOf(at, pack.zone)
  if (moment === null)
    throw new AttestError('procedure/no-day', `a procedure is checked as of a day or a minute (2025-01-22); given: ${at}`)
  const sight = sightOf(pack, record, moment, options)
  const clocks = new Map(pack.steps.map((step) => [step.id, clockOf(step, sight)]))
  const verdicts = new Map(pack.steps.map((step) => [step.id, verdictOn(step, sight, clocks.get(step.id) ?? stopped)]))
  const check: Check = { sight, clocks, verdicts, about: whose(sight), asked: new Set() }
  return pack.steps.flatMap((step) => readingsOf(step, sight).map((reading) => findingUnder(step, reading, check)))
}

const stopped: Clock = { running: [], events: [], statements: [], reasons: [] }

/** What the findings of one check share. `asked` holds the steps under way, so that steps that require each other end. */
interface Check {
  readonly sight: Sight
  readonly clocks: ReadonlyMap<string, Clock>
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** Whose custody every finding is about. */
  readonly about: readonly Reason[]
  readonly asked: ReadonlySet<string>
}

/** The readings under which a step is found: those of the whole pack and those the step names; one finding for all where there is none. */
function readingsOf(step: ProcedureStep, { readings }: Sight): readonly (ProcedureReading | null)[] {
  const own = readings.filter(({ id, of }) => of === 'pack' || step.under?.[id] !== undefined)
  return own.length === 0 ? [null] : own
}

function findingUnder(step: ProcedureStep, reading: ProcedureReading | null, check: Check): Finding {
  const { sight } = check
  const clock = check.clocks.get(step.id) ?? stopped
  const view = reading === null ? undefined : step.under?.[reading.id]
  const verdict = underReading(step, reading, view, check)
  const due = dueOf(clock)
  return {
    procedure: sight.pack.id,
    step: step.id,
    reading: reading?.id ?? null,
    status: verdict.status,
    due,
    done: doneOf(verdict.done),
    gap: gapOf(clock, verdict, sight.at),
    statements: verdict.statements,
    against: verdict.against,
    blockedBy: verdict.blockedBy,
    effect: view?.effect ?? step.effect,
    reasoning: [...check.about, ...readingSays(reading, view), ...clock.reasons, ...verdict.reasons, ...wordsUnseen(step)],
    basis: step.basis,
    quote: step.quote,
    lang: step.lang,
    source: step.source,
    confidence: step.confidence,
    asOf: sight.pack.asOf,
  }
}

/** That the law's words do not stand beside the finding, and why. */
function wordsUnseen({ unseen }: ProcedureStep): readonly Reason[] {
  return unseen === undefined ? [] : [reason(`The law’s words are not shown: ${unseen}`)]
}

type VerdictUnder = Verdict & { readonly blockedBy: string | null }

function underReading(
  step: ProcedureStep,
  reading: ProcedureReading | null,
  view: StepUnderReading | undefined,
  check: Check,
): VerdictUnder {
  const verdict = { ...(check.verdicts.get(step.id) ?? silent), blockedBy: null }
  if (reading?.applies === false || view?.applies === false) {
    return { ...silent, blockedBy: null, status: 'not-applicable', reasons: [reason('Under this reading the step does not apply')] }
  }
  const unsettled = whyUnsettled([check.clocks.get(step.id)?.statements ?? [], verdict.statements, verdict.against], check.sight)
  if (unsettled !== null) {
    return {
      ...verdict,
      status: 'no-verdict',
      reasons: [...verdict.reasons, reason(`No verdict: ${unsettled.says} (${unsettled.source})`)],
    }
  }
  const outOfForce = notInForce(step, check)
  if (outOfForce !== null) return { ...silent, blockedBy: null, status: 'not-applicable', reasons: [outOfForce] }
  const requires = view?.requires ?? step.requires
  if (requires.length === 0) return verdict
  return afterRequired(verdict, required(requires, reading, { ...check, asked: new Set([...check.asked, step.id]) }))
}

const silent: Verdict = { status: 'unknown', done: [], statements: [], against: [], reasons: [] }

/** Why the text was not in force on the day that counts, or null: the day its clock started or, unknown, the day custody opened, or the day asked about. */
function notInForce({ id, valid }: ProcedureStep, { clocks, sight }: Check): Reason | null {
  if (valid === undefined) return null
  const starts = (clocks.get(id)?.running ?? []).map(({ start }) => start)
  const [from, to] = extremes(starts.length > 0 ? starts : (sight.custody.opening?.moments ?? [sight.at]))
  if (from === null || to === null) return null
  const [first, last] = [localDay(from, sight.zone), localDay(to, sight.zone)]
  if (valid.from !== undefined && last < valid.from) return reason(`This text is in force from ${valid.from}; the case is of ${first}`)
  if (valid.to !== undefined && first > valid.to) return reason(`This text was in force until ${valid.to}; the case is of ${first}`)
  return null
}

function extremes(moments: readonly Moment[]): readonly [number | null, number | null] {
  const firsts = moments.flatMap(({ first }) => first ?? [])
  const lasts = moments.flatMap(({ last }) => last ?? [])
  return [firsts.length === 0 ? null : Math.min(...firsts), lasts.length === 0 ? null : Math.max(...lasts)]
}

/** A step that must come first, and the verdict on it. */
type Before = VerdictUnder & { readonly step: string }

/** The verdicts on the steps that must come first, under the same reading. */
function required(steps: readonly string[], reading: ProcedureReading | null, check: Check): readonly Before[] {
  return steps
    .filter((id) => !check.asked.has(id))
    .flatMap((id) => check.sight.pack.steps.filter((step) => step.id === id))
    .map((step) => ({ ...underReading(step, reading, reading === null ? undefined : step.under?.[reading.id], check), step: step.id }))
}

/** The verdict in the light of the steps that must come first: an order of acts can fail with no number of hours missed. */
function afterRequired(verdict: VerdictUnder, before: readonly Before[]): VerdictUnder {
  const failed = before.find(({ status }) => status === 'missed' || status === 'blocked')
  const disputed = before.find(({ status }) => status === 'contested')
  const done = verdict.status !== 'missed' && verdict.statements.length > 0 && verdict.status !== 'pending'
  if (failed !== undefined) {
    const so = failed.status === 'missed' ? 'is said not to have been taken' : 'could itself not be taken'
    const text = `Step ${failed.step}, which must come first, ${so}`
    return done
      ? {
          ...verdict,
          status: 'contested',
          against: [...new Set([...verdict.against, ...failed.statements])],
          blockedBy: failed.step,
          reasons: [...verdict.reasons, reason(`${text}, and yet this one is said to have been`, failed.statements)],
        }
      : { ...verdict, status: 'blocked', blockedBy: failed.step, reasons: [...verdict.reasons, reason(text, failed.statements)] }
  }
  if (disputed !== undefined && !done && verdict.status !== 'not-applicable') {
    const text = `The accounts differ on step ${disputed.step}, which must come first: by one side this one could not be taken`
    const ids = [...disputed.statements, ...disputed.against]
    return { ...verdict, status: 'contested', blockedBy: disputed.step, reasons: [...verdict.reasons, reason(text, ids)] }
  }
  return verdict
}

/** Whose custody the finding is about, and what else the record tells of one. */
function whose({ custody, ground }: Sight): readonly Reason[] {
  const { opening, person, otherOpenings } = custody
  if (opening === null) return [reason('No report we read tells of an arrest to which this procedure would apply')]
  const name = person === null ? 'a person no account names' : (ground.parties.entity(person)?.name ?? 'the person')
  const others = otherOpenings.flatMap((other) =>
    other.moments.length === 0
      ? []
      : [
          reason(
            `The record keeps another ${other.event.type} apart, ${momentsInWords(other.moments)}; it is not counted here`,
            other.says,
          ),
        ],
  )
  return [
    reason(`About ${name}: ${opening.event.type} ${momentsInWords(opening.moments)} (${accounts(opening.says)})`, opening.says),
    ...others,
  ]
}

function readingSays(reading: ProcedureReading | null, view: StepUnderReading | undefined): readonly Reason[] {
  if (reading === null) return []
  return [reason(`Reading of ${reading.holder}: ${reading.says}`), ...(view?.says === undefined ? [] : [reason(view.says)])]
}

/** The first and the last end of the term; ends at one instant are told by the first of them. */
function dueOf({ running }: Clock): string | null {
  const ends = running.flatMap(({ due }) => due)
  const instants = ends.length < 2 ? [0] : ends.map((end) => Date.parse(end))
  return between(ends[instants.indexOf(Math.min(...instants))], ends[instants.lastIndexOf(Math.max(...instants))])
}

function doneOf(done: readonly Moment[]): string | null {
  const all = done.map(({ edtf }) => edtf).sort()
  return between(all[0], all.at(-1))
}

function between(first: string | undefined, last: string | undefined): string | null {
  return first === undefined || last === undefined ? null : first === last ? first : `${first}/${last}`
}

/** The time from the first start to the act or, where no act is told, to the day asked about. */
function gapOf({ running }: Clock, { done, status }: Verdict, at: Moment): string | null {
  const start = [...running].sort((a, b) => (a.start.first ?? 0) - (b.start.first ?? 0))[0]?.start
  if (start === undefined) return null
  const until = done[0] ?? (status === 'pending' || status === 'unknown' || status === 'no-verdict' ? at : undefined)
  return until === undefined ? null : gapBetween(start, until)
}
