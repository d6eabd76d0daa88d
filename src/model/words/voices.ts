/**
 * What may stand after a word of speech and hold what is said: a clause or a quote ("said that he fled"), a hearer and then a clause ("told reporters that"), an infinitive ("vowed to appeal"),
 * somebody and an infinitive ("urged Italy to comply"), or a thing ("condemned the release").
 */
export const contentFrames = ['clause', 'hearer', 'infinitive', 'urging', 'object'] as const
export type ContentFrame = (typeof contentFrames)[number]

/** What a pronoun can stand for: one person, one body or document, several. */
export const pronounUses = ['person', 'thing', 'several'] as const
export type PronounUse = (typeof pronounUses)[number]

/** Small words by what they do around a word of speech: open a clause, an infinitive, the doer of a passive, a manner or likeness, a document, where words come from. */
export const marks = ['that', 'to', 'by', 'as', 'in', 'from', 'like'] as const
export type Mark = (typeof marks)[number]

/** Verbs that take what is said in the same ways. */
export interface SpeechVerbs {
  readonly takes: readonly ContentFrame[]
  /** Whether the speaker vouches for what is said, so that it is a source of it. Who wishes, orders or judges a thing does not tell it. */
  readonly tells: boolean
  /** In dictionary form, with the particles or prepositions that follow: "say", "point out", "call for". */
  readonly verbs: readonly string[]
}

/** Nouns of speech: "his claim that", "criticism of", "calls to". */
export interface SpeechNouns {
  readonly tells: boolean
  /** Words between the noun and what is said; none listed means a clause with "that" or an infinitive. */
  readonly links: readonly string[]
  readonly nouns: readonly string[]
}

/** A sentence of ours with the attributions it must give, in order of their content; none: nothing in it is anybody's. */
export interface VoiceCase {
  readonly text: string
  readonly voices: readonly {
    readonly source: string | null
    readonly cue?: string | undefined
    readonly content: string | null
    readonly chain?: readonly string[] | undefined
  }[]
}

