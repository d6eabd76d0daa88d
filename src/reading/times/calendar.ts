import type { TimeUnit } from '../../model/words/times.js'

/** A day of the Gregorian calendar. Months count from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A time of day; `zone` is an offset as EDTF writes it, where the text says it. */
export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly zone?: string | undefined
}

/** A stretch of the calendar as one phrase names it: the unit it is one of, its first day, and a clock time where it has one. */
export interface Stretch extends Day {
  readonly unit: Exclude<TimeUnit, 'second' | 'minute' | 'hour' | 'fortnight'>
  readonly clock?: Clock | undefined
}

const dayLength = 86_400_000

/** Days since 1 January 1970. */
export function dayNumber({ year, month, day }: Day): number {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  return at.getTime() / dayLength
}

function dayAt(number: number): Day {
  const at = new Date(number * dayLength)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

export function daysAfter(day: Day, count: number): Day {
  return dayAt(dayNumber(day) + count)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}

/** The same day so many months on; the last of the month where that month is shorter. */
export function monthsAfter({ year, month, day }: Day, count: number): Day {
  const months = year * 12 + (month - 1) + count
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return { year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) }
}

/** Easter Sunday (Meeus, Jones and Butcher). */
export function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }
}

const season = (month: number) => (month === 12 ? 24 : 21 + Math.floor(((month + 9) % 12) / 3))

/** The stretch of this unit in which the day lies. */
export function unitAround(day: Day, unit: Stretch['unit']): Stretch {
  switch (unit) {
    case 'day':
      return { unit, ...day }
    case 'week':
      return { unit, ...daysAfter(day, 1 - weekdayOf(day)) }
    case 'weekend':
      return { unit, ...daysAfter(day, 6 - weekdayOf(day)) }
    case 'month':
      return { unit, year: day.year, month: day.month, day: 1 }
    case 'quarter':
      return { unit, year: day.year, month: day.month - ((day.month - 1) % 3), day: 1 }
    case 'half':
      return { unit, year: day.year, month: day.month < 7 ? 1 : 7, day: 1 }
    case 'season':
      return { unit, ...seasonStart(day) }
    case 'year':
      return { unit, year: day.year, month: 1, day: 1 }
    case 'decade':
      return { unit, year: day.year - (day.year % 10), month: 1, day: 1 }
    case 'century':
      return { unit, year: day.year - (day.year % 100), month: 1, day: 1 }
  }
}

function seasonStart({ year, month }: Day): Day {
  const starts = month === 12 ? 12 : Math.floor(month / 3) * 3
  return starts === 0 ? { year: year - 1, month: 12, day: 1 } : { year, month: starts, day: 1 }
}

/** The day so many units on. A season and a quarter are three months, a half six. */
export function unitsAfter(day: Day, count: number, unit: TimeUnit): Day {
  switch (unit) {
    case 'second':
    case 'minute':
    case 'hour':
      return day
    case 'day':
      return daysAfter(day, count)
    case 'week':
    case 'weekend':
      return daysAfter(day, 7 * count)
    case 'fortnight':
      return daysAfter(day, 14 * count)
    case 'month':
      return monthsAfter(day, count)
    case 'season':
    case 'quarter':
      return monthsAfter(day, 3 * count)
    case 'half':
      return monthsAfter(day, 6 * count)
    case 'year':
      return monthsAfter(day, 12 * count)
    case 'decade':
      return monthsAfter(day, 120 * count)
    case 'century':
      return monthsAfter(day, 1200 * count)
  }
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

function dayText({ year, month, day }: Day): string {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** The stretch in EDTF. Weeks, weekends, quarters and halves are intervals: EDTF has a code for quarters, but level 2 is not read everywhere. */
export function edtfOf(stretch: Stretch): string {
  const { year, month } = stretch
  switch (stretch.unit) {
    case 'day':
      return dayText(stretch) + (stretch.clock === undefined ? '' : clockText(stretch.clock))
    case 'week':
      return `${dayText(stretch)}/${dayText(daysAfter(stretch, 6))}`
    case 'weekend':
      return `${dayText(stretch)}/${dayText(daysAfter(stretch, 1))}`
    case 'month':
      return `${pad(year, 4)}-${pad(month)}`
    case 'quarter':
      return `${pad(year, 4)}-${pad(month)}/${pad(year, 4)}-${pad(month + 2)}`
    case 'half':
      return `${pad(year, 4)}-${pad(month)}/${pad(year, 4)}-${pad(month + 5)}`
    case 'season':
      return `${pad(year, 4)}-${season(month)}`
    case 'year':
      return pad(year, 4)
    case 'decade':
      return `${pad(year, 4).slice(0, 3)}X`
    case 'century':
      return `${pad(year, 4).slice(0, 2)}XX`
  }
}

function clockText({ hour, minute, zone }: Clock): string {
  return `T${pad(hour)}:${pad(minute)}${zone ?? ''}`
}

/** How wide a unit is, in days: for saying which of two is the finer. */
export const widthOf: Readonly<Record<TimeUnit, number>> = {
  second: 0,
  minute: 0,
  hour: 0,
  day: 1,
  weekend: 2,
  week: 7,
  fortnight: 14,
  month: 30,
  season: 91,
  quarter: 91,
  half: 182,
  year: 365,
  decade: 3652,
  century: 36524,
}
