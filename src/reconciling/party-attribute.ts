import type { Place } from '../model/packs.js'
import type { Attribute } from '../model/record.js'
import { dayOf } from '../model/time.js'
import { attributeOf, type Stated } from './attribute.js'
import type { Phrases } from './compatible-phrases.js'
import type { KnownPlaces } from './known-places.js'
import { folded } from './name-token.js'
import { isNamed } from './named.js'
import type { Organs } from './organs.js'
import { holds, type Quantities } from './quantities.js'
import type { Party, Told } from './told.js'

/** What is known of parties beyond their names. */
export interface PartyGround {
  readonly phrases: Phrases
  readonly places: KnownPlaces
  readonly quantities: Quantities
  /** Words that say what kind of place a place is. */
  readonly placeWords: ReadonlySet<string>
  /** Whether reports give the person an office in the body, or one of two bodies control of the other. */
  belong(a: string, b: string): boolean
  /** Who is an organ of which body, and who acts for a court or for a state. */
  readonly organs: Organs
  /** Every name of an entity, or the name itself. */
  namesOf(party: { readonly key: string; readonly value: string }): readonly string[]
}

/** Who did it, or to whom it was said. */
export function actorAttribute(told: readonly Told[], slot: 'agent' | 'recipient', ground: PartyGround): Attribute {
  return attributeOf(
    // Nobody arrests himself: who is told as both is whom it happened to.
    statedParties(told, (by) => by[slot].filter(({ key }) => slot === 'recipient' || !by.patient.some((patient) => patient.key === key))),
    {
      isWider: (a, b) => isWiderActor(a, b, ground),
      areRivals: (a, b) => {
        if (a.entity === null || b.entity === null || areOneSide(a, b, ground) || mayActForTheOther(a, b, slot)) return false
        // One only described ("two officers", "the office") may be anybody's, unless it acts for a court and the other for a state.
        return (isNamedIn(a, slot) && isNamedIn(b, slot)) || ground.organs.areOpposite(ground.namesOf(a), ground.namesOf(b))
      },
    },
  )
}

/** To whom it happened. Statements were joined over whom they name, so names add up; numbers that differ do not. */
export function patientAttribute(told: readonly Told[], ground: PartyGround): Attribute {
  const { quantityIn, withoutQuantity, isPartOfPeople } = ground.quantities
  const uncounted = ({ value }: Stated) => withoutQuantity(value)
  return attributeOf(
    statedParties(told, ({ patient }) => patient),
    {
      isWider: (a, b) =>
        !isNamedIn(a, 'patient') &&
        !isNamedIn(b, 'patient') &&
        ground.phrases.isWider(uncounted(a), uncounted(b)) &&
        holds(quantityIn(a.value), quantityIn(b.value)),
      areRivals: (a, b) => {
        const [x, y] = [quantityIn(a.value), quantityIn(b.value)]
        if (isNamedIn(a, 'patient') || isNamedIn(b, 'patient') || x === null || y === null) return false
        if (x.most >= y.least && y.most >= x.least) return false
        // Two children are among seven people; the villagers are all of them.
        return ground.phrases.areCompatible(uncounted(a), uncounted(b)) && isPartOfPeople(a.value) === isPartOfPeople(b.value)
      },
    },
  )
}

function statedParties(told: readonly Told[], partiesOf: (by: Told) => readonly Party[]): readonly Stated[] {
  return told.flatMap((by) => partiesOf(by).map(({ key, value, entity }) => ({ key, value, entity, by })))
}

function isNamedIn({ by, key }: Stated, slot: 'agent' | 'patient' | 'recipient'): boolean {
  return by[slot].find((party) => party.key === key)?.named ?? false
}

/** A state acts through its bodies, so "Italy" is a wider word for the Italian police; likewise "police" for the Digos. */
function isWiderActor(a: Stated, b: Stated, ground: PartyGround): boolean {
  if (ground.phrases.isWider(a.value, b.value) || ground.organs.isOrganOf(ground.namesOf(b), ground.namesOf(a))) return true
  const state = ground
    .namesOf(a)
    .map((name) => ground.places.named(name))
    .find((place) => place !== null && place !== undefined)
  return state !== undefined && state !== null && ground.namesOf(b).some((name) => isOf(name, state, ground.places))
}

