import type { Amount, Calendar, CountingRule } from '../../model/procedure-pack.js'
import { dayOff } from './calendar.js'
import { instantsOf, localDay } from './clock-time.js'
import type { Count, CountingPlace } from './count-term.js'
import { dayAfter, lastDayStartingWith, weekdayName } from './days.js'

/** The last day of a term in days, months or years, under each way the rule is read. */
export function countDays(rule: CountingRule, from: string, amount: Amount, where: CountingPlace): Count {
  const day = startDay(rule, from, where)
  const ends = unmovedEnds(rule, day, amount)
  const moved = ends.map(({ end }) => moves(rule, end, where))
  return {
    due: distinct(moved.flatMap(({ due }) => due)),
    ...(rule.roll === 'by-analogy' ? { unmoved: distinct(ends.map(({ end }) => end)) } : {}),
    steps: ends.flatMap(({ steps }, index) => [...steps, ...(moved[index]?.steps ?? [])]),
  }
}

function startDay(rule: CountingRule, from: string, where: CountingPlace): string {
  const zone = rule.zone ?? where.zone
  const stated = from.slice(0, 10)
  if (from.length === 10 || zone === undefined || !/(?:Z|[+-]\d{2}:\d{2})$/.test(from)) return stated
  return localDay(instantsOf(from, zone)[0] ?? 0, zone)
}

interface End {
  readonly end: string
  readonly steps: readonly string[]
}

/** Where the term ends before any holiday is looked at. */
function unmovedEnds(rule: CountingRule, day: string, amount: Amount): readonly End[] {
  const length = inWords(amount)
  const after = dayAfter(day, amount)
  const plain: End = { end: after, steps: [`${day} is not counted; ${length} on: ${after}, ${weekdayName(after)}`] }
  const starting = lastDayStartingWith(day, amount)
  const counted: End = { end: starting, steps: [`${day} is the first day; ${length}: ${starting}, ${weekdayName(starting)}`] }
  const ends = { next: [plain], same: [counted], either: [counted, plain] }[rule.firstDay]
  const paused = rule.pause === undefined ? null : withPause(day, after, amount, rule.pause)
  return paused === null ? ends : [...ends, paused]
}

type Pause = NonNullable<CountingRule['pause']>

/** The end when the term stands still for a while each year, or null when it does not touch that while. */
function withPause(day: string, end: string, amount: Amount, pause: Pause): End | null {
  if (!touches(pause, day, end)) return null
  const last = amount.unit === 'd' ? dayCountedThrough(pause, day, amount.n) : endPutOff(pause, day, end)
  return {
    end: last,
    steps: [`if the term stands still from ${pause.from} to ${pause.to} (${pause.basis}): ${last}, ${weekdayName(last)}`],
  }
}

function touches(pause: Pause, day: string, end: string): boolean {
  const years = Array.from({ length: Number(end.slice(0, 4)) - Number(day.slice(0, 4)) + 1 }, (_, index) => Number(day.slice(0, 4)) + index)
  return years.some((year) => year >= pause.since && `${year}-${pause.from}` <= end && `${year}-${pause.to}` > day)
}

function standsOn(pause: Pause, day: string): boolean {
  return Number(day.slice(0, 4)) >= pause.since && day.slice(5) >= pause.from && day.slice(5) <= pause.to
}

/** The n-th day after `day` that does not fall in the pause. */
function dayCountedThrough(pause: Pause, day: string, n: number): string {
  let on = day
  for (let left = n; left > 0; ) {
    on = dayAfter(on, oneDay)
    if (!standsOn(pause, on)) left -= 1
  }
  return on
}

/** The end put off by as many days as the pause took from the term. */
function endPutOff(pause: Pause, day: string, end: string): string {
  let last = end
  for (let on = dayAfter(day, oneDay); on <= last; on = dayAfter(on, oneDay)) {
    if (standsOn(pause, on)) last = dayAfter(last, oneDay)
  }
  return last
}

/** What holidays make of a last day. */
function moves(
  rule: CountingRule,
  end: string,
  where: CountingPlace,
): { readonly due: readonly string[]; readonly steps: readonly string[] } {
  const calendar = rule.roll === 'by-analogy' ? (where.calendar ?? rule.calendar) : rule.calendar
  if (rule.roll === 'none' || calendar === undefined) return { due: [end], steps: [] }
  const weekend = rule.calendar?.weekend ?? calendar.weekend
  const settled = firstWorkingDay(calendar, weekend, end, where.place, false)
  const all = firstWorkingDay(calendar, weekend, end, where.place, true)
  return {
    due: distinct([...(rule.roll === 'both' ? [end] : []), settled.day, all.day]),
    steps: [...new Set([...settled.steps, ...all.steps])],
  }
}

/** The day itself or the next that is no holiday. `strict` counts unsettled local holidays too. */
function firstWorkingDay(
  calendar: Calendar,
  weekend: readonly number[],
  from: string,
  place: string | undefined,
  strict: boolean,
): { readonly day: string; readonly steps: readonly string[] } {
  const steps: string[] = []
  let day = from
  for (
    let off = dayOff(calendar, day, place, weekend);
    off !== null && (strict || !off.unsettled);
    off = dayOff(calendar, day, place, weekend)
  ) {
    const next = dayAfter(day, oneDay)
    steps.push(`${day} is a holiday (${off.name})${off.unsettled ? ', which may or may not move the term' : ''}: ${next}`)
    day = next
  }
  return { day, steps }
}

const oneDay: Amount = { n: 1, unit: 'd' }

function inWords({ n, unit }: Amount): string {
  const name = { h: 'hour', d: 'day', month: 'month', year: 'year' }[unit]
  return `${n} ${name}${n === 1 ? '' : 's'}`
}

function distinct(days: readonly string[]): readonly string[] {
  return [...new Set(days)].sort()
}
