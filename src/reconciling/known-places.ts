import type { Knowledge, Place } from '../model/packs.js'
import { folded } from './name-token.js'

/** Places as the packs know them. */
export interface KnownPlaces {
  named(name: string): Place | null
  /** Whether one lies in the other: Turin in Italy. A place lies in itself. */
  lies(inner: Place, outer: Place): boolean
  /** The ids of a place and of everything it lies in, narrow to wide. */
  around(id: string): readonly string[]
  /** The country around a place, or the place itself. */
  countryOf(place: Place): Place | null
  /** The country whose name, or whose people's, stands in a name: "Italian police", "Rome Court of Appeal". */
  countryIn(name: string): Place | null
}

/** Nothing lies within more than this many places: a prison in a town in a region in a country. A longer chain is a circle in the data. */
const deepest = 8

const compiled = new WeakMap<Knowledge, KnownPlaces>()

export function knownPlacesOf(knowledge: Knowledge): KnownPlaces {
  const made = compiled.get(knowledge)
  if (made !== undefined) return made
  const places = compile(knowledge.places)
  compiled.set(knowledge, places)
  return places
}

function compile(places: readonly Place[]): KnownPlaces {
  const byId = new Map(places.map((place) => [place.id, place]))
  const byName = new Map<string, Place>()
  const byPeople = new Map<string, Place>()
  // A name that another place bears more often means that other place.
  for (const place of [...places].sort((a, b) => Number(a.ambiguous ?? false) - Number(b.ambiguous ?? false))) {
    for (const name of place.names) if (!byName.has(folded(name))) byName.set(folded(name), place)
    for (const people of place.adjectives ?? []) if (!byPeople.has(folded(people))) byPeople.set(folded(people), place)
  }
  const around = (place: Place): readonly Place[] => {
    const chain = [place]
    for (let at = place; chain.length < deepest; ) {
      const next = at.within === undefined ? undefined : byId.get(at.within)
      if (next === undefined) break
      chain.push(next)
      at = next
    }
    return chain
  }
  const countryOf = (place: Place) => around(place).find(({ kind }) => kind === 'country') ?? null
  return {
    named: (name) => byName.get(folded(name).replace(/^the /, '')) ?? byName.get(folded(name)) ?? null,
    lies: (inner, outer) => around(inner).some(({ id }) => id === outer.id),
    around: (id) => {
      const place = byId.get(id)
      return place === undefined ? [id] : around(place).map(({ id: outer }) => outer)
    },
    countryOf,
    countryIn: (name) => {
      const parts = folded(name).split(' ')
      for (let length = Math.min(4, parts.length); length > 0; length--) {
        for (let at = 0; at + length <= parts.length; at++) {
          const phrase = parts.slice(at, at + length).join(' ')
          const place = byPeople.get(phrase) ?? byName.get(phrase)
          if (place !== undefined) return countryOf(place)
        }
      }
      return null
    },
  }
}
