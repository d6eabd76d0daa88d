import type { DayPart, Holiday, TimeUnit, TimeWords } from '../../model/words/times.js'
import { type Lexeme, lexemesOf } from './lexemes.js'

/** What the words of a phrase give: at most one of each, and a second day or number where a phrase has two. */
export interface Captures {
  readonly date?: { readonly year: number; readonly month: number; readonly day: number } | null | undefined
  readonly clock?: { readonly hour: number; readonly minute: number; readonly zone?: string | undefined }
  readonly year?: number
  readonly month?: number
  readonly month2?: number
  readonly day?: number
  readonly day2?: number
  readonly weekday?: number
  readonly ordinal?: number
  readonly number?: number
  readonly number2?: number
  readonly unit?: TimeUnit
  readonly part?: DayPart
  readonly season?: number
  readonly decade?: number
  readonly meridiem?: 'am' | 'pm'
  readonly zone?: string
  readonly holiday?: Holiday
}

/** One or more lexemes that a phrase takes as one word, with the classes it may stand for. */
export interface Item extends Lexeme {
  readonly classes: ReadonlyMap<string, Captures>
  /** A hyphen that ties two words together ("two-year"): phrases may step over it. */
  readonly ties: boolean
}

const noClasses: ReadonlyMap<string, Captures> = new Map()

/** The words of a stretch, numbers in words made one ("twenty-four"), abbreviations joined with their point, each with its classes. */
export function itemsOf(text: string, start: number, end: number, words: TimeWords): readonly Item[] {
  const lexemes = lexemesOf(text, start, end)
  const items: Item[] = []
  for (let at = 0; at < lexemes.length; ) {
    const lexeme = lexemes[at]
    if (lexeme === undefined) break
    const whole = holidayAt(lexemes, at, words) ?? ordinalAt(lexemes, at, words) ?? numberAt(lexemes, at, words)
    const count = whole?.count ?? (hasPoint(lexemes, at, words) ? 2 : 1)
    const classes = whole?.classes ?? classesOf(lexeme, words)
    const last = lexemes[at + count - 1] ?? lexeme
    items.push({
      ...lexeme,
      end: last.end,
      text: text.slice(lexeme.start, last.end),
      lower: count === 1 ? lexeme.lower : text.slice(lexeme.start, last.end).toLowerCase(),
      classes,
      ties: isTie(lexemes, at),
    })
    at += count
  }
  return items
}

function isTie(lexemes: readonly Lexeme[], at: number): boolean {
  const [lexeme, next] = [lexemes[at], lexemes[at + 1]]
  return lexeme !== undefined && next !== undefined && /^[-‐‑]$/.test(lexeme.text) && !lexeme.spaced && !next.spaced
}

/** "Aug." before a day, a comma or a year: the point belongs to the month. */
function hasPoint(lexemes: readonly Lexeme[], at: number, words: TimeWords): boolean {
  const [lexeme, point, next] = [lexemes[at], lexemes[at + 1], lexemes[at + 2]]
  if (lexeme === undefined || point?.text !== '.' || point.spaced || next === undefined || lexeme.text.length > 5) return false
  const short = Object.hasOwn(words.months, lexeme.lower) || Object.hasOwn(words.weekdays, lexeme.lower)
  return short && (/^\d/.test(next.text) || next.text === ',' || Object.hasOwn(words.months, next.lower))
}

interface Whole {
  readonly count: number
  readonly classes: ReadonlyMap<string, Captures>
}

const startsWithCapital = (text: string) => /^\p{Lu}/u.test(text)

/** The longest feast that begins here. */
function holidayAt(lexemes: readonly Lexeme[], at: number, words: TimeWords): Whole | null {
  const first = lexemes[at]
  if (first === undefined || !startsWithCapital(first.text)) return null
  for (let count = 3; count > 0; count--) {
    const name = nameOf(lexemes, at, count)
    if (name !== null && Object.hasOwn(words.holidays, name)) {
      const holiday = words.holidays[name]
      return holiday === undefined ? null : { count, classes: new Map([['HOLIDAY', { holiday }]]) }
    }
  }
  return null
}

