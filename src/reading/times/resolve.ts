import type { TimeUnit } from '../../model/words/times.js'
import type { TimeStep } from '../parts.js'
import {
  type Clock,
  type Day,
  dayNumber,
  daysAfter,
  daysInMonth,
  easterOf,
  monthsAfter,
  type Stretch,
  unitAround,
  unitsAfter,
  weekdayOf,
  widthOf,
} from './calendar.js'
import type { Found } from './find.js'
import type { Captures } from './items.js'
import type { Outlook } from './tense.js'

/** A time the story has spoken of: what later words count from. */
export interface Mentioned {
  readonly stretch: Stretch
  readonly block: number
  readonly sentence: number
  /** Whether its year was said or taken from the story rather than from the day of publication. */
  readonly ownYear: boolean
  /** Whether it was named only to compare with ("from a year earlier"): the story does not go on from there. */
  readonly compared: boolean
  /** Whether it stood in a clause about somebody or something ("who was arrested on Sunday"), aside from what the sentence tells. */
  readonly aside: boolean
  /** Whether it was told of what had been before: "had been detained on Thursday". */
  readonly flashback: boolean
  /** Whether it was told in words that somebody else said: "he said that they arrested him on Thursday". */
  readonly reported: boolean
}

/** What a phrase is read against. `mentioned` holds the story's times so far, the latest last. */
export interface Setting {
  readonly now: Stretch | null
  readonly mentioned: readonly Mentioned[]
  readonly outlook: Outlook
  /** Whether the phrase itself stands aside from what its sentence tells. */
  readonly aside: boolean
  /** Whether its clause tells of what had been before. */
  readonly flashback: boolean
  /** Whether its clause is what somebody else said. */
  readonly reported: boolean
  readonly block: number
  readonly sentence: number
  /** Whether it stands in a heading: one that is a time alone heads what was then. */
  readonly isHeading: boolean
  /** Whether it stands in a byline or dateline, which tell when the page was written. */
  readonly isPageDate: boolean
  /** Whether its sentence begins with it: in a text cut into lines of one width, a line may begin anywhere. */
  readonly opensSentence: boolean
}

/** What a phrase comes to. `until` is the last day or month of a range in one phrase ("18-19 January"). */
export interface Resolved {
  readonly stretch: Stretch | null
  readonly until?: Stretch
  readonly step?: TimeStep
  readonly uncertain: boolean
  readonly ground: 'stated' | 'implied' | 'unknown'
  readonly ownYear: boolean
  readonly compared?: true
  /** Whether it is a stretch of days in which something was ("this past week"): the story does not go on from one of them. */
  readonly spread?: true
  /** Whether it is the stamp of an entry of a running report rather than a time told. */
  readonly stamp?: true
  readonly why: string
}

const unknown = (why: string, step?: TimeStep): Resolved => ({
  stretch: null,
  uncertain: false,
  ground: 'unknown',
  ownYear: false,
  why,
  ...(step === undefined ? {} : { step }),
})

/** The place in the calendar that a date or a step names. */
export function resolve(found: Found, setting: Setting): Resolved {
  const resolved = found.phrase.as === 'step' ? resolveStep(found, setting) : resolveDate(found, setting)
  const clock = clockOf(found.captures)
  if (resolved.stretch === null || resolved.stretch.unit !== 'day' || clock === null) {
    return found.approximate && resolved.stretch !== null ? { ...resolved, uncertain: true } : resolved
  }
  return { ...resolved, stretch: { ...resolved.stretch, clock }, uncertain: resolved.uncertain || found.approximate }
}

function clockOf({ clock, meridiem, zone, part }: Captures): Clock | null {
  if (clock === undefined) return null
  const late =
    meridiem === 'pm' || (meridiem === undefined && (part === 'afternoon' || part === 'evening' || (part === 'night' && clock.hour > 5)))
  const hour = late && clock.hour < 12 ? clock.hour + 12 : meridiem === 'am' && clock.hour === 12 ? 0 : clock.hour
  return hour > 24 ? null : { hour, minute: clock.minute, zone: zone ?? clock.zone }
}

function stated(stretch: Stretch, why: string, until?: Stretch): Resolved {
  return { stretch, uncertain: false, ground: 'stated', ownYear: true, why, ...(until === undefined ? {} : { until }) }
}

