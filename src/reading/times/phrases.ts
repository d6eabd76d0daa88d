import type { TimePhrase, TimeWords } from '../../model/words/times.js'
import type { Captures, Item } from './items.js'

type Element =
  | { readonly kind: 'word'; readonly any: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: 'class'; readonly name: string; readonly second: boolean; readonly optional: boolean }

/** One order of words of a phrase, ready to be laid on items. */
interface Pattern {
  readonly phrase: TimePhrase
  readonly rank: number
  readonly elements: readonly Element[]
  /** The pattern as written: what `--why` shows. */
  readonly written: string
}

/** Patterns that begin with one word or class: those that may end there, and the others by what may come second. */
interface Beginning {
  readonly alone: Pattern[]
  readonly bySecond: Map<string, Pattern[]>
}

/** The patterns of a pack by their first two words or classes, so that at "the" only those that fit the next word are tried. Words are in small letters and classes in capitals: their keys never meet. */
export type PhraseBook = ReadonlyMap<string, Beginning>

/** A phrase found at items `from` to `to` (exclusive). */
export interface PhraseMatch {
  readonly from: number
  readonly to: number
  readonly phrase: TimePhrase
  readonly captures: Captures
  readonly written: string
}

const books = new WeakMap<TimeWords, PhraseBook>()

/** The patterns of a pack; made once for each pack. */
export function phraseBookOf(words: TimeWords): PhraseBook {
  const known = books.get(words)
  if (known !== undefined) return known
  const book = new Map<string, Beginning>()
  let rank = 0
  for (const phrase of words.phrases) {
    for (const written of phrase.words.flatMap(withAndWithoutGroups)) {
      enter(book, { phrase, rank: rank++, elements: elementsOf(written, words), written })
    }
  }
  books.set(words, book)
  return book
}

function enter(book: Map<string, Beginning>, pattern: Pattern): void {
  for (const { key, rest } of startsOf(pattern.elements)) {
    const beginning = book.get(key) ?? { alone: [], bySecond: new Map<string, Pattern[]>() }
    book.set(key, beginning)
    if (rest.every(({ optional }) => optional)) beginning.alone.push(pattern)
    for (const second of startsOf(rest)) beginning.bySecond.set(second.key, [...(beginning.bySecond.get(second.key) ?? []), pattern])
  }
}

/** `(x y)? z` is `x y z` and `z`. */
function withAndWithoutGroups(written: string): readonly string[] {
  const open = written.indexOf('(')
  const close = written.indexOf(')?', open)
  if (open === -1 || close === -1) return [written]
  const [before, inside, after] = [written.slice(0, open), written.slice(open + 1, close), written.slice(close + 2)]
  return [`${before}${inside}${after}`, `${before}${after}`].flatMap(withAndWithoutGroups)
}

function elementsOf(written: string, words: TimeWords): readonly Element[] {
  return written
    .trim()
    .split(/\s+/)
    .map((part): Element => {
      const optional = part.length > 1 && part.endsWith('?')
      const bare = optional ? part.slice(0, -1) : part
      if (/^[A-Z]{2,}2?$/.test(bare)) return { kind: 'class', name: bare.replace('2', ''), second: bare.endsWith('2'), optional }
      const group = /^<(.+)>$/.exec(bare)?.[1]
      const any = group === undefined ? bare.split('|') : (words.groups[group] ?? [])
      return { kind: 'word', any: new Set(any), optional }
    })
}

/** Every word or class that may come first, with what may follow it. */
function startsOf(elements: readonly Element[]): readonly { readonly key: string; readonly rest: readonly Element[] }[] {
  const starts: { key: string; rest: readonly Element[] }[] = []
  for (const [index, element] of elements.entries()) {
    const rest = elements.slice(index + 1)
    for (const key of element.kind === 'class' ? [element.name] : element.any) starts.push({ key, rest })
    if (!element.optional) break
  }
  return starts
}

/** Every pattern that fits at item `at`, the longest first, of equally long ones the earliest in the pack. */
export function phrasesAt(items: readonly Item[], at: number, book: PhraseBook): readonly PhraseMatch[] {
  const item = items[at]
  if (item === undefined) return []
  const beginnings = beginningsOf(item, book)
  if (beginnings.length === 0) return none
  const found: (PhraseMatch & { readonly rank: number })[] = []
  const tried = new Set<Pattern>()
  for (const beginning of beginnings) {
    for (const pattern of patternsFor(beginning, items, at)) {
      if (tried.has(pattern)) continue
      tried.add(pattern)
      const fit = fitAt(items, at, at, pattern.elements, 0, {})
      if (fit === null) continue
      found.push({ from: at, to: fit.to, phrase: pattern.phrase, captures: fit.captures, written: pattern.written, rank: pattern.rank })
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => b.to - a.to || a.rank - b.rank)
}

const none: readonly never[] = []

function beginningsOf({ lower, classes }: Item, book: PhraseBook): readonly Beginning[] {
  const byWord = book.get(lower)
  if (classes.size === 0) return byWord === undefined ? none : [byWord]
  return [...(byWord === undefined ? none : [byWord]), ...[...classes.keys()].flatMap((name) => book.get(name) ?? none)]
}

function patternsFor({ alone, bySecond }: Beginning, items: readonly Item[], at: number): readonly Pattern[] {
  const next = items[at + 1]
  if (next === undefined || bySecond.size === 0) return alone
  if (next.classes.size === 0 && !next.ties) {
    const longer = bySecond.get(next.lower)
    return longer === undefined ? alone : [...longer, ...alone]
  }
  const seconds = next.ties && items[at + 2] !== undefined ? [next, items[at + 2] as Item] : [next]
  const longer = seconds.flatMap(({ lower, classes }) =>
    [lower, ...classes.keys()].flatMap((key): readonly Pattern[] => bySecond.get(key) ?? none),
  )
  return longer.length === 0 ? alone : [...longer, ...alone]
}

interface Fit {
  readonly to: number
  readonly captures: Captures
}

/** Lays the elements from `index` on the items from `at`; a part that may be left out is first tried as present. Patterns are short, so the steps are bounded by the pattern, not by the text. */
function fitAt(
  items: readonly Item[],
  first: number,
  at: number,
  elements: readonly Element[],
  index: number,
  captures: Captures,
): Fit | null {
  const element = elements[index]
  if (element === undefined) return { to: at, captures }
  const taken = takeAt(items, first, at, element)
  if (taken !== null) {
    const rest = fitAt(items, first, taken.to, elements, index + 1, { ...captures, ...taken.captures })
    if (rest !== null) return rest
  }
  return element.optional ? fitAt(items, first, at, elements, index + 1, captures) : null
}

function takeAt(items: readonly Item[], first: number, at: number, element: Element): Fit | null {
  const item = items[at]
  if (item === undefined) return null
  if (element.kind === 'word') {
    if (element.any.has(item.lower)) return { to: at + 1, captures: {} }
  } else {
    const captures = item.classes.get(element.name)
    if (captures !== undefined) return { to: at + 1, captures: element.second ? asSecond(captures) : captures }
  }
  return item.ties && at > first ? takeAt(items, at + 1, at + 1, element) : null
}

function asSecond({ day, month, number }: Captures): Captures {
  return {
    ...(month === undefined ? {} : { month2: month }),
    ...(day === undefined ? {} : { day2: day }),
    ...(number === undefined ? {} : { number2: number }),
  }
}
