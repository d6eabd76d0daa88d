import type { Span, VoiceMode } from '../../model/report.js'
import type { Token, Tree } from '../parts.js'
import type { Quotation } from './quotations.js'

/** First and last token of everything that hangs on a word, itself included. */
export function extentOf(tree: Tree, head: number): { readonly first: number; readonly last: number } {
  let [first, last] = [head, head]
  const waiting = [head]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    first = Math.min(first, next)
    last = Math.max(last, next)
    waiting.push(...tree.children(next))
  }
  return { first, last }
}

/** The stretch from one token to another, without punctuation at its ends. Null when nothing is left. */
export function spanOf(tokens: readonly Token[], first: number, last: number): Span | null {
  let [from, to] = [first, last]
  while (from <= to && isEdge(tokens[from])) from++
  while (to >= from && isEdge(tokens[to])) to--
  const [start, end] = [tokens[from]?.start, tokens[to]?.end]
  return start === undefined || end === undefined || from > to ? null : { start, end }
}

function isEdge(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'PUNCT' && !isQuoteMark(token)
}

// These are asked of every word many times: a look into a small set is a good deal faster than a pattern.
const quoteMarks: ReadonlySet<string> = new Set(['"', '“', '”', '„', '«', '»', "''", '``', '’’', '‘‘'])
const singleMarks: ReadonlySet<string> = new Set(["'", '‘', '’'])
const stops: ReadonlySet<string> = new Set([',', ';', ':', '.', '!', '?', '…', '-', '–', '—', '...'])
const finiteTags: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

export function isQuoteMark(token: Token | undefined): boolean {
  return (
    token !== undefined && token.text.length <= 2 && (quoteMarks.has(token.text) || (token.pos === 'PUNCT' && singleMarks.has(token.text)))
  )
}

export function isPause(token: Token | undefined): boolean {
  return token === undefined || (token.pos === 'PUNCT' && (stops.has(token.text) || /^--+$/.test(token.text))) || isQuoteMark(token)
}

/** Whether a word is a verb that makes a clause of its own: finite, not an infinitive or participle. */
export function isFiniteVerb({ pos, tag }: Token): boolean {
  return (pos === 'VERB' || pos === 'AUX') && finiteTags.has(tag)
}

/** Whether a word opens a clause that hangs on another: "because", "when". */
export function isSubordinator({ pos, tag }: Token): boolean {
  return pos === 'SCONJ' || tag === 'WRB'
}

export function isName({ pos }: Token): boolean {
  return pos === 'PROPN' || pos === 'NOUN' || pos === 'PRON' || pos === 'NUM'
}

/** Whether a quotation ends with a stop or comma of its own, or with its sentence; else the words around run on in it. */
export function endsAsSentence(tokens: readonly Token[], { end, closed }: Quotation): boolean {
  const closing = tokens.find((token) => token.end >= end)
  if (!closed || closing === undefined) return true
  return /^[.,!?…]$/.test(tokens[closing.index - 1]?.text ?? '') || isPause(tokens[closing.index + 1])
}

/** A name in capitals, whatever the tagger makes of it: "reported AP". */
export function isAcronym(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}{2,6}$/u.test(token.text)
}

/** Whether a word is written as a name and opens no sentence: a name no dictionary knows ("Reynolds says") is often tagged as something else. A title in capitals shows nothing. */
export function isWrittenAsName(tokens: readonly Token[], at: number): boolean {
  return at > 0 && /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '')
}

/** Whether a stretch is said in the speaker's own words (quotation marks around all of it), partly, or not. */
export function modeOf(content: Span, quotations: readonly Quotation[]): VoiceMode {
  const inside = quotations.filter(({ start, end }) => start < content.end && end > content.start)
  if (inside.length === 0) return 'indirect'
  return inside.some(({ start, end }) => start <= content.start + 1 && end >= content.end - 1) ? 'direct' : 'mixed'
}

/** The first word of a verb's group: its auxiliaries, adverbs and negations. */
export function groupStart(tokens: readonly Token[], verb: number): number {
  let first = verb
  while (first > 0 && /^(?:AUX|ADV|PART)$/.test(tokens[first - 1]?.pos ?? '')) first--
  return first
}