function isOf(name: string, state: Place, places: KnownPlaces): boolean {
  const country = places.countryIn(name)
  return country !== null && country.id === places.countryOf(state)?.id
}

/** A person may act for a body that nobody says he belongs to: a judge for the court, an officer for the police. Where reports say whose he is, and it is not that one, he does not. */
function mayActForTheOther(a: Stated, b: Stated, slot: 'agent' | 'recipient'): boolean {
  const [x, y] = [a, b].map(({ by, key }) => by[slot].find((party) => party.key === key))
  if (x?.kind === 'person' && y?.kind !== 'person') return x.kin.length === 0
  return y?.kind === 'person' && x?.kind !== 'person' ? y.kin.length === 0 : false
}

/** A minister and the ministry are one side. */
function areOneSide(a: Stated, b: Stated, ground: PartyGround): boolean {
  return ground.belong(a.key, b.key) || ground.phrases.areCompatible(a.value, b.value)
}

/** Where it happened. Each statement names its place from narrow to wide; the narrowest is its value and the wider ones say where that lies. */
export function placeAttribute(by: readonly Told[], ground: PartyGround): Attribute {
  const told = by.map((one) => ({ ...one, place: placed(one.place) }))
  const around = new Map<string, Set<string>>()
  for (const { place } of told) {
    for (const [index, inner] of place.entries()) {
      for (const outer of place.slice(index + 1)) around.set(inner.key, (around.get(inner.key) ?? new Set()).add(outer.key))
    }
  }
  const shownAs = new Map(told.flatMap(({ place }) => place.map((party) => [party.key, party.value] as const)))
  const lies = (inner: string, outer: string) =>
    inner === outer ||
    (around.get(inner)?.has(outer) ?? false) ||
    liesByName(shownAs.get(inner) ?? '', shownAs.get(outer) ?? '', ground.places)
  // "A Turin hotel" and "a hotel" in Turin are one place told in two ways: their words are compared together with the places around them.
  const inFull = ({ by }: Stated) => by.place.map(({ value }) => value).join(' ')
  const chain = (key: string) => [key, ...(around.get(key) ?? [])]
  // What stands first speaks for its value: the account that says most of where it was.
  const narrowest = told
    .flatMap((by): Stated[] => by.place.slice(0, 1).map(({ key, entity }) => ({ key, value: placeInWords(by.place), entity, by })))
    .sort((a, b) => b.value.length - a.value.length)
  return attributeOf(narrowest, {
    isWider: (a, b) =>
      a.key !== b.key && (chain(b.key).some((outer) => lies(outer, a.key)) || ground.phrases.isWider(inFull(a), inFull(b))),
    areRivals: (a, b) => {
      if (areTwoEndsOfAJourney(a, b) || areTwoStaysOfOneHeld(a, b) || ground.phrases.isWider(inFull(b), inFull(a))) return false
      const [x, y] = [chain(a.key), chain(b.key)]
      if (isVague(a, ground) || isVague(b, ground)) return farApart(x, y, shownAs, ground.places)
      if (farApart(x, y, shownAs, ground.places)) return true
      if (!bothOfOneLevel(a, b, ground.places)) return false
      const [near, far] = [x, y].map((keys) => narrowestNamed(keys, shownAs, ground.places))
      if (near === undefined || far === undefined || near === null || far === null) return !mayBeTheDescribed(a, b, ground)
      // A flat in one suburb is no flat in another; a villa in a district may be the home in the city.
      return near === far || levelOf(near, ground.places) === levelOf(far, ground.places)
    },
  })
}

/** A place that is only described is one with the places around it: the hotel in Trieste is not the hotel in Rome. */
function placed(places: readonly Party[]): readonly Party[] {
  return places.map((party, index) => {
    if (party.entity !== null && isNamed(party.value)) return party
    return { ...party, key: [party, ...places.slice(index + 1)].map(({ key }) => key).join(' in ') }
  })
}