function implied(stretch: Stretch, why: string, ownYear = false, until?: Stretch): Resolved {
  return { stretch, uncertain: false, ground: 'implied', ownYear, why, ...(until === undefined ? {} : { until }) }
}

function resolveDate(found: Found, setting: Setting): Resolved {
  const { captures, phrase } = found
  if (captures.date !== undefined) {
    return captures.date === null
      ? unknown('day and month could stand in either order')
      : stated({ unit: 'day', ...captures.date }, 'the date is written out')
  }
  if (captures.decade !== undefined) return stated({ unit: 'decade', year: captures.decade, month: 1, day: 1 }, 'the decade is written out')
  if (phrase.ordinal === 'century')
    return stated({ unit: 'century', year: ((captures.ordinal ?? 1) - 1) * 100, month: 1, day: 1 }, 'the century is written out')
  if (phrase.unit === 'weekend') return weekend(setting)
  const year = yearOf(found, setting)
  const quarter = phrase.unit === 'quarter' ? quarterNear(setting) : undefined
  if (year !== null && quarter !== undefined) return implied({ ...quarter, year: year.year }, 'the quarter of the story in that year', true)
  if (year !== null) return inYear(found, year)
  if (phrase.from === 'story' && phrase.ordinal === 'day') return dayOfMonth(captures.ordinal ?? captures.day ?? 0, setting)
  if (captures.month !== undefined) return monthOrDay(found, setting)
  if (captures.weekday !== undefined) return weekday(found, setting)
  if (captures.season !== undefined) return season(found, setting)
  if (captures.holiday !== undefined) return holiday(found, setting)
  if (phrase.ordinal === 'quarter' || phrase.ordinal === 'half') return partOfYear(found, setting)
  if (captures.clock !== undefined || captures.part !== undefined || phrase.part !== undefined) return clockAlone(found, setting)
  return unknown('the words give no date')
}

/** The year a phrase says or lies in. */
function yearOf(found: Found, setting: Setting): { readonly year: number; readonly said: boolean; readonly why: string } | null {
  if (found.captures.year !== undefined) return { year: found.captures.year, said: true, why: 'the date is written out' }
  if (found.within === undefined) return null
  const unit = found.within.phrase.unit ?? found.within.captures.unit
  if (unit !== 'year') return null
  const container = resolve(found.within, setting)
  return container.stretch === null ? null : { year: container.stretch.year, said: false, why: container.why }
}

function inYear(found: Found, { year, said, why }: { readonly year: number; readonly said: boolean; readonly why: string }): Resolved {
  const { captures, phrase } = found
  const made = (stretch: Stretch, until?: Stretch) => (said ? stated(stretch, why, until) : implied(stretch, why, true, until))
  if (captures.month !== undefined) {
    const day = captures.day ?? (phrase.ordinal === 'day' || captures.ordinal !== undefined ? captures.ordinal : undefined)
    if (day === undefined) return made({ unit: 'month', year, month: captures.month, day: 1 }, lastMonth(captures, year))
    if (day > daysInMonth(year, captures.month)) return unknown(`month ${captures.month} of ${year} has no day ${day}`)
    if (namesTwoDays(found)) return unknown('two days are named')
    return made({ unit: 'day', year, month: captures.month, day }, lastDay(captures, year, captures.month))
  }
  if (captures.season !== undefined) return made({ unit: 'season', year, month: monthOfSeason(captures.season), day: 1 })
  if (captures.holiday !== undefined) return made({ unit: 'day', ...holidayIn(year, captures) })
  if (phrase.ordinal === 'quarter') return made({ unit: 'quarter', year, month: 3 * (captures.ordinal ?? 1) - 2, day: 1 })
  if (phrase.ordinal === 'half') return made({ unit: 'half', year, month: captures.ordinal === 2 ? 7 : 1, day: 1 })
  return made({ unit: 'year', year, month: 1, day: 1 })
}

/** "5 and 9 November" are two days, where "8 and 9 November" and "between 5 and 9 November" are one stretch. */
function namesTwoDays({ captures: { day, day2 }, written, bound }: Found): boolean {
  return day !== undefined && day2 !== undefined && written.includes('and') && day2 !== day + 1 && bound !== 'between' && bound !== 'from'
}

function lastDay(captures: Captures, year: number, month: number): Stretch | undefined {
  return captures.day2 === undefined || captures.day2 > daysInMonth(year, month)
    ? undefined
    : { unit: 'day', year, month, day: captures.day2 }
}

