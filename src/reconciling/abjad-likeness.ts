import { arabicLetters, arabicPairs, hebrewLetters, type Reading, weakLetters } from './abjad-letters.js'

const table: ReadonlyMap<string, readonly Reading[]> = new Map([...Object.entries(arabicLetters), ...Object.entries(hebrewLetters)])
const pairs: ReadonlyMap<string, readonly Reading[]> = new Map(Object.entries(arabicPairs))

/** A vowel is not written between consonants, so the Latin side has it for nothing, or nearly: a name full of them still fits a little worse. */
const latinVowel = 0.06
/** `h` after a consonant or at the end is a matter of habit (Fatima, Fatimah). */
const latinBreath = 0.25
/** A consonant written twice. */
const latinDouble = 0.03
const latinConsonant = 1
/** French writes consonants at the end of a name that nobody says. */
const latinSilent = 0.4
const silentAtEnd: ReadonlySet<string> = new Set('tdsxzrp')
const weakLetter = 0.15
const strongLetter = 1
const vowels = /[aeiouy]/

/** The Arabic or Hebrew letters of a token in the form the table knows: no points, no lengthening, one alef. */
export function plainLetters(token: string): string {
  return token
    .normalize('NFKD')
    .replace(/\p{M}|ـ/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى$/, 'ي')
}

/**
 * How well a Latin spelling reads as a word written in Arabic or Hebrew letters, 0 to 1: the cheapest way to walk through both, in time proportional to
 * their product. What is not written in either habit costs little; a consonant that only one side has costs a whole unit.
 */
export function abjadLikeness(latin: string, letters: string): number {
  return Math.max(bestWalk(latin, letters), letters.length > 4 && letters.startsWith('ال') ? bestWalk(latin, letters.slice(2)) : 0)
}

function bestWalk(latin: string, letters: string): number {
  const source = [...letters]
  const width = latin.length + 1
  const rows = Array.from({ length: source.length + 1 }, () => unreached(width))
  rows[0]?.fill(0, 0, 1)
  for (const [at, letter] of source.entries()) {
    const here = withSkips(rows[at] ?? unreached(width), latin)
    const next = rows[at + 1] ?? unreached(width)
    const dropped = weakLetters.has(letter) ? weakLetter : strongLetter
    for (let j = 0; j < width; j++) next[j] = Math.min(next[j] ?? Number.POSITIVE_INFINITY, (here[j] ?? 0) + dropped)
    step(here, next, latin, table.get(letter) ?? [])
    step(here, rows[at + 2] ?? unreached(width), latin, pairs.get(letter + (source[at + 1] ?? '')) ?? [])
  }
  const cost = withSkips(rows[source.length] ?? unreached(width), latin)[width - 1] ?? Number.POSITIVE_INFINITY
  const consonants = Math.max(source.filter((letter) => !weakLetters.has(letter)).length, latin.replace(/[aeiouyh]/g, '').length)
  // Two consonants are the least by which a word is told: below that every difference weighs as if there were two.
  return Math.max(0, 1 - cost / Math.max(2, consonants + 0.5))
}

function unreached(width: number): Float64Array {
  return new Float64Array(width).fill(Number.POSITIVE_INFINITY)
}

function step(here: Float64Array, next: Float64Array, latin: string, readings: readonly Reading[]): void {
  for (const [written, cost] of readings) {
    for (let j = latin.indexOf(written); j !== -1; j = latin.indexOf(written, j + 1)) {
      const to = j + written.length
      next[to] = Math.min(next[to] ?? Number.POSITIVE_INFINITY, (here[j] ?? 0) + cost)
    }
  }
}

/** The row with what may be left out on the Latin side. */
function withSkips(row: Float64Array, latin: string): Float64Array {
  for (let j = 1; j < row.length; j++) row[j] = Math.min(row[j] ?? 0, (row[j - 1] ?? 0) + latinSkip(latin, j - 1))
  return row
}

function latinSkip(latin: string, at: number): number {
  const letter = latin[at] ?? ''
  if (vowels.test(letter)) return latinVowel
  if (letter === latin[at - 1]) return latinDouble
  if (letter === 'h') return latinBreath
  return at === latin.length - 1 && silentAtEnd.has(letter) ? latinSilent : latinConsonant
}
