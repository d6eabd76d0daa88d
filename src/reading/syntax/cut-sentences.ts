import type { SyntaxWords } from '../../model/words/syntax.js'
import { type Abbreviations, abbreviationsOf, cutWords, type Piece } from './cut-words.js'

/** Cuts stretches of text into sentences of words. */
export type SentenceCutter = (text: string, from: number, to: number) => Piece[][]

const closers = new Set(['"', '”', '’', "'", "''", '»', '›', ')', ']', '}'])
const openers = new Set(['"', '“', '‘', "'", '``', '«', '„', '(', '[', '{'])
const bullets = new Set(['•', '·', '▪', '●', '◦', '‣', '►', '■', '*'])
const isStop = (text: string) => /^(?:[.。؟]|[!?]+|\.{2,}|…)$/u.test(text)
const startsLower = (text: string) => /^\p{Ll}/u.test(text)
const startsUpper = (text: string) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text)

/** A cutter for a language's words. Line breaks are spaces; an empty line, or a bullet that begins a line, begins a new sentence. */
export function sentenceCutter(words: SyntaxWords): SentenceCutter {
  const abbreviations = abbreviationsOf(words)
  const sentenceOpeners = new Set(words.sentenceOpeners)
  return (text, from, to) => {
    const pieces = cutWords(text, from, to, abbreviations, words.fused)
    const sentences: Piece[][] = []
    let begun = 0
    for (let index = 1; index < pieces.length; index++) {
      if (!beginsAt(pieces, index, begun, text, abbreviations, sentenceOpeners)) continue
      sentences.push(pieces.slice(begun, index))
      begun = index
    }
    if (begun < pieces.length) sentences.push(pieces.slice(begun))
    return sentences
  }
}

/** Whether a new sentence begins at piece `index`; the one before began at `begun`. */
function beginsAt(
  pieces: readonly Piece[],
  index: number,
  begun: number,
  text: string,
  abbreviations: Abbreviations,
  sentenceOpeners: ReadonlySet<string>,
): boolean {
  const here = pieces[index]!
  const previous = pieces[index - 1]!
  const gap = text.slice(previous.end, here.start)
  if (gap.includes('\n') && (/\n[ \t\u00a0]*\r?\n/.test(gap) || bullets.has(here.text))) return true
  if (here.text === '•' && index > begun) return true
  let last = index - 1
  while (last > begun && closers.has(pieces[last]!.text)) last--
  const stop = pieces[last]!
  const closed = last < index - 1
  const glued = gap === '' && !(closed || startsUpper(here.text))
  if (glued) return false
  // A closing quote or bracket belongs to the sentence it closes; a quote after a space opens the next.
  if (closers.has(here.text) && (gap === '' || !openers.has(here.text))) return false
  const next = firstWord(pieces, index)
  if (isStop(stop.text)) return stopEnds(stop, gap, here, next)
  if (closed || !stop.text.endsWith('.')) return false
  return abbreviationEnds(stop.text.slice(0, -1), pieces[last - 1], next, abbreviations, sentenceOpeners)
}

/** The first piece from `index` on that is no opening quote or bracket. */
function firstWord(pieces: readonly Piece[], index: number): string {
  let at = index
  while (at < pieces.length - 1 && openers.has(pieces[at]!.text)) at++
  return pieces[at]!.text
}

/** Whether a stop ends its sentence, given what follows it. */
function stopEnds(stop: Piece, gap: string, here: Piece, next: string): boolean {
  if (isStop(here.text) || /^[,;:]$/.test(here.text)) return false
  if (startsLower(next)) return false
  if (/^[–—─-]+$/.test(next)) return gap.includes('\n')
  if (stop.text === '.' || /^[!?]+$/.test(stop.text)) return true
  return startsUpper(next) // after "..." only a capital begins a new sentence
}

/** Whether a word with a stop of its own also ends its sentence. */
function abbreviationEnds(
  word: string,
  before: Piece | undefined,
  next: string,
  abbreviations: Abbreviations,
  sentenceOpeners: ReadonlySet<string>,
): boolean {
  const lower = word.toLowerCase()
  if (!startsUpper(next)) return false
  if (abbreviations.open.has(lower)) return false
  if (word.length === 1) return false // an initial: "J. Smith"
  return sentenceOpeners.has(next.toLowerCase()) && before !== undefined
}