function lastMonth({ month, month2 }: Captures, year: number): Stretch | undefined {
  return month2 === undefined || month === undefined || month2 <= month ? undefined : { unit: 'month', year, month: month2, day: 1 }
}

/** Spring begins in March, winter in December: the seasons of the north, where EDTF's codes say only the name. */
function monthOfSeason(code: number): number {
  return 3 * (code - 20)
}

function holidayIn(year: number, { holiday }: Captures): Day {
  if (holiday === undefined) return { year, month: 1, day: 1 }
  if ('fromEaster' in holiday) return daysAfter(easterOf(year), holiday.fromEaster)
  if ('day' in holiday) return { year, month: holiday.month, day: holiday.day }
  if (holiday.nth < 0) {
    const end = { year, month: holiday.month, day: daysInMonth(year, holiday.month) }
    return daysAfter(end, -((weekdayOf(end) - holiday.weekday + 7) % 7))
  }
  const first = { year, month: holiday.month, day: 1 }
  return daysAfter(first, ((holiday.weekday - weekdayOf(first) + 7) % 7) + 7 * (holiday.nth - 1))
}

/** A month, or a day of a month, without a year. */
function monthOrDay(found: Found, setting: Setting): Resolved {
  const { captures, phrase } = found
  const month = captures.month ?? 1
  const day = captures.day ?? captures.ordinal
  const at = (year: number): Stretch => ({ unit: day === undefined ? 'month' : 'day', year, month, day: day ?? 1 })
  if (phrase.toward !== undefined) {
    const from = phrase.from === 'story' ? lastMention(setting, 31)?.stretch : setting.now
    if (from === undefined || from === null) return unknown('there is no date to count from')
    return implied(
      at(yearToward(from, month, phrase.toward)),
      phrase.from === 'story' ? 'counted from the story' : 'counted from publication',
      phrase.from === 'story',
    )
  }
  const chosen = chosenYear(found, month, day, setting)
  if (chosen === null) return unknown('no year is said, and the day of publication is not known')
  if (day !== undefined && day > daysInMonth(chosen.year, month)) return unknown(`month ${month} of ${chosen.year} has no day ${day}`)
  if (namesTwoDays(found)) return unknown('two days are named')
  return implied(at(chosen.year), chosen.why, chosen.own, lastDay(captures, chosen.year, month) ?? lastMonth(captures, chosen.year))
}

/** Last September, this September, next September: the one before, of, or after the month we are in. */
function yearToward(from: Day, month: number, toward: -1 | 0 | 1): number {
  if (toward === 0) return from.year
  if (toward === -1) return month < from.month ? from.year : from.year - 1
  return month > from.month ? from.year : from.year + 1
}

/** How far back the story's own year still rules a date without one: the paragraph and the one before. */
const storyReach = 1

/**
 * The year of a date that says none. A weekday beside it decides. In a passage that tells of another year ("was arrested on 24 May 2008 ... on 1 July"), the story goes on from there;
 * else it is the one that suits publication: the latest past one, or the next where the words look ahead.
 */
function chosenYear(
  found: Found,
  month: number,
  day: number | undefined,
  setting: Setting,
): { readonly year: number; readonly why: string; readonly own: boolean } | null {
  const { now } = setting
  const { weekday } = found.captures
  if (now !== null && weekday !== undefined && day !== undefined) {
    const year = [0, -1, 1]
      .map((years) => now.year + years)
      .find((candidate) => day <= daysInMonth(candidate, month) && weekdayOf({ year: candidate, month, day }) === weekday)
    if (year !== undefined) return { year, why: 'the year in which that day is that weekday', own: false }
  }
  const own = found.phrase.from === 'publication' ? null : storyYear(month, day, setting)
  if (own !== null) return { year: own, why: 'the year is that of the story before it', own: true }
  if (now === null) return null
  return {
    year: yearNear(now, month, day, found.bound === 'since' ? { tense: 'past', term: false, planned: false } : setting.outlook),
    why: 'the year is taken from publication',
    own: false,
  }
}

