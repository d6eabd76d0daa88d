import { Temporal } from 'temporal-polyfill'
import type { Amount } from '../../model/procedure-pack.js'

/** The day so many days, months or years on. A month too short for the number ends on its last day. */
export function dayAfter(day: string, { n, unit }: Amount): string {
  const from = Temporal.PlainDate.from(day)
  if (unit === 'h') throw new Error('hours are not counted on days')
  return from.add(unit === 'd' ? { days: n } : unit === 'month' ? { months: n } : { years: n }, { overflow: 'constrain' }).toString()
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
  return Temporal.PlainDate.from(day).dayOfWeek
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export function weekdayName(day: string): string {
  return weekdays[weekdayOf(day) - 1] ?? ''
}
