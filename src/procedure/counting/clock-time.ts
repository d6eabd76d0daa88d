import { AttestError } from '../../model/errors.js'
import { offsetAt } from './zone-offsets.js'

const minute = 60_000
const day = 24 * 60 * minute
const withOffset = /(?:Z|[+-]\d{2}:\d{2})$/

/** Every instant a stated clock time may mean: one, or two in the night when clocks go back. Without an offset it is read in `zone`. */
export function instantsOf(time: string, zone: string): readonly number[] {
  if (withOffset.test(time)) return [Date.parse(time)]
  const stated = Date.parse(`${time}Z`)
  const instants = instantsAt(stated, zone)
  if (instants.length > 0) return instants
  const moved = skippedTo(stated, zone)
  throw new AttestError(
    'counting/no-such-time',
    `${time} did not exist in ${zone}: clocks went forward that night; give the time with its offset, such as ${clockTime(moved, zone)}`,
  )
}

/** The instants at which clocks of the zone show a local time, given as if it were UTC: none where it was skipped, two where it came twice. */
function instantsAt(stated: number, zone: string): readonly number[] {
  // No offset changes twice within two days: those in force a day before and a day after are all it can be.
  const offsets = [...new Set([offsetAt(stated - day, zone), offsetAt(stated + day, zone)])]
  return offsets
    .map((offset) => stated - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === stated)
    .sort((a, b) => a - b)
}

/** The instant a skipped local time is read as: as long after the change as it was stated after it. */
export function skippedTo(stated: number, zone: string): number {
  return stated - offsetAt(stated - day, zone)
}

/** The instant as a local time with its offset, to the minute: `2025-01-21T09:30+01:00`. */
export function clockTime(instant: number, zone: string): string {
  const offset = offsetAt(instant, zone)
  const minutes = Math.abs(offset) / minute
  const sign = offset < 0 ? '-' : '+'
  return `${new Date(instant + offset).toISOString().slice(0, 16)}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** The local day of an instant. */
export function localDay(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10)
}

/** The first instant of a day; where midnight was skipped, the instant of the change. */
export function dayStart(date: string, zone: string): number {
  const midnight = Date.parse(`${date}T00:00Z`)
  return instantsAt(midnight, zone)[0] ?? skippedTo(midnight, zone)
}

/** The last minute of a day. */
export function dayEnd(date: string, zone: string): number {
  const next = new Date(Date.parse(`${date}T00:00Z`) + day).toISOString().slice(0, 10)
  return dayStart(next, zone) - minute
}

/** The zone of a fixed offset, for places of which nothing else is known. */
export function zoneOf(time: string): string | null {
  const offset = withOffset.exec(time)?.[0]
  return offset === undefined ? null : offset === 'Z' ? 'UTC' : offset
}
