import type { LogLine, OriginAnchor } from './decision.js'
import type { EntityId, EventId, ReportId, StatementId } from './ids.js'
import type { ProcedurePack } from './procedure-pack.js'
import type { MentionKind, Quote, ReadReport, ReportHead, Statement, StatementType } from './report.js'

export type AttributeStatus = 'agreed' | 'single' | 'disputed' | 'unknown'

/** One value of an attribute with everything it rests on. */
export interface AttributeValue {
  readonly value: string
  /** The party's entity, for agent, patient, recipient and place. */
  readonly entity?: EntityId
  readonly statements: readonly StatementId[]
  /** The independent origins: root sources, folded over copies, credit lines and names of one party. */
  readonly origins: readonly string[]
  /** How many origins these are at the least, where that is fewer: two unnamed sources may be one. */
  readonly originsAtLeast?: number
  /** True when only ever hedged. */
  readonly hedged?: true
  /** Later statements by which whoever gave this value gave another: it stands corrected, and disputes nothing. */
  readonly replacedBy?: readonly StatementId[]
}

export interface Attribute {
  readonly status: AttributeStatus
  readonly values: readonly AttributeValue[]
  /** What a person said of a dispute. It stays one, with every value; what was said stands beside it. */
  readonly judged?: Judged
}

/** A person's word on a dispute: why accounts can differ, which value is to be preferred (`keeps`), or that it was looked at and stays open. */
export interface Judged {
  readonly says: 'explained' | 'settled' | 'left-open'
  /** For what is settled: the value preferred. */
  readonly keeps?: string
  readonly line: number
  readonly who: string
  readonly when: string
  readonly because: string
}

export interface Event {
  readonly id: EventId
  readonly type: StatementType
  readonly statements: readonly StatementId[]
  /** Values `true` and `false`: one account says it happened, another that it did not. */
  readonly happened: Attribute
  readonly agent: Attribute
  readonly patient: Attribute
  readonly recipient: Attribute
  readonly place: Attribute
  readonly time: Attribute
  readonly detail: Readonly<Record<string, Attribute>>
  /** Why these statements were taken for one happening. */
  readonly because: readonly string[]
  /** Happenings of other types that are the same act told otherwise, or a part of it: an arrest, and the detention of that day. */
  readonly related?: readonly { readonly event: EventId; readonly because: string }[]
}

export interface Entity {
  readonly id: EntityId
  readonly kind: MentionKind
  readonly name: string
  readonly names: readonly { readonly value: string; readonly reports: readonly ReportId[] }[]
  /** Why its names were joined. */
  readonly because: readonly string[]
}

/** Two entities that may be one; a person says. The score orders the list and decides nothing. */
export interface PossibleMatch {
  readonly a: EntityId
  readonly b: EntityId
  readonly score: number
  readonly because: readonly string[]
}

export type ReviewState = 'proposed' | 'accepted' | 'rejected'

export interface RecordStatement extends Statement {
  readonly report: ReportId
  readonly agentEntities: readonly EntityId[]
  readonly patientEntities: readonly EntityId[]
  readonly recipientEntities: readonly EntityId[]
  readonly placeEntities: readonly EntityId[]
  /** For a demanded, planned or conditional statement: the event it is about. */
  readonly bearsOn?: EventId
  /** The sources it leads back to, by the names that origins bear; several only where a credit line names several and nobody can say which. */
  readonly roots?: readonly string[]
  readonly state: ReviewState
  /** Sequence number of the log line that decided it, and who. */
  readonly decidedBy?: { readonly line: number; readonly who: string; readonly because: string }
}

export interface RecordReport extends ReportHead {
  /** Agencies and outlets its credit lines, bylines and datelines name. */
  readonly credits: readonly string[]
  readonly copyOf: ReportId | null
  /** For a copy: what share of the story is its original's, and the sentences that were added and left out, each where it stands in its own report. */
  readonly copy?: { readonly of: ReportId; readonly share: number; readonly added: readonly Quote[]; readonly leftOut: readonly Quote[] }
}

/**
 * Why a source is not counted by itself. `copy`: the report prints the other's text. `credit`: what it says in its own voice it has from whom its credit line names. `author`: one author wrote for both.
 * `unnamed`: two reports describe a source in the same words, and nobody can tell whether it is one. `decision`: a person says so.
 */
