/** What an EDTF value says, as a range of instants. `from` and `to` are epoch milliseconds in UTC, `to` exclusive; null is an open or unknown end. */
export interface TimeExtent {
  readonly from: number | null
  readonly to: number | null
  /** How finely it is stated. */
  readonly precision: 'minute' | 'day' | 'month' | 'year' | 'range'
  /** Whether the value carries `?`, `~` or `%`. */
  readonly uncertain: boolean
}

const day = 86_400_000
const single = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?([?~%])?$/

/** The extent of an EDTF value: a year, month, day, minute, `A/B`, `A/..`, `../B`. Null when it is not one. Days are taken in UTC. */
export function extentOf(edtf: string): TimeExtent | null {
  if (edtf.includes('/')) {
    const [left = '', right = ''] = edtf.split('/')
    const from = left === '..' || left === '' ? null : extentOf(left)
    const to = right === '..' || right === '' ? null : extentOf(right)
    if ((from === null && left !== '..' && left !== '') || (to === null && right !== '..' && right !== '')) return null
    return {
      from: from?.from ?? null,
      to: to?.to ?? null,
      precision: 'range',
      uncertain: (from?.uncertain ?? false) || (to?.uncertain ?? false),
    }
  }
  const match = single.exec(edtf)
  if (match === null) return null
  const [, y, m, d, hour, minute, zone, mark] = match
  const year = Number(y)
  const uncertain = mark !== undefined
  if (m === undefined) return { from: utc(year, 0, 1), to: utc(year + 1, 0, 1), precision: 'year', uncertain }
  const month = Number(m) - 1
  if (month < 0 || month > 11) return null
  if (d === undefined) return { from: utc(year, month, 1), to: utc(year, month + 1, 1), precision: 'month', uncertain }
  const from = utc(year, month, Number(d))
  if (new Date(from).getUTCDate() !== Number(d)) return null
  if (hour === undefined) return { from, to: from + day, precision: 'day', uncertain }
  const at = from + Number(hour) * 3_600_000 + Number(minute) * 60_000 - offsetOf(zone)
  return { from: at, to: at + 60_000, precision: 'minute', uncertain }
}

function utc(year: number, month: number, date: number): number {
  const at = new Date(Date.UTC(2000, month, date))
  at.setUTCFullYear(year + (month > 11 ? 1 : 0), month % 12, date)
  return at.getTime()
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number)
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** The local calendar day a value stands for, when it is a day or a minute; else null. */
export function dayOf(edtf: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.test(edtf) && !edtf.includes('/') ? edtf.slice(0, 10) : null
}

/** Whether two EDTF values can both be true of one moment: a day inside a month, 09:30 on a day. Open and unknown ends never conflict. */
export function canCoincide(a: string, b: string): boolean {
  const [dayA, dayB] = [dayOf(a), dayOf(b)]
  if (dayA !== null && dayB !== null) {
    if (dayA !== dayB) return false
    return a.length === 10 || b.length === 10 || !a.includes('T') || !b.includes('T') || extentOf(a)?.from === extentOf(b)?.from
  }
  const [x, y] = [extentOf(withoutClock(a)), extentOf(withoutClock(b))]
  if (x === null || y === null) return true
  return (x.from === null || y.to === null || x.from < y.to) && (y.from === null || x.to === null || y.from < x.to)
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

/** A time in words, with the precision it has and no more: "19 January 2025", "19 January 2025, 9.30", "January 2025", "from 19 to 21 January 2025", "since 2011". */
export function timeInWords(edtf: string): string {
  if (edtf.includes('/')) {
    const [from = '', to = ''] = edtf.split('/')
    if (to === '..' || to === '') return `since ${timeInWords(from)}`
    if (from === '..' || from === '') return `until ${timeInWords(to)}`
    const [a, b] = [timeInWords(from), timeInWords(to)]
    return a === b ? a : `between ${a} and ${b}`
  }
  const match = single.exec(edtf)
  if (match === null) return edtf
  const [, year, month, date, hour, minute, , mark] = match
  const name = months[Number(month) - 1]
  const words = [date === undefined ? '' : String(Number(date)), name ?? '', String(Number(year))].filter((part) => part !== '').join(' ')
  const clock = hour === undefined ? '' : `, ${Number(hour)}.${minute}`
  return `${words}${clock}${mark === undefined ? '' : ' (uncertain)'}`
}
