import type { Amount, Calendar, CountingRule } from '../../model/procedure-pack.js'
import { dayOff } from './calendar.js'
import { clockTime, instantsOf } from './clock-time.js'
import type { Count, CountingPlace } from './count-term.js'
import { dayAfter, weekdayName, weekdayOf } from './days.js'

const oneDay: Amount = { n: 1, unit: 'd' }
const friday = 5 // Temporal counts Monday as 1

/** When a filing is due at a court that takes it on the first working day after the term has ended, by its closing hour (ICC regulation 33). */
export function countCourtFiling(rule: CountingRule, from: string, amount: Amount, where: CountingPlace): Count {
  const { zone = 'UTC', calendar, closes = '24:00' } = rule
  const works = (day: string) => calendar === undefined || dayOff(calendar, day, where.place) === null
  const notified = notificationDay(from, zone, closes, works)
  const steps =
    notified === from.slice(0, 10) ? [] : [`${from} is after hours or no working day: notified on ${notified}, ${weekdayName(notified)}`]
  const next = nextWorking(dayAfter(notified, oneDay), works)
  const firsts = startsLate(calendar, notified, works) ? [next, dayAfter(next, oneDay)] : [dayAfter(notified, oneDay)]
  const counts = firsts.map((first) => {
    const expiry = dayAfter(first, { n: amount.n - 1, unit: 'd' })
    const filed = nextWorking(dayAfter(expiry, oneDay), works)
    const due = clockTime(instantsOf(`${filed}T${closes}`, zone)[0] ?? 0, zone)
    return {
      due,
      step: `day 1 is ${first}, ${weekdayName(first)}; day ${amount.n} is ${expiry}; due by ${closes} on the first working day after: ${due}`,
    }
  })
  const doubt =
    firsts.length === 1 ? [] : [`notified on a ${weekdayName(notified)} or the eve of a holiday: the next working day is day 1, or day 0`]
  return { due: [...new Set(counts.map(({ due }) => due))].sort(), steps: [...steps, ...doubt, ...counts.map(({ step }) => step)] }
}

/** The day a document counts as notified: after closing hours or off working days, the next working day. */
function notificationDay(from: string, zone: string, closes: string, works: (day: string) => boolean): string {
  if (from.length === 10) return nextWorking(from, works)
  const local = clockTime(instantsOf(from, zone)[0] ?? 0, zone)
  const day = local.slice(0, 10)
  return nextWorking(local.slice(11, 16) > closes ? dayAfter(day, oneDay) : day, works)
}

/** Whether the day is a Friday or the eve of a holiday, after which the limit starts on the next working day. */
function startsLate(calendar: Calendar | undefined, day: string, works: (day: string) => boolean): boolean {
  return calendar !== undefined && (weekdayOf(day) === friday || !works(dayAfter(day, oneDay)))
}

function nextWorking(day: string, works: (day: string) => boolean): string {
  return works(day) ? day : nextWorking(dayAfter(day, oneDay), works)
}
