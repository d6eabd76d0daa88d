import type { Place } from '../model/packs.js'
import type { Calendar, ProcedurePack, ProcedureReading } from '../model/procedure-pack.js'
import type { Event, Reconciled } from '../model/record.js'
import { calendarFor } from './counting/calendar.js'
import { localDay } from './counting/clock-time.js'
import { type Custody, custodyOf } from './custody.js'
import type { Evidence, Ground } from './evidence.js'
import type { Moment } from './moment.js'
import { partiesOf } from './parties.js'
import { factsOf } from './record-facts.js'
import { countryAt, geographyOf, zoneAt } from './whereabouts.js'
import { standsIn, wordsOf } from './words-of.js'

/** A record as one pack sees it, as of a moment. */
export interface Sight {
  readonly pack: ProcedurePack
  readonly ground: Ground
  readonly custody: Custody
  readonly at: Moment
  /** The clocks of the place where the person is held; where no account gives it, the pack's. */
  readonly zone: string
  /** The holidays of the country where the person is held, for rules that leave them to it. */
  readonly calendar: Calendar | null
  /** Readings that matter for this record. */
  readonly readings: readonly ProcedureReading[]
  /** Whether an act belongs to this custody: not after the day asked about, not another arrest, and for acts in custody not after its end. */
  isOfThisCustody(evidence: Evidence, when: 'custody' | 'any'): boolean
}

/** What a check may be told beyond the record. */
export interface CheckOptions {
  /** Places and the countries around them, so that an arrest in a town is known to be here or abroad. */
  readonly places?: readonly Place[]
  /** Holidays by country, for rules that leave them to the country that holds the person. */
  readonly calendars?: readonly Calendar[]
  /** Only these readings; absent: those that matter for the record. */
  readonly readings?: readonly string[]
}

const noPlaces: readonly Place[] = []

/** What a pack's conditions are laid against. */
export function groundOf(pack: ProcedurePack, record: Reconciled, places: readonly Place[] = noPlaces): Ground {
  const geography = geographyOf(pack.here, places)
  const facts = factsOf(record)
  return {
    record,
    facts,
    parties: partiesOf(pack, facts, geography),
    geography,
    zone: pack.zone,
    found: new Map(),
  }
}

export function sightOf(pack: ProcedurePack, record: Reconciled, at: Moment, options: CheckOptions): Sight {
  const { places = noPlaces, calendars = [] } = options
  const until = at.last ?? Number.POSITIVE_INFINITY
  const seen = groundOf(pack, record, places)
  const seenCustody = custodyOf(pack, seen, until)
  const held = seenCustody.opening?.places ?? []
  const zone = zoneAt(held, places) ?? pack.zone
  const ground: Ground = zone === pack.zone ? seen : { ...seen, zone, found: new Map() }
  const custody = zone === pack.zone ? seenCustody : custodyOf(pack, ground, until)
  const others = new Set(custody.otherOpenings.map(({ event }) => event.id))
  const heldIn = ground.geography.countriesOf(custody.opening?.places ?? [])
  const isOfThisCustody = ({ event, moments, places: where }: Evidence, when: 'custody' | 'any'): boolean =>
    !others.has(event.id) &&
    !(when === 'custody' && isInAnotherCountry(event, where, heldIn, ground)) &&
    moments.every(({ first }) => (first ?? 0) <= until) &&
    (when === 'any' ||
      moments.length === 0 ||
      moments.some((moment) => isBeforeNext(moment, custody) && isNotAfterEnd(moment, custody, zone)))
  const calendar = calendarFor(calendars, countryAt(held, places) ?? undefined)
  return { pack, ground, custody, at, zone, calendar, readings: readingsOf(pack, record, options.readings), isOfThisCustody }
}

/** Acts done where the person is held; a letter may go abroad, a hearing does not. */
const actsOnTheSpot: readonly string[] = ['hearing', 'ruling', 'detention', 'release']

function isInAnotherCountry(event: Event, places: readonly string[], heldIn: readonly string[], { geography }: Ground): boolean {
  if (heldIn.length === 0 || places.length === 0 || !actsOnTheSpot.includes(event.type)) return false
  const acted = geography.countriesOf(places)
  return acted.length > 0 && !acted.some((country) => heldIn.includes(country))
}

function isBeforeNext({ first }: Moment, { supersededFrom }: Custody): boolean {
  return first === null || supersededFrom === null || first < supersededFrom
}

/** Days are compared, not minutes, unless both are told to the minute: an order and the release it brings are told in any order. */
function isNotAfterEnd({ first, precision }: Moment, { endedFrom, endedBy }: Custody, zone: string): boolean {
  if (first === null || endedBy === null || first <= endedBy) return true
  return !(precision === 'minute' && endedFrom === endedBy) && localDay(first, zone) <= localDay(endedBy, zone)
}

function readingsOf(pack: ProcedurePack, record: Reconciled, asked: readonly string[] | undefined): readonly ProcedureReading[] {
  if (asked !== undefined) return pack.readings.filter(({ id }) => asked.includes(id))
  return pack.readings.filter(({ when }) => when === undefined || isNamed(when, record))
}

/** Whether one of these names stands in the record, as the name of a party. */
function isNamed(names: readonly string[], record: Reconciled): boolean {
  const phrases = names.map(wordsOf)
  return [...factsOf(record).names.values()].some((called) => called.some((name) => phrases.some((phrase) => standsIn(phrase, name))))
}