function nameOf(lexemes: readonly Lexeme[], at: number, count: number): string | null {
  let name = ''
  for (let i = at; i < at + count; i++) {
    const lexeme = lexemes[i]
    if (lexeme === undefined) return null
    name += (i > at && lexeme.spaced ? ' ' : '') + lexeme.lower.replace('’', "'")
  }
  return name
}

/** "19th". */
function ordinalAt(lexemes: readonly Lexeme[], at: number, words: TimeWords): Whole | null {
  const [figure, ending] = [lexemes[at], lexemes[at + 1]]
  if (figure === undefined || ending === undefined || ending.spaced || !/^\d{1,3}$/.test(figure.text)) return null
  if (!words.ordinalEndings.includes(ending.lower)) return null
  const value = Number(figure.text)
  const classes = new Map<string, Captures>([['ORDINAL', { ordinal: value }]])
  if (value >= 1 && value <= 31) classes.set('NTH', { day: value, ordinal: value })
  return { count: 2, classes }
}

/** Numbers in words: "twenty four", "two hundred", "two thousand and five"; "nineteen ninety-six" is a year. A figure with a fraction ("5 1/2") is one too. */
function numberAt(lexemes: readonly Lexeme[], at: number, words: TimeWords): Whole | null {
  const first = lexemes[at]
  if (first === undefined) return null
  const [fraction] = [lexemes[at + 1]]
  if (/^\d{1,3}$/.test(first.text) && fraction !== undefined && /^1\/2$|^½$/.test(fraction.text)) {
    return { count: 2, classes: new Map([['NUMBER', { number: Number(first.text) + 0.5 }]]) }
  }
  if (!Object.hasOwn(words.numbers, first.lower)) return null
  return spokenYearAt(lexemes, at, words) ?? spokenNumberAt(lexemes, at, words)
}

function spokenYearAt(lexemes: readonly Lexeme[], at: number, words: TimeWords): Whole | null {
  const century = words.numbers[lexemes[at]?.lower ?? ''] ?? 0
  if (century < 17 || century > 20 || lexemes[at + 1]?.text === '-') return null
  const rest = belowHundredAt(lexemes, at + 1, words)
  if (rest === null || rest.value < 10) return null
  return { count: 1 + rest.count, classes: new Map([['YEAR', { year: century * 100 + rest.value }]]) }
}

function spokenNumberAt(lexemes: readonly Lexeme[], at: number, words: TimeWords): Whole | null {
  let total = 0
  let count = 0
  for (;;) {
    const below = belowHundredAt(lexemes, at + count, words)
    if (below === null) break
    count += below.count
    const multiplier = words.multipliers[lexemes[at + count]?.lower ?? '']
    if (multiplier === undefined) {
      total += below.value
      break
    }
    count += 1
    total += below.value * multiplier
    if (belowHundredAt(lexemes, at + count + 1, words) !== null && words.groups.and?.includes(lexemes[at + count]?.lower ?? '')) count += 1
    else if (belowHundredAt(lexemes, at + count, words) === null) break
  }
  if (count === 0) return null
  const classes = new Map<string, Captures>([['NUMBER', { number: total }]])
  if (total >= 2000 && total < 2100) classes.set('YEAR', { year: total })
  return { count, classes }
}

function belowHundredAt(lexemes: readonly Lexeme[], at: number, words: TimeWords): { value: number; count: number } | null {
  const value = words.numbers[lexemes[at]?.lower ?? '']
  if (value === undefined) return null
  if (value < 20 || value % 10 !== 0) return { value, count: 1 }
  const step = lexemes[at + 1]?.text === '-' ? 2 : 1
  const unit = words.numbers[lexemes[at + step]?.lower ?? '']
  return unit !== undefined && unit > 0 && unit < 10 && !['a', 'an'].includes(lexemes[at + step]?.lower ?? '')
    ? { value: value + unit, count: step + 1 }
    : { value, count: 1 }
}

