import type { Amount, CountingRule } from '../../model/procedure-pack.js'
import { dayOff } from './calendar.js'
import { clockTime, dayEnd, dayStart, instantsOf, localDay, zoneOf } from './clock-time.js'
import type { Count, CountingPlace } from './count-term.js'
import { dayAfter } from './days.js'

const minute = 60_000
const hour = 60 * minute

/** The end of a term in hours. Holidays never move it; a day named without an hour gives the earliest and the latest end it allows. */
export function countHours(rule: CountingRule, from: string, { n }: Amount, where: CountingPlace): Count {
  const zone = rule.zone ?? where.zone ?? zoneOf(from) ?? 'UTC'
  const starts = from.length === 10 ? [dayStart(from, zone), dayEnd(from, zone)] : instantsOf(from, zone)
  const counts = starts.map((start) => (rule.onlyWorkingDays ? onWorkingDays(rule, start, n, zone, where) : elapsed(rule, start, n, zone)))
  const ambiguous =
    starts.length === 1
      ? []
      : [
          from.length === 10
            ? `no hour is stated on ${from}: the earliest and the latest are counted`
            : `${from} came twice that night: both are counted`,
        ]
  return {
    due: [...new Set(counts.flatMap(({ due }) => due))].sort(byInstant),
    steps: [...ambiguous, ...counts.flatMap(({ steps }) => steps)],
  }
}

function elapsed(rule: CountingRule, start: number, n: number, zone: string): Count {
  const strict = clockTime(start + n * hour, zone)
  const plain = `${clockTime(start, zone)} and ${n} hours elapsed: ${strict}`
  if (rule.hours === 'elapsed') return { due: [strict], steps: [plain] }
  const full = nextFullHour(start, zone)
  const rounded = clockTime(full + n * hour, zone)
  const whole = `the starting hour not counted, from ${clockTime(full, zone)}, ${n} whole hours: ${rounded}`
  return rule.hours === 'whole-hours' ? { due: [rounded], steps: [whole] } : { due: [strict, rounded], steps: [plain, whole] }
}

/** The first full clock hour after the instant, by the local clock: some zones stand half an hour off. */
function nextFullHour(instant: number, zone: string): number {
  const past = Number(clockTime(instant, zone).slice(14, 16)) * minute + (instant % minute)
  return instant - past + hour
}

function onWorkingDays(rule: CountingRule, start: number, n: number, zone: string, where: CountingPlace): Count {
  const { calendar } = rule
  const steps: string[] = []
  let left = n * hour
  let at = start
  for (;;) {
    const day = localDay(at, zone)
    const next = dayStart(dayAfter(day, { n: 1, unit: 'd' }), zone)
    const off = calendar === undefined ? null : dayOff(calendar, day, where.place)
    if (off !== null) {
      steps.push(`${day} is not counted: ${off.name}`)
    } else if (at + left <= next) {
      steps.push(`${inHours(left)} on ${day}`)
      return { due: [clockTime(at + left, zone)], steps }
    } else {
      left -= next - at
      steps.push(`${inHours(next - at)} on ${day}, ${inHours(left)} left`)
    }
    at = next
  }
}

function inHours(span: number): string {
  const minutes = Math.round(span / minute)
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function byInstant(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b)
}
