import type { StatementId } from '../model/ids.js'
import type { EventCondition, ProcedureStep } from '../model/procedure-pack.js'
import type { Clock } from './clock.js'
import { dayStart, localDay } from './counting/clock-time.js'
import { type Evidence, evidenceFor } from './evidence.js'
import type { Sight } from './sight.js'

/** What the record tells of one step. */
export interface StepEvidence {
  /** Events that met it, the first certainly done first; undated ones last. */
  readonly done: readonly Evidence[]
  readonly says: readonly StatementId[]
  readonly denies: readonly StatementId[]
  /** Events whose denial is the evidence of a miss, with what the pack remarks on them. */
  readonly against: readonly Evidence[]
  /** What had to come first: accounts that it did not come, and accounts that it did. Looked at only where nothing is said of the step itself. */
  readonly cutOff: { readonly says: readonly StatementId[]; readonly denies: readonly StatementId[]; readonly remarks: readonly string[] }
}

export function evidenceOfStep(step: ProcedureStep, sight: Sight, clock: Clock): StepEvidence {
  const since = firstDay(step, clock, sight.zone)
  const about = (conditions: readonly EventCondition[]): readonly Evidence[] =>
    conditions.length === 0
      ? []
      : onceEach(conditions.flatMap((condition) => evidenceFor(condition, sight.ground, sight.custody.person))).filter(
          (evidence) => sight.isOfThisCustody(evidence, step.when) && !isBefore(since, evidence),
        )
  // A second ruling meets a step that a first one starts (a review); the first does not meet it itself.
  const met = about(step.met).filter(({ event }) => !clock.events.includes(event.id))
  const missed = about(step.missed)
  const cutOff = about(step.cutOff)
  const against = [...met.filter(({ denies }) => denies.length > 0), ...missed.filter(({ says }) => says.length > 0)]
  return {
    done: met.filter(({ says }) => says.length > 0).sort((a, b) => lastOf(a) - lastOf(b) || (a.event.id < b.event.id ? -1 : 1)),
    says: distinct(met.flatMap(({ says }) => says)),
    denies: distinct([...met.flatMap(({ denies }) => denies), ...missed.flatMap(({ says }) => says)]),
    against,
    cutOff: {
      says: distinct(cutOff.flatMap(({ says }) => says)),
      denies: distinct(cutOff.flatMap(({ denies }) => denies)),
      remarks: [...new Set(cutOff.flatMap(({ says, remark }) => (says.length > 0 && remark !== undefined ? [remark] : [])))],
    },
  }
}

/** An event that two conditions find is evidence once. */
function onceEach(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.length < 2 ? evidence : [...new Map(evidence.map((one) => [one.event.id, one])).values()]
}

/** Where the day begins on which the clock first may have started: an act before it is another act. Null where any act may count: what must precede the start (a notice) may. */
function firstDay({ deadline }: ProcedureStep, { running }: Clock, zone: string): number | null {
  const starts = deadline?.kind === 'notice' ? [] : running.flatMap(({ start }) => start.first ?? [])
  return starts.length === 0 ? null : dayStart(localDay(Math.min(...starts), zone), zone)
}

function isBefore(since: number | null, { moments }: Evidence): boolean {
  return since !== null && moments.length > 0 && moments.every(({ last }) => last !== null && last < since)
}

function lastOf({ moments }: Evidence): number {
  return Math.max(
    ...moments.map(({ last }) => last ?? Number.POSITIVE_INFINITY),
    moments.length === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  )
}

function distinct(ids: readonly StatementId[]): readonly StatementId[] {
  return [...new Set(ids)]
}
