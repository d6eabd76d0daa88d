import type { Knowledge, Place } from '../../model/packs.js'
import type { Gender, NameWords, PronounWord } from '../../model/words/names.js'
import { folded } from './folded.js'

/** A name that is known beforehand: what it stands for, and its words. */
export interface KnownName {
  /** As it stands in the pack, apostrophes straightened. */
  readonly text: string
  readonly kind: 'place' | 'organization' | 'facility'
  /** The name is also an everyday word or a person's: the text must say more. */
  readonly ambiguous: boolean
  readonly place: Place | undefined
  readonly acronym: boolean
}

/** The words of the packs, ready to be asked. Made once for each pack. */
export interface Lists {
  readonly words: NameWords
  readonly titles: ReadonlySet<string>
  readonly suffixes: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  readonly given: ReadonlyMap<string, Gender>
  readonly offices: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly kin: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  readonly protagonists: ReadonlySet<string>
  readonly charges: ReadonlySet<string>
  readonly tenure: ReadonlySet<string>
  readonly functions: ReadonlySet<string>
  readonly fateNouns: ReadonlySet<string>
  readonly fateVerbs: ReadonlySet<string>
  /** A noun to the nouns that say the same, itself among them. */
  readonly alike: ReadonlyMap<string, readonly string[]>
  readonly genderOfNoun: ReadonlyMap<string, Gender>
  readonly bodies: ReadonlySet<string>
  readonly capitalBodies: ReadonlySet<string>
  readonly wideBodies: ReadonlySet<string>
  readonly seatedBodies: ReadonlySet<string>
  /** Heads of bodies that are part of another body. */
  readonly innerBodies: ReadonlySet<string>
  /** Heads that an office's possessive names: "prosecutor's office". */
  readonly officeHeads: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  readonly complements: ReadonlySet<string>
  readonly notAcronyms: ReadonlySet<string>
  readonly longOf: ReadonlyMap<string, string>
  readonly facilities: ReadonlySet<string>
  /** The last words of what `bodies` and `facilities` list: most words of a text end none, and one look-up says so. */
  readonly bodyEnds: ReadonlySet<string>
  /** The last words of all that a description may be headed by, peoples apart. */
  readonly headEnds: ReadonlySet<string>
  readonly seatedFacilities: ReadonlySet<string>
  readonly capitalFacilities: ReadonlySet<string>
  readonly placeHeads: ReadonlySet<string>
  readonly placeBefore: ReadonlySet<string>
  readonly directions: ReadonlySet<string>
  readonly placePrepositions: ReadonlySet<string>
  readonly lawHeads: ReadonlySet<string>
  readonly numberedLaws: ReadonlySet<string>
  readonly notNames: ReadonlySet<string>
  readonly openers: ReadonlySet<string>
  readonly assumed: readonly (readonly string[])[]
  readonly articles: ReadonlySet<string>
  readonly naming: ReadonlySet<string>
  readonly namingAs: ReadonlySet<string>
  readonly sentTo: ReadonlySet<string>
  readonly past: ReadonlySet<string>
  readonly saints: ReadonlySet<string>
  readonly ofPlaces: ReadonlySet<string>
  readonly ofBodies: ReadonlySet<string>
  readonly endured: ReadonlySet<string>
  readonly sides: ReadonlySet<string>
  readonly kinOf: ReadonlyMap<string, readonly string[]>
  readonly demonstratives: ReadonlySet<string>
  readonly actingVerbs: ReadonlySet<string>
  readonly speechVerbs: ReadonlySet<string>
  readonly possessives: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
  readonly quantities: ReadonlySet<string>
  readonly counts: ReadonlySet<string>
  readonly closing: ReadonlySet<string>
  readonly ownLeads: ReadonlySet<string>
  readonly copulas: ReadonlySet<string>
  readonly countOf: ReadonlyMap<string, string>
  readonly definite: ReadonlySet<string>
  readonly indefinite: ReadonlySet<string>
  readonly belonging: ReadonlySet<string>
  readonly workplaces: ReadonlySet<string>
  readonly informants: ReadonlySet<string>
  readonly pointing: ReadonlySet<string>
  readonly partitives: ReadonlySet<string>
  /** What makes a source one, word by word ("with knowledge of"), by its first word. */
  readonly knowing: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Verbs that say of whom and of what: "accuse". */
  readonly ofVerbs: ReadonlySet<string>
  /** Offices behind which "general" is an adjective. */
  readonly beforeGeneral: ReadonlySet<string>
  /** A body's broad noun to the heads it may take up: "the force" a police. */
  readonly broad: ReadonlyMap<string, readonly string[]>
  /** A body's name, folded, to the nouns by which it is taken up though its name does not hold them: "nato" an alliance. */
  readonly takenUpAs: ReadonlyMap<string, readonly string[]>
  readonly takenUpNouns: ReadonlySet<string>
  readonly formerPrefixes: readonly string[]
  /** Finds the ending of a word that names a field. */
  readonly fieldEnding: RegExp
  readonly pronouns: ReadonlyMap<string, PronounWord>
  readonly firstPerson: ReadonlySet<string>
  /** Known names by their first word in small letters, longest first. */
  readonly known: ReadonlyMap<string, readonly KnownName[]>
  /** What the people of a place are called, to the place's id. */
  readonly demonyms: ReadonlyMap<string, string>
}

