import type { Knowledge } from '../model/packs.js'
import { folded } from './name-token.js'

/** The words for comparing names and the places known, made ready to look up. */
export interface NameWords {
  readonly titles: ReadonlySet<string>
  readonly suffixes: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  readonly weakParticles: ReadonlySet<string>
  readonly gluedArticles: readonly string[]
  readonly commonNames: ReadonlySet<string>
  readonly joiningWords: ReadonlySet<string>
  /** A legal form in words -> the first writing of its line, by number of words, longest first. */
  readonly legalForms: ReadonlyMap<string, string>
  /** Words in any writing -> the first word of their line. */
  readonly sameWords: ReadonlyMap<string, string>
  /** Words that say what a body is. */
  readonly headWords: ReadonlySet<string>
  /** Those, and words that say it more closely. */
  readonly bodyWords: ReadonlySet<string>
  readonly placeWords: ReadonlySet<string>
  /** Words for offices, bodies, groups and numbers, in the singular: none of them names a person. */
  readonly commonWords: ReadonlySet<string>
  readonly numberWords: ReadonlyMap<string, number>
  /** A body's or place's name, folded -> one key for all its names. */
  readonly known: ReadonlyMap<string, string>
  /** Words of countries, regions and cities and what their people are called, folded -> one key a place: "italian", "italy", "rome". */
  readonly placeNames: ReadonlyMap<string, string>
  /** What people of a place are called, where no place has that name: "libyan". */
  readonly peoples: ReadonlySet<string>
}

const compiled = new WeakMap<Knowledge, NameWords>()

/** The look-up tables of a knowledge, made once. */
export function nameWordsOf(knowledge: Knowledge): NameWords {
  const made = compiled.get(knowledge)
  if (made !== undefined) return made
  const words = compile(knowledge)
  compiled.set(knowledge, words)
  return words
}

function compile({ comparing, places: anyOrder, outlets, compatible }: Knowledge): NameWords {
  // A name that another place bears more often means that other place.
  const places = [...anyOrder].sort((a, b) => Number(a.ambiguous ?? false) - Number(b.ambiguous ?? false))
  const known = new Map<string, string>()
  const remember = (names: readonly string[], key: string) => {
    for (const name of names) if (!known.has(folded(name))) known.set(folded(name), key)
  }
  for (const [index, names] of comparing.bodies.entries()) remember(names, `body:${index}`)
  for (const place of places) {
    // A court that the bodies list names too keeps that key, so that both lists say one thing.
    const key = place.names.map((name) => known.get(folded(name))).find((found) => found !== undefined) ?? `place:${place.id}`
    remember(place.names, key)
  }
  for (const outlet of outlets) remember([outlet.name, ...outlet.names], `outlet:${folded(outlet.name)}`)
  const namesOfPlaces = new Set(places.flatMap(({ names }) => names.map(folded)))
  const placeNames = new Map<string, string>()
  for (const place of places) {
    if (place.kind !== 'country' && place.kind !== 'region' && place.kind !== 'city') continue
    for (const name of [...place.names, ...(place.adjectives ?? [])])
      if (!placeNames.has(folded(name))) placeNames.set(folded(name), place.id)
  }
  return {
    titles: new Set(comparing.titles),
    suffixes: new Set(comparing.suffixes),
    particles: new Set(comparing.particles),
    weakParticles: new Set(comparing.weakParticles),
    gluedArticles: comparing.gluedArticles,
    commonNames: new Set(comparing.commonNames),
    joiningWords: new Set(comparing.joiningWords),
    legalForms: firstOfLine(comparing.legalForms),
    sameWords: firstOfLine(comparing.sameWords),
    headWords: new Set(comparing.headWords),
    bodyWords: new Set([...comparing.headWords, ...comparing.kindWords]),
    placeWords: new Set(comparing.placeWords),
    commonWords: new Set([
      ...comparing.titles,
      ...comparing.headWords,
      ...comparing.kindWords,
      ...Object.keys(comparing.numberWords),
      ...compatible.flatMap(({ wide, narrow }) => [wide, ...narrow]).filter((word) => !word.includes(' ')),
    ]),
    numberWords: new Map(Object.entries(comparing.numberWords)),
    known,
    placeNames,
    peoples: new Set(places.flatMap(({ adjectives }) => (adjectives ?? []).map(folded)).filter((people) => !namesOfPlaces.has(people))),
  }
}

function firstOfLine(lines: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(lines.flatMap((line) => line.map((word) => [folded(word), folded(line[0] ?? word)] as const)))
}
