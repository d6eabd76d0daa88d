/** What `packs/languages/<code>/syntax.yaml` holds: how the language writes words and ends sentences, and forms its lemmas. */
export interface SyntaxWords {
  /** Words written with a stop that always have something after them: "Mr.", "Gen.". A sentence never ends at their stop. One in small letters may also be written with a capital. */
  readonly openAbbreviations: readonly string[]
  /** Words that have their stop only before a number: "No. 5", "Art. 11". */
  readonly numberAbbreviations: readonly string[]
  /** Words written with a stop that may end a sentence: "Inc.", "p.m.", "Jan.". */
  readonly closingAbbreviations: readonly string[]
  /** Words that often begin a sentence and are rarely names: after a closing abbreviation they tell that a new sentence begins. */
  readonly sentenceOpeners: readonly string[]
  /** Names of days and months, in small letters: "by Tuesday" tells when, not by whom. */
  readonly timeNames: readonly string[]
  /** Phrases before a number that say how it is meant: "more than", "up to", "as many as". */
  readonly measures: readonly string[]
  /** What opens a range of numbers, and what joins its ends: `between: and`. */
  readonly ranges: Readonly<Record<string, string>>
  /** Words that count as numbers do after a measure: "more than a dozen", "up to half". */
  readonly rounds: readonly string[]
  /** Words for stretches of time, singular and plural: "up to 30 years" counts nobody. */
  readonly timeUnits: readonly string[]
  /** Words written as one that are two: "cannot" is cut after 3 letters. */
  readonly fused: Readonly<Record<string, number>>
  /** Irregular forms and what the dictionary lists them under. */
  readonly lemmas: {
    readonly verbs: Readonly<Record<string, string>>
    readonly nouns: Readonly<Record<string, string>>
    readonly others: Readonly<Record<string, string>>
  }
}

/** A language's syntax: the words a person can read and change, and the weights that training wrote (only the reading room understands them). */
export interface SyntaxPack {
  readonly words: SyntaxWords
  readonly weights: Uint8Array
}
