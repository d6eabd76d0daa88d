import type { ReportId, StatementId } from './ids.js'
import type { BlockKind, StatementType } from './report.js'

/** Where a decision's statement stands, so that a better reader's statement can be found again: type, words and what stands around them. */
export interface StatementAnchor {
  readonly report: ReportId
  readonly statement: StatementId
  readonly type: StatementType
  readonly exact: string
  /** Up to 32 characters before and after, as hypothesis keeps them: enough to tell two equal quotes apart. */
  readonly prefix: string
  readonly suffix: string
}

/** A party is pointed to by a name it bears and, where one name could mean two, by the reports that use it so. `null` reports: wherever the name stands. */
export interface PartyAnchor {
  readonly name: string
  readonly kind: 'person' | 'organization' | 'place' | 'facility' | 'law' | 'publication'
}

/** A source as a decision points to it: a report in its own voice (`name` null), a source wherever it bears the name (`report` null), or whom one report calls so. */
export interface OriginAnchor {
  readonly report: ReportId | null
  readonly name: string | null
}

/** Attributes a person may correct. Lists replace lists. */
export interface Correction {
  readonly type?: StatementType
  readonly agent?: readonly string[]
  readonly patient?: readonly string[]
  readonly recipient?: readonly string[]
  readonly place?: readonly string[]
  readonly time?: string | null
  readonly sources?: readonly string[]
  readonly polarity?: 'positive' | 'negative'
  readonly certainty?: 'certain' | 'hedged'
  readonly modality?: 'actual' | 'demanded' | 'planned' | 'conditional'
}

/**
 * Everything a person decides. `join` and `split` are about events: statements that tell one happening, or one that does not. `fold` and `unfold` are about origins: `a` rests on `b` and is
 * counted with it, or is counted apart. `explain`, `settle` and `leave-open` are about what accounts of one happening differ on, at the event that the statement tells: why they can differ, that
 * what the statement gives is to be preferred, or that it was looked at and stays open. No value is dropped by any of them.
 */
export type Act =
  | { readonly act: 'accept'; readonly statement: StatementAnchor }
  | { readonly act: 'reject'; readonly statement: StatementAnchor }
  | { readonly act: 'correct'; readonly statement: StatementAnchor; readonly correction: Correction }
  | { readonly act: 'same'; readonly a: PartyAnchor; readonly b: PartyAnchor }
  | { readonly act: 'not-same'; readonly a: PartyAnchor; readonly b: PartyAnchor }
  | { readonly act: 'unsure'; readonly a: PartyAnchor; readonly b: PartyAnchor }
  | { readonly act: 'join'; readonly a: StatementAnchor; readonly b: StatementAnchor }
  | { readonly act: 'split'; readonly statement: StatementAnchor }
  | { readonly act: 'fold'; readonly a: OriginAnchor; readonly b: OriginAnchor }
  | { readonly act: 'unfold'; readonly a: OriginAnchor; readonly b: OriginAnchor }
  | { readonly act: 'explain'; readonly statement: StatementAnchor; readonly attribute: string }
  | { readonly act: 'settle'; readonly statement: StatementAnchor; readonly attribute: string }
  | { readonly act: 'leave-open'; readonly statement: StatementAnchor; readonly attribute: string }
  | { readonly act: 'relabel'; readonly report: ReportId; readonly exact: string; readonly start: number; readonly kind: BlockKind }
  | { readonly act: 'undo'; readonly line: number }
export const actNames = [
  'accept',
  'reject',
  'correct',
  'same',
  'not-same',
  'unsure',
  'join',
  'split',
  'fold',
  'unfold',
  'explain',
  'settle',
  'leave-open',
  'relabel',
  'undo',
] as const
export type ActName = (typeof actNames)[number]

/** A decision as the log keeps it: what, by whom, when, why. `line` is its sequence number in the log. */
export interface Decision {
  readonly line: number
  readonly who: string
  readonly when: string
  readonly because: string
  readonly act: Act
}

/** How bytes came from the network: what was asked for, what answered, by which way. Headers as received, their names in small letters. */
export interface Capture {
  readonly address: string
  readonly final: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The addresses between the one asked for and the final one, in order. */
  readonly redirects: readonly string[]
  /** When the answer began, in UTC. */
  readonly at: string
}

/**
 * What an address gave when it did not give a page to keep. `gone`: it answers that there is no such page. `forbidden`: it answers that we may not have it, by its status or its robots.txt.
 * `unreached`: no answer that says anything of the page. `not-what-it-was`: something else now stands there. `unchanged`: the same bytes as before. `polled`: a feed was read; its marks make the next question a conditional one.
 */
export const observationOutcomes = ['gone', 'forbidden', 'unreached', 'not-what-it-was', 'unchanged', 'polled'] as const
export interface Observation {
  readonly address: string
  readonly outcome: (typeof observationOutcomes)[number]
  readonly at: string
  readonly message: string
  /** What answered, where anything did. */
  readonly capture?: Capture
}

/** An observation as the log keeps it. */
export interface ObservationEntry extends Observation {
  readonly kind: 'observation'
}

/** An intake as the log keeps it. */
export interface IntakeEntry {
  readonly kind: 'intake'
  readonly report: ReportId
  readonly name: string
  readonly sidecar: Readonly<Record<string, string | null>>
  readonly mediaType: string
  readonly bytes: number
  readonly capture?: Capture
  /** The archive, mail or list it was taken out of, by its bytes. */
  readonly within?: ReportId
  /** The page's address, where it is known. Several captures of one address are versions of it, each a report. */
  readonly url?: string
  /** The first report taken in from the same address. */
  readonly versionOf?: ReportId
  /** The report whose text these bytes are: a person's transcript of a scan. */
  readonly textOf?: ReportId
}

export interface DecisionEntry {
  readonly kind: 'decision'
  readonly act: Act
  readonly because: string
}

export type LogEntry = IntakeEntry | ObservationEntry | DecisionEntry

/** One line of the log. `hash` is the SHA-256 of the canonical JSON of everything else in the line; `previous` is the hash of the line before, or 64 zeros. */
export interface LogLine {
  readonly line: number
  readonly previous: string
  readonly who: string
  readonly when: string
  readonly entry: LogEntry
  readonly hash: string
}

/** For each decision that was taken back, the line that did it. An undo may itself be undone, so later lines are looked at first. */
export function takenBack(decisions: readonly Decision[]): ReadonlyMap<number, number> {
  const by = new Map<number, number>()
  for (const { line, act } of [...decisions].sort((a, b) => b.line - a.line))
    if (act.act === 'undo' && !by.has(line)) by.set(act.line, line)
  return by
}

/** The decisions that stand, in the order of the log, undoing left out. */
export function decisionsInForce(decisions: readonly Decision[]): readonly Decision[] {
  const back = takenBack(decisions)
  return decisions.filter(({ line, act }) => act.act !== 'undo' && !back.has(line)).sort((a, b) => a.line - b.line)
}