function classesOf(lexeme: Lexeme, words: TimeWords): ReadonlyMap<string, Captures> {
  if (/\d/.test(lexeme.text)) return classesOfFigure(lexeme.text)
  const { lower } = lexeme
  const classes = new Map<string, Captures>()
  if (startsWithCapital(lexeme.text)) {
    const month = own(words.months, lower)
    if (month !== undefined) classes.set('MONTH', { month })
    const weekday = own(words.weekdays, lower)
    if (weekday !== undefined) classes.set('WEEKDAY', { weekday })
    const zone = own(words.zones, lower)
    if (zone !== undefined && /^\p{Lu}+$/u.test(lexeme.text)) classes.set('ZONE', { zone })
  }
  const unit = own(words.units, lower)
  if (unit !== undefined) {
    classes.set('UNIT', { unit: unit.unit })
    classes.set(unit.many === true ? 'UNITS' : 'ONEUNIT', { unit: unit.unit })
  }
  const ordinal = own(words.ordinals, lower)
  if (ordinal !== undefined) classes.set('ORDINAL', { ordinal })
  const part = own(words.parts, lower)
  if (part !== undefined) classes.set('PART', { part })
  const season = own(words.seasons, lower)
  if (season !== undefined) classes.set('SEASON', { season })
  const decade = own(words.decades, lower)
  if (decade !== undefined) classes.set('DECADES', { decade: 1900 + decade })
  const meridiem = own(words.meridiems, lower)
  if (meridiem !== undefined) classes.set('MERIDIEM', { meridiem })
  if (words.groups.many?.includes(lower)) classes.set('MANY', {})
  return classes.size === 0 ? noClasses : classes
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function classesOfFigure(text: string): ReadonlyMap<string, Captures> {
  const classes = new Map<string, Captures>()
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text)
  if (iso !== null) {
    const date = { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
    const clock = iso[4] === undefined ? {} : { clock: { hour: Number(iso[4]), minute: Number(iso[5]), zone: iso[6]?.toUpperCase() } }
    return date.month <= 12 && date.day <= 31 ? new Map<string, Captures>([['ISODATE', { date, ...clock }]]) : noClasses
  }
  const dated = /^(\d{1,2})([/.])(\d{1,2})[/.](\d{4})$/.exec(text)
  if (dated !== null)
    return new Map<string, Captures>([
      ['NUMDATE', { date: dateInFigures(Number(dated[1]), Number(dated[3]), Number(dated[4]), dated[2] === '.') }],
    ])
  const clock = /^(\d{1,2})[:h.](\d{2})$/i.exec(text)
  if (clock !== null && Number(clock[1]) <= 24 && Number(clock[2]) < 60) {
    classes.set('CLOCK', { clock: { hour: Number(clock[1]), minute: Number(clock[2]) } })
  }
  const decade = /^(?:['’](\d)0|(\d{3})0)s$/.exec(text)
  if (decade !== null) classes.set('DECADE', { decade: decade[1] === undefined ? Number(decade[2]) * 10 : 1900 + Number(decade[1]) * 10 })
  if (/^\d{1,3}(,\d{3})+$|^\d+$/.test(text)) {
    const number = Number(text.replaceAll(',', ''))
    classes.set('NUMBER', { number })
    if (/^\d{1,2}$/.test(text) && number >= 1 && number <= 31) classes.set('DAY', { day: number })
    if (/^\d{4}$/.test(text) && number >= 1000 && number < 2200) classes.set('YEAR', { year: number })
  }
  return classes
}

/** A date in figures. With points the day stands first everywhere; with strokes it depends on the country, so a date that fits both orders and means two days is left open. */
function dateInFigures(first: number, second: number, year: number, points: boolean): NonNullable<Captures['date']> | null {
  const dayFirst = second >= 1 && second <= 12 && first >= 1 && first <= 31 ? { year, month: second, day: first } : null
  const monthFirst = first >= 1 && first <= 12 && second >= 1 && second <= 31 ? { year, month: first, day: second } : null
  if (points || monthFirst === null || first === second) return dayFirst
  return dayFirst === null ? monthFirst : null
}