const compiled = new WeakMap<NameWords, WeakMap<Knowledge, Lists>>()

/** The lists of a language's names and the world's, compiled once. */
export function listsOf(words: NameWords, knowledge: Knowledge): Lists {
  let byKnowledge = compiled.get(words)
  if (byKnowledge === undefined) {
    byKnowledge = new WeakMap()
    compiled.set(words, byKnowledge)
  }
  let lists = byKnowledge.get(knowledge)
  if (lists === undefined) {
    lists = compile(words, knowledge)
    byKnowledge.set(knowledge, lists)
  }
  return lists
}

function invertedTakenUp(takenUpAs: NameWords['organization']['takenUpAs']): ReadonlyMap<string, readonly string[]> {
  const nouns = new Map<string, string[]>()
  for (const [noun, names] of Object.entries(takenUpAs))
    for (const name of names) nouns.set(folded(name), [...(nouns.get(folded(name)) ?? []), noun])
  return nouns
}

/** The noun without what is joined before it to say that an office is over: "ex-minister" is a minister. */
export function withoutFormer(noun: string, { formerPrefixes }: Pick<Lists, 'formerPrefixes'>): string {
  const prefix = formerPrefixes.find((joined) => noun.startsWith(joined) && noun.length > joined.length)
  return prefix === undefined ? noun : noun.slice(prefix.length)
}

function compile(words: NameWords, knowledge: Knowledge): Lists {
  const { person, organization, facility, place, law } = words
  const given = new Map<string, Gender>()
  for (const name of person.given.masculine) given.set(folded(name), 'masculine')
  // "Inés" and "Inês" are one word without their marks, and both a woman's.
  for (const name of person.given.feminine) given.set(folded(name), given.get(folded(name)) === 'masculine' ? 'unknown' : 'feminine')
  for (const name of person.given.either) given.set(folded(name), 'unknown')
  const genderOfNoun = new Map<string, Gender>([
    ...[...person.feminineNouns, ...person.feminineTitles].map((word) => [word, 'feminine'] as const),
    ...[...person.masculineNouns, ...person.masculineTitles].map((word) => [word, 'masculine'] as const),
  ])
  return {
    words,
    titles: new Set(person.titles),
    suffixes: new Set(person.suffixes),
    particles: new Set(person.particles),
    given,
    offices: new Set(person.offices),
    people: new Set(person.people),
    kin: new Set(person.kin),
    kinOf: new Map(Object.entries(person.kinOf)),
    groups: new Set(person.groups),
    protagonists: new Set(person.protagonists),
    charges: new Set(person.charges),
    sentTo: new Set(person.sentTo),
    past: new Set(person.past),
    tenure: new Set(person.tenure),
    functions: new Set(person.functions),
    ofPlaces: new Set(person.ofPlaces),
    ofBodies: new Set(person.ofBodies),
    endured: new Set(person.endured),
    fateNouns: new Set(person.fateNouns),
    fateVerbs: new Set(person.fateVerbs),
    alike: new Map(person.alike.flatMap((same) => same.map((noun) => [noun, same] as const))),
    genderOfNoun,
    bodies: new Set(organization.heads),
    capitalBodies: new Set([...organization.heads, ...organization.capitalHeads]),
    wideBodies: new Set(organization.wideHeads),
    seatedBodies: new Set(organization.seatedHeads),
    officeHeads: new Set(organization.officeHeads),
    sides: new Set(organization.sides),
    innerBodies: new Set(organization.innerHeads),
    fields: new Set(organization.fields),
    complements: new Set(organization.complements),
    notAcronyms: new Set(organization.notAcronyms),
    longOf: new Map(organization.acronyms.map(({ short, long }) => [short, long])),
    facilities: new Set(facility.heads),
    bodyEnds: lastWords([...organization.heads, ...facility.heads]),
    headEnds: lastWords([
      ...Object.keys(organization.takenUpAs),
      ...person.offices.flatMap((office) => words.phrases.formerPrefixes.map((joined) => `${joined}${office}`)),
      ...[person.offices, person.people, person.kin, person.groups].flat(),
      ...[organization.heads, organization.sides, Object.keys(organization.broad), facility.heads].flat(),
    ]),
    seatedFacilities: new Set(facility.seatedHeads),
    capitalFacilities: new Set(facility.capitalHeads),
    placeHeads: new Set(place.heads),
    placeBefore: new Set(place.before),
    saints: new Set(place.saints),
    directions: new Set(place.directions),
    placePrepositions: new Set(place.prepositions),
    lawHeads: new Set(law.heads),
    numberedLaws: new Set(law.numbered),
    notNames: new Set(words.notNames),
    openers: new Set(words.openers),
    assumed: words.assumed.map((cue) => cue.split(' ')),
    naming: new Set(words.naming),
    namingAs: new Set(words.namingAs),
    articles: new Set(words.articles),
    demonstratives: new Set(words.demonstratives),
    actingVerbs: new Set(words.actingVerbs),
    speechVerbs: new Set(words.speechVerbs),
    possessives: new Set(words.phrases.possessives),
    measures: new Set(words.phrases.measures),
    quantities: new Set(words.phrases.quantities),
    counts: new Set(words.phrases.counts),
    closing: new Set(words.phrases.closing),
    ownLeads: new Set(words.phrases.ownLeads),
    copulas: new Set(words.phrases.copulas),
    definite: new Set(words.phrases.definite),
    indefinite: new Set(words.phrases.indefinite),
    belonging: new Set(words.phrases.belonging),
    workplaces: new Set(words.phrases.workplaces),
    informants: new Set(words.phrases.informants),
    pointing: new Set(words.phrases.pointing),
    countOf: new Map(Object.entries(words.phrases.countOf)),
    partitives: new Set(words.phrases.partitives),
    knowing: byFirstWord(words.phrases.knowing),
    ofVerbs: new Set(words.ofVerbs),
    beforeGeneral: new Set(person.beforeGeneral),
    broad: new Map(Object.entries(organization.broad)),
    takenUpAs: invertedTakenUp(organization.takenUpAs),
    takenUpNouns: new Set(Object.keys(organization.takenUpAs)),
    formerPrefixes: words.phrases.formerPrefixes,
    fieldEnding: new RegExp(`(?:${words.phrases.fieldEndings.map((ending) => ending.replace(/[^\p{L}]/gu, '')).join('|')})$`, 'u'),
    pronouns: new Map(words.pronouns.thirdPerson.map((pronoun) => [pronoun.word, pronoun])),
    firstPerson: new Set(words.pronouns.firstPerson),
    known: knownNames(words, knowledge),
    demonyms: new Map([
      ...person.peoples.map((people) => [people, people.toLowerCase()] as const),
      ...knowledge.places.flatMap(({ id, adjectives }) => (adjectives ?? []).map((adjective) => [adjective, id] as const)),
    ]),
  }
}

