import type { DetailValue, StatementType } from '../report.js'

/** The attribute of a statement that a place in the clause fills. `none` takes the place and fills nothing. */
export const roleNames = ['agent', 'patient', 'recipient', 'place', 'none'] as const
export type RoleName = (typeof roleNames)[number]

/** Which place in the clause is which role: "Rome (subject) returned him (object) to Tripoli (to)". */
interface Frame {
  readonly subject?: RoleName | undefined
  readonly object?: RoleName | undefined
  /** "by" of a passive or a noun; as `subject` when absent. */
  readonly by?: RoleName | undefined
  /** Of a noun: "his arrest", "Kenya's arrest of a banker". */
  readonly possessor?: RoleName | undefined
  /** Prepositions and, for nouns, "of". */
  readonly after?: Readonly<Record<string, RoleName>> | undefined
}

/**
 * Words that say one type of happening, with their frame. A verb is its dictionary form, followed by the words that stand after it, with or without its object between: "pick up", "take into custody".
 * A noun is read when it has a party of its own, or a verb of `with` that makes it a deed ("made an arrest").
 */
export interface TriggerGroup {
  readonly type: StatementType
  readonly frame: Frame
  readonly verbs?: readonly string[] | undefined
  readonly nouns?: readonly string[] | undefined
  /** Verbs that make the noun a deed; their subject is the agent. */
  readonly with?: readonly string[] | undefined
  /** The verb counts only with one of these words as its object. */
  readonly object?: readonly string[] | undefined
  /** The verb does not count with one of these words as its object (or passive subject). */
  readonly notObject?: readonly string[] | undefined
  /** The verb counts only when one of these words stands in its doer's phrase or name: courts rule, ministries do not. */
  readonly subject?: readonly string[] | undefined
  /** The verb does not count with one of these words as its subject. */
  readonly notSubject?: readonly string[] | undefined
  /** The verb counts only when one of these words follows in its clause. */
  readonly needs?: readonly string[] | undefined
  /** What is done must be done to (or by) a person or a body: the role that has to be filled by one. */
  readonly person?: 'patient' | 'agent' | 'either' | undefined
  /** The role that must be filled: "came to Lima" and not "came to that", "runs the port" and not "runs in three steps". */
  readonly filled?: 'place' | 'patient' | undefined
  /** The words of its verbs stand side by side: "called on Lima", not "called it an attack on Lima". */
  readonly close?: boolean | undefined
  /** Only in the passive or the active. */
  readonly voice?: 'passive' | 'active' | undefined
  /** Sequences around the trigger that make it something else: "court of appeal". */
  readonly unless?: readonly string[] | undefined
  /** Read the noun only with one of the verbs of `with`. */
  readonly deedOnly?: boolean | undefined
  /** Read the verb only where it is negated: "did not heed the ruling". */
  readonly negated?: boolean | undefined
  /** Read the noun even where no party of its own stands beside it. */
  readonly bare?: boolean | undefined
  readonly polarity?: 'negative' | undefined
  readonly certainty?: 'hedged' | undefined
  readonly modality?: 'demanded' | 'planned' | undefined
  readonly detail?: Readonly<Record<string, DetailValue>> | undefined
}

/** Words of the clause that settle a detail: outcome "validated" when "validate" stands in the ruling's clause. First found wins. */
interface DetailGroup {
  readonly type: StatementType
  readonly key: string
  readonly value: DetailValue
  readonly words: readonly string[]
}

