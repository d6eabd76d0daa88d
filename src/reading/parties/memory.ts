import type { Sentence, Token } from '../parts.js'
import { folded } from './folded.js'

/** How a sentence uses capitals: `plain` prose, `titled` with a capital at nearly every word, `upper` all in capitals, `small` where the whole report has none. Only in prose does a capital say "name". */
export type Capitals = 'plain' | 'titled' | 'upper' | 'small'

/** What the whole report says about its words: which stand in names, which are everyday words. */
export interface Memory {
  /** Words that stand with a capital in the middle of prose; in a report without capitals, words that the tagger takes for names beside another name. */
  readonly names: ReadonlySet<string>
  /** Words that stand in small letters somewhere. */
  readonly small: ReadonlySet<string>
  readonly capitals: readonly Capitals[]
}

/** What the whole report says about its words. */
export function memoryOf(sentences: readonly Sentence[]): Memory {
  if (hasNoCapitals(sentences)) return { names: pairedNames(sentences), small: new Set(), capitals: sentences.map(() => 'small') }
  const names = new Set<string>()
  const small = new Set<string>()
  const capitals = sentences.map((sentence) => capitalsOf(sentence))
  for (const sentence of sentences) {
    if (capitals[sentence.index] !== 'plain') continue
    for (const token of sentence.tokens) {
      if (!isCapital(token.text)) small.add(token.lower)
      else if (token.pos === 'PROPN' && !opensClause(sentence.tokens, token.index)) names.add(folded(token.text))
    }
  }
  return { names, small, capitals }
}

/** In one of how many words a report without capitals may still have one: by slip, or in a line that the page added. */
const strayCapital = 100
/** A line of fewer words may happen to have no name in it. */
const tellingLength = 30

function hasNoCapitals(sentences: readonly Sentence[]): boolean {
  let [words, capitals] = [0, 0]
  for (const { tokens } of sentences) {
    words += tokens.length
    for (const { text } of tokens) if (isCapital(text)) capitals++
  }
  return words >= tellingLength && capitals * strayCapital < words
}

function pairedNames(sentences: readonly Sentence[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { tokens } of sentences)
    tokens.forEach(({ text, pos }, index) => {
      if (pos === 'PROPN' && tokens[index - 1]?.pos === 'PROPN' && /^\p{L}{3}/u.test(text)) names.add(folded(text))
    })
  return names
}

/** Whether a word is written as a name begins: a capital, or "al-", "d'" before one. */
export function isCapital(text: string): boolean {
  const first = text.charCodeAt(0)
  // Plain letters decide at once; this is asked of every word many times.
  if (first >= 65 && first <= 90) return true
  if (first < 128 && text.length < 4) return false
  return first < 128 ? lowerPrefix.test(text) : /^\p{Lu}/u.test(text)
}

const lowerPrefix = /^(?:[ae][lsnrtdz]|ash|d|l)['’-]\p{Lu}/u

/** Whether nothing but signs stands before the word in its sentence, or a sign after which a new sentence may begin. */
export function opensClause(tokens: readonly Token[], index: number): boolean {
  const before = index === 0 ? undefined : tokens[index - 1]
  if (before === undefined) return true
  // A plain letter is no sign, and most words begin with one.
  const first = before.text.charCodeAt(0) | 32
  if (first >= 97 && first <= 122) return false
  if (/^[:;•*|«“"‘([–—─]+$/.test(before.text)) return true
  return isSign(before) && tokens.slice(0, index).every((token) => isSign(token))
}

function isSign({ text }: Token): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

/** Blocks whose lines may be set as titles. */
export const titleKinds: ReadonlySet<string> = new Set(['headline', 'standfirst', 'heading', 'caption', 'pull-quote', 'byline'])

/** Tags of words that have a capital in titles only. */
const neverNames: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADV', 'PRON', 'SCONJ'])

function capitalsOf({ tokens, kind }: Sentence): Capitals {
  let [words, shouted, long, capital] = [0, 0, 0, 0]
  for (const { text, index } of tokens) {
    if (!/^\p{L}[\p{L}'’-]+$/u.test(text)) continue
    words++
    // Words under four letters stay small even in titles, and the first word has its capital in prose too.
    if (index > 0 && text.length >= 4) long++
    if (!/^\p{Lu}/u.test(text)) continue
    if (/^[\p{Lu}\p{P}]+$/u.test(text)) shouted++
    if (index > 0 && text.length >= 4) capital++
  }
  if (words >= 2 && shouted / words > 0.7) return 'upper'
  // A headline in prose with many names reaches about half; a title in capitals nearly all.
  if (long < 4 || capital / long <= 0.75) return 'plain'
  const titled =
    titleKinds.has(kind) || tokens.some(({ text, pos }, index) => index > 0 && neverNames.has(pos) && /^\p{Lu}\p{Ll}/u.test(text))
  return titled ? 'titled' : 'plain'
}
