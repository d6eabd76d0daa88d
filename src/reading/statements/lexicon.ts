import type { HappeningWords, TriggerGroup } from '../../model/words/happenings.js'

/** One way to say one type of happening: the words after the first, and the group it belongs to. */
export interface Pattern {
  readonly group: TriggerGroup
  /** The words after the first. */
  readonly rest: readonly string[]
  /** For a noun phrase: which of its words is the head ("complaint" in "criminal complaint", "panel" in "panel of enquiry"). */
  readonly head: number
}

/** Phrases by their first word, longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

/** The words of `happenings.yaml` as a reader asks for them: by first word, longest pattern first. */
export interface Lexicon {
  readonly verbs: ReadonlyMap<string, readonly Pattern[]>
  readonly nouns: ReadonlyMap<string, readonly Pattern[]>
  /** The first words of all patterns: most words of a text open none, and one look-up says so. */
  readonly openers: ReadonlySet<string>
  readonly unless: ReadonlyMap<TriggerGroup, readonly (readonly string[])[]>
  readonly aliases: Phrases
  readonly titles: Phrases
  readonly headedBy: Phrases
  readonly merits: Phrases
  readonly wrongs: Phrases
  readonly rightly: Phrases
  readonly occurring: Phrases
  readonly conditions: Phrases
  readonly asserting: Phrases
  readonly needed: Phrases
  readonly undone: Phrases
  readonly verging: readonly (readonly string[])[]
  readonly waiting: readonly (readonly string[])[]
  readonly always: Phrases
  readonly wrongly: Phrases
  readonly untrue: readonly (readonly string[])[]
  readonly undoing: readonly (readonly string[])[]
  readonly hedgingPhrases: readonly (readonly string[])[]
  readonly goingOn: readonly (readonly string[])[]
  readonly sets: Readonly<Record<SetName, ReadonlySet<string>>>
}

const setNames = [
  'negators',
  'negativeVerbs',
  'negativeNouns',
  'hedges',
  'hedgingAdjectives',
  'hedgingVerbs',
  'hedgingPassives',
  'seeming',
  'accusing',
  'accusingFor',
  'refusing',
  'hedgingNouns',
  'forestalling',
  'hindering',
  'approving',
  'blocking',
  'hedgingModals',
  'demandingModals',
  'inferringModals',
  'ablingModals',
  'pairing',
  'accusationLinks',
  'accusationNounLinks',
  'noHearsay',
  'demandingVerbs',
  'demandingNouns',
  'wishing',
  'planningModals',
  'conditionalModals',
  'planningVerbs',
  'planningNouns',
  'pendingNouns',
  'effecting',
  'awaiting',
  'realising',
  'negatingSubjects',
  'invertedConditions',
] as const
const otherNames = [
  'people',
  'placeNouns',
  'nobody',
  'blame',
  'praise',
  'calledBlame',
  'calledPraise',
  'claims',
  'charging',
  'denying',
  'falsehoods',
  'confirming',
  'acts',
  'former',
  'heads',
  'becoming',
  'leaving',
  'ofStates',
  'articles',
  'persons',
  'ours',
  'personal',
  'impersonal',
  'courtesy',
  'seats',
  'ranks',
  'elsewhere',
  'relatives',
  'placePrepositions',
  'ways',
  'placeParts',
  'moments',
  'vehicles',
  'calling',
  'particles',
  'titleLinks',
  'viewing',
  'amounting',
  'eyes',
  'standIns',
  'giving',
  'anyone',
  'indefinite',
  'allowing',
  'capacities',
  'lawTexts',
  'lawProvides',
] as const
type SetName = (typeof setNames)[number] | (typeof otherNames)[number]

const compiled = new WeakMap<HappeningWords, Lexicon>()

/** The words compiled for look-up, once for each pack. */
export function lexiconOf(words: HappeningWords): Lexicon {
  const known = compiled.get(words)
  if (known !== undefined) return known
  const fresh = compile(words)
  compiled.set(words, fresh)
  return fresh
}