/** Words by which a clause says how sure, whether, and in which mood. Verbs are dictionary forms. */
interface FactualityWords {
  readonly negators: readonly string[]
  /** "failed to", "without", "refused to": what follows did not happen. */
  readonly negativeVerbs: readonly string[]
  readonly negativeNouns: readonly string[]
  readonly hedges: readonly string[]
  readonly hedgingAdjectives: readonly string[]
  /** Active or passive: "alleges that", "is accused of". */
  readonly hedgingVerbs: readonly string[]
  /** Of the verbs that hedge, those that do so only after "it": "it appears that". */
  readonly seeming: readonly string[]
  /** Only in the passive: "is said to". */
  readonly hedgingPassives: readonly string[]
  /** Verbs and nouns whose "of", "with" or "that" brings in what somebody is only said to have done: "accuse the guards of beating", "the charge that". */
  readonly accusing: readonly string[]
  /** Words whose "for" brings it in: "wanted for the murder of". */
  readonly accusingFor: readonly string[]
  /** Of the verbs that negate, those by which a court decides: "declined to validate". */
  readonly refusing: readonly string[]
  /** Before what is thereby said not to be so: "not true that". */
  readonly untrue: readonly string[]
  /** Right before a verb: by these it was not done ("short of", "instead of"). */
  readonly undoing: readonly string[]
  /** Several words that hedge the clause they stand in: "in all likelihood". */
  readonly hedgingPhrases: readonly string[]
  /** Before a "could": what follows came to nothing ("before he could"). */
  readonly forestalling: readonly string[]
  /** Before "from" and a verb in "-ing": it did not happen ("barred from leaving"). */
  readonly hindering: readonly string[]
  /** Begin with a negation that denies nothing: "not only", "no sooner". */
  readonly asserting: readonly string[]
  /** Before a clause that is thereby asked for: "high time". */
  readonly needed: readonly string[]
  /** Verbs whose subject or object never came about: "call off". */
  readonly undone: readonly string[]
  /** Right before an "-ing" form: it was still to come ("on the verge of"). */
  readonly verging: readonly string[]
  /** Modals that, with a perfect, only infer: "must have been". */
  readonly inferringModals: readonly string[]
  /** Modals whose negation says that it did not happen: "could not". */
  readonly ablingModals: readonly string[]
  /** Right before a clause or between two, the negation of both: "nor". */
  readonly pairing: readonly string[]
  /** After an accusing word, what brings in the accusation: "of", "with"; after an accusing noun also "that". */
  readonly accusationLinks: readonly string[]
  readonly accusationNounLinks: readonly string[]
  /** After a verb of believing, what makes it no hearsay: "feared for", "believed by". */
  readonly noHearsay: readonly string[]
  /** Before an extradition, a release: it is still to come ("approved"), or did not come ("blocked"). */
  readonly approving: readonly string[]
  readonly blocking: readonly string[]
  readonly hedgingNouns: readonly string[]
  readonly hedgingModals: readonly string[]
  readonly demandingModals: readonly string[]
  readonly demandingVerbs: readonly string[]
  /** Before somebody and a participle: "want him freed". */
  readonly wishing: readonly string[]
  /** Before "to": "a duty to", "an order to". */
  readonly demandingNouns: readonly string[]
  readonly planningModals: readonly string[]
  /** "would", "could": a plan, and with a perfect a condition. */
  readonly conditionalModals: readonly string[]
  readonly planningVerbs: readonly string[]
  readonly planningNouns: readonly string[]
  /** Nouns that leave open what they are about, where it is decided before it is done: "a hearing on his extradition". */
  readonly pendingNouns: readonly string[]
  /** Verbs that bring about their object, and lend it their mood: "failed to secure his release". */
  readonly effecting: readonly string[]
  /** Verbs of what has still to come: "his release depends on". */
  readonly awaiting: readonly string[]
  /** Right before a noun, the same: "in the way of his release". */
  readonly waiting: readonly string[]
  /** Before "to": what follows did happen ("managed to", "was forced to", "the decision to"). Any other word before "to" leaves it open. */
  readonly realising: readonly string[]
  /** In a subject: "nobody", "no", "neither". */
  readonly negatingSubjects: readonly string[]
  /** Open a clause that says on which condition: "if", "provided that". */
  readonly conditions: readonly string[]
  /** Open a condition when they open the clause: "had he been". */
  readonly invertedConditions: readonly string[]
}

/** Titles and offices, and the words around them. */
interface OfficeWords {
  /** The head of a title: "minister", "director". */
  readonly titles: readonly string[]
  /** Before a title: it is over. */
  readonly former: readonly string[]
  /** Verbs whose subject holds the office: "heads". */
  readonly heads: readonly string[]
  /** Participles after a body: "led by". */
  readonly headedBy: readonly string[]
  readonly becoming: readonly string[]
  /** Verbs by which an office is given up or taken away: "resigned as". */
  readonly leaving: readonly string[]
  /** Offices that are a state's when its adjective stands before them: a Norwegian minister is Norway's, a Norwegian journalist nobody's. */
  readonly ofStates: readonly string[]
  /** Towns whose name stands for the international court that sits there. */
  readonly seats: readonly string[]
  /** Before a name, and no office: "Mr", "Dr". */
  readonly courtesy: readonly string[]
  /** Small words inside the body that a title names: "of", "and". */
  readonly titleLinks: readonly string[]
  /** Before an office, and part of it: "vice", "deputy". */
  readonly ranks: readonly string[]
}

/** Words by which a sentence says what the law is, and tells no happening. */
interface LawWords {
  /** Subjects: "the law", "article 5", "the treaty". */
  readonly texts: readonly string[]
  /** What such a subject does: "allows", "requires". */
  readonly provides: readonly string[]
  /** Words of a sentence that tells how things always go: "whenever", "every year". */
  readonly always: readonly string[]
  /** Subjects that are nobody in particular: "anyone who". */
  readonly anyone: readonly string[]
  /** Before a person: nobody in particular ("a suspect who"). */
  readonly indefinite: readonly string[]
  /** Modals by which it may or must be done to nobody in particular: "a suspect must be". */
  readonly allowing: readonly string[]
  /** Before "to" or "of": what somebody may or can do, and nobody did ("the power to arrest", "fit to travel"). */
  readonly capacities: readonly string[]
}

