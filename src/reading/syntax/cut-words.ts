import type { SyntaxWords } from '../../model/words/syntax.js'
import type { Forms } from './forms.js'

/** One word or sign, with its place in the text. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

const space = 1
const letter = 2
const digit = 3
const sign = 4

/** The class of every character below 128 by table: most of an English text is there, and the table is ten times faster than a regex. */
const asciiClasses = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (code <= 32) return space
  if (/[a-z]/i.test(char)) return letter
  return /[0-9]/.test(char) ? digit : sign
})
const otherClasses = new Map<number, number>()

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return asciiClasses[code] ?? sign
  if (Number.isNaN(code)) return space
  const known = otherClasses.get(code)
  if (known !== undefined) return known
  const char = String.fromCharCode(code)
  const found = /[\s\u0085\u200b\u2060\ufeff]/.test(char)
    ? space
    : /[\p{L}\p{M}]/u.test(char)
      ? letter
      : /\p{Nd}/u.test(char)
        ? digit
        : sign
  otherClasses.set(code, found)
  return found
}

const isWordClass = (found: number) => found === letter || found === digit
const isUpper = (char: string) => char !== char.toLowerCase()
const isApostrophe = (char: string) => char === "'" || char === '’' || char === 'ʼ' || char === '‘'

/** Addresses are kept whole. Lengths are bounded so that a run of signs is never read twice over: 64 is the longest local part a mail address may have. */
const address = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}|[@#][\p{L}\p{N}_]+/uy

function addressEnd(text: string, at: number): number {
  address.lastIndex = at
  const found = address.exec(text)
  if (found === null) return at
  let end = at + found[0].length
  while (end > at + 1 && /[.,;:!?)\]'’]/.test(text.charAt(end - 1))) end--
  return end
}

/** Whether the sign at `at`, inside a word begun at `start`, holds the word together. `since` is where its last part begins. */
function joins(text: string, since: number, at: number): boolean {
  const next = classAt(text, at + 1)
  if (!isWordClass(next)) return false
  const before = classAt(text, at - 1)
  const char = text.charAt(at)
  if (char === '-' || char === '‑' || char === '‐' || char === '_' || char === '\u00ad') return true
  if (isApostrophe(char)) return next === letter && char !== '‘'
  const digits = before === digit && next === digit
  if (char === ',' || char === ':' || char === '/') return digits
  if (char === '&') return isUpper(text.charAt(at - 1)) && isUpper(text.charAt(at + 1))
  if (char !== '.') return false
  if (digits) return true
  const single = at - since === 1
  // "U.S", "a.m", "Ph.D" hold together; "them.The" is two sentences that lost their space; "example.org" is a name.
  return (single && classAt(text, since) === letter) || (before === letter && next === letter && !isUpper(text.charAt(at + 1)))
}

/** Where the word that begins at `start` ends, its clitics and its stop not yet considered. */
function wordEnd(text: string, start: number, limit: number): number {
  let since = start
  let at = start + 1
  while (at < limit) {
    if (isWordClass(classAt(text, at))) at++
    else if (at + 1 < limit && joins(text, since, at)) {
      since = at + 1
      at += 2
    } else break
  }
  return at
}

/** A word of the pack in every way it may be written. */
const written = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]

/** Words that are two written as one, and where they are cut. */
export type FusedWords = ReadonlyMap<string, number>

export function fusedWordsOf({ fused }: SyntaxWords): FusedWords {
  return new Map(Object.entries(fused).flatMap(([word, length]) => written(word).map((form) => [form, length] as const)))
}

/** Words with a stop, as the pack lists them, in every way they may be written. */
export interface Abbreviations {
  readonly open: ReadonlySet<string>
  readonly closing: ReadonlySet<string>
  readonly beforeNumber: ReadonlySet<string>
}

export function abbreviationsOf(words: SyntaxWords): Abbreviations {
  return {
    open: new Set(words.openAbbreviations.flatMap(written)),
    closing: new Set(words.closingAbbreviations.flatMap(written)),
    beforeNumber: new Set(words.numberAbbreviations.flatMap(written)),
  }
}