/** The year a passage about another year gives to a month that follows; a bare year ("in 2011") gives it only within its sentence. */
function storyYear(month: number, day: number | undefined, setting: Setting): number | null {
  const { now, outlook } = setting
  const near = setting.mentioned.findLast(
    ({ block, sentence, stretch, compared, aside }) =>
      !compared &&
      (!aside || sentence === setting.sentence) &&
      (stretch.unit === 'year'
        ? sentence === setting.sentence && (!aside || setting.aside)
        : widthOf[stretch.unit] <= widthOf.season && setting.block - block <= storyReach),
  )
  if (near === undefined || !near.ownYear || near.stretch.year === now?.year || outlook.tense === 'future') return null
  const { stretch } = near
  const later =
    stretch.unit === 'year' ||
    month > stretch.month ||
    (month === stretch.month && (day === undefined || stretch.unit !== 'day' || day >= stretch.day))
  const year = later ? stretch.year : stretch.year + 1
  const candidate = { year, month, day: day ?? 1 }
  const gap = dayNumber(candidate) - dayNumber(stretch)
  if (stretch.unit !== 'year' && gap > (near.block === setting.block ? longestStoryGap : longestGapToNext)) return null
  return now === null || dayNumber(candidate) <= dayNumber(now) ? year : null
}

/** A story goes on from its last date for as much as nine months within a paragraph, and three into the next; beyond that a date without a year is more likely publication's. */
const longestStoryGap = 275
const longestGapToNext = 92

/** In a sentence about the past a day may still lie ahead by this much ("set a hearing for 5 May", "gave him until 14 January"): for a day longer past than ten months, papers say "last". */
const aheadOfPast = 60
/** In a sentence without a tense, as in a headline or a list, the nearer of the two is meant. */
const aheadOfOpen = 183
/** A day just gone, in a sentence that looks ahead from it. */
const justGone = 10

function yearNear(now: Stretch, month: number, day: number | undefined, { tense, term }: Outlook): number {
  const distance = (year: number) => dayNumber({ year, month, day: day ?? 1 }) - dayNumber(day === undefined ? { ...now, day: 1 } : now)
  const thisYear = distance(now.year)
  if (tense === 'future') return thisYear < -justGone ? now.year + 1 : now.year
  const limit = tense === 'past' && !term ? aheadOfPast : aheadOfOpen
  if (thisYear > limit) return now.year - 1
  return distance(now.year + 1) <= limit ? now.year + 1 : now.year
}

/** "the 13th": of the month the story is in. */
function dayOfMonth(day: number, setting: Setting): Resolved {
  const from = lastMention(setting, widthOf.month)?.stretch ?? setting.now
  if (from === null) return unknown('there is no month to place the day in')
  if (day < 1 || day > daysInMonth(from.year, from.month)) return unknown('the month before it has no such day')
  return implied({ unit: 'day', year: from.year, month: from.month, day }, 'a day of the month that the story is in', true)
}

function lastMention(setting: Setting, widest: number): Mentioned | undefined {
  const fits = ({ stretch, compared }: Mentioned) => !compared && widthOf[stretch.unit] <= widest && !isAhead(stretch, setting)
  const last = setting.mentioned.findLast(fits)
  if (last?.aside !== true || setting.aside) return last
  return setting.mentioned.findLast((mention) => fits(mention) && !mention.aside && setting.block - mention.block <= storyReach) ?? last
}

/** A day still to come is not what a sentence about the past goes on from. */
function isAhead(stretch: Stretch, { now, outlook }: Setting): boolean {
  return outlook.tense === 'past' && now !== null && dayNumber(stretch) > dayNumber(now)
}

function weekday(found: Found, setting: Setting): Resolved {
  const { captures, phrase } = found
  const wanted = captures.weekday ?? 1
  if (found.within !== undefined) {
    const week = resolve(found.within, setting)
    return week.stretch === null ? week : implied({ unit: 'day', ...daysAfter(unitAround(week.stretch, 'week'), wanted - 1) }, week.why)
  }
  const day = captures.day ?? (phrase.ordinal === 'day' ? captures.ordinal : undefined)
  if (day !== undefined) return weekdayOnDay(wanted, day, setting)
  const from = phrase.from === 'story' ? (lastMention(setting, 1)?.stretch ?? setting.now) : setting.now
  if (from === null) return unknown('the day of publication is not known')
  const back = (weekdayOf(from) - wanted + 7) % 7
  const why = phrase.from === 'story' ? 'counted from the story' : 'counted from publication'
  if (phrase.toward === -1) return implied({ unit: 'day', ...daysAfter(from, back === 0 ? -7 : -back) }, why)
  if (phrase.toward === 1) return implied({ unit: 'day', ...daysAfter(from, back === 0 ? 7 : 7 - back) }, why)
  if (phrase.toward === 0) return implied({ unit: 'day', ...daysAfter(from, back === 0 ? 0 : back <= 3 ? -back : 7 - back) }, why)
  const { tense, term, planned } = setting.outlook
  const forward = (planned && tense === 'open') || tense === 'future' || (term && tense === 'open')
  return implied({ unit: 'day', ...daysAfter(from, forward && back > 0 ? 7 - back : -back) }, `${why}, ${tense}`)
}

