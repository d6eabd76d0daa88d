import type { BlockKind, MentionKind, Span, TimeExpression, Voice } from '../model/report.js'

/** A word or sign of a sentence. `pos` is a Universal Dependencies tag (NOUN, PROPN, VERB, AUX, ...). `index` counts within its sentence. */
export interface Token extends Span {
  readonly index: number
  readonly text: string
  readonly lower: string
  readonly lemma: string
  readonly pos: string
}

/** A sentence of a block that may be read. `index` counts within the report, `block` is the index of its block. */
export interface Sentence extends Span {
  readonly index: number
  readonly block: number
  readonly kind: BlockKind
  readonly tokens: readonly Token[]
}

/** One party of the report: everything that names or describes it. `name` is the fullest form this report uses; for an unnamed party its description without article ("interior ministry source"). */
export interface Party {
  readonly id: number
  readonly kind: MentionKind
  readonly name: string
  /** Every written form found, fullest first. */
  readonly forms: readonly string[]
}

/** A stretch that stands for a party: its name, a pronoun ("he"), or a description ("the general", "the charity", "at least five inmates"). Stretches of one kind do not overlap; a description may hold a name ("director of Mitiga prison"). */
export interface PartyMention extends Span {
  readonly party: number
  readonly form: 'name' | 'pronoun' | 'description'
  readonly sentence: number
}

/** Who is who within one report. `mentions` are in order of their place. */
export interface Parties {
  readonly parties: readonly Party[]
  readonly mentions: readonly PartyMention[]
}

/** A time expression with how it was resolved. `stated`: the words hold the date. `implied`: worked out from another date. */
export interface TimeReading extends TimeExpression {
  readonly sentence: number
  readonly form: 'date' | 'time' | 'duration' | 'set'
  readonly ground: 'stated' | 'implied' | 'unknown'
  readonly why: string
}

/** An attribution with its speakers by name: `chain` nearest the outlet first ("according to ANSA, reported Reuters" is ["Reuters", "ANSA"]). */
export interface VoiceReading extends Voice {
  readonly sentence: number
  readonly chain: readonly string[]
  readonly why: string
}

/** The kinds whose mentions count as parties of statements. */
export const actingKinds: readonly MentionKind[] = ['person', 'organization', 'place', 'facility']
