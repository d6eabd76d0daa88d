import type { MentionKind } from '../report.js'

/** Whether a pronoun or a noun tells a woman, a man, a thing or body, or does not tell. */
export type Gender = 'feminine' | 'masculine' | 'neuter' | 'unknown'

/** A pronoun of the third person. */
export interface PronounWord {
  readonly word: string
  readonly gender: Gender
  readonly plural: boolean
  /** `subject` and `object` stand for the party itself, `possessive` for whose, `reflexive` for the same as the subject. */
  readonly use: 'subject' | 'object' | 'possessive' | 'reflexive'
}

/** What `packs/languages/<code>/names.yaml` holds: by which words a name, a body or a person is known. Single words are small letters unless said otherwise. */
export interface NameWords {
  readonly person: {
    /** Stand before a name and are written as part of it: "general", "judge", "mr". One word each; several may stand together. */
    readonly titles: readonly string[]
    /** Of these, the ones that tell the gender. */
    readonly feminineTitles: readonly string[]
    readonly masculineTitles: readonly string[]
    /** Stand after a name and belong to it: "jr", "iii", "qc". */
    readonly suffixes: readonly string[]
    /** Small words inside or before a family name: "al", "bin", "van", "de". */
    readonly particles: readonly string[]
    readonly given: { readonly feminine: readonly string[]; readonly masculine: readonly string[]; readonly either: readonly string[] }
    /** Nouns for one who holds an office or has a calling: "minister", "lawyer". Singular; the plural is made by the language's rule. */
    readonly offices: readonly string[]
    /** Offices behind which "general" is an adjective and no rank: "prosecutor general". */
    readonly beforeGeneral: readonly string[]
    /** Nouns for people by what befell them or what they are: "suspect", "victim", "migrant". */
    readonly people: readonly string[]
    /** Of both, the ones the story's main person is called by when nothing more is said: "suspect", "fugitive", "man". */
    readonly protagonists: readonly string[]
    /** With "his" or "its" before them, the main person as others have them: "his client", "its suspect". */
    readonly charges: readonly string[]
    /** Offices of those who judge, pursue or speak for another. */
    readonly functions: readonly string[]
    /** Before "of" and a place, and before "of" and a body: "mayor", "director". */
    readonly ofPlaces: readonly string[]
    readonly ofBodies: readonly string[]
    /** Verbs for what the one the story is about goes through: "appear", "face". */
    readonly endured: readonly string[]
    /** What befalls the one the story is about: as nouns after "his", as verbs in the passive or before "him". */
    readonly fateNouns: readonly string[]
    readonly fateVerbs: readonly string[]
    /** Nouns that say the same of a person or body. */
    readonly alike: readonly (readonly string[])[]
    readonly feminineNouns: readonly string[]
    readonly masculineNouns: readonly string[]
    /** Peoples without a state of their name, as adjective and as noun, with capitals: "Kurdish", "Kurds", "Rohingya". */
    readonly peoples: readonly string[]
    /** Nouns that are people only in the plural or as a mass: "people", "police officers". */
    readonly groups: readonly string[]
    /** Nouns of kin: whose they are is part of who they are. */
    readonly kin: readonly string[]
    /** Offices held at a place: "ambassador to Chile". */
    readonly sentTo: readonly string[]
    /** Before an office, they say that it is over: "former", "ousted". */
    readonly past: readonly string[]
    /** What somebody's kin call them: whoever's daughter speaks of "my father" speaks of him. */
    readonly kinOf: Readonly<Record<string, readonly string[]>>
    /** Words that say that an office is over or not yet full: "former", "acting". They do not make another person. */
    readonly tenure: readonly string[]
  }
  readonly organization: {
    /** Head nouns of bodies, capitalised or not: "court", "ministry", "police". */
    readonly heads: readonly string[]
    /** Heads that make a name only with a capital: "watch", "office", "front". */
    readonly capitalHeads: readonly string[]
    /** Heads after which "and" joins two fields: "ministry of justice and human rights". */
    readonly wideHeads: readonly string[]
    /** Heads whose seat belongs to the name: "court of appeal in Rome", "embassy in Berlin". */
    readonly seatedHeads: readonly string[]
    /** Heads of bodies that are part of another: "chamber of the court" names two. */
    readonly innerHeads: readonly string[]
    /** Heads that an office's possessive names: "prosecutor's office", "ministers' tribunal". */
    readonly officeHeads: readonly string[]
    /** Fields that go before a head in small letters: "interior", "justice", "foreign". */
    readonly fields: readonly string[]
    /** With "the" before them, sides of a trial: "the defence". */
    readonly sides: readonly string[]
    /** Broad nouns by which a body just named is taken up again, each with the heads it fits: "the force" a police. */
    readonly broad: Readonly<Record<string, readonly string[]>>
    /** Nouns by which bodies are taken up whose names do not hold them, each with those bodies in small letters: "the bloc" the European Union. */
    readonly takenUpAs: Readonly<Record<string, readonly string[]>>
    /** Words after a head that belong to it: "appeal", "cassation", "state". */
    readonly complements: readonly string[]
    /** Bodies with a name of one capitalised word or a fixed phrase: "interpol", "customs". */
    readonly names: readonly string[]
    readonly acronyms: readonly { readonly short: string; readonly long: string }[]
    /** Capitalised abbreviations that name nobody. */
    readonly notAcronyms: readonly string[]
  }
  readonly facility: {
    /** Heads whose place belongs to the name: "the prison at Scheveningen", but not "the hotel in Turin". */
    readonly seatedHeads: readonly string[]
    readonly heads: readonly string[]
    readonly capitalHeads: readonly string[]
  }
  readonly place: {
    /** Last words of a place's name: "province", "river". */
    readonly heads: readonly string[]
    /** Of `before`, what stands before a saint's name, which a person may bear: "San Antonio". */
    readonly saints: readonly string[]
    /** First words: "mount", "lake". */
    readonly before: readonly string[]
    /** Small-letter words before a place: "southern", "north-east". */
    readonly directions: readonly string[]
    /** Prepositions after which an unknown name is rather a place. */
    readonly prepositions: readonly string[]
  }
  readonly law: {
    readonly heads: readonly string[]
    /** Followed by a number: "article", "law". */
    readonly numbered: readonly string[]
  }
  /** Capitalised words that name no party: weekdays, months, feasts, peoples' tongues. */
  readonly notNames: readonly string[]
  /** Words that open a sentence or a clause and never a name. */
  readonly openers: readonly string[]
  /** Between a name and another name of the same party: "also known as". */
  readonly alias: readonly string[]
  /** Before a name that somebody went by: "under the name of". */
  readonly assumed: readonly string[]
  /** Between a description and the name of its party: "named"; and before "as": "identified". */
  readonly naming: readonly string[]
  readonly namingAs: readonly string[]
  readonly articles: readonly string[]
  readonly demonstratives: readonly string[]
  /** Verbs whose subject is a party: "say", "order", "arrest". Lemmas. */
  readonly actingVerbs: readonly string[]
  readonly speechVerbs: readonly string[]
  /** Verbs that say of whom and of what: "accuse". The "of" is theirs, not the noun's before it. */
  readonly ofVerbs: readonly string[]
  readonly pronouns: {
    readonly thirdPerson: readonly PronounWord[]
    readonly firstPerson: readonly string[]
    readonly firstPersonPlural: readonly string[]
  }
  /** Small words in and around a description. */
  readonly phrases: {
    readonly possessives: readonly string[]
    readonly measures: readonly string[]
    readonly quantities: readonly string[]
    /** With "the" before them and no noun behind, so many people: "the three". */
    readonly counts: readonly string[]
    /** After a description beside a name, where its clause goes on: "who". */
    readonly closing: readonly string[]
    readonly ownLeads: readonly string[]
    /** Between a name and an office: "is", "became". */
    readonly copulas: readonly string[]
    /** Nouns for a group of so many: "pair" is two. */
    readonly countOf: Readonly<Record<string, string>>
    readonly partitives: readonly string[]
    /** Before a noun, they point at one who is known, or at one who is new: "the", "a". */
    readonly definite: readonly string[]
    readonly indefinite: readonly string[]
    /** Prepositions between a description and what belongs to it, and of these the ones that say where somebody works: "a source at the court". */
    readonly belonging: readonly string[]
    readonly workplaces: readonly string[]
    /** Nouns for whoever only tells: "source". */
    readonly informants: readonly string[]
    /** Words before a noun that begin no description: "such". */
    readonly pointing: readonly string[]
    /** Joined before an office, they say that it is over: "ex-". */
    readonly formerPrefixes: readonly string[]
    /** What makes a source one, before the matter: "with knowledge of", "close to". */
    readonly knowing: readonly string[]
    /** How words end that name a field: "Ministry of Defence and Migration". */
    readonly fieldEndings: readonly string[]
  }
  /** Sentences with all the names they hold, each with its kind: they run as tests. */
  readonly cases: readonly { readonly text: string; readonly names: Readonly<Record<string, MentionKind>> }[]
}