/** Whether the stop after this word belongs to it. `after` is what follows the stop. */
function takesStop(word: string, { open, closing, beforeNumber }: Abbreviations, after: string): boolean {
  if (beforeNumber.has(word) && /^ ?\d/.test(after)) return true
  if (word.length === 1) return isUpper(word) && (word !== 'I' || /^ ?\p{Lu}\./u.test(after))
  if (open.has(word) || closing.has(word)) return true
  const hyphen = word.lastIndexOf('-') // "D-Md.", "non-U.S."
  if (hyphen > 0 && closing.has(word.slice(hyphen + 1))) return true
  return /^(?:[\p{L}-]{1,4}\.)+\p{L}$/u.test(word)
}

/** How many letters at the end of a word are a word of their own: "'s", "n't", "'ll". 0 when none. */
function cliticLength(word: string): number {
  const length = word.length
  const last = word.charAt(length - 1)
  if (length > 2 && isApostrophe(word.charAt(length - 2))) {
    if ((last === 't' || last === 'T') && length > 3 && /[nN]/.test(word.charAt(length - 3))) return 3
    return /[smdSMD]/.test(last) ? 2 : 0
  }
  if (length > 3 && isApostrophe(word.charAt(length - 3))) return /^(?:ll|re|ve)$/i.test(word.slice(-2)) ? 3 : 0
  return 0
}

const openQuotes = new Set(['‘', '“', '«', '„', '‹', '(', '[', '{', '"'])

/** Whether an apostrophe at `at` opens a short word of its own: "'em", "'s" after a space is one too. */
function looseClitic(text: string, at: number): number {
  const found = /^['’](?:s|em|ll|re|ve|m|d|tis|twas|til)(?![\p{L}\p{N}])/iu.exec(text.slice(at, at + 6))
  return found === null ? 0 : found[0].length
}

/** A sign, or a run of the same sign where writers repeat it: "...", "--", "──", "?!", "''". */
function signEnd(text: string, at: number, limit: number): number {
  const char = text.charAt(at)
  let end = at + 1
  if ('.-–—─=*_~·•'.includes(char)) while (end < limit && text.charAt(end) === char) end++
  else if ('!?'.includes(char)) while (end < limit && '!?'.includes(text.charAt(end))) end++
  else if ("'`".includes(char) && text.charAt(end) === char) end++
  else if (char >= '\ud800' && char <= '\udbff') end++
  return Math.min(end, limit)
}

/** What cutting words goes by. */
export interface WordCutting {
  readonly abbreviations: Abbreviations
  readonly fused: FusedWords
  readonly forms: Forms
}

/** The words and signs between two places of a text, in order. */
export function cutWords(text: string, from: number, to: number, { abbreviations, fused, forms }: WordCutting): Piece[] {
  const pieces: Piece[] = []
  const keep = (start: number, end: number) => {
    if (end > start) pieces.push({ start, end, text: forms.of(text, start, end) })
  }
  let at = from
  while (at < to) {
    const found = classAt(text, at)
    if (found === space) {
      at++
      continue
    }
    const char = text.charAt(at)
    if (!isWordClass(found)) {
      const handle = char === '@' || char === '#' ? addressEnd(text, at) : at
      const loose = handle === at && isApostrophe(char) && (at === from || !openQuotes.has(text.charAt(at - 1))) ? looseClitic(text, at) : 0
      const end = handle > at + 1 ? handle : loose > 0 ? at + loose : signEnd(text, at, to)
      keep(at, end)
      at = end
      continue
    }
    let end = wordEnd(text, at, to)
    const after = text.charAt(end)
    if (
      after === '@' ||
      after === '+' ||
      (after === ':' && text.charAt(end + 1) === '/') ||
      (end - at > 4 && text.startsWith('www.', at))
    ) {
      const whole = Math.min(addressEnd(text, at), to)
      if (whole > end) {
        keep(at, whole)
        at = whole
        continue
      }
    }
    const word = forms.of(text, at, end)
    if (after === '.' && end < to && text.charAt(end + 1) !== '.') {
      if (takesStop(word, abbreviations, text.slice(end + 1, end + 4))) end++
    }
    const split = fused.get(word)
    const clitic = text.charAt(end - 1) === '.' ? 0 : cliticLength(word)
    if (split !== undefined) {
      keep(at, at + split)
      keep(at + split, end)
    } else if (clitic > 0) {
      keep(at, end - clitic)
      keep(end - clitic, end)
    } else keep(at, end)
    at = end
  }
  return pieces
}
