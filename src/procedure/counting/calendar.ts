import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { AttestError } from '../../model/errors.js'
import type { Calendar, HolidayCorrection } from '../../model/procedure-pack.js'
import { weekdayName, weekdayOf } from './days.js'

/** Why a day is no working day: its name. `unsettled` where nobody has decided whether it moves a term. */
export interface DayOff {
  readonly name: string
  readonly unsettled: boolean
}

/** Why this day is no working day under the calendar, or null. Refuses years the calendar does not vouch for. A rule may have a weekend of its own. */
export function dayOff(calendar: Calendar, day: string, place?: string, weekend = calendar.weekend): DayOff | null {
  const year = Number(day.slice(0, 4))
  if (year < calendar.years.from || year > calendar.years.to) {
    throw new AttestError(
      'counting/no-calendar',
      `the holidays of ${calendar.id} are known for ${calendar.years.from} to ${calendar.years.to}; ${day} is outside, count it by hand`,
    )
  }
  if (weekend.includes(weekdayOf(day))) return { name: weekdayName(day), unsettled: false }
  const national = holidaysOf(calendar, year).get(day)
  if (national !== undefined) return { name: national, unsettled: false }
  const local = calendar.local.find(
    ({ date, places, unsettled }) => isOn(date, day) && (place === undefined ? unsettled : places.some((name) => sameWord(name, place))),
  )
  return local === undefined ? null : { name: local.name, unsettled: local.unsettled }
}

const known = new WeakMap<Calendar, Map<number, ReadonlyMap<string, string>>>()

/** The calendar's holidays of one year by date. Kept, for one case asks for the same year a hundred times. */
function holidaysOf(calendar: Calendar, year: number): ReadonlyMap<string, string> {
  const years = known.get(calendar) ?? new Map<number, ReadonlyMap<string, string>>()
  known.set(calendar, years)
  const kept = years.get(year)
  if (kept !== undefined) return kept
  const dropped = (day: string) => calendar.drop.some((correction) => isOn(correction.date, day) && isInForce(correction, day))
  const found = new Map([
    ...fromLibrary(calendar, year).filter(([day]) => !dropped(day)),
    ...calendar.add
      .map((correction): [string, string] => [inYear(correction.date, year), correction.name])
      .filter(([day], index) => {
        const correction = calendar.add[index]
        return correction !== undefined && day.startsWith(`${year}-`) && isInForce(correction, day)
      }),
  ])
  years.set(year, found)
  return found
}

type NamedDay = readonly [string, string]
const ofLibrary = new Map<string, readonly NamedDay[]>()

/** The library's public holidays of a year. Kept by country: calendars are loaded more than once, and a year takes the library a hundredth of a second. */
function fromLibrary({ library }: Calendar, year: number): readonly NamedDay[] {
  if (library === undefined) return []
  const kept = ofLibrary.get(`${library} ${year}`)
  if (kept !== undefined) return kept
  const [country = '', state] = library.split('-')
  const Tables = holidayTables()
  const holidays = state === undefined ? new Tables(country) : new Tables(country, state)
  const found = holidays
    .getHolidays(year, 'en')
    .filter(({ type }) => type === 'public')
    .map(({ date, name }): NamedDay => [date.slice(0, 10), name])
  ofLibrary.set(`${library} ${year}`, found)
  return found
}

let tables: typeof Holidays | undefined

/** The library of holidays, loaded when a term is first counted: its tables take longer to load than everything else a command needs, and most commands count nothing. */
function holidayTables(): typeof Holidays {
  tables ??= createRequire(import.meta.url)('date-holidays') as typeof Holidays
  return tables
}

function isOn(monthDay: string, day: string): boolean {
  return day.endsWith(monthDay)
}

function inYear(date: string, year: number): string {
  return date.length === 10 ? date : `${year}-${date}`
}

function isInForce({ from, to }: HolidayCorrection, day: string): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

function sameWord(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** The calendar of the country that bears this name, or null: then the rule's own stands. */
export function calendarFor(calendars: readonly Calendar[], place: string | undefined): Calendar | null {
  return place === undefined ? null : (calendars.find(({ names }) => names.some((name) => sameWord(name, place))) ?? null)
}
