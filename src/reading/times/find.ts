import type { TimeWords } from '../../model/words/times.js'
import type { Token } from '../parts.js'
import { passesGuard } from './guards.js'
import { type Captures, type Item, itemsOf } from './items.js'
import { type PhraseMatch, phraseBookOf, phrasesAt } from './phrases.js'

/** How the word before a time ties it to what happens: "since 2011", "until March", "by Monday". */
export type Bound = 'since' | 'until' | 'between' | 'from' | 'within'

/** A time phrase in the text, with what stands around it taken in: "about", "early", a clock time on its day, a month in its year. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly phrase: PhraseMatch['phrase']['gives']
  readonly captures: Captures
  /** What it lies in: "January" in "last year". */
  readonly within?: Found | undefined
  readonly approximate: boolean
  readonly bound: Bound | null
  /** Whether "to", "and" or a dash ties it to the time before it. */
  readonly closes: boolean
  readonly startsLine: boolean
  readonly endsLine: boolean
  readonly written: string
}

/** The time phrases of a stretch of text, in order. */
export function findTimes(
  text: string,
  start: number,
  end: number,
  words: TimeWords,
  tokenAt: (offset: number) => Token | undefined,
): readonly Found[] {
  const items = itemsOf(text, start, end, words)
  return joined(matchesIn(items, words, tokenAt), items, words)
    .filter(({ phrase }) => phrase.beside !== true)
    .map((part) => widened(part, items, words))
}

/** A match on its way to being a `Found`: still in items. */
interface Part {
  readonly from: number
  readonly to: number
  readonly phrase: PhraseMatch['phrase']['gives']
  readonly captures: Captures
  readonly within?: Part | undefined
  readonly written: string
}

function matchesIn(items: readonly Item[], words: TimeWords, tokenAt: (offset: number) => Token | undefined): readonly Part[] {
  const book = phraseBookOf(words)
  const found: Part[] = []
  for (let at = 0; at < items.length; ) {
    const match = phrasesAt(items, at, book).find(
      ({ from, to, phrase, captures }) =>
        passesGuard(phrase.guard, { items, from, to, words, tokenAt }) && !isDoubtfulWeekday(items, from, to, captures, words),
    )
    if (match !== undefined && match.phrase.gives.as !== 'nothing') {
      found.push({ from: match.from, to: match.to, phrase: match.phrase.gives, captures: match.captures, written: match.written })
    }
    at = match?.to ?? at + 1
  }
  return found
}

/** "Sun" or "Sat" without a date is a paper or a verb; beside one it is a day. */
function isDoubtfulWeekday(items: readonly Item[], from: number, to: number, { day, month }: Captures, words: TimeWords): boolean {
  if (day !== undefined || month !== undefined) return false
  return items
    .slice(from, to)
    .some(({ classes, lower }) => classes.has('WEEKDAY') && words.doubtfulWeekdays.includes(lower.replace('.', '')))
}

/** How many items may stand between two parts of one time: "on the morning of the", "at about". */
const longestJoint = 3

/** An aside that may stand between them: "10.35 a.m. (0735 GMT) Friday". */
const longestAside = 6

/** Parts that are one time made one: "10 p.m. on Wednesday", "January this year", "this year's third quarter". */
function joined(parts: readonly Part[], items: readonly Item[], words: TimeWords): readonly Part[] {
  const whole: Part[] = []
  for (const part of parts) {
    const before = whole.at(-1)
    const one = before === undefined ? null : joinOf(before, part, between(items, before.to, part.from), words)
    if (one === null) whole.push(part)
    else whole[whole.length - 1] = one
  }
  return whole
}

function between(items: readonly Item[], from: number, to: number): string | null {
  if (to - from > longestJoint && !(items[from]?.text === '(' && items[to - 1]?.text === ')' && to - from <= longestAside)) return null
  const joint = items.slice(from, to).map(({ lower }) => lower)
  return joint[0] === '(' && joint.at(-1) === ')' ? '' : joint.join(' ')
}

function joinOf(a: Part, b: Part, joint: string | null, words: TimeWords): Part | null {
  if (joint === null) return null
  const span = { from: a.from, to: b.to, written: `${a.written} + ${b.written}` }
  const at = joint === '' || words.groups.at?.includes(joint) === true
  const of = joint === '' || words.groups.of?.includes(joint) === true
  if (at && isClock(a) && isDay(b)) return { ...b, ...span, captures: { ...clockOf(a), ...b.captures } }
  if (at && isDay(a) && isClock(b) && !hasClock(a)) return { ...a, ...span, captures: { ...a.captures, ...clockOf(b) } }
  if (of && isInsideYear(a) && isYearOnly(b)) return { ...a, ...span, captures: { ...a.captures, year: b.captures.year ?? 0 } }
  if (of && (fitsYear(a) || fitsWeek(a)) && isContainer(b, fitsYear(a) ? 'year' : 'week')) return { ...a, ...span, within: b }
  if (joint === "'s" || joint === '’s') return isContainer(a, 'year') && isInsideYear(b) ? { ...b, ...span, within: a } : null
  if (joint === '' && a.phrase.from === 'event' && isDay(b)) return { ...a, ...span, within: b }
  return null
}

