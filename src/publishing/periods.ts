import type { Event } from '../model/record.js'
import { dayOf, extentOf, timeInWords } from '../model/time.js'
import { leadingValue } from './dates.js'
import { localExtent, type Scale } from './strip.js'

/** A stretch of the timeline with a heading and one scale for its strips. Undated events have no scale. */
export interface Period {
  readonly id: string
  readonly kind: 'day' | 'stretch' | 'undated'
  readonly heading: string
  readonly note: string
  readonly scale: Scale | null
  readonly events: readonly Event[]
}

interface Dated {
  readonly event: Event
  readonly from: number
  readonly to: number
  /** The day, when the first value is stated to the day or finer. */
  readonly day: string | null
}

const dayLength = 86_400_000

/** A day on which this many events fall has a heading and a scale of its own: fewer, and a reader would turn pages of headings. */
const enoughForADay = 2

/** A gap this long opens a new period: what lies years apart would share a scale on which neither can be told. */
const longGap = 3 * 365 * dayLength

/** The events in order of time, in periods: busy days by themselves, what lies between them together, undated last. */
export function periodsOf(events: readonly Event[]): readonly Period[] {
  const dated = events.flatMap(datedOf).sort((a, b) => a.from - b.from || a.to - b.to || (a.event.id < b.event.id ? -1 : 1))
  const placed = new Set(dated.map(({ event }) => event.id))
  const undated = events.filter(({ id }) => !placed.has(id))
  const busy = busyDays(dated)
  const periods = runs(dated, busy).map((run) => periodOf(run))
  return [...periods, ...(undated.length === 0 ? [] : [undatedPeriod(undated)])]
}

function datedOf(event: Event): readonly Dated[] {
  const first = leadingValue(event.time)
  const extent = first === undefined ? null : localExtent(first.value)
  if (first === undefined || extent === null) return []
  const from = extent.from ?? (extent.to as number) - dayLength
  return [{ event, from, to: extent.to ?? from + dayLength, day: dayOf(first.value) }]
}

function busyDays(dated: readonly Dated[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { day } of dated) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= enoughForADay).map(([day]) => day))
}

/** Neighbours that share a period: one busy day, or everything between two. Events without a day never stand inside a busy day. */
function runs(dated: readonly Dated[], busy: ReadonlySet<string>): readonly (readonly Dated[])[] {
  const days = [...busy].sort()
  const starts = days.map((day) => Date.parse(day))
  const found: Dated[][] = []
  const between: Dated[][] = days.map(() => [])
  const before: Dated[] = []
  const own = new Map<string, Dated[]>(days.map((day) => [day, []]))
  let reached = 0
  for (const one of dated) {
    while (reached < starts.length && (starts[reached] as number) <= one.from) reached += 1
    const day = one.day === null ? undefined : own.get(one.day)
    if (day !== undefined) day.push(one)
    else (reached === 0 ? before : (between[reached - 1] as Dated[])).push(one)
  }
  found.push(...splitAtGaps(before))
  for (const [index, day] of days.entries()) found.push(own.get(day) as Dated[], ...splitAtGaps(between[index] as Dated[]))
  return found
}

function splitAtGaps(dated: readonly Dated[]): Dated[][] {
  const parts: Dated[][] = []
  for (const one of dated) {
    const last = parts.at(-1)
    if (last === undefined || one.from - (last.at(-1) as Dated).from > longGap) parts.push([one])
    else last.push(one)
  }
  return parts
}

function periodOf(run: readonly Dated[]): Period {
  const events = run.map(({ event }) => event)
  const [first] = run as readonly [Dated, ...Dated[]]
  const day = first.day
  if (day !== null && run.every((one) => one.day === day)) {
    const heading = weekdayInWords(day)
    return {
      id: `d-${day}`,
      kind: 'day',
      heading,
      note: `${day.slice(0, 4)}. The strip is one day of 24 hours.`,
      scale: dayScale(day),
      events,
    }
  }
  const scale = stretchScale(first.from, Math.max(...run.map(({ to }) => to)))
  const last = run.at(-1) as Dated
  const [a, b] = [wordsAt(first), wordsAt(last)]
  return {
    id: `s-${new Date(first.from).toISOString().slice(0, 10)}`,
    kind: 'stretch',
    heading: a === b ? capitalised(a) : `${capitalised(a)} to ${b}`,
    note: `Each strip runs from ${scale.begins} to ${scale.ends}.`,
    scale,
    events,
  }
}