export const foldKinds = ['copy', 'credit', 'author', 'unnamed', 'decision'] as const

/** `a` is counted with `b`, and why. A person's “unfold” of the same two counts them apart. */
export interface OriginFold {
  readonly kind: (typeof foldKinds)[number]
  readonly a: OriginAnchor
  readonly b: OriginAnchor
  readonly because: string
  /** The line of the log, where a person decided it. */
  readonly line?: number
}

export const findingStatuses = [
  'met',
  'missed',
  'late',
  'pending',
  'contested',
  'blocked',
  'not-applicable',
  'no-verdict',
  'unknown',
] as const
export type FindingStatus = (typeof findingStatuses)[number]
export type Confidence = 'A' | 'B' | 'C' | 'U'

export interface Finding {
  readonly procedure: string
  readonly step: string
  readonly reading: string | null
  readonly status: FindingStatus
  readonly due: string | null
  readonly done: string | null
  readonly gap: string | null
  readonly statements: readonly StatementId[]
  readonly against: readonly StatementId[]
  readonly blockedBy: string | null
  readonly effect: string
  readonly reasoning: readonly { readonly text: string; readonly statements: readonly StatementId[] }[]
  readonly basis: string
  /** The law's words; empty where nobody here has seen them, which the reasoning says. */
  readonly quote: string
  /** The language of the law's words. */
  readonly lang: string
  readonly source: string
  readonly confidence: Confidence
  readonly asOf: string
}

/** A step that waits to be done, as of a moment. `running`: its term runs. `ended`: its term has ended and no report says that it was done. `soon`: the law gives no number. */
export interface RunningClock {
  readonly procedure: string
  readonly step: string
  readonly what: string
  readonly who: string
  /** The readings under which it runs so; none where the readings do not differ. */
  readonly readings: readonly string[]
  readonly state: 'running' | 'ended' | 'soon'
  /** EDTF; a range where the start is uncertain or the law is read two ways. */
  readonly due: string | null
  /** ISO durations to the first and to the last moment at which it may be due; less than nothing once past. */
  readonly left: { readonly first: string; readonly last: string } | null
  /** ISO duration since its clock started. */
  readonly gone: string | null
  readonly effect: string
  readonly basis: string
  readonly statements: readonly StatementId[]
}

/** What runs in a case as of a moment, with the findings it rests on and why each pack was laid beside the record. */
export interface Clocks {
  readonly at: string
  readonly clocks: readonly RunningClock[]
  readonly findings: readonly Finding[]
  readonly packs: readonly { readonly id: string; readonly title: string; readonly because: string }[]
  /** What was supposed, in words; empty where nothing was. */
  readonly supposed: readonly string[]
}

/** A decision whose statement or entity is no longer found after a better reader. */
export interface Orphan {
  readonly line: number
  readonly act: string
  readonly message: string
}

/** Everything reconciling computes. */
export interface Reconciled {
  readonly reports: readonly RecordReport[]
  readonly statements: readonly RecordStatement[]
  readonly entities: readonly Entity[]
  readonly events: readonly Event[]
  readonly possible: readonly PossibleMatch[]
  /** Sources that are not counted by themselves, and why. */
  readonly folds: readonly OriginFold[]
  readonly orphans: readonly Orphan[]
}

/** The whole record of a case. */
export interface CaseRecord extends Reconciled {
  readonly findings: readonly Finding[]
  /** The procedure packs laid beside it, each `id@asOf`, and the day. */
  readonly packs: readonly string[]
  readonly at: string | null
}

/** A case's record with the texts behind it: what pages and dossiers are made of. */
export interface CaseView {
  readonly name: string
  readonly record: CaseRecord
  readonly read: readonly ReadReport[]
  /** The packs laid beside the record, so that a page can give a step and a reading in words. */
  readonly procedures: readonly ProcedurePack[]
  /** Why each pack was laid beside the record, by its id: the case names it, or Attest proposes it. */
  readonly whyPacks?: Readonly<Record<string, string>>
  /** `entries` is the log itself, so that pages can say who took in what, who decided what, and what can be undone. */
  readonly log: { readonly lines: number; readonly decisions: number; readonly last: string | null; readonly entries: readonly LogLine[] }
}