/** An unnamed place with the named one it lies in: "hotel, Turin". */
function placeInWords(places: readonly Party[]): string {
  const named = places.findIndex(({ entity, value }) => entity !== null && isNamed(value))
  return places
    .slice(0, Math.max(1, named + 1))
    .map(({ value }) => value)
    .join(', ')
}

/** Where one left and where one arrived are two places of one journey. */
function areTwoEndsOfAJourney(a: Stated, b: Stated): boolean {
  if (a.by.statement.type !== 'travel') return false
  const [x, y] = [a.by.statement.detail.direction, b.by.statement.detail.direction]
  return x === undefined || y === undefined || x !== y
}

/** Who is held is moved: two places of one detention are rivals only on one day. */
function areTwoStaysOfOneHeld(a: Stated, b: Stated): boolean {
  if (a.by.statement.type !== 'detention') return false
  const [x, y] = [a.by.stated, b.by.stated].map((time) => (time === null ? null : dayOf(time)))
  return x === null || y === null || x !== y
}

/** "The hotel in Turin" names where it lies. */
function liesByName(inner: string, outer: string, places: KnownPlaces): boolean {
  const [x, y] = [places.named(inner), places.named(outer)]
  if (x !== null && y !== null) return places.lies(x, y)
  return isNamed(outer) && folded(outer) !== '' && ` ${folded(inner)} `.includes(` ${folded(outer)} `)
}

/** An unnamed place of one word ("airport", "home") could be anywhere. */
function isVague({ entity, value }: Stated, { places }: PartyGround): boolean {
  return entity === null && places.named(value) === null && folded(value).split(' ').length < 2
}

/** A place that bears a name may be the one that is only described ("the border", "a Brussels suburb") where neither says of which kind it is, or both say the same. */
function mayBeTheDescribed(a: Stated, b: Stated, { places, placeWords }: PartyGround): boolean {
  if (isDescribedPlace(a.value, places) === isDescribedPlace(b.value, places)) return false
  const [x, y] = [a, b].map(
    ({ value }) =>
      new Set(
        folded(value)
          .split(' ')
          .filter((word) => placeWords.has(word)),
      ),
  )
  return x === undefined || y === undefined || x.size === 0 || y.size === 0 || [...x].some((word) => y.has(word))
}

/** The narrowest place of a chain that bears a name; null where all are described. */
function narrowestNamed(keys: readonly string[], shownAs: ReadonlyMap<string, string>, places: KnownPlaces): string | null {
  return keys.map((key) => shownAs.get(key) ?? '').find((value) => value !== '' && !isDescribedPlace(value, places)) ?? null
}

/** Whether a place has no name of its own: a hotel, "a Brussels suburb", "Lima's airport". "Jorge Chávez airport" has one. */
function isDescribedPlace(value: string, places: KnownPlaces): boolean {
  const place = value.split(', ')[0] ?? ''
  if (places.named(place) !== null) return false
  const head = place.replace(/(?:\s\p{Ll}+)+$/u, '')
  return !isNamed(place) || (head !== place && places.countryIn(head.replace(/['’]s$/u, '')) !== null)
}

/** Two cities, two countries, or two spots that are no city: one thing does not happen in both. A spot and a city may be in each other. */
function bothOfOneLevel(a: Stated, b: Stated, places: KnownPlaces): boolean {
  return levelOf(a.value, places) === levelOf(b.value, places)
}

function levelOf(value: string, places: KnownPlaces): string {
  const kind = places.named(value)?.kind
  return kind === 'country' || kind === 'region' || kind === 'city' ? kind : 'spot'
}

/** Whether the places around two spots cannot be one: Turin and Rome, Italy and Libya. */
function farApart(x: readonly string[], y: readonly string[], shownAs: ReadonlyMap<string, string>, places: KnownPlaces): boolean {
  const known = (keys: readonly string[]) => keys.flatMap((key) => places.named(shownAs.get(key) ?? '') ?? [])
  return known(x).some((p) => known(y).some((q) => p.kind === q.kind && p.id !== q.id))
}