const isClock = ({ phrase, captures, within }: Part) =>
  phrase.as === 'date' &&
  within === undefined &&
  (phrase.beside === true || hasOnly(captures, ['clock', 'number', 'meridiem', 'zone', 'part']))
const hasClock = ({ captures }: Part) => captures.clock !== undefined || captures.meridiem !== undefined
const isDay = ({ phrase, captures }: Part) =>
  phrase.as === 'date'
    ? captures.day !== undefined ||
      captures.weekday !== undefined ||
      captures.date !== undefined ||
      captures.holiday !== undefined ||
      phrase.ordinal === 'day'
    : phrase.as === 'step' && (phrase.unit ?? captures.unit) === 'day'
const isYearOnly = ({ phrase, captures, within }: Part) =>
  phrase.as === 'date' && within === undefined && hasOnly(captures, ['year']) && !phrase.beside
const isInsideYear = ({ phrase, captures, within }: Part) =>
  phrase.as === 'date' &&
  within === undefined &&
  captures.year === undefined &&
  phrase.toward === undefined &&
  (captures.month !== undefined ||
    captures.season !== undefined ||
    captures.holiday !== undefined ||
    phrase.ordinal === 'quarter' ||
    phrase.ordinal === 'half')
const fitsYear = isInsideYear
const fitsWeek = ({ phrase, captures }: Part) =>
  phrase.as === 'date' && phrase.toward === undefined && captures.weekday !== undefined && captures.day === undefined
const isContainer = ({ phrase, captures }: Part, unit: 'year' | 'week') =>
  phrase.as === 'step' && (phrase.unit ?? captures.unit) === unit && captures.number === undefined

function hasOnly(captures: Captures, keys: readonly string[]): boolean {
  const held = Object.keys(captures)
  return held.length > 0 && held.every((key) => keys.includes(key))
}

/** What a clock time or part of a day adds to its day. */
function clockOf({ captures: { number, ...rest }, phrase }: Part): Captures {
  const hour = phrase.hour ?? number
  if (hour === undefined || phrase.as !== 'date') return rest
  const minutes = hour * 60 + (phrase.minutes ?? 0)
  return { ...rest, clock: { hour: Math.floor(minutes / 60), minute: minutes % 60 } }
}

/** The part with "about", "early" and the like before it taken into its stretch. */
function widened(part: Part, items: readonly Item[], words: TimeWords): Found {
  const counted = part.phrase.as === 'duration'
  const early = counted ? 0 : wordsBefore(items, part.from, words.groups.early)
  const near = wordsBefore(items, part.from - early, counted ? words.groups.about : words.groups.near)
  const again = near > 0 && early === 0 && !counted ? wordsBefore(items, part.from - near, words.groups.early) : 0
  const widening = early + near + again
  const from = widening === 0 ? part.from + (part.phrase.leadIn ?? 0) : part.from - widening
  const first = items[from]
  const last = items[part.to - 1]
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    phrase: part.phrase,
    captures: part.phrase.as === 'date' ? clockOf(part) : part.captures,
    within: part.within === undefined ? undefined : widened(part.within, items, words),
    approximate: near > 0 && !counted,
    bound: boundBefore(items, from, words),
    closes: ['to', 'and'].some((group) => wordsBefore(items, from, words.groups[group]) > 0),
    startsLine: first?.startsLine ?? false,
    endsLine: items[part.to]?.startsLine ?? true,
    written: part.written,
  }
}

const bounds = ['since', 'until', 'between', 'within', 'from'] as const

function boundBefore(items: readonly Item[], from: number, words: TimeWords): Bound | null {
  return bounds.find((bound) => wordsBefore(items, from, words.groups[bound]) > 0) ?? null
}

type Endings = ReadonlyMap<string, readonly (readonly string[])[]>
const endings = new WeakMap<readonly string[], Endings>()

/** The expressions of a group by their last word, each in words; made once for each group. */
function endingsOf(expressions: readonly string[]): Endings {
  const known = endings.get(expressions)
  if (known !== undefined) return known
  const made = new Map<string, (readonly string[])[]>()
  for (const expression of expressions) {
    const parts = expression.split(' ')
    const last = parts.at(-1) ?? expression
    made.set(last, [...(made.get(last) ?? []), parts])
  }
  endings.set(expressions, made)
  return made
}

/** How many items before `from` the longest of these expressions takes; 0 where none stands. A hyphen between is stepped over ("mid-November"). */
function wordsBefore(items: readonly Item[], from: number, expressions: readonly string[] | undefined): number {
  const tied = items[from - 1]?.ties === true ? 1 : 0
  const last = items[from - tied - 1]
  if (last === undefined || expressions === undefined) return 0
  let longest = 0
  for (const parts of endingsOf(expressions).get(last.lower) ?? []) {
    if (parts.length > longest && parts.every((word, index) => items[from - tied - parts.length + index]?.lower === word))
      longest = parts.length
  }
  return longest === 0 ? 0 : longest + tied
}
