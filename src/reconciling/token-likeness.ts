import { abjadLikeness } from './abjad-likeness.js'
import type { NameToken } from './name-token.js'
import { respeltBeside } from './readings.js'
import { SharedThings } from './shared-things.js'
import { changeCost, dropCost, type Sound, soundsOf, tellsGender } from './sounds.js'

/** How two words of a name are alike: 1 the same, 0 not at all. `how` is the reason in a word. */
export interface Likeness {
  readonly likeness: number
  readonly how: 'same' | 'spelling' | 'slip' | 'script' | 'initial' | 'different'
}

const different: Likeness = { likeness: 0, how: 'different' }
/** An initial agrees with a name and proves little. */
const initialLikeness = 0.8

export function tokenLikeness(a: NameToken, b: NameToken): Likeness {
  if (a.written === b.written || (a.key !== undefined && a.key === b.key)) return { likeness: 1, how: 'same' }
  if (a.initial || b.initial) return isInitialOf(a, b) || isInitialOf(b, a) ? { likeness: initialLikeness, how: 'initial' } : different
  if (a.script === 'signs' && b.script === 'signs') return different
  if (a.script === 'abjad' && b.script === 'abjad') return lettersLikeness(a.letters, b.letters)
  if (a.script === 'abjad' || b.script === 'abjad') {
    const [letters, latin] = a.script === 'abjad' ? [a.letters, b.latin] : [b.letters, a.latin]
    return { likeness: abjadLikeness(latin, letters), how: 'script' }
  }
  if (a.latin === b.latin) return { likeness: 1, how: a.script === b.script ? 'same' : 'script' }
  const likeness = Math.max(...writingsOf(a, b).flatMap((x) => writingsOf(b, a).map((y) => latinLikeness(x, y))))
  if (likeness < slipLikeness && isSlip(a.latin, b.latin)) return { likeness: slipLikeness, how: 'slip' }
  return { likeness, how: a.script === b.script ? 'spelling' : 'script' }
}

/** How a word may be written in Latin letters beside another. */
function writingsOf({ latin, readings }: NameToken, other: NameToken): readonly string[] {
  return readings ?? (other.readings === undefined ? [latin] : respeltBeside(latin, other.written))
}

/** A slip of the pen is believed in a word this long; in a shorter one a letter changed is another name (Najim, Najib). */
const shortestWithSlip = 6
const slipLikeness = 0.8

/** Whether one letter changed, left out, put in, or exchanged with its neighbour makes one word of the other. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (
    short.length < shortestWithSlip - 1 ||
    long.length < shortestWithSlip ||
    long.length - short.length > 1 ||
    /\d/.test(a + b) ||
    tellsGender(a, b)
  )
    return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  const [restShort, restLong] = [short.slice(from), long.slice(from)]
  if (short.length < long.length) return restShort === restLong.slice(1)
  if (restShort.slice(1) === restLong.slice(1)) return true
  return restShort[0] === restLong[1] && restShort[1] === restLong[0] && restShort.slice(2) === restLong.slice(2)
}

function hasAlphabet({ script }: NameToken): boolean {
  return script === 'latin' || script === 'other'
}

function isInitialOf(short: NameToken, full: NameToken): boolean {
  return (
    short.initial &&
    short.latin !== '' &&
    (short.script === full.script || (hasAlphabet(short) && hasAlphabet(full))) &&
    (short.latin[0] === full.latin[0] || short.latin[0] === full.opening)
  )
}

/** Two words in one consonantal script: an article or a final letter of feminine or long vowel aside, letters count in full. */
function lettersLikeness(a: string, b: string): Likeness {
  const [x, y] = [bareLetters(a), bareLetters(b)]
  if (x === y) return { likeness: a === b ? 1 : 0.95, how: 'spelling' }
  const weak = /[اويى]/g
  return x.replace(weak, '') === y.replace(weak, '') && x.length > 3 ? { likeness: 0.85, how: 'spelling' } : different
}

function bareLetters(letters: string): string {
  return (letters.length > 4 ? letters.replace(/^ال/, '') : letters).replace(/ة$/, 'ه')
}

/** A word without vowels to spare has this many sounds; shorter ones are judged as if they had, or one habit of spelling would make them different. */
const fewestSounds = 3
/** The share of a word's sounds that may differ before nothing is left of the likeness: two thirds, so that one consonant in five is a different name. */
const tolerance = 0.68

/** How alike two words in plain Latin letters sound across habits of spelling, whichever comes first. */
export function latinLikeness(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  if (shorter * longestPerSound < Math.max(a.length, b.length)) return 0
  const [x, y] = [soundsIn(a), soundsIn(b)]
  const longest = Math.max(x.length, y.length)
  if (longest === 0) return a === b ? 1 : 0
  // Far apart in length: no walk through both can cost less than the surplus consonants.
  if (Math.abs(x.length - y.length) > longest / 2) return 0
  const likeness = Math.max(0, 1 - walkCost(x, y) / (Math.max(fewestSounds, longest) * tolerance))
  return likeness
}

/** One side may write a sound with three or four letters where the other has one, but not throughout: beyond this the words differ. */
const longestPerSound = 2.5

/** The sounds of words compared before: each is laid beside many others. */
const knownSounds = new SharedThings<readonly Sound[]>()

function soundsIn(word: string): readonly Sound[] {
  return knownSounds.get(word, () => soundsOf(plainWritten(word)))
}

/** Alexander is Aleksandr. */
function plainWritten(word: string): string {
  return withoutDigits(word).replace(/x/g, 'ks')
}

/** Digits in the place of letters they look like (S1ra for Sira); a number stays a number. */
function withoutDigits(word: string): string {
  return /[a-z]/.test(word) && /\d/.test(word) ? word.replace(/[013459]/g, (digit) => lookalikes[digit] ?? digit) : word
}
const lookalikes: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 9: 'g' }

/** Two neighbours exchanged are one slip, not two. */
const swapCost = 0.8

/** The least that is paid to make one word of the other, kept row by row; only the last two rows are looked at. */
function walkCost(x: readonly Sound[], y: readonly Sound[]): number {
  const width = y.length + 1
  const dropsOfY = y.map((sound, j) => dropCost(sound, j === 0, j === y.length - 1))
  let [before, last] = [new Float64Array(width), new Float64Array(width)]
  for (let j = 1; j < width; j++) last[j] = (last[j - 1] ?? 0) + (dropsOfY[j - 1] ?? 0)
  for (const [i, a] of x.entries()) {
    const row = new Float64Array(width)
    const drop = dropCost(a, i === 0, i === x.length - 1)
    row[0] = (last[0] ?? 0) + drop
    for (const [j, b] of y.entries()) {
      let best = Math.min((last[j + 1] ?? 0) + drop, (row[j] ?? 0) + (dropsOfY[j] ?? 0))
      best = Math.min(best, (last[j] ?? 0) + changeCost(a, b, i === x.length - 1 && j === y.length - 1))
      if (i > 0 && j > 0 && a.written === y[j - 1]?.written && x[i - 1]?.written === b.written)
        best = Math.min(best, (before[j - 1] ?? 0) + swapCost)
      row[j + 1] = best
    }
    ;[before, last] = [last, row]
  }
  return last[width - 1] ?? 0
}