function undatedPeriod(events: readonly Event[]): Period {
  return {
    id: 'undated',
    kind: 'undated',
    heading: 'No date stated',
    note: 'No account read gives a time for these. They stand in no order.',
    scale: null,
    events,
  }
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The begin of an event's time in words, as wide as it is stated. */
function wordsAt({ event, from }: Dated): string {
  const value = leadingValue(event.time)?.value ?? ''
  const [begin = ''] = value.split('/')
  const precision = extentOf(begin)?.precision
  if (precision === 'year' || precision === 'month') return timeInWords(begin)
  return timeInWords(new Date(from).toISOString().slice(0, 10))
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** "Sunday 19 January": the year stands beside it. */
function weekdayInWords(day: string): string {
  return `${weekdays[new Date(Date.parse(day)).getUTCDay()]} ${timeInWords(day).replace(/ \d+$/, '')}`
}

function dayScale(day: string): Scale {
  const from = Date.parse(day)
  const labels = ['0', '6', 'noon', '18', '24']
  return { from, to: from + dayLength, marks: labels.map((label, index) => ({ at: from + (index * dayLength) / 4, label })) }
}

/** The beginning of the unit that holds a moment, and of the units after it. */
const units = {
  day: (at: number, step: number) => {
    const date = new Date(at)
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + step)
  },
  month: (at: number, step: number) => {
    const date = new Date(at)
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1)
  },
  year: (at: number, step: number) => Date.UTC(new Date(at).getUTCFullYear() + step, 0, 1),
} as const
type Unit = keyof typeof units

/** Up to this many days are told apart on a strip 13 rem wide as days, up to this many as months; more are years. */
const mostDays = 60
const mostMonthDays = 550

/** A strip 13 rem wide has room for five intervals with their labels; four look best, so they come first. */
const intervalsTried = [4, 5, 3] as const

/** Into how many equal parts a stretch of so many units is cut: as many as it has when few, else those that add least to it. */
function bestIntervals(count: number): number {
  if (count <= 5) return count
  const added = (parts: number) => Math.ceil(count / parts) * parts - count
  return intervalsTried.reduce<number>((best, parts) => (added(parts) < added(best) ? parts : best), intervalsTried[0])
}

/** A scale of whole days, months or years around a stretch of time, with its two edges in words. */
export function stretchScale(from: number, to: number): Scale & { readonly begins: string; readonly ends: string } {
  const days = (to - from) / dayLength
  const unit: Unit = days <= mostDays ? 'day' : days <= mostMonthDays ? 'month' : 'year'
  const step = units[unit]
  let count = 1
  while (step(from, count) < to) count += 1
  const intervals = bestIntervals(count)
  const rounded = Math.ceil(count / intervals) * intervals
  const marks = Array.from({ length: intervals + 1 }, (_, index) => {
    const at = step(from, (index * rounded) / intervals)
    return { at, label: markLabel(at, unit, index) }
  })
  const begins = step(from, 0)
  const ends = step(from, rounded)
  return { from: begins, to: ends, marks, begins: edgeInWords(begins, unit), ends: edgeInWords(ends, unit) }
}

function markLabel(at: number, unit: Unit, index: number): string {
  const date = new Date(at)
  const month = timeInWords(date.toISOString().slice(0, 7)).slice(0, 3)
  if (unit === 'year') return String(date.getUTCFullYear())
  if (unit === 'month') return month
  return index === 0 || date.getUTCDate() === 1 ? `${date.getUTCDate()} ${month}` : String(date.getUTCDate())
}

function edgeInWords(at: number, unit: Unit): string {
  const iso = new Date(at).toISOString()
  return timeInWords(iso.slice(0, unit === 'day' ? 10 : unit === 'month' ? 7 : 4))
}
