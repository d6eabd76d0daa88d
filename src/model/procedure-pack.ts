import type { Confidence } from './record.js'
import type { MentionKind, StatementType } from './report.js'

export const termUnits = ['h', 'd', 'month', 'year'] as const
type TermUnit = (typeof termUnits)[number]

/** How long a term is: 48 hours, 10 days, 2 months, 1 year. */
export interface Amount {
  readonly n: number
  readonly unit: TermUnit
}

/** A day that is a holiday whatever the library says, or is none: `date` is MM-DD or YYYY-MM-DD. */
export interface HolidayCorrection {
  readonly date: string
  readonly name: string
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A holiday of one town or region. `unsettled`: nobody has decided whether it moves a term, so both dates are shown wherever the place is not known to lie elsewhere. */
interface LocalHoliday {
  readonly date: string
  readonly name: string
  readonly places: readonly string[]
  readonly unsettled: boolean
}

/** Which days are not working days: a library's country, corrected by us, within the years we vouch for. */
export interface Calendar {
  readonly id: string
  readonly names: readonly string[]
  /** ISO 3166 code that date-holidays knows; absent: only the days listed here. */
  readonly library?: string | undefined
  /** Days of the week that count as holidays, 1 = Monday … 7 = Sunday. */
  readonly weekend: readonly number[]
  readonly add: readonly HolidayCorrection[]
  readonly drop: readonly HolidayCorrection[]
  readonly local: readonly LocalHoliday[]
  readonly years: { readonly from: number; readonly to: number }
}

export const firstDays = ['next', 'same', 'either'] as const
export const hourReadings = ['elapsed', 'whole-hours', 'both'] as const
export const rolls = ['none', 'next-working-day', 'both', 'by-analogy'] as const

/** How a law counts. One rule may count several units; `by` says which machinery carries it. */
export interface CountingRule {
  readonly id: string
  readonly says: string
  readonly basis: string
  readonly quote?: string | undefined
  readonly confidence: Confidence
  readonly by: 'hours' | 'days' | 'court-filing'
  readonly units: readonly TermUnit[]
  /** The term where the rule has one of its own ("the day after"). */
  readonly amount?: Amount | undefined
  readonly zone?: string | undefined
  /** Hours: elapsed time, or whole clock hours after the starting hour, or both shown. */
  readonly hours: (typeof hourReadings)[number]
  /** Hours that fall on a day outside working days are not counted (UK Extradition Act 2003 s.6). */
  readonly onlyWorkingDays: boolean
  /** Whether the day of the event is day one. */
  readonly firstDay: (typeof firstDays)[number]
  /** What a last day that is a holiday does. `by-analogy`: the moved date is due, the unmoved one is kept beside it. */
  readonly roll: (typeof rolls)[number]
  readonly calendar?: Calendar | undefined
  /** Days (MM-DD) on which the term stands still; whether that reaches the term is unsettled, so both dates are shown. */
  readonly pause?: { readonly from: string; readonly to: string; readonly since: number; readonly basis: string } | undefined
  /** Filing hours end then (HH:MM), for `court-filing`. */
  readonly closes?: string | undefined
}

/** Kinds of Interpol notice. A diffusion is sent by a national bureau or a court itself, a notice by the General Secretariat; red asks for arrest, blue for information only. */
export const noticeKinds = [
  'red-notice',
  'red-diffusion',
  'blue-notice',
  'blue-diffusion',
  'green-notice',
  'green-diffusion',
  'yellow-notice',
  'yellow-diffusion',
  'black-notice',
  'orange-notice',
  'purple-notice',
  'silver-notice',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** A condition on events. `agent`, `patient` and `recipient` list roles the pack defines, `person` (whom the procedure is about) or `unstated`. */
export interface EventCondition {
  readonly type: readonly StatementType[]
  readonly agent?: readonly string[] | undefined
  readonly patient?: readonly string[] | undefined
  readonly recipient?: readonly string[] | undefined
  readonly detail?: Readonly<Record<string, readonly string[]>> | undefined
  readonly polarity?: 'positive' | 'negative' | undefined
  /** Of alerts: only notices of these kinds. A notice whose kind no account gives is not refused. */
  readonly notice?: readonly NoticeKind[] | undefined
  /** `here`: only where the record places it in the pack's jurisdiction, or does not place it. */
  readonly place?: 'here' | undefined
  /** What to say beside a finding that rests on this. */
  readonly remark?: string | undefined
}

/** A clock starts with an event, or where another step's term ends. `fallback`: only where no other start is told ("the judgment, unless there was an appeal"). */
export type StartCondition = (
  | (EventCondition & { readonly kind: 'event' })
  | { readonly kind: 'limit'; readonly step: string; readonly remark?: string | undefined }
) & { readonly fallback: boolean }

export interface ProcedureRole {
  readonly id: string
  readonly is: string
  /** Words that stand in the party's name or title. */
  readonly names: readonly string[]
  /** Names that are the party only when they are the whole name: "court". */
  readonly only: readonly string[]
  /** Words that make it another party: "former". */
  readonly not: readonly string[]
  /** Any party of these kinds: "any state" is any place. */
  readonly kinds: readonly MentionKind[]
  /** Whether a party of another country may be meant. */
  readonly anywhere: boolean
}

export interface ProcedureReading {
  readonly id: string
  readonly holder: string
  readonly says: string
  readonly source: string
  /** Names of which one must stand in the record for this reading to matter; absent: always. */
  readonly when?: readonly string[] | undefined
  /** `pack`: a reading of the whole pack, so that every step is found under it. `steps`: only of the steps that name it. */
  readonly of: 'pack' | 'steps'
  /** False: under this reading the pack's steps do not apply at all. */
  readonly applies: boolean
}

/** A longer term upon an act: so much more (`by`), so much instead (`to`), or neither where the law sets no length. */
export interface Extension {
  readonly by?: Amount | undefined
  readonly to?: Amount | undefined
  readonly upon: readonly EventCondition[]
  readonly says: string
}

/** `notice`: at least so long before the start event. `unverified`: the law has a number that nobody here has seen. */
export type Deadline =
  /** `compare`: what other laws make of the same words, shown beside the time gone. */
  | { readonly kind: 'soft'; readonly words: string; readonly compare: readonly string[] }
  | { readonly kind: 'unverified'; readonly words: string }
  | {
      readonly kind: 'ceiling' | 'floor' | 'notice'
      readonly amount: Amount
      readonly rule: CountingRule
      readonly extend: readonly Extension[]
      readonly words?: string | undefined
    }

/** What one reading changes in a step. */
export interface StepUnderReading {
  readonly applies: boolean
  readonly requires?: readonly string[] | undefined
  readonly effect?: string | undefined
  readonly says?: string | undefined
}

export const missEffects = [
  'release_mandatory',
  'release_may',
  'lapse',
  'discharge_on_application',
  'order_only',
  'order_final',
  'state_responsibility',
  'declaration_only',
  'no_measure',
  'none_stated',
  'none',
] as const

export interface ProcedureStep {
  readonly id: string
  readonly what: string
  /** The role that must act; a role of the pack or words. */
  readonly who: string
  /** Events that start its clock; several are candidate starts. */
  readonly starts: readonly StartCondition[]
  /** Events that meet it; their negative ("was not informed") is evidence of a miss. */
  readonly met: readonly EventCondition[]
  /** Further events that show it was not taken: "asked, and got no answer". */
  readonly missed: readonly EventCondition[]
  /** What must have come before it could be taken at all: said not to have come, the step cannot have been taken; used where nothing is said of the step itself. */
  readonly cutOff: readonly EventCondition[]
  /** True: the step exists only once its clock has started ("where the court refuses"). */
  readonly onlyOnceStarted: boolean
  /** True: the law lets it be done and obliges nobody; not to do it is no miss. */
  readonly may: boolean
  /** `custody`: only acts between the clock's start and the end of custody meet it. `any`: whenever. */
  readonly when: 'custody' | 'any'
  readonly requires: readonly string[]
  readonly deadline: Deadline | null
  readonly effect: string
  readonly basis: string
  /** The law's words, at most twenty; empty where nobody here has seen them, and `unseen` says so. */
  readonly quote: string
  readonly unseen?: string | undefined
  /** The language of the quote. */
  readonly lang: string
  readonly source: string
  readonly confidence: Confidence
  readonly note?: string | undefined
  readonly valid?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined
  /** What rival readings make of it; a finding is given under each reading named. Absent: one finding for all. */
  readonly under?: Readonly<Record<string, StepUnderReading>> | undefined
}

/** What in a record proposes a pack: an event of each kind (each a list of alternatives), words of each group, none that speak against it, and the days it may be about. */
export interface Proposal {
  readonly events: readonly (readonly EventCondition[])[]
  readonly names: readonly (readonly string[])[]
  /** Words that speak against it: "European arrest warrant" against the ordinary law of extradition. */
  readonly without: readonly string[]
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Where and from when it is not known whether the law binds: then no verdict is given on acts of that time. */
export interface Unsettled {
  readonly here: readonly string[]
  readonly from: string
  readonly says: string
  readonly source: string
}

export interface ProcedurePack {
  readonly id: string
  readonly title: string
  readonly jurisdiction: string
  readonly asOf: string
  /** The language of the law's words, where a step does not name its own. */
  readonly lang: string
  /** Names and adjectives of the jurisdiction; empty: any place. */
  readonly here: readonly string[]
  readonly zone: string
  /** Where the offices sit whose holidays count. */
  readonly seat?: string | undefined
  readonly proposedWhen: Proposal
  /** Events that bring a person under the procedure; their patient is the person. */
  readonly opens: readonly EventCondition[]
  /** Events after which the person is no longer held under it. */
  readonly closes: readonly EventCondition[]
  readonly roles: readonly ProcedureRole[]
  readonly readings: readonly ProcedureReading[]
  readonly unsettled: readonly Unsettled[]
  readonly steps: readonly ProcedureStep[]
}
