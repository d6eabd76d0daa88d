/** What an EDTF value says, as a range of instants. `from` and `to` are epoch milliseconds in UTC, `to` exclusive; null is an open or unknown end. */
export interface TimeExtent {
  readonly from: number | null
  readonly to: number | null
  /** How finely it is stated. */
  readonly precision: 'minute' | 'day' | 'month' | 'year' | 'range'
  /** Whether the value carries `?`, `~` or `%`. */
  readonly uncertain: boolean
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const single = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?([?~%])?$/
/** `199X`, `19XX`, `2025-XX`, `2025-01-XX`: digits that are not said. */
const unspecified = /^(?:(\d{3})X|(\d{2})XX|(\d{4})-XX(?:-XX)?|(\d{4}-\d{2})-XX)([?~%])?$/
/** Months that are no months: EDTF's seasons (21 to 24, without a hemisphere), quarters (33 to 36) and halves (40, 41). */
const quarterCodes = { first: 33, last: 36 }
const seasonCodes = { first: 21, last: 24 }
const halfCodes = { first: 40, last: 41 }

/**
 * The extent of an EDTF value: a year, month, day or minute, a season, quarter, decade or century, `A/B`, `A/..`, `../B`. Null when it is none, ends before it begins, or is open on both sides.
 * Days without a place are taken in UTC.
 */
export function extentOf(edtf: string): TimeExtent | null {
  const known = knownExtents.get(edtf)
  if (known !== undefined) return known
  if (knownExtents.size >= mostKnown) knownExtents.clear()
  const extent = newExtent(edtf)
  knownExtents.set(edtf, extent)
  return extent
}

/** Extents worked out before; accounts of one affair give the same days over and over. Beyond as many, all are forgotten and worked out again. */
const mostKnown = 5_000
const knownExtents = new Map<string, TimeExtent | null>()

function newExtent(edtf: string): TimeExtent | null {
  const slash = edtf.indexOf('/')
  return slash === -1 ? pointExtent(edtf) : intervalExtent(edtf.slice(0, slash), edtf.slice(slash + 1))
}

function intervalExtent(left: string, right: string): TimeExtent | null {
  const [from, to] = [isOpen(left) ? null : pointExtent(left), isOpen(right) ? null : pointExtent(right)]
  if ((from === null && !isOpen(left)) || (to === null && !isOpen(right)) || (from === null && to === null)) return null
  const extent = {
    from: from?.from ?? null,
    to: to?.to ?? null,
    precision: 'range' as const,
    uncertain: (from?.uncertain ?? false) || (to?.uncertain ?? false),
  }
  return extent.from !== null && extent.to !== null && extent.from >= extent.to ? null : extent
}

const isOpen = (end: string) => end === '..' || end === ''

function pointExtent(edtf: string): TimeExtent | null {
  const match = single.exec(edtf)
  if (match === null) return unspecifiedExtent(edtf)
  const [, y, m, d, h, min, zone, mark] = match
  const year = Number(y)
  const uncertain = mark !== undefined
  if (m === undefined) return { from: utc(year, 0, 1), to: utc(year + 1, 0, 1), precision: 'year', uncertain }
  const month = Number(m) - 1
  if (month > 11 && d === undefined) return partOfYear(year, Number(m), uncertain)
  if (month < 0 || month > 11) return null
  if (d === undefined) return { from: utc(year, month, 1), to: utc(year, month + 1, 1), precision: 'month', uncertain }
  const from = utc(year, month, Number(d))
  if (new Date(from).getUTCDate() !== Number(d)) return null
  if (h === undefined) return { from, to: from + day, precision: 'day', uncertain }
  if (!isClock(Number(h), Number(min))) return null
  const at = from + Number(h) * hour + Number(min) * minute - offsetOf(zone)
  return { from: at, to: at + minute, precision: 'minute', uncertain }
}

/** 24:00 is the end of the day. */
function isClock(hours: number, minutes: number): boolean {
  return minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0))
}

/** A season may be that of either half of the earth, and the winter of a year may end in the next: its extent is the widest it can be. */
function partOfYear(year: number, code: number, uncertain: boolean): TimeExtent | null {
  const range = (first: number, after: number): TimeExtent => ({
    from: utc(year, first, 1),
    to: utc(year, after, 1),
    precision: 'range',
    uncertain,
  })
  if (isWithin(code, seasonCodes)) return range(0, code === seasonCodes.last ? 14 : 12)
  if (isWithin(code, quarterCodes)) return range(3 * (code - quarterCodes.first), 3 * (code - quarterCodes.first) + 3)
  if (isWithin(code, halfCodes)) return range(6 * (code - halfCodes.first), 6 * (code - halfCodes.first) + 6)
  return null
}

function isWithin(code: number, { first, last }: { readonly first: number; readonly last: number }): boolean {
  return code >= first && code <= last
}

