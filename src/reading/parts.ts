import type { BlockKind, MentionKind, Span, TimeExpression, Voice } from '../model/report.js'
import type { StepOrigin, TimeUnit } from '../model/words/times.js'

/**
 * A word or sign of a sentence, cut as Universal Dependencies cuts English: "didn't" is "did" and "n't", "Italy's" is "Italy" and "'s"; a word with hyphens stays whole.
 * `pos` is the universal tag (NOUN, PROPN, VERB, AUX, ...): an adjective or participle inside a name is ADJ or VERB ("International", "United") with the tag NNP.
 * `tag` is the finer Penn tag (VBD "arrested them", VBN "was arrested", VBG, NNS, NNP, MD, WP, ...). `index` counts within its sentence.
 */
export interface Token extends Span {
  readonly index: number
  readonly text: string
  readonly lower: string
  /** What a dictionary lists it under, in small letters: "told" is "tell", "officers" is "officer". */
  readonly lemma: string
  readonly pos: string
  readonly tag: string
}

/**
 * Which word of a sentence hangs on which, in Universal Dependencies. In "Najim was arrested by police": `head[0]` is 2 and `relation[0]` is `nsubj:pass`; `relation[4]` is `obl:agent`.
 * Whom one asks, tells or orders to do something is `iobj` or `obj`; a name's further words are `flat`, a title before it `nmod:desc`.
 * A machine's reading, wrong for about one word in six: show its result with the quote.
 */
export interface Tree {
  /** For each token the index of the token it hangs on; -1 for the one root. */
  readonly head: readonly number[]
  /** `nsubj`, `obj`, `obl:agent`, `acl:relcl`, ... as Universal Dependencies names them. */
  readonly relation: readonly string[]
  /** The tokens that hang on token `index`, in order. */
  children(index: number): readonly number[]
}

/** A sentence of a block that may be read. `index` counts within the report, `block` is the index of its block. */
export interface Sentence extends Span {
  readonly index: number
  readonly block: number
  readonly kind: BlockKind
  readonly tokens: readonly Token[]
  /** Its parse, made when first asked for and then remembered: ask only where something in the sentence makes it worth while. */
  tree(): Tree
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
  readonly block: number
  readonly form: 'date' | 'time' | 'duration' | 'set'
  readonly ground: 'stated' | 'implied' | 'unknown'
  /** What a happening it tells the time of takes, where that is more than the value: "since 2011" is `2011/..`, "between 18 and 21 January" has one interval for both days. */
  readonly interval?: string | undefined
  /** The word before it says that it ends, limits or spans a time rather than being one: "until March", "within 48 hours". */
  readonly bound?: 'until' | 'within' | undefined
  /** For "two days later", "the day before his arrest": how far it lies from the story's time before it or from the happening it names. `shiftedFrom` takes the step from another time. */
  readonly step?: TimeStep | undefined
  /** What keeps it from being where the story stands: it tells which thing or person is meant ("who was arrested on Sunday"), or it lies ahead. A `stamp` heads an entry of a running report. */
  readonly standing?: 'aside' | 'ahead' | 'stamp' | undefined
  readonly why: string
}

/** So many units before or after a time. */
export interface TimeStep {
  readonly amount: number
  readonly unit: TimeUnit
  readonly toward: -1 | 0 | 1
  readonly from: StepOrigin
}

/** An attribution with its speakers by name: `chain` nearest the outlet first ("according to ANSA, reported Reuters" is ["Reuters", "ANSA"]). */
export interface VoiceReading extends Voice {
  readonly sentence: number
  readonly chain: readonly string[]
  /** The word by which what it tells is left open, whoever tells it: "some say", "reports of", "suggested". */
  readonly doubt?: string | undefined
  readonly why: string
}
