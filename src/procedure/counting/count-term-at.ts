import { AttestError } from '../../model/errors.js'
import type { Place } from '../../model/packs.js'
import type { Amount, Calendar, CountingRule } from '../../model/procedure-pack.js'
import { countryAt, zoneAt } from '../whereabouts.js'
import { calendarFor } from './calendar.js'
import { type Count, countTerm } from './count-term.js'

/** Counts a term at a place named in words: a town, a region or a country sets the zone and the holidays that the rule leaves open. */
export function countTermAt(
  rule: CountingRule,
  from: string,
  amount: Amount | undefined,
  place: string | undefined,
  calendars: readonly Calendar[],
  places: readonly Place[],
): Count {
  if (place === undefined) return countTerm(rule, from, amount)
  const country = countryAt([place], places)
  const calendar = calendarFor(calendars, country ?? place)
  const zone = zoneAt([place], places)
  if (zone === null && calendar === null && !hasLocalHolidays(place, calendars)) {
    throw new AttestError('counting/no-place', `no place "${place}" is known; name its country or a larger town near it`)
  }
  return countTerm(rule, from, amount, { place, ...(zone === null ? {} : { zone }), ...(calendar === null ? {} : { calendar }) })
}

function hasLocalHolidays(place: string, calendars: readonly Calendar[]): boolean {
  return calendars.some(({ local }) => local.some(({ places }) => places.some((name) => name.toLowerCase() === place.toLowerCase())))
}
