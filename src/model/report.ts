import type { ReportId, StatementId } from './ids.js'

export const narrativeKinds = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'heading',
  'paragraph',
  'pull-quote',
  'block-quote',
  'caption',
  'credit',
  'correction',
] as const
export const furnitureKinds = ['related', 'comment', 'policy', 'promotion', 'navigation', 'boilerplate'] as const
export const blockKinds = [...narrativeKinds, 'embed', ...furnitureKinds] as const
export type BlockKind = (typeof blockKinds)[number]

/** Whether statements may be read from a block of this kind: narrative, or a social post embedded in the story. */
export function isRead(kind: BlockKind): boolean {
  return !(furnitureKinds as readonly string[]).includes(kind)
}

/** A stretch of a report's text. Offsets are UTF-16 indices; `end` is one past the last. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch together with its words: `exact` equals `text.slice(start, end)`. */
export interface Quote extends Span {
  readonly exact: string
}

/** One stretch of the page and what it is. The blocks of a report cover its text, in order, without overlap. `why` says what made it so. */
export interface Block extends Span {
  readonly kind: BlockKind
  readonly why: string
}

/** From this character on a report's text stands on this page of its file; pages are counted from 1. */
export interface PageMark {
  readonly start: number
  readonly page: number
}

/** The page on which a character stands, or null where the report's file has no pages. Marks are in the text's order. */
export function pageAt(pages: readonly PageMark[] | undefined, at: number): number | null {
  return pages?.findLast(({ start }) => start <= at)?.page ?? null
}

/** What could not be read, and why. Work goes on. */
export interface Note extends Span {
  readonly rule: string
  readonly message: string
}

/** What a report says of itself, or its sidecar says of it; `null` where neither does. Dates are EDTF. */
export interface ReportHead {
  readonly id: ReportId
  readonly url: string | null
  readonly outlet: string | null
  readonly title: string | null
  readonly author: string | null
  readonly published: string | null
  readonly captured: string | null
  readonly language: string | null
  readonly mediaType: string
}

/** For each field of the head that is known, where it was found: a sidecar, a place in the page's markup, a line of the text. */
export type HeadFrom = Readonly<Partial<Record<'url' | 'outlet' | 'title' | 'author' | 'published' | 'captured' | 'language', string>>>

/** The fields a sidecar (`NAME.meta.json`) may give; they win over what the file says of itself. */
export type Sidecar = Partial<Pick<ReportHead, 'url' | 'outlet' | 'title' | 'author' | 'published' | 'captured' | 'language'>>

/** What intake makes of bytes: the text, cut into labelled blocks. */
export interface Report {
  readonly report: ReportHead
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly Note[]
  /** What the story's words look like as a whole (intake's MinHash), so that copies are found without comparing texts. */
  readonly fingerprint?: readonly number[]
  readonly headFrom?: HeadFrom
  /** Where the pages of its file begin, for a file that has pages. */
  readonly pages?: readonly PageMark[]
}

export const partyKinds = ['person', 'organization', 'place', 'facility', 'law', 'publication'] as const
export type MentionKind = (typeof partyKinds)[number]

/** A name as it stands in the text, and the fullest form the report uses for that party. */
export interface Mention extends Span {
  readonly kind: MentionKind
  readonly name: string
}

/** `value` is EDTF, an ISO 8601 duration, or null when the expression cannot be resolved. */
export interface TimeExpression extends Span {
  readonly value: string | null
}

export type VoiceMode = 'direct' | 'indirect' | 'mixed' | 'credit'

/** One attribution: who speaks, the words that say so, what is said. `content` is null for a credit line. */
export interface Voice {
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: Span | null
  readonly mode: VoiceMode
}

export const statementTypes = [
  'warrant-request',
  'warrant',
  'unsealing',
  'alert',
  'tip-off',
  'arrest',
  'detention',
  'notification',
  'hearing',
  'ruling',
  'release',
  'expulsion',
  'extradition',
  'surrender',
  'charge',
  'trial',
  'conviction',
  'acquittal',
  'sentence',
  'appeal',
  'investigation',
  'complaint',
  'non-compliance',
  'referral',
  'travel',
  'welcome',
  'abuse',
  'interception',
  'condemnation',
  'defence',
  'denial',
  'demand',
  'inquiry',
  'role',
  'control',
  'alias',
  'agreement',
  'support',
  'death',
] as const
export type StatementType = (typeof statementTypes)[number]

/** Types that describe a standing fact or a speech act rather than a happening of the affair. */
export const standingTypes: readonly StatementType[] = ['role', 'control', 'alias', 'agreement', 'support']

export type DetailValue = string | boolean | readonly string[]

/** One claim that one report makes, in somebody's voice, anchored to its words. See `docs` for what each attribute means per type. */
export interface Statement {
  readonly id: StatementId
  readonly type: StatementType
  readonly quote: Quote
  readonly agent: readonly string[]
  readonly patient: readonly string[]
  readonly recipient: readonly string[]
  readonly place: readonly string[]
  readonly time: { readonly edtf: string; readonly text: string } | null
  /** Nearest the outlet first; empty is the outlet's own voice. */
  readonly sources: readonly string[]
  readonly polarity: 'positive' | 'negative'
  readonly certainty: 'certain' | 'hedged'
  /** The word that hedges it, where it stands in the text; absent where nothing hedges it, or no single word does. */
  readonly hedge?: Quote
  readonly modality: 'actual' | 'demanded' | 'planned' | 'conditional'
  readonly detail: Readonly<Record<string, DetailValue>>
  /** How it was read: trigger, pattern, each attribute's ground. Shown with `--why`, left out of the plain JSON. */
  readonly why: readonly string[]
}

/** A quote may be at most this long: longer no longer says which words state the fact (record format). */
export const longestQuote = 600

/** A report with everything that was read in it: one line of `attest read --json`. */
export interface ReadReport extends Report {
  readonly mentions: readonly Mention[]
  readonly times: readonly TimeExpression[]
  readonly voices: readonly Voice[]
  readonly statements: readonly Statement[]
}
