import anyAscii from 'any-ascii'
import { plainLetters } from './abjad-likeness.js'
import { readingsOf } from './readings.js'

type Script = 'latin' | 'abjad' | 'signs' | 'other'

/** One word of a name. */
export interface NameToken {
  /** As written, in small letters. */
  readonly written: string
  /** In plain Latin letters and digits; for scripts without vowels, only their consonants. */
  readonly latin: string
  readonly script: Script
  /** Arabic or Hebrew letters without points; empty for other scripts. */
  readonly letters: string
  /** A single letter that stands for a name. */
  readonly initial: boolean
  /** What it stands for whatever its writing: `@it` for Italy, Italian, Italia. */
  readonly key?: string
  /** For scripts other than Latin, Arabic and Hebrew: the ways it may be written in Latin letters, the likeliest first. */
  readonly readings?: readonly string[]
  /** The first letter of the small word before it. */
  readonly opening?: string
}

const abjad = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
/** Scripts in which one sign is a syllable or a word: a sign that differs is another name, not a slip. */
const signs = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const latinScript = /^[\p{Script=Latin}\p{N}]+$/u

/** Writings kept folded: names, each folded many times over. Beyond as many, all are forgotten and folded again; a writing kept may keep the text alive that it was cut from. */
const mostKept = 20_000
/** Longer texts are sentences, folded once. */
const longestKept = 80
const kept = new Map<string, string>()

/** The text in small Latin letters without accents, words parted by single blanks: what is compared when nothing but writing may differ. */
export function folded(text: string): string {
  if (text.length > longestKept) return fold(text)
  const known = kept.get(text)
  if (known !== undefined) return known
  const made = fold(text)
  if (kept.size >= mostKept) kept.clear()
  kept.set(text, made)
  return made
}

function fold(text: string): string {
  return plain(text.replace(/['’ʼ‘`]s\b/gu, ' '))
    .replace(/[^\p{L}\p{N}&%']+/gu, ' ')
    .trim()
}

function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '')
  const latin = /[^\p{ASCII}]/u.test(bare)
    ? [...bare].map((sign) => (/[\p{Script=Latin}’ʼ‘]/u.test(sign) ? anyAscii(sign) : sign)).join('')
    : bare
  return latin.toLowerCase()
}

/** The words of a name, in order. Letters with full stops are drawn together (J.P. -> jp for `together`, else j and p). */
export function nameTokens(name: string, together: boolean): readonly NameToken[] {
  const points = together
    ? name.replace(/\b(\p{L})\.(?=\s?\p{L}\b\.?)/gu, '$1').replace(/(?<=\b\p{L}{2,6})\./gu, ' ')
    : name.replace(/\./g, ' ')
  const bare = points
    .normalize('NFKC')
    .replace(/['’ʼ‘`´]s\b/gu, ' ')
    .replace(/['’ʼ‘`´ʿʾ]/gu, '')
  return (bare.match(/[\p{L}\p{N}\p{M}]+|[&%]/gu) ?? []).map(tokenOf)
}

function tokenOf(word: string): NameToken {
  const written = word.toLowerCase()
  const script: Script = abjad.test(word)
    ? 'abjad'
    : signs.test(word)
      ? 'signs'
      : latinScript.test(word.normalize('NFKD').replace(/\p{M}/gu, ''))
        ? 'latin'
        : 'other'
  const latin = /^[&%]$/.test(word)
    ? word
    : anyAscii(word.normalize('NFKC'))
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
  return {
    written,
    latin,
    script,
    ...(script === 'other' || script === 'signs' ? { readings: readingsOf(written) } : {}),
    letters: script === 'abjad' ? plainLetters(written) : '',
    initial: script !== 'signs' && [...written].length === 1,
  }
}