/** "Saturday 18": the nearest month, first the story's own, in which that day is a Saturday. */
function weekdayOnDay(wanted: number, day: number, setting: Setting): Resolved {
  for (const from of [lastMention(setting, widthOf.month)?.stretch, setting.now]) {
    if (from === undefined || from === null) continue
    for (const months of [0, -1, 1, -2, 2]) {
      const { year, month } = monthsAfter({ ...from, day: 1 }, months)
      if (day <= daysInMonth(year, month) && weekdayOf({ year, month, day }) === wanted) {
        return implied({ unit: 'day', year, month, day }, 'the nearest month in which that day is that weekday')
      }
    }
  }
  return unknown('no month near has that day on that weekday')
}

function season(found: Found, setting: Setting): Resolved {
  const { captures, phrase } = found
  const from = phrase.from === 'story' ? lastMention(setting, widthOf.year)?.stretch : setting.now
  if (from === undefined || from === null) return unknown('there is no date to count from')
  const month = monthOfSeason(captures.season ?? 21)
  const starts: Stretch = { unit: 'season', year: from.year, month, day: 1 }
  const gone = dayNumber(monthsAfter(starts, 3)) <= dayNumber(from)
  const begun = dayNumber(starts) <= dayNumber(from)
  const years =
    phrase.toward === -1 ? (begun && gone ? 0 : -1) : phrase.toward === 1 ? (begun ? 1 : 0) : month === 12 && from.month < 3 ? -1 : 0
  return implied({ ...starts, year: from.year + years }, 'counted from publication')
}

function holiday(found: Found, setting: Setting): Resolved {
  const { now, outlook } = setting
  if (now === null) return unknown('the day of publication is not known')
  const days = [-1, 0, 1].map((years) => holidayIn(now.year + years, found.captures))
  const past = days.findLast((day) => dayNumber(day) <= dayNumber(now))
  const next = days.find((day) => dayNumber(day) > dayNumber(now))
  const day = found.phrase.toward === 1 || outlook.tense === 'future' ? next : past
  return day === undefined
    ? unknown('no such day near publication')
    : implied({ unit: 'day', ...day }, 'the year is taken from publication')
}

/** How long before it begins a quarter is spoken of as this year's: a third of a year. */
const quarterAhead = 120

/** A quarter or half without a year: of the year the story or publication is in; one that has not begun is last year's, unless the words look ahead. */
function partOfYear(found: Found, setting: Setting): Resolved {
  const { captures, phrase } = found
  const now = setting.now
  if (now === null) return unknown('the day of publication is not known')
  const month = phrase.ordinal === 'half' ? (captures.ordinal === 2 ? 7 : 1) : 3 * (captures.ordinal ?? 1) - 2
  const starts: Stretch = { unit: phrase.ordinal === 'half' ? 'half' : 'quarter', year: now.year, month, day: 1 }
  const wait = dayNumber(starts) - dayNumber(now)
  const years = wait > quarterAhead && setting.outlook.tense !== 'future' ? -1 : wait < -270 && setting.outlook.tense === 'future' ? 1 : 0
  const back = phrase.toward === -1 ? -1 : 0
  return implied({ ...starts, year: now.year + years + back }, 'the year is taken from publication')
}

function weekend(setting: Setting): Resolved {
  if (setting.now === null) return unknown('the day of publication is not known')
  const back = (weekdayOf(setting.now) + 1) % 7
  const saturday = daysAfter(setting.now, setting.outlook.tense === 'future' && back > 1 ? 7 - back : -back)
  return implied({ unit: 'weekend', ...saturday }, 'counted from publication')
}

/** How far back, in paragraphs, a clock time finds its day. */
const clockReach = 2