/** What `packs/languages/<code>/voices.yaml` holds. */
export interface VoiceWords {
  readonly verbs: readonly SpeechVerbs[]
  readonly nouns: readonly SpeechNouns[]
  /** Verbs that only carry on with a quote: "continued", "went on". */
  readonly quoteVerbs: readonly string[]
  /** Adjectives that hold a clause: "confident that", "eager to". */
  readonly adjectives: readonly string[]
  /** Verbs after which the whole clause is somebody's unnamed view: "seems to", "is said to". `passive` ones only so. */
  readonly raising: { readonly active: readonly string[]; readonly passive: readonly string[] }
  /** Adverbs that make the clause hearsay: "reportedly". */
  readonly hearsay: readonly string[]
  /** Phrases before a source: "according to", "in the words of". */
  readonly prepositions: readonly string[]
  /** Nouns of what can stand after "in" and speak: "in a poll", "in the report". */
  readonly documents: readonly string[]
  /** Nouns that can stand before a headline's colon or after its dash and speak: "source", "lawyer". */
  readonly speakers: readonly string[]
  /** Verbs that hand on another's words: "citing ANSA", "quoting a source". */
  readonly handing: readonly string[]
  /** Verbs whose participle before a name only says what a thing is called: "a group called the Lanterns". */
  readonly naming: readonly string[]
  /** Nouns of a way to see or tell things: "in her lawyer's view", "by his own account". */
  readonly viewpoints: readonly string[]
  /** Words that set another speaker's words against those before: "though an officer said". */
  readonly concessions: readonly string[]
  /** Who says nothing: "nobody has said where". */
  readonly silent: readonly string[]
  /** Words that take back a verb of speech: "did not say whether". */
  readonly negations: readonly string[]
  /** Verbs whose infinitive is done all the same: "went on to say that". After others it is only wished or refused. */
  readonly carrying: readonly string[]
  /** Words before a headline's colon that are nobody: "Exclusive: …". */
  readonly headings: readonly string[]
  /** Determiners of somebody spoken of before: "the officer added". */
  readonly definites: readonly string[]
  /** Auxiliaries of the passive, in dictionary form. */
  readonly passives: readonly string[]
  /** Auxiliaries of the perfect, in dictionary form. */
  readonly perfects: readonly string[]
  /** Words before a noun of the press that make it the outlet itself: "this newspaper", "our correspondent". */
  readonly ownMarks: readonly string[]
  /** Nouns that, so marked, are the outlet itself. */
  readonly ownPress: readonly string[]
  /** Labels of the one who asks in an interview, the outlet. */
  readonly asking: readonly string[]
  /** Labels of the one who answers in an interview. */
  readonly answering: readonly string[]
  /** What the one who answers is called where no label names him; the first word is used. */
  readonly interviewed: readonly string[]
  /** Verbs whose hearer stands right after them and may be an agency that hands the words on: "told AFP". */
  readonly telling: readonly string[]
  /** Verbs of coming to know, whose "from" names who said it: "heard from a neighbour that". */
  readonly hearing: readonly string[]
  /** Verbs whose subject's are the words that a noun of speech names: "voiced fears that". "Dismissed claims that" are another's. */
  readonly voicing: readonly string[]
  /** Verbs of blame, and the words between them and what somebody is blamed for: "criticised by the union for". */
  readonly blaming: readonly string[]
  readonly blameLinks: readonly string[]
  readonly marks: Readonly<Record<Mark, readonly string[]>>
  /** Words that stand for what was just said: "said so". */
  readonly proforms: readonly string[]
  /** Words that open a clause which is said: "that", "whether". */
  readonly clauseOpeners: readonly string[]
  /** Words that begin a clause about a noun, and speak only as it: "who", "which". */
  readonly relatives: readonly string[]
  /** Words that after a pause set the outlet's own clause against what was said: "while". */
  readonly contrasts: readonly string[]
  /** Words between an adjective of speech and the thing it is about: "afraid of". */
  readonly adjectiveLinks: readonly string[]
  /** Heads of phrases that tell, right after a verb of speech, when it was said: "said Monday", "announced last week". */
  readonly times: readonly string[]
  /** Words after a length of time that set one happening against another: "two days after". */
  readonly timeLinks: readonly string[]
  /** Words that tie a source to what tells which one it is: "order of the court", "source close to him". */
  readonly ties: readonly string[]
  /** Pronouns by what they can stand for among those who spoke before. */
  readonly pronouns: Readonly<Record<PronounUse, readonly string[]>>
  /** Verbs with which a happening is told at length: "said", "recalled". Who denies, fears or vows tells no tale. */
  readonly recounting: readonly string[]
  /** Verbs with which is told what was looked into: "the judges found", "the report details". */
  readonly finding: readonly string[]
  /** Verbs with which somebody tells what they lived through: "she recalled". */
  readonly reliving: readonly string[]
  /** Words that open a sentence in which the outlet turns to something else, or comments: "meanwhile", "in other words". */
  readonly turns: readonly string[]
  /** Words that point to what stands in the next block: "the following". */
  readonly following: readonly string[]
  /** Verbs that lead to a list, beside those that tell: "lists", "cites". */
  readonly listing: readonly string[]
  /** Words that, at the head of a line, point to a text behind it: "here is", "this is". */
  readonly pointers: readonly string[]
  /** Nouns of a text or tale that a report may bring in as a whole: "the testimony of". */
  readonly texts: readonly string[]
  /** Pronouns with which somebody tells of himself. */
  readonly selves: readonly string[]
  /** Verbs of those who would not answer the outlet. */
  readonly replies: readonly string[]
  /** Verbs of refusing: "declined to comment". */
  readonly declining: readonly string[]
  /** Verbs with which a speaker only suggests what is told: it is left open. */
  readonly suggesting: readonly string[]
  /** Words of hearsay that leave nothing open: "it emerged", "is known". */
  readonly knowing: readonly string[]
  /** Speakers who are nobody in particular: "some say". */
  readonly vague: readonly string[]
  /** Nouns that after such a word still are nobody: "some accounts". */
  readonly vagueHeads: readonly string[]
  /** Phrases that bring in a clause as talk: "rumour has it". */
  readonly hearsayPhrases: readonly string[]
  /** Nouns of those who tell what they lived through or saw: "survivor", "neighbour". */
  readonly livedThrough: readonly string[]
  /** Verbs of what a speaker does while speaking: "she held up a photograph", "he smiled". */
  readonly gestures: readonly string[]
  /** Verbs of the steps of a case or career, which the outlet tells beside what others say: "he was charged", "she won the vote". */
  readonly caseSteps: readonly string[]
  readonly cases: readonly VoiceCase[]
}
