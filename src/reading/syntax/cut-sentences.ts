import type { SyntaxWords } from '../../model/words/syntax.js'
import { type Abbreviations, abbreviationsOf, cutWords, fusedWordsOf, type Piece, type WordCutting } from './cut-words.js'
import { Forms } from './forms.js'

/** Cuts stretches of text into sentences of words. */
export type SentenceCutter = (text: string, from: number, to: number) => Piece[][]

const closers = new Set(['"', '”', '’', "'", "''", '»', '›', ')', ']', '}'])
const openers = new Set(['"', '“', '‘', "'", '``', '«', '„', '(', '[', '{'])
const bullets = new Set(['•', '·', '▪', '●', '◦', '‣', '►', '■', '*'])
const isStop = (text: string) => /^(?:[.。؟]|[!?]+|\.{2,}|…)$/u.test(text)
const startsLower = (text: string) => /^\p{Ll}/u.test(text)
/** Below 128 there are only these capitals; the regex is for the rest. */
const startsUpper = (text: string) => {
  const code = text.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text)
}
/** The signs with which a piece must end that ends a sentence, or closes a quote or bracket. */
const enders = new Set([...'.。؟!?…', ...[...closers].map((closer) => closer.charAt(closer.length - 1))])

/** A cutter for a language's words. Line breaks are spaces; an empty line, or a bullet that begins a line, begins a new sentence. */
export function sentenceCutter(words: SyntaxWords): SentenceCutter {
  const cutting: WordCutting = { abbreviations: abbreviationsOf(words), fused: fusedWordsOf(words), forms: new Forms() }
  const { abbreviations } = cutting
  const sentenceOpeners = new Set(words.sentenceOpeners)
  return (text, from, to) => {
    const pieces = cutWords(text, from, to, cutting)
    const caseless = isCaseless(pieces)
    const sentences: Piece[][] = []
    let begun = 0
    for (let index = 1; index < pieces.length; index++) {
      if (!beginsAt(pieces, index, begun, text, { abbreviations, sentenceOpeners, caseless })) continue
      sentences.push(pieces.slice(begun, index))
      begun = index
    }
    if (begun < pieces.length) sentences.push(pieces.slice(begun))
    return sentences
  }
}

/** By what the end of a sentence is known. `caseless`: the text writes no capitals, so a small letter says nothing. */
interface Ways {
  readonly abbreviations: Abbreviations
  readonly sentenceOpeners: ReadonlySet<string>
  readonly caseless: boolean
}

/** Whether a stretch writes no capitals. A title, an acronym or "I" may slip in: one word in fifty; a stretch of a few words does not tell. */
function isCaseless(pieces: readonly Piece[]): boolean {
  let capital = 0
  for (const { text } of pieces) if (startsUpper(text)) capital++
  return pieces.length >= 20 && capital * 50 < pieces.length
}

/** Whether a new sentence begins at piece `index`; the one before began at `begun`. */
function beginsAt(pieces: readonly Piece[], index: number, begun: number, text: string, ways: Ways): boolean {
  const here = pieces[index]!
  const previous = pieces[index - 1]!
  const gap = text.slice(previous.end, here.start)
  // Most pieces end nothing.
  if (!enders.has(previous.text.charAt(previous.text.length - 1)) && here.text !== '•' && !gap.includes('\n'))
    return isTooLong(index - begun, previous, gap)
  if (gap.includes('\n') && (/\n[ \t\u00a0]*\r?\n/.test(gap) || bullets.has(here.text))) return true
  if (here.text === '•' && index > begun) return true
  if (isTooLong(index - begun, previous, gap)) return true
  let last = index - 1
  while (last > begun && closers.has(pieces[last]!.text)) last -= isFootnote(pieces, last) ? 3 : 1
  const stop = pieces[last]!
  const closed = last < index - 1
  const glued = gap === '' && !(closed || startsUpper(here.text))
  if (glued) return false
  if (gap === '' && here.text === '[') return false // the number of a footnote: "in 1805.[6]"
  // A closing quote or bracket belongs to the sentence it closes; a quote after a space opens the next.
  if (closers.has(here.text) && (gap === '' || !openers.has(here.text))) return false
  const next = firstWord(pieces, index)
  if (isStop(stop.text)) return stopEnds(stop, gap, here, next, ways.caseless)
  if (closed || !stop.text.endsWith('.')) return false
  return abbreviationEnds(stop.text.slice(0, -1), pieces[last - 1], next, ways)
}

/**
 * Whether a sentence has gone on for so many words that it is rather a list or a table, and may be cut here. Resolutions of courts and councils do run to 250 words, with
 * semicolons between their parts; past 500 it is cut anywhere, so that no page makes the steps after this one slow.
 */
function isTooLong(words: number, previous: Piece, gap: string): boolean {
  return words >= 500 || (words >= 250 && (previous.text === ';' || gap.includes('\n')))
}

/** Whether the bracket at `index` closes the number of a footnote. */
function isFootnote(pieces: readonly Piece[], index: number): boolean {
  return pieces[index]!.text === ']' && pieces[index - 2]?.text === '[' && /^\d+$/.test(pieces[index - 1]!.text)
}

/** The first piece from `index` on that is no opening quote or bracket. */
function firstWord(pieces: readonly Piece[], index: number): string {
  let at = index
  while (at < pieces.length - 1 && openers.has(pieces[at]!.text)) at++
  return pieces[at]!.text
}

/** Whether a stop ends its sentence, given what follows it. */
function stopEnds(stop: Piece, gap: string, here: Piece, next: string, caseless: boolean): boolean {
  if (isStop(here.text) || /^[,;:]$/.test(here.text)) return false
  if (startsLower(next)) return caseless && !/^(?:\.{2,}|…)$/.test(stop.text)
  if (/^[–—─-]+$/.test(next)) return gap.includes('\n')
  if (stop.text === '.' || /^[!?]+$/.test(stop.text)) return true
  return startsUpper(next) // after "..." only a capital begins a new sentence
}

/** Whether a word with a stop of its own also ends its sentence. */
function abbreviationEnds(word: string, before: Piece | undefined, next: string, { abbreviations, sentenceOpeners }: Ways): boolean {
  if (!startsUpper(next) || abbreviations.open.has(word)) return false
  if (word.length === 1) return false // an initial: "J. Smith"
  return sentenceOpeners.has(next.toLowerCase()) && before !== undefined
}
