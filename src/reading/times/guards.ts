import type { PhraseGuard, TimeWords } from '../../model/words/times.js'
import type { Token } from '../parts.js'
import type { Item } from './items.js'

/** The words around a phrase. `tokenAt` gives the tagged word that begins at an offset. */
export interface Surroundings {
  readonly items: readonly Item[]
  readonly from: number
  readonly to: number
  readonly words: TimeWords
  readonly tokenAt: (offset: number) => Token | undefined
}

/** Whether the words around allow the phrase to be a time. */
export function passesGuard(guard: PhraseGuard | undefined, around: Surroundings): boolean {
  if (isPartOfFigure(around) || isGivenName(around)) return false
  switch (guard) {
    case undefined:
      return true
    case 'a-year':
      return isYear(around)
    case 'not-counting':
      return !countsSomething(around)
    case 'ends-clause':
      return !countsSomething(around) && !beginsName(around)
    case 'a-month-alone':
      return isMonthAlone(around)
    case 'starts-line':
      return startsLine(around)
    case 'after-preposition':
      return isClockTime(around)
  }
}

/** A sum of money, the end of a range of scores, "COVID-19", a bare number in a telephone number. */
function isPartOfFigure({ items, from, to }: Surroundings): boolean {
  const [before, first, last, after] = [items[from - 1], items[from], items[to - 1], items[to]]
  if (first === undefined || last === undefined) return false
  if (/^\d/.test(first.text) && before !== undefined && !first.spaced) {
    if (/^[$£€¥#+.]$/.test(before.text)) return true
    if (before.ties && /^\d{1,3}$/.test(first.text)) return true
    if (before.text === '/' || (/\p{L}$/u.test(before.text) && before.text.length > 0)) return true
  }
  return /^\d/.test(last.text) && after !== undefined && !after.spaced && /^[%/]$/.test(after.text)
}

/** "the trader Sunday Bassey": a day between a noun and a surname is somebody's first name. */
function isGivenName({ items, from, to, tokenAt }: Surroundings): boolean {
  const [before, day, after] = [items[from - 1], items[from], items[to]]
  if (to - from !== 1 || before === undefined || after === undefined || day?.classes.has('WEEKDAY') !== true) return false
  if (!/^\p{Lu}\p{Ll}/u.test(after.text) || after.classes.size > 0 || tokenAt(after.start)?.pos !== 'PROPN') return false
  const pos = tokenAt(before.start)?.pos
  return pos === 'NOUN' || pos === 'PROPN'
}

/** Years that news of persons tell of; 1400 leaves room for history and none for most counts. */
const [earliestYear, latestYear] = [1400, 2100]

function isYear({ items, from, to, words, tokenAt }: Surroundings): boolean {
  const item = items[from]
  const year = item?.classes.get('YEAR')?.year
  if (item === undefined || year === undefined || year < earliestYear || year >= latestYear) return false
  const before = items[from - 1]
  if (before !== undefined && words.groups.numbered?.includes(before.lower.replace(/\.$/, ''))) return false
  if (before !== undefined && /^\d/.test(item.text) && numbersName(before, tokenAt)) return false
  if (before?.text === '.' && words.groups.numbered?.includes(items[from - 2]?.lower ?? '')) return false
  const after = items[to]
  if (after === undefined || !/^\p{L}/u.test(after.text)) return true
  if (after.classes.has('UNIT')) return false
  const token = tokenAt(after.start)
  return !(token !== undefined && token.pos === 'NOUN' && isPlural(token)) || opensClause({ items, from, to, words, tokenAt })
}

/** "In 2011 rebels took the town": behind its preposition, a year before a subject and its verb. */
function opensClause({ items, from, to, tokenAt }: Surroundings): boolean {
  const [before, verb] = [items[from - 1], items[to + 1]]
  if (before?.lower !== 'in' || items[from]?.text.length !== 4 || verb === undefined) return false
  const opens = /^\p{Lu}/u.test(before.text) || /^[,;:–—]$/.test(items[from - 2]?.text ?? '')
  return opens && /^(?:VBD|VBZ|VBP|MD)$/.test(tokenAt(verb.start)?.tag ?? '')
}

/** "Flight 1549", "the Arrow 2008": a number right behind a name is part of it; behind a place or a person a year has its comma or its preposition. */
function numbersName(before: Item, tokenAt: Surroundings['tokenAt']): boolean {
  return /^\p{Lu}/u.test(before.text) && before.classes.size === 0 && tokenAt(before.start)?.pos === 'PROPN'
}

function isPlural(token: Token): boolean {
  return (
    token.tag === 'NNS' ||
    token.tag === 'NNPS' ||
    (token.tag === '' && token.lower !== token.lemma) ||
    (token.tag === '' && token.lower.endsWith('s'))
  )
}

/** Whether a noun or adjective follows that the number counts: "the 1st chamber", "Saturday 18 people". */
function countsSomething({ items, to, tokenAt }: Surroundings): boolean {
  const after = items[to]
  if (after === undefined || !/^[\p{L}]/u.test(after.text)) return after?.ties === true
  const token = tokenAt(after.start)
  return token !== undefined && ['NOUN', 'ADJ', 'PROPN', 'NUM'].includes(token.pos) && !after.classes.has('PART')
}

/** Whether what follows is a noun phrase: then "two days after" counts from what it names. */
function beginsName({ items, to, tokenAt }: Surroundings): boolean {
  const after = items[to]
  if (after === undefined || !/^[\p{L}\d]/u.test(after.text)) return false
  const token = tokenAt(after.start)
  return (
    token !== undefined &&
    ['DET', 'PRON', 'PROPN', 'NOUN', 'NUM', 'VERB'].includes(token.pos) &&
    /\b(?:before|after|on|prior)$/.test(items[to - 1]?.lower ?? '')
  )
}

function isMonthAlone({ items, from, to, words, tokenAt }: Surroundings): boolean {
  const item = items[from]
  if (item === undefined) return false
  if (!words.doubtfulMonths.includes(item.lower)) return true
  const before = items[from - 1]
  const after = items[to]
  if (after !== undefined && tokenAt(after.start)?.pos === 'VERB' && before?.lower !== 'in') return false
  return before !== undefined && words.groups['before-month']?.includes(before.lower) === true
}

/** "10.41 Good morning": a stamp of a running report. */
function startsLine({ items, from, to }: Surroundings): boolean {
  const [item, after] = [items[from], items[to]]
  return item?.startsLine === true && after !== undefined && (/^[\p{Lu}“"'‘–—|:]/u.test(after.text) || after.startsLine)
}

/** "at 9.30": with a colon a clock time is one anywhere but in a score; with a point only after a word that leads one in, and not before what it would count. */
function isClockTime(around: Surroundings): boolean {
  const { items, from, words } = around
  const [before, item] = [items[from - 1], items[from]]
  if (item === undefined) return false
  const led =
    before !== undefined &&
    (words.groups['before-clock']?.includes(before.lower) === true ||
      before.classes.has('WEEKDAY') ||
      before.classes.has('MONTH') ||
      before.classes.has('YEAR'))
  if (item.text.includes(':')) return led || item.startsLine
  return led && !countsSomething(around) && !/^(?:million|billion|per|percent)$/.test(items[around.to]?.lower ?? '')
}
