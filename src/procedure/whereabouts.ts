import type { Place } from '../model/packs.js'
import { wordsOf } from './words-of.js'

type Whereabouts = 'here' | 'abroad' | 'unknown'

/** Tells whether names place something in the jurisdiction, in another country, or nowhere we know. */
export interface Geography {
  whereIs(names: readonly string[]): Whereabouts
  /** The countries that places with these names lie in, by id; a name that is no known place gives none. */
  countriesOf(names: readonly string[]): readonly string[]
}

const known = new WeakMap<readonly Place[], Map<string, Geography>>()

/** The geography of a jurisdiction among places; kept, for every case of a server asks for the same few. */
export function geographyOf(here: readonly string[], places: readonly Place[]): Geography {
  const ofPlaces = known.get(places) ?? new Map<string, Geography>()
  known.set(places, ofPlaces)
  const key = here.join('|')
  const geography = ofPlaces.get(key) ?? drawGeography(here, places)
  ofPlaces.set(key, geography)
  return geography
}

/** The geography of a jurisdiction: its own names and adjectives, and the places known with the countries around them. No names: everywhere is here. */
function drawGeography(here: readonly string[], places: readonly Place[]): Geography {
  const own = here.map(wordsOf)
  const isOwn = (country: Place) => [...country.names, ...(country.adjectives ?? [])].some((name) => own.includes(wordsOf(name)))
  const countries = places.filter(({ kind }) => kind === 'country')
  const foreign = new Set(
    countries.filter((country) => !isOwn(country)).flatMap(({ names, adjectives }) => [...names, ...(adjectives ?? [])].map(wordsOf)),
  )
  // Names of countries have one to four words ("Democratic Republic of Congo"): so many words are looked up at a time.
  const longest = 4
  const namesForeign = (words: string) => runsOf(words, longest).some((run) => foreign.has(run))
  const countryOf = (place: Place | undefined, depth = 0): Place | undefined =>
    place === undefined || place.kind === 'country' || depth > longest
      ? place
      : countryOf(placesById(places).get(place.within ?? ''), depth + 1)
  const kept = new Map<string, Whereabouts>()
  const one = (name: string): Whereabouts => {
    const words = wordsOf(name)
    if (own.some((phrase) => ` ${words} `.includes(` ${phrase} `))) return 'here'
    const country = countryOf(placesByName(places).get(words))
    if (country !== undefined && country.kind === 'country') return isOwn(country) ? 'here' : 'abroad'
    return namesForeign(words) ? 'abroad' : 'unknown'
  }
  const whereIs = (names: readonly string[]): Whereabouts => {
    if (own.length === 0) return 'here'
    const found = names.map((name) => {
      const known = kept.get(name) ?? one(name)
      if (kept.size > mostNamesKept) kept.clear()
      kept.set(name, known)
      return known
    })
    return found.includes('here') ? 'here' : found.includes('abroad') ? 'abroad' : 'unknown'
  }
  const countriesOf = (names: readonly string[]) => names.flatMap((name) => countryOf(placeNamed(name, places))?.id ?? [])
  return { whereIs, countriesOf }
}

const indexes = new WeakMap<readonly Place[], ReadonlyMap<string, Place>>()

function placesByName(places: readonly Place[]): ReadonlyMap<string, Place> {
  const index = indexes.get(places) ?? new Map(places.flatMap((place) => place.names.map((one) => [wordsOf(one), place] as const)))
  indexes.set(places, index)
  return index
}

function placeNamed(name: string, places: readonly Place[]): Place | undefined {
  return placesByName(places).get(wordsOf(name))
}

/** The zone whose clocks the first known of these places keeps ("Turin", "Turin, Italy"), or null. */
export function zoneAt(names: readonly string[], places: readonly Place[]): string | null {
  for (const name of names.flatMap((one) => [one, ...one.split(',')])) {
    const zone = placeNamed(name, places)?.zone
    if (zone !== undefined) return zone
  }
  return null
}

/** Whether the name is a country's, a region's or a town's, which in a sentence stands for whoever governs there. */
export function isPlace(name: string, places: readonly Place[]): boolean {
  return ['country', 'region', 'city'].includes(placeNamed(name, places)?.kind ?? '')
}

/** The country's name around the first known of these places, or null. */
export function countryAt(names: readonly string[], places: readonly Place[]): string | null {
  for (const name of names.flatMap((one) => [one, ...one.split(',')])) {
    let place = placeNamed(name, places)
    // A chain of places ends with its country; more links than that would be a ring.
    for (let links = 0; place !== undefined && place.kind !== 'country' && links < longestChain; links += 1) {
      const within = place.within
      place = within === undefined ? undefined : placesById(places).get(within)
    }
    if (place?.kind === 'country') return place.names[0] ?? null
  }
  return null
}

const longestChain = 6

const byId = new WeakMap<readonly Place[], ReadonlyMap<string, Place>>()

function placesById(places: readonly Place[]): ReadonlyMap<string, Place> {
  const index = byId.get(places) ?? new Map(places.map((place) => [place.id, place]))
  byId.set(places, index)
  return index
}

/** A case has hundreds of names; tens of thousands mean that many cases went by, and old names only take room. */
const mostNamesKept = 20_000

function runsOf(words: string, longest: number): readonly string[] {
  const list = words.split(' ')
  return list.flatMap((_, start) =>
    Array.from({ length: Math.min(longest, list.length - start) }, (__, more) => list.slice(start, start + more + 1).join(' ')),
  )
}
