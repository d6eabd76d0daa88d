import type { Knowledge } from '../model/packs.js'
import { type KnownPlaces, knownPlacesOf } from './known-places.js'
import { folded } from './name-token.js'
import { type NameWords, nameWordsOf } from './name-words.js'

/** Which of two descriptions of one thing says it more widely, from the words known to be wider than others. */
export interface Phrases {
  /** Whether everything `a` says is said by `b` too, perhaps more narrowly: "plane" and "private jet", "police" and "Digos". */
  isWider(a: string, b: string): boolean
  /** Whether both can be true of one thing. */
  areCompatible(a: string, b: string): boolean
  /** Whether a description could be anybody's: "two men", "others", "police". Two of them are seldom the same. */
  isGeneric(description: string): boolean
  /** The words of a description, and those that each is a kind of: "wife" is family. */
  wordsAround(description: string): readonly string[]
}

const compiled = new WeakMap<Knowledge, Phrases>()

export function phrasesOf(knowledge: Knowledge): Phrases {
  const made = compiled.get(knowledge)
  if (made !== undefined) return made
  const phrases = compile(knowledge)
  compiled.set(knowledge, phrases)
  return phrases
}

function compile(knowledge: Knowledge): Phrases {
  const words = nameWordsOf(knowledge)
  const places = knownPlacesOf(knowledge)
  const widerThan = new Map<string, Set<string>>()
  for (const { wide, narrow } of knowledge.compatible)
    for (const name of narrow) widerThan.set(stemmed(name), (widerThan.get(stemmed(name)) ?? new Set()).add(stemmed(wide)))
  const longest = Math.max(
    longestPlaceName,
    ...knowledge.compatible.flatMap(({ wide, narrow }) => [wide, ...narrow].map((phrase) => phrase.split(' ').length)),
  )
  const anybody = new Set(knowledge.comparing.anybody.map(stemmed))
  const wides = new Set(knowledge.compatible.map(({ wide }) => stemmed(wide)))
  const isKnown = (phrase: string) => widerThan.has(phrase) || wides.has(phrase)
  const placeByName = new Map([...words.placeNames].map(([name, id]) => [tellingParts(name, words).join(' '), id]))
  const known: KnownUnits = { words, isKnown, longest, placeOf: (unit) => placeByName.get(unit) ?? null }
  const isWider = (a: string, b: string) => {
    const [x, y] = [unitsOf(a, known), unitsOf(b, known)]
    if (x.length === 0 || y.length === 0) return x.length === 0
    const reached = new Set(y.flatMap((unit) => [...above(unit, widerThan, places)]))
    const named = y.some(isPlace)
    return x.every((unit) => reached.has(unit) || (!named && isPlace(unit)))
  }
  return {
    isWider,
    areCompatible: (a, b) => isWider(a, b) || isWider(b, a),
    isGeneric: (description) =>
      unitsOf(description, known).every(
        (unit) => isNumber(unit, words) || anybody.has(unit) || [...above(unit, widerThan, places)].some((wide) => anybody.has(wide)),
      ),
    wordsAround: (description) =>
      unitsOf(description, known).flatMap((unit) => (isPlace(unit) ? [] : [unit, ...(widerThan.get(unit) ?? [])])),
  }
}

/** Words of the longest names of towns and countries: "Asnières-sur-Seine", "Central African Republic". */
const longestPlaceName = 4

/** A word and everything it is a kind of; a place and everything it lies in. */
function above(unit: string, widerThan: ReadonlyMap<string, ReadonlySet<string>>, places: KnownPlaces): ReadonlySet<string> {
  if (isPlace(unit)) return new Set(places.around(unit.slice(1)).map((id) => `@${id}`))
  const reached = new Set([unit])
  for (const at of reached) for (const wide of widerThan.get(at) ?? []) reached.add(wide)
  return reached
}

interface KnownUnits {
  readonly words: NameWords
  readonly isKnown: (phrase: string) => boolean
  readonly placeOf: (phrase: string) => string | null
  /** The most words a phrase or a place's name has. */
  readonly longest: number
}

/** The telling words of a description; words the packs know as one ("secret service"), and a place's name, are one. */
function unitsOf(text: string, { words, isKnown, placeOf, longest }: KnownUnits): readonly string[] {
  const parts = tellingParts(text, words)
  const isOneUnit = (phrase: string) => isKnown(phrase) || placeOf(phrase) !== null
  const units: string[] = []
  for (let at = 0; at < parts.length; ) {
    let length = Math.min(longest, parts.length - at)
    while (length > 1 && !isOneUnit(parts.slice(at, at + length).join(' '))) length--
    const unit = parts.slice(at, at + length).join(' ')
    // A word the packs know as one is that thing, whatever place goes by its letters: a car is not the CAR.
    const place = isKnown(unit) ? null : placeOf(unit)
    units.push(place === null ? unit : `@${place}`)
    at += length
  }
  return units
}

function tellingParts(text: string, { joiningWords }: NameWords): readonly string[] {
  return stemmed(text)
    .split(' ')
    .filter((part) => part !== '' && part !== 's' && !joiningWords.has(part))
}

function isNumber(unit: string, { numberWords }: NameWords): boolean {
  return /^\d+$/.test(unit) || numberWords.has(unit)
}

function isPlace(unit: string): boolean {
  return unit.startsWith('@')
}

/** Small letters, hyphens opened, and a plural's s dropped, so that "secret-services plane" meets "secret service". */
function stemmed(text: string): string {
  return folded(text.replace(/-/g, ' '))
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/(?<=[^su])s$/, '') : word))
    .join(' ')
}
