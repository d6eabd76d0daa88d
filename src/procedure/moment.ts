import type { StatementId } from '../model/ids.js'
import { extentOf } from '../model/time.js'
import { clockTime, dayEnd, dayStart, instantsOf, skippedTo } from './counting/clock-time.js'
import { dayAfter } from './counting/days.js'

const minute = 60_000

/** A stated time as the stretch of instants it may mean, with the statements that state it. `last` is the last minute; null is an open end. */
export interface Moment {
  readonly edtf: string
  readonly first: number | null
  readonly last: number | null
  readonly precision: 'minute' | 'day' | 'coarse'
  readonly statements: readonly StatementId[]
}

type Stretch = Omit<Moment, 'statements'>
const known = new Map<string, Map<string, Stretch | null>>()

/** So many values are kept, then forgotten all at once: every pack asks for the same few of a case. */
const mostKept = 5_000

/** What an EDTF value may mean in a zone, or null when it is no time. */
export function momentOf(edtf: string, zone: string, statements: readonly StatementId[] = []): Moment | null {
  const ofZone = known.get(zone) ?? new Map<string, Stretch | null>()
  known.set(zone, ofZone)
  let found = ofZone.get(edtf)
  if (found === undefined) {
    found = readMoment(edtf, zone)
    if (ofZone.size > mostKept) ofZone.clear()
    ofZone.set(edtf, found)
  }
  if (found === null) return null
  const { first, last, precision } = found
  return { edtf, first, last, precision, statements }
}

function readMoment(edtf: string, zone: string): Stretch | null {
  if (extentOf(edtf) === null) return null
  const plain = edtf.replace(/[?~%]/g, '')
  if (plain.includes('/')) {
    const [from = '', to = ''] = plain.split('/')
    const first = isOpen(from) ? null : (stretch(from, zone)?.first ?? null)
    const last = isOpen(to) ? null : (stretch(to, zone)?.last ?? null)
    return { edtf, first, last, precision: 'coarse' }
  }
  const bounds = stretch(plain, zone)
  if (bounds === null) return null
  return { edtf, ...bounds, precision: plain.includes('T') ? 'minute' : plain.length === 10 ? 'day' : 'coarse' }
}

function isOpen(end: string): boolean {
  return end === '' || end === '..'
}

function stretch(edtf: string, zone: string): { readonly first: number; readonly last: number } | null {
  if (edtf.includes('T')) {
    const instants = clockInstants(edtf, zone)
    const [first, last] = [instants[0], instants.at(-1)]
    return first === undefined || last === undefined ? null : { first, last }
  }
  if (edtf.length === 10) return { first: dayStart(edtf, zone), last: dayEnd(edtf, zone) }
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(edtf)) return wideStretch(edtf, zone)
  const month = edtf.length === 7
  const from = month ? `${edtf}-01` : `${edtf}-01-01`
  const next = dayAfter(from, { n: 1, unit: month ? 'month' : 'year' })
  return { first: dayStart(from, zone), last: dayStart(next, zone) - minute }
}

/** Seasons, quarters, decades, days that are not said: as wide as they may be. */
function wideStretch(edtf: string, zone: string): { readonly first: number; readonly last: number } | null {
  const extent = extentOf(edtf)
  if (extent === null || extent.from === null || extent.to === null) return null
  const [from = '', to = ''] = [extent.from, extent.to].map((instant) => new Date(instant).toISOString().slice(0, 10))
  return { first: dayStart(from, zone), last: dayStart(to, zone) - minute }
}

/** A clock time that the night skipped is an error of the account; it is read as the next hour rather than lost. */
function clockInstants(edtf: string, zone: string): readonly number[] {
  try {
    return instantsOf(edtf, zone)
  } catch {
    return [skippedTo(Date.parse(`${edtf}Z`), zone)]
  }
}

/** One or two EDTF values for counting from: a minute as it is, a day as a day, anything vaguer by its first and last day. Empty when an end is open. */
export function countingStarts(moment: Moment, zone: string): readonly string[] {
  if (moment.precision !== 'coarse') return [moment.edtf.replace(/[?~%]/g, '')]
  if (moment.first === null || moment.last === null) return []
  const clocked = moment.edtf.includes('T')
  const ends = [moment.first, moment.last].map((at) => (clocked ? clockTime(at, zone) : clockTime(at, zone).slice(0, 10)))
  return [...new Set(ends)]
}

/** The time between two moments as an ISO duration: to the minute where both are stated so, in days else; null where an end is open or a side vaguer than a day. */
export function gapBetween(from: Moment, to: Moment): string | null {
  if (from.first === null || to.first === null || from.precision === 'coarse' || to.precision === 'coarse') return null
  if (from.precision === 'minute' && to.precision === 'minute') return hoursAndMinutes(to.first - from.first)
  const days = (Date.parse(to.edtf.slice(0, 10)) - Date.parse(from.edtf.slice(0, 10))) / (24 * 60 * minute)
  return `${days < 0 ? '-' : ''}P${Math.abs(days)}D`
}

/** Longer than this a span is told in days, hours and minutes: nobody thinks in 347 hours. */
const mostHours = 72

/** The time between two instants as an ISO duration, less than nothing where the second comes first. */
export function durationBetween(from: number, to: number): string {
  const minutes = Math.round(Math.abs(to - from) / minute)
  if (minutes < mostHours * 60) return hoursAndMinutes(to - from)
  const days = Math.floor(minutes / (24 * 60))
  const rest = hoursAndMinutes((minutes - days * 24 * 60) * minute)
    .replace(/^PT0H$/, '')
    .replace('P', '')
  return `${to < from ? '-' : ''}P${days}D${rest}`
}

function hoursAndMinutes(span: number): string {
  const minutes = Math.round(Math.abs(span) / minute)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${span < 0 ? '-' : ''}PT${hours === 0 && rest > 0 ? '' : `${hours}H`}${rest === 0 ? '' : `${rest}M`}`
}