/** Small words by which a reader tells people, places and speakers apart. */
interface SmallWords {
  /** Before a noun, and no part of what it names: "the", "his". */
  readonly articles: readonly string[]
  /** Pronouns for people. */
  readonly persons: readonly string[]
  /** "we": the outlet's, where nobody is quoted. */
  readonly ours: readonly string[]
  /** Pronouns that a person, or a body, may speak of itself with: "the ministry says it ...". */
  readonly personal: readonly string[]
  readonly impersonal: readonly string[]
  /** After a verb of calling: it calls on somebody, or for something, and calls nothing so. */
  readonly elsewhere: readonly string[]
  /** Open a relative clause: "who", "which". */
  readonly relatives: readonly string[]
  /** Verbs of calling something something: "called the verdict a disgrace". */
  readonly calling: readonly string[]
  /** Verbs of calling whose judgement stands after "as": "regards him as a hero". */
  readonly viewing: readonly string[]
  /** Small words inside a name: "bin", "de". */
  readonly particles: readonly string[]
  /** Open a sentence before those in whose eyes something is so: "to his supporters he is a hero". */
  readonly eyes: readonly string[]
  /** Verbs that take two objects: to whom, and what. */
  readonly giving: readonly string[]
  /** Where papers reach somebody: "the minister's desk" is the minister. */
  readonly standIns: readonly string[]
}

interface PlaceWords {
  /** Words for places and buildings, which after "in" or "at" say where even without a name. */
  readonly nouns: readonly string[]
  /** Before where something happens: "in", "off". */
  readonly prepositions: readonly string[]
  /** Before where somebody goes, or goes from. */
  readonly ways: readonly string[]
  /** What somebody goes by: "a jet from Manila". */
  readonly vehicles: readonly string[]
  /** Open a clause that tells at which moment, and so where: "when he landed in Lima". */
  readonly moments: readonly string[]
  /** Nouns whose "of" names the place: "the north of Chile". */
  readonly parts: readonly string[]
}

/** What a case expects of one claim: its type, and of other attributes only those it names. */
interface ExpectedClaim {
  readonly type: StatementType
  readonly agent?: string | undefined
  readonly patient?: string | undefined
  readonly recipient?: string | undefined
  readonly place?: string | undefined
  readonly polarity?: string | undefined
  readonly certainty?: string | undefined
  readonly modality?: string | undefined
}

/** One sentence with what must, and which types must not, be read in it: tests of the words above. */
interface HappeningCase {
  readonly text: string
  readonly reads?: readonly ExpectedClaim[] | undefined
  readonly not?: readonly StatementType[] | undefined
}

/** What `packs/languages/<code>/happenings.yaml` holds. */
export interface HappeningWords {
  readonly triggers: readonly TriggerGroup[]
  readonly details: readonly DetailGroup[]
  readonly factuality: FactualityWords
  readonly offices: OfficeWords
  /** Between a name and another name of the same party: "also known as". */
  readonly aliases: readonly string[]
  /** Verbs that only say that something happened: "took place", "began". */
  readonly occurring: readonly string[]
  /** Words for people, who may be arrested, freed, harmed. */
  readonly people: readonly string[]
  /** Nouns after "against", "of", "by" that are no party: "crimes against humanity". */
  readonly nobody: readonly string[]
  readonly places: PlaceWords
  /** After a form of "be": that something goes on ("under way"). */
  readonly goingOn: readonly string[]
  /** Words of blame and of praise, in what somebody calls something or in what somebody is quoted with. */
  readonly blame: readonly string[]
  readonly praise: readonly string[]
  /** Words that blame or praise only as what something is called or said to be: "called it an attack on", "said it was lawful". */
  readonly calledBlame: readonly string[]
  readonly calledPraise: readonly string[]
  /** Verbs whose adverb judges: "acted lawfully". */
  readonly acts: readonly string[]
  /** Deeds that praise or blame their doer in somebody's words: a verb, and words that follow it with others between ("meet obligation"). */
  readonly merits: readonly string[]
  readonly wrongs: readonly string[]
  /** How something was done that justifies or blames it: "in line with the law", "in breach of". */
  readonly manners: { readonly right: readonly string[]; readonly wrong: readonly string[] }
  /** Verbs that say what their subject is: "remains a hero", "amounts to a betrayal". */
  readonly amounting: readonly string[]
  /** What is denied rather than blamed: "called the claim absurd". */
  readonly claims: readonly string[]
  /** Words of charges and verdicts, which name crimes: "charged with murder", "guilty of torture". */
  readonly charging: readonly string[]
  readonly denials: {
    /** Verbs whose clause or object is thereby said not to be so: "denied that". */
    readonly denying: readonly string[]
    /** Verbs whose denial leaves it open: "did not confirm that". */
    readonly confirming: readonly string[]
    /** What a claim is said to be: "the report is false". */
    readonly falsehoods: readonly string[]
  }
  /** Participles after a hyphen, by what they say of whom stands before it: "militia-run", "EU-funded". */
  readonly compounds: { readonly control: readonly string[]; readonly support: readonly string[] }
  readonly small: SmallWords
  readonly law: LawWords
  readonly cases: readonly HappeningCase[]
}