/** A clock time or part of day without its day: of the day last spoken of. */
function clockAlone(found: Found, setting: Setting): Resolved {
  if (found.startsLine && setting.opensSentence && found.captures.clock !== undefined && setting.now !== null)
    return { ...implied({ ...setting.now, clock: undefined }, 'a stamp on the day of publication'), stamp: true }
  const near = lastMention(setting, widthOf.day)
  if (near !== undefined && setting.block - near.block <= clockReach && !(near.flashback && near.block !== setting.block)) {
    const day = implied({ ...near.stretch, clock: undefined }, 'of the day spoken of before it')
    return found.captures.clock === undefined && found.captures.number === undefined ? { ...day, uncertain: true } : day
  }
  return unknown('no day is said for this clock time')
}

const subDay: readonly TimeUnit[] = ['second', 'minute', 'hour']

function resolveStep(found: Found, setting: Setting): Resolved {
  const { phrase, captures } = found
  const unit = phrase.unit ?? captures.unit
  const amount = captures.number ?? phrase.amount
  if (unit !== undefined && amount === null && phrase.from === 'story') return someUnitsFrom(unit, phrase.toward === -1 ? -1 : 1, setting)
  if (unit === undefined || amount === undefined || amount === null) return unknown('the words say no number')
  const step: TimeStep = { amount, unit, toward: phrase.toward ?? 0, from: phrase.from ?? 'publication' }
  if (step.from === 'event') {
    const day = found.within === undefined ? null : resolve(found.within, setting)
    if (day === null || day.stretch === null) return unknown('counted from what the words after it name', step)
    return takeStep(step, day.stretch, captures.number !== undefined, day.ownYear)
  }
  const counted = captures.number !== undefined
  const quarter = comparedQuarter(step, counted || phrase.amount === 1, setting)
  if (quarter !== null && (counted || step.from === 'story')) {
    return { ...implied({ ...quarter, year: quarter.year - 1 }, 'the same quarter of the year before'), compared: true }
  }
  if (step.from === 'publication') {
    if (setting.now === null) return unknown('the day of publication is not known')
    if (phrase.toTheDay === true)
      return { ...implied({ unit: 'day', ...unitsAfter(setting.now, step.toward * amount, unit) }, 'counted from publication'), step }
    return phrase.running === true && runs.has(unit) ? upTo(setting.now, step) : takeStep(step, setting.now, counted, false)
  }
  const base = (phrase.ended === true ? lastEnded(step, setting) : null) ?? baseOf(step, setting)
  return base === null
    ? unknown('the story has no time before it to count from', step)
    : takeStep(step, base.stretch, counted, base.ownYear)
}

/** How many days "a few days" and "some weeks" surely lie between. */
const someDays: Readonly<Partial<Record<TimeUnit, readonly [number, number]>>> = { day: [1, 10], week: [7, 60] }

/** "a few days later": the month, or else the year, in which all the days it can be lie; never one of them. */
function someUnitsFrom(unit: TimeUnit, toward: -1 | 1, setting: Setting): Resolved {
  const [reach, base] = [someDays[unit], lastMention(setting, widthOf.day)]
  if (reach === undefined || base === undefined || base.block !== setting.block) return unknown('the words say no number')
  const [first, last] = reach.map((days) => daysAfter(base.stretch, toward * days)) as [Day, Day]
  if (first.year !== last.year) return unknown('the days it can be lie in two years')
  const isMonth = first.month === last.month
  const stretch: Stretch = { unit: isMonth ? 'month' : 'year', year: first.year, month: isMonth ? first.month : 1, day: 1 }
  return { ...implied(stretch, 'in it lie all the days it can be', true), spread: true }
}

/** How far back, in paragraphs, a quarter is still what "a year ago" and "the period" compare with. */
const quarterReach = 3

/** "A year ago" in a passage on a quarter compares quarters. */
function comparedQuarter(step: TimeStep, counted: boolean, setting: Setting): Stretch | null {
  if (step.unit !== 'year' || step.toward !== -1 || step.amount !== 1 || !counted) return null
  return quarterNear(setting) ?? null
}

function quarterNear(setting: Setting): Stretch | undefined {
  return setting.mentioned.findLast(
    ({ stretch, block, compared }) => !compared && stretch.unit === 'quarter' && setting.block - block <= quarterReach,
  )?.stretch
}

const runs: ReadonlySet<TimeUnit> = new Set(['week', 'month', 'year'])