function knownNames(words: NameWords, knowledge: Knowledge): ReadonlyMap<string, readonly KnownName[]> {
  const known = new Map<string, KnownName[]>()
  const seen = new Set<string>()
  const add = (name: KnownName): void => {
    const text = straight(name.text)
    if (seen.has(text)) return
    seen.add(text)
    const first = firstWord(text)
    const same = known.get(first)
    if (same === undefined) known.set(first, [{ ...name, text }])
    else same.push({ ...name, text })
  }
  // A name that two places share stands for the one that is seldom anything else.
  for (const place of [...knowledge.places].sort((a, b) => Number(a.ambiguous === true) - Number(b.ambiguous === true))) {
    for (const text of place.names) {
      const kind = place.kind === 'court' ? 'organization' : place.kind === 'prison' || place.kind === 'airport' ? 'facility' : 'place'
      add({ text, kind, ambiguous: place.ambiguous === true, place, acronym: /^[A-Z.]+$/.test(text) })
    }
  }
  for (const { short, long } of words.organization.acronyms) {
    add({ text: short, kind: 'organization', ambiguous: false, place: undefined, acronym: true })
    add({ text: long, kind: 'organization', ambiguous: false, place: undefined, acronym: false })
  }
  for (const { name, names } of knowledge.outlets) {
    for (const text of [name, ...names]) {
      // An outlet named by one everyday word ("Post", "Times") is too often something else.
      add({
        text,
        kind: 'organization',
        ambiguous: !/[\s.]/.test(text) && text.length < 5,
        place: undefined,
        acronym: /^[A-Z]+$/.test(text),
      })
    }
  }
  for (const text of words.organization.names) {
    add({ text: titled(text), kind: 'organization', ambiguous: false, place: undefined, acronym: false })
  }
  for (const same of known.values()) same.sort((a, b) => b.text.length - a.text.length)
  return known
}

function lastWords(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)))
}

function byFirstWord(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    const [first = ''] = words
    found.set(first, [...(found.get(first) ?? []), words])
  }
  return found
}

function firstWord(text: string): string {
  return (/^[^\s'’,]+/.exec(text)?.[0] ?? text).toLowerCase()
}

/** The name with a capital at each word but the small ones: packs list fixed names in small letters. */
function titled(text: string): string {
  return text.replace(/(^|[\s-])(?!(?:of|the|for|d')\b)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** Apostrophes and line breaks made plain, length kept, so that positions stay true. */
export function straight(text: string): string {
  // Most words have neither, and this is asked of every word.
  if (!/[’‘ʼ\s]/.test(text)) return text
  return text.replace(/[’‘ʼ]/g, "'").replace(/\s/g, ' ')
}
