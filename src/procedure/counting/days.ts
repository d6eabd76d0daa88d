import type { Amount } from '../../model/procedure-pack.js'

const oneDay = 86_400_000

/** The day so many days, months or years on. A month too short for the number ends on its last day. */
export function dayAfter(day: string, { n, unit }: Amount): string {
  if (unit === 'h') throw new Error('hours are not counted on days')
  if (unit === 'd') return new Date(Date.parse(day) + n * oneDay).toISOString().slice(0, 10)
  return monthsAfter(day, unit === 'month' ? n : n * 12)
}

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const sameNumber = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  sameNumber.setUTCDate(Math.min(date, lastOfMonth))
  return sameNumber.toISOString().slice(0, 10)
}

/** The last day of a term whose first day is the day of the event itself: "15 days starting with the day" ends on the fourteenth day after. */
export function lastDayStartingWith(day: string, amount: Amount): string {
  const same = dayAfter(day, amount)
  // A number that the last month lacks has no eve: the term already ends on the month's last day.
  if (amount.unit !== 'd' && same.slice(8) !== day.slice(8)) return same
  return dayAfter(same, { n: -1, unit: 'd' })
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || sunday
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const sunday = weekdays.length
export function weekdayName(day: string): string {
  return weekdays[weekdayOf(day) - 1] ?? ''
}