/** From so many units before a day up to it. */
function upTo(now: Stretch, { amount, unit }: TimeStep): Resolved {
  const from: Stretch = { unit: 'day', ...unitsAfter(now, -amount, unit) }
  return { ...implied(from, 'counted from publication', false, { ...now, unit: 'day' }), spread: true }
}

/** The last of its unit that had ended by publication, where the story has spoken of none. */
function lastEnded({ unit }: TimeStep, setting: Setting): { readonly stretch: Stretch; readonly ownYear: boolean } | null {
  if (setting.now === null || lastMention(setting, widthOf[unit])?.stretch.unit === unit) return null
  return { stretch: { unit: 'day', ...unitsAfter(setting.now, -1, unit) }, ownYear: false }
}

/** The story's time that a step counts from: the last that is at least as fine as its unit. Longer units may fall back on publication: "the previous year" in a story without dates. */
function baseOf(step: TimeStep, setting: Setting): { readonly stretch: Stretch; readonly ownYear: boolean } | null {
  const widest =
    subDay.includes(step.unit) || step.unit === 'day' || (step.unit === 'week' && step.toward !== 0)
      ? widthOf.day
      : Math.max(widthOf[step.unit], widthOf.quarter)
  const mention = lastMention(setting, step.unit === 'year' ? widthOf.year : step.unit === 'month' ? widthOf.month : widest)
  if (mention !== undefined && subDay.includes(step.unit) && mention.reported && mention.block !== setting.block) return null
  if (mention !== undefined) return isLeftFor(mention, setting) ? null : mention
  return setting.now !== null && widthOf[step.unit] >= widthOf.month && step.toward !== 1 ? { stretch: setting.now, ownYear: false } : null
}

/** Whether the story has gone, in a paragraph of its own, to a longer time that does not hold this one: "He was arrested before, in 2019. Two days later" counts from no day of this year. */
function isLeftFor({ stretch, block }: Mentioned, setting: Setting): boolean {
  const last = lastMention(setting, widthOf.year)
  if (last === undefined || widthOf[last.stretch.unit] <= widthOf[stretch.unit]) return false
  if (last.block !== setting.block || block === setting.block) return false
  const around = unitAround(stretch, last.stretch.unit)
  return dayNumber(around) !== dayNumber(last.stretch)
}

/** Hours that surely stay on the same or next day; beyond them a day alone does not say which. */
const surelySameDay = 12

/** The time that lies a step from another. A counted step ("two weeks later") from a day is a day; "the following week" is a week. */
export function takeStep(step: TimeStep, from: Stretch, counted: boolean, ownYear = true): Resolved {
  const why =
    step.from === 'publication'
      ? 'counted from publication'
      : step.from === 'story'
        ? 'counted from the time before it in the story'
        : 'counted from the date after it'
  if (subDay.includes(step.unit)) {
    const day = hoursFrom(step, from)
    return day === null
      ? unknown('hours from a day do not say which day', step)
      : { ...implied(day.stretch, why, ownYear), step, uncertain: day.uncertain }
  }
  if (widthOf[from.unit] > Math.max(widthOf[step.unit], widthOf.day)) return unknown('the time it counts from is wider than its unit', step)
  const moved = unitsAfter(from, step.toward * step.amount, step.unit)
  if (step.unit === 'week' || step.unit === 'fortnight') {
    const asDay = counted && step.from !== 'publication'
    return { ...implied(asDay ? { unit: 'day', ...moved } : unitAround(moved, 'week'), why, ownYear), step }
  }
  return { ...implied(unitAround(moved, step.unit as Stretch['unit']), why, ownYear), step }
}

function hoursFrom(step: TimeStep, from: Stretch): { readonly stretch: Stretch; readonly uncertain: boolean } | null {
  if (from.unit !== 'day') return null
  const hours = step.toward * (step.unit === 'hour' ? step.amount : step.unit === 'minute' ? step.amount / 60 : step.amount / 3600)
  if (from.clock !== undefined) {
    const minutes = from.clock.hour * 60 + from.clock.minute + hours * 60
    return { stretch: { unit: 'day', ...daysAfter(from, Math.floor(minutes / 1440)) }, uncertain: false }
  }
  if (hours % 24 === 0) return { stretch: { unit: 'day', ...daysAfter(from, hours / 24) }, uncertain: false }
  return Math.abs(hours) <= surelySameDay
    ? { stretch: { unit: 'day', year: from.year, month: from.month, day: from.day }, uncertain: true }
    : null
}