function compile(words: HappeningWords): Lexicon {
  const { factuality, offices } = words
  const factual = Object.fromEntries(setNames.map((name) => [name, new Set(factuality[name])])) as Record<
    (typeof setNames)[number],
    Set<string>
  >
  const verbs = byFirstWord(
    words.triggers,
    (group) => group.verbs ?? [],
    () => 0,
  )
  const nouns = byFirstWord(words.triggers, (group) => group.nouns ?? [], headOfPhrase)
  return {
    verbs,
    nouns,
    openers: new Set([...verbs.keys(), ...nouns.keys()]),
    unless: new Map(words.triggers.map((group) => [group, (group.unless ?? []).map(inWords)])),
    aliases: phrasesOf(words.aliases),
    headedBy: phrasesOf(offices.headedBy),
    merits: phrasesOf(words.merits),
    wrongs: phrasesOf(words.wrongs),
    always: phrasesOf(words.law.always),
    occurring: phrasesOf(words.occurring),
    conditions: phrasesOf(factuality.conditions),
    asserting: phrasesOf(factuality.asserting),
    needed: phrasesOf(factuality.needed),
    undone: phrasesOf(factuality.undone),
    waiting: factuality.waiting.map(inWords),
    verging: factuality.verging.map(inWords),
    rightly: phrasesOf(words.manners.right),
    wrongly: phrasesOf(words.manners.wrong),
    titles: phrasesOf(offices.titles),
    untrue: factuality.untrue.map(inWords),
    undoing: factuality.undoing.map(inWords),
    hedgingPhrases: factuality.hedgingPhrases.map(inWords),
    goingOn: words.goingOn.map(inWords),
    sets: {
      ...factual,
      people: new Set(words.people),
      placeNouns: new Set(words.places.nouns),
      nobody: new Set(words.nobody),
      blame: new Set(words.blame),
      praise: new Set(words.praise),
      calledBlame: new Set([...words.blame, ...words.calledBlame]),
      calledPraise: new Set([...words.praise, ...words.calledPraise]),
      claims: new Set(words.claims),
      charging: new Set(words.charging),
      denying: new Set(words.denials.denying),
      falsehoods: new Set(words.denials.falsehoods),
      confirming: new Set(words.denials.confirming),
      acts: new Set(words.acts),
      former: new Set(offices.former),
      heads: new Set(offices.heads),
      becoming: new Set(offices.becoming),
      leaving: new Set(offices.leaving),
      ofStates: new Set(offices.ofStates),
      articles: new Set(words.small.articles),
      persons: new Set(words.small.persons),
      ours: new Set(words.small.ours),
      personal: new Set(words.small.personal),
      impersonal: new Set(words.small.impersonal),
      courtesy: new Set(offices.courtesy),
      seats: new Set(offices.seats),
      ranks: new Set(offices.ranks),
      elsewhere: new Set(words.small.elsewhere),
      relatives: new Set(words.small.relatives),
      placePrepositions: new Set(words.places.prepositions),
      ways: new Set(words.places.ways),
      placeParts: new Set(words.places.parts),
      moments: new Set(words.places.moments),
      vehicles: new Set(words.places.vehicles),
      calling: new Set([...words.small.calling, ...words.small.viewing]),
      particles: new Set(words.small.particles),
      titleLinks: new Set(offices.titleLinks),
      viewing: new Set(words.small.viewing),
      amounting: new Set(words.amounting),
      eyes: new Set(words.small.eyes),
      standIns: new Set(words.small.standIns),
      anyone: new Set(words.law.anyone),
      indefinite: new Set(words.law.indefinite),
      allowing: new Set(words.law.allowing),
      capacities: new Set(words.law.capacities),
      giving: new Set(words.small.giving),
      lawTexts: new Set(words.law.texts),
      lawProvides: new Set(words.law.provides),
    },
  }
}

function phrasesOf(phrases: readonly string[]): Phrases {
  const found = new Map<string, (readonly string[])[]>()
  for (const phrase of phrases.map(inWords)) {
    const [first = ''] = phrase
    found.set(first, [...(found.get(first) ?? []), phrase])
  }
  for (const likes of found.values()) likes.sort((a, b) => b.length - a.length)
  return found
}

function byFirstWord(
  groups: readonly TriggerGroup[],
  phrasesOf: (group: TriggerGroup) => readonly string[],
  headOf: (phrase: readonly string[]) => number,
): ReadonlyMap<string, readonly Pattern[]> {
  const found = new Map<string, Pattern[]>()
  for (const group of groups) {
    for (const phrase of phrasesOf(group).map(inWords)) {
      const [first = '', ...rest] = phrase
      found.set(first, [...(found.get(first) ?? []), { group, rest, head: headOf(phrase) }])
    }
  }
  for (const patterns of found.values()) patterns.sort((a, b) => b.rest.length - a.rest.length)
  return found
}

/** The place of the head: the word before the first preposition, else the last. */
function headOfPhrase(phrase: readonly string[]): number {
  const preposition = phrase.findIndex((word, index) => index > 0 && /^(?:of|for|to)$/.test(word))
  return preposition === -1 ? phrase.length - 1 : preposition - 1
}

function inWords(phrase: string): readonly string[] {
  return phrase.toLowerCase().split(' ')
}
