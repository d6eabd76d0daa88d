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
  const lexicon = lexiconOf(words)
  const items: Item[] = []
  for (let at = 0; at < lexemes.length; ) {
    const lexeme = lexemes[at]
    if (lexeme === undefined) break
    const item = itemAt(lexemes, at, lexeme, text, words, lexicon)
    items.push(item.item)
    at += item.count
  }
  return items
}

/** Most words of a text are in no class and begin nothing longer: they are told by one look into the lexicon. */
function itemAt(
  lexemes: readonly Lexeme[],
  at: number,
  lexeme: Lexeme,
  text: string,
  words: TimeWords,
  lexicon: Lexicon,
): { readonly item: Item; readonly count: number } {
  const { start, end, lower, spaced, startsLine } = lexeme
  if (startsWithDigit(lexeme.text)) {
    const whole = ordinalAt(lexemes, at, words) ?? fractionAt(lexemes, at)
    return madeOf(lexemes, at, whole ?? { count: 1, classes: classesOfFigure(lexeme.text) }, text)
  }
  const known = lexicon.get(lower)
  if (known === undefined) {
    const classes = lexeme.text.length > 2 && isApostrophe(lexeme.text.charAt(0)) ? classesOfFigure(lexeme.text) : noClasses
    return { item: { start, end, text: lexeme.text, lower, spaced, startsLine, classes, ties: isTie(lexemes, at) }, count: 1 }
  }
  const whole = (known.beginsHoliday ? holidayAt(lexemes, at, words) : null) ?? (known.isNumber ? numberAt(lexemes, at, words) : null)
  const classes = startsWithCapital(lexeme.text) ? known.capital : known.any
  return madeOf(lexemes, at, whole ?? { count: known.isShort && hasPoint(lexemes, at, words) ? 2 : 1, classes }, text)
}

function madeOf(
  lexemes: readonly Lexeme[],
  at: number,
  { count, classes }: Whole,
  text: string,
): { readonly item: Item; readonly count: number } {
  const first = lexemes[at] as Lexeme
  const end = (lexemes[at + count - 1] ?? first).end
  const own = count === 1 ? first.text : text.slice(first.start, end)
  return { item: { ...first, end, text: own, lower: count === 1 ? first.lower : own.toLowerCase(), classes, ties: false }, count }
}

/** The sign that stands before "80s". */
function isApostrophe(sign: string): boolean {
  return sign === "'" || sign === '’'
}

function startsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0)
  return code >= 48 && code <= 57
}

function isTie(lexemes: readonly Lexeme[], at: number): boolean {
  const [lexeme, next] = [lexemes[at], lexemes[at + 1]]
  return (
    lexeme !== undefined &&
    next !== undefined &&
    (lexeme.text === '-' || lexeme.text === '‐' || lexeme.text === '‑') &&
    !lexeme.spaced &&
    !next.spaced
  )
}

/** "Aug." before a day, a comma or a year: the point belongs to the month. */
function hasPoint(lexemes: readonly Lexeme[], at: number, words: TimeWords): boolean {
  const [point, next] = [lexemes[at + 1], lexemes[at + 2]]
  if (point?.text !== '.' || point.spaced || next === undefined) return false
  return /^\d/.test(next.text) || next.text === ',' || Object.hasOwn(words.months, next.lower)
}

interface Whole {
  readonly count: number
  readonly classes: ReadonlyMap<string, Captures>
}

const startsWithCapital = (text: string) => /^\p{Lu}/u.test(text)

/** "New Year's Eve" is four. */
const longestHoliday = 4

/** The longest feast that begins here. */
function holidayAt(lexemes: readonly Lexeme[], at: number, words: TimeWords): Whole | null {
  const first = lexemes[at]
  if (first === undefined || !startsWithCapital(first.text)) return null
  for (let count = longestHoliday; count > 0; count--) {
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

/** A figure with a fraction: "5 1/2". */
function fractionAt(lexemes: readonly Lexeme[], at: number): Whole | null {
  const [figure, fraction] = [lexemes[at], lexemes[at + 1]]
  if (figure === undefined || fraction === undefined || !/^\d{1,3}$/.test(figure.text) || !/^1\/2$|^½$/.test(fraction.text)) return null
  return { count: 2, classes: new Map([['NUMBER', { number: Number(figure.text) + 0.5 }]]) }
}

/** Numbers in words: "twenty four", "two hundred", "two thousand and five"; "nineteen ninety-six" is a year. */
function numberAt(lexemes: readonly Lexeme[], at: number, words: TimeWords): Whole | null {
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

/** What a pack says of one word: its classes with and without a capital, and whether it may begin something longer. */
interface Known {
  readonly any: ReadonlyMap<string, Captures>
  readonly capital: ReadonlyMap<string, Captures>
  readonly beginsHoliday: boolean
  readonly isNumber: boolean
  /** A month or weekday so short that a point may belong to it. */
  readonly isShort: boolean
}

type Lexicon = ReadonlyMap<string, Known>

const lexicons = new WeakMap<TimeWords, Lexicon>()

/** Every word of the pack that is in a class; made once for each pack. */
function lexiconOf(words: TimeWords): Lexicon {
  const known = lexicons.get(words)
  if (known !== undefined) return known
  const holidays = new Set(Object.keys(words.holidays).map((name) => name.split(/[ ']/)[0] ?? name))
  const { months, weekdays, zones, numbers, units, ordinals, parts, seasons, decades, meridiems } = words
  const all = [months, weekdays, zones, numbers, units, ordinals, parts, seasons, decades, meridiems].flatMap((record) =>
    Object.keys(record),
  )
  const lexicon = new Map(
    [...all, ...(words.groups.many ?? []), ...holidays].map((word): [string, Known] => {
      const any = classesOfWord(word, words)
      const isShort = word.length <= longestShort && (Object.hasOwn(months, word) || Object.hasOwn(weekdays, word))
      const known = {
        any,
        capital: new Map([...any, ...classesOfName(word, words)]),
        beginsHoliday: holidays.has(word),
        isNumber: Object.hasOwn(numbers, word),
        isShort,
      }
      return [word, known]
    }),
  )
  lexicons.set(words, lexicon)
  return lexicon
}

/** "Sept", "Thurs". */
const longestShort = 5

/** The classes of words that begin with a capital in English: months, weekdays, zones. */
function classesOfName(lower: string, words: TimeWords): ReadonlyMap<string, Captures> {
  const [month, weekday, zone] = [own(words.months, lower), own(words.weekdays, lower), own(words.zones, lower)]
  const classes = new Map<string, Captures>()
  if (month !== undefined) classes.set('MONTH', { month })
  if (weekday !== undefined) classes.set('WEEKDAY', { weekday })
  if (zone !== undefined) classes.set('ZONE', { zone })
  return classes
}

function classesOfWord(lower: string, words: TimeWords): ReadonlyMap<string, Captures> {
  const classes = new Map<string, Captures>()
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
  return classes
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