function unspecifiedExtent(edtf: string): TimeExtent | null {
  const match = unspecified.exec(edtf)
  if (match === null) return null
  const [, decade, century, year, month, mark] = match
  const stated = year ?? month
  if (stated !== undefined) return pointExtent(`${stated}${mark ?? ''}`)
  const [first, years] = decade === undefined ? [Number(century) * 100, 100] : [Number(decade) * 10, 10]
  return { from: utc(first, 0, 1), to: utc(first + years, 0, 1), precision: 'range', uncertain: mark !== undefined }
}

function utc(year: number, month: number, date: number): number {
  const at = new Date(0)
  at.setUTCFullYear(year, month, date)
  return at.getTime()
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  return (zone.startsWith('-') ? -1 : 1) * (hours * hour + minutes * minute)
}

/** The local calendar day a value stands for, when it is a day or a minute; else null. */
export function dayOf(edtf: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.test(edtf) && !edtf.includes('/') ? edtf.slice(0, 10) : null
}

/** "About nine" and "ten past nine" are one moment; an hour is what "about" leaves open. */
const aboutReach = hour
/** A clock time whose place is not known can stand for any offset on earth, from 12 hours behind to 14 ahead. */
const unknownOffsetReach = 14 * hour

/**
 * Whether two EDTF values can both be true of one moment: a day inside a month, 09:30 on a day, 09:30 in Rome and 08:30 in London. Open and unknown ends never conflict.
 * An uncertain day is still a rival of another day: a person should see both.
 */
export function canCoincide(a: string, b: string): boolean {
  const [x, y] = [extentOf(a), extentOf(b)]
  if (x === null || y === null) return true
  if (x.precision === 'minute' && y.precision === 'minute') {
    const apart = Math.abs((x.from ?? 0) - (y.from ?? 0))
    const reach = hasOffset(a) === hasOffset(b) ? (x.uncertain || y.uncertain ? aboutReach : 0) : unknownOffsetReach
    return apart <= reach
  }
  const [dayA, dayB] = [dayOf(a), dayOf(b)]
  if (dayA !== null && dayB !== null) return dayA === dayB
  const [left, right] = [extentOf(withoutClock(a)), extentOf(withoutClock(b))]
  if (left === null || right === null) return true
  return (
    (left.from === null || right.to === null || left.from < right.to) && (right.from === null || left.to === null || right.from < left.to)
  )
}

function hasOffset(edtf: string): boolean {
  return /T.*(?:Z|[+-]\d{2}:\d{2})[?~%]?$/.test(edtf)
}

/** The value with clock times cut to their local day, so that it can be laid against days. */
function withoutClock(edtf: string): string {
  return edtf.replace(/T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?/g, '')
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const seasons = ['spring', 'summer', 'autumn', 'winter'] as const
const ordinals = ['first', 'second', 'third', 'fourth'] as const

/** A time in words, with the precision it has and no more: "19 January 2025", "19 January 2025, 9.30", "January 2025", "between 19 January 2025 and 21 January 2025", "since 2011", "the 1990s". */
export function timeInWords(edtf: string): string {
  const slash = edtf.indexOf('/')
  if (slash === -1) return pointInWords(edtf)
  const [from, to] = [edtf.slice(0, slash), edtf.slice(slash + 1)]
  if (isOpen(to)) return `since ${pointInWords(from)}`
  if (isOpen(from)) return `until ${pointInWords(to)}`
  const [a, b] = [pointInWords(from), pointInWords(to)]
  return a === b ? a : `between ${a} and ${b}`
}

function pointInWords(edtf: string): string {
  const match = single.exec(edtf)
  if (match === null) return unspecifiedInWords(edtf)
  const [, year, month, date, hours, minutes, , mark] = match
  const clock = hours === undefined ? '' : `, ${Number(hours)}.${minutes}`
  const words =
    date === undefined ? yearPartInWords(Number(year), Number(month)) : `${Number(date)} ${months[Number(month) - 1] ?? ''} ${Number(year)}`
  return marked(`${words}${clock}`, mark)
}

function yearPartInWords(year: number, code: number): string {
  const month = months[code - 1]
  if (month !== undefined) return `${month} ${year}`
  if (isWithin(code, seasonCodes)) return `${seasons[code - seasonCodes.first]} ${year}`
  if (isWithin(code, quarterCodes)) return `the ${ordinals[code - quarterCodes.first]} quarter of ${year}`
  if (isWithin(code, halfCodes)) return `the ${ordinals[code - halfCodes.first]} half of ${year}`
  return String(year)
}

function unspecifiedInWords(edtf: string): string {
  const match = unspecified.exec(edtf)
  if (match === null) return edtf
  const [, decade, century, year, month, mark] = match
  if (decade !== undefined) return marked(`the ${decade}0s`, mark)
  if (century !== undefined) return marked(`the years ${century}00 to ${century}99`, mark)
  return pointInWords(`${year ?? month ?? ''}${mark ?? ''}`)
}

/** EDTF's marks: `?` uncertain, `~` about, `%` both. */
function marked(words: string, mark: string | undefined): string {
  if (mark === undefined) return words
  return `${mark === '?' ? '' : 'about '}${words}${mark === '~' ? '' : ' (uncertain)'}`
}
