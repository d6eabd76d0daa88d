import type { Span } from '../../model/report.js'
import type { Sentence } from '../parts.js'
import type { Attribution } from './attribution.js'
import { canTell, type Lexicon, prepositionAt, verbUseAt } from './lexicon.js'
import { extentOf, isFiniteVerb, isName, isPause, isQuoteMark, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { headAfter, inPhrase, quoterOf } from './subjects.js'

/** The attributions that phrases make: "according to ANSA, …", "in the words of her lawyer, …", "in a poll released on Monday, …". */
export function readPhraseCues(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  const found: Attribution[] = []
  for (let at = 0; at < sentence.tokens.length; at++) {
    const phrase = phraseAt(sentence, at, lexicon)
    const attribution = phrase === null ? null : aroundPhrase(sentence, phrase, quotations, lexicon)
    if (attribution !== null) found.push(attribution)
  }
  return found
}

/** A phrase that names a source: from its first word over the source's. */
export interface SourcePhrase {
  readonly first: number
  /** The first word of the source. */
  readonly from: number
  readonly head: number
  readonly last: number
  readonly word: string
}

/** The phrase that names a source and begins at a word; null where there is none. */
export function phraseAt(sentence: Sentence, at: number, lexicon: Lexicon): SourcePhrase | null {
  const { tokens } = sentence
  const words = prepositionAt(tokens, at, lexicon)
  if (words !== undefined) {
    const phrase = sourceAfter(sentence, at, at + words.length, words.join(' '), lexicon)
    return words.length > 1 || isSpeaker(sentence, phrase, lexicon) ? phrase : null
  }
  const viewpoint = viewpointAt(sentence, at, lexicon)
  if (viewpoint !== null) return viewpoint
  const opens = lexicon.marks.in.has(tokens[at]?.lower ?? '') && (at === 0 || isPause(tokens[at - 1]))
  if (!opens) return null
  const phrase = sourceAfter(sentence, at, at + 1, 'in', lexicon)
  return phrase !== null && isDocument(sentence, phrase, lexicon) && isPause(tokens[phrase.last + 1]) && !isTold(sentence, phrase, lexicon)
    ? phrase
    : null
}

/** Whether a phrase's source is surely one: "per two officials", not "per year". */
function isSpeaker({ tokens }: Sentence, phrase: SourcePhrase | null, lexicon: Lexicon): boolean {
  const head = phrase === null ? undefined : tokens[phrase.head]
  return head !== undefined && canTell(head, lexicon)
}

/** "In her lawyer's view", "by his own account": the possessor is the source. */
function viewpointAt({ tokens }: Sentence, at: number, lexicon: Lexicon): SourcePhrase | null {
  const { in: within, by } = lexicon.marks
  const opener = tokens[at]?.lower ?? ''
  if (!(within.has(opener) || by.has(opener)) || (at > 0 && !isPause(tokens[at - 1]))) return null
  let last = at + 1
  while (inPhrase(tokens[last + 1])) last++
  if (!lexicon.viewpoints.has(tokens[last]?.lower ?? '') || (tokens[last + 1] !== undefined && !isPause(tokens[last + 1]))) return null
  const between = tokens.slice(at + 1, last)
  const owner = between.findLast(({ tag }) => tag === 'POS') ?? between.find(({ tag }) => tag === 'PRP$')
  if (owner === undefined) return null
  const head = owner.tag === 'POS' ? owner.index - 1 : owner.index
  return { first: at, from: at + 1, head, last, word: `${opener} … ${tokens[last]?.lower}` }
}

/** Whether somebody speaks in the words that follow a phrase: "in a letter to the court, her lawyers argued" are the lawyers' words. */
function isTold(sentence: Sentence, { last }: SourcePhrase, lexicon: Lexicon): boolean {
  return sentence.tokens.some(
    (token) => token.index > last && token.pos === 'VERB' && isFiniteVerb(token) && verbUseAt(sentence, token.index, lexicon) !== null,
  )
}

function isDocument({ tokens }: Sentence, { head }: SourcePhrase, lexicon: Lexicon): boolean {
  return lexicon.documents.has(tokens[head]?.lemma ?? '')
}

/** The source that begins at a word: its phrase with what hangs on it, no further than the clause's next verb. */
function sourceAfter(sentence: Sentence, first: number, from: number, word: string, lexicon: Lexicon): SourcePhrase | null {
  const { tokens } = sentence
  const head = headAfter(sentence, from)
  if (head === null) return null
  const tree = sentence.tree()
  let last = head
  for (let index = from; index <= head; index++) {
    const after = tree.children(index).filter((child) => child > head)
    if (!after.some((child) => breaks(sentence, head, child))) last = Math.max(last, ...after.map((child) => extentOf(tree, child).last))
  }
  while (last > head && isPause(tokens[last])) last--
  if (tokens[last + 1]?.tag === 'VBN' && lexicon.marks.by.has(tokens[last + 2]?.lower ?? '')) last = headAfter(sentence, last + 3) ?? last
  const added = tokens.find(({ index, pos }) => index > head + 1 && index < last && pos === 'CCONJ' && tokens[index + 1]?.pos === 'ADP')
  if (added !== undefined && isPause(tokens[added.index - 1])) last = added.index - 2
  const pause = tokens.findIndex((token) => token.index > head && isPause(token))
  if (pause !== -1 && pause < last && tokens.slice(pause, last + 1).some(isFiniteVerb)) last = pause - 1
  return { first, from, head, last, word }
}

/** Whether what hangs on a source stands beyond a pause and makes a clause: then it is no part of it. */
function breaks(sentence: Sentence, head: number, child: number): boolean {
  const { tokens } = sentence
  const { first } = extentOf(sentence.tree(), child)
  return first > head && isPause(tokens[first - 1]) && tokens.slice(first, child + 1).some(isFiniteVerb)
}

function aroundPhrase(sentence: Sentence, phrase: SourcePhrase, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const content = contentAround(sentence, phrase, quotations, lexicon)
  if (content === null) return null
  return {
    sentence,
    source: spanOf(tokens, phrase.from, lexicon.viewpoints.has(tokens[phrase.last]?.lower ?? '') ? phrase.head : phrase.last),
    speaker: phrase.head,
    quoter: quoterOf(sentence, phrase.head, lexicon),
    hearer: null,
    cue: spanOf(tokens, phrase.first, phrase.from - 1),
    content,
    mode: modeOf(content, quotations),
    tells: true,
    why: phrase.word,
  }
}

/** What a phrase speaks of: the rest of the sentence after it where it opens the sentence, the clause before it where it ends it, all of it where it stands within. */
function contentAround(sentence: Sentence, { first, last }: SourcePhrase, quotations: readonly Quotation[], lexicon: Lexicon): Span | null {
  const { tokens } = sentence
  const semicolon = tokens.findIndex(({ index, text }) => index > last && text === ';')
  const after = spanOf(tokens, last + 1, semicolon === -1 ? tokens.length - 1 : semicolon - 1)
  const opening = tokens.slice(0, first).every((token) => token.pos === 'PUNCT' || token.pos === 'CCONJ' || token.pos === 'ADV')
  if (opening)
    return after === null ? null : spanOf(tokens, pastParticiple(tokens, last + 1), semicolon === -1 ? tokens.length - 1 : semicolon - 1)
  const start = clauseStart(tokens, first)
  const before = spanOf(tokens, start, first - 1)
  const quoteMark = tokens[first - 1]?.text === ',' ? tokens[first - 2] : tokens[first - 1]
  const quotation = isQuoteMark(quoteMark) ? quotations.find(({ end }) => end === quoteMark?.end) : undefined
  const told = tokens.slice(start, first).some(isFiniteVerb)
  const ends =
    after === null ||
    (told && isTurnedAside(sentence, last + 1, lexicon)) ||
    tokens
      .slice(last + 1)
      .every(({ pos, index }) => (pos !== 'VERB' && pos !== 'AUX') || prepositionAt(tokens, index, lexicon) !== undefined)
  const left = before === null ? null : { start: Math.min(before.start, quotation?.start ?? before.start), end: before.end }
  if (ends || left === null) return left
  return { start: left.start, end: after.end }
}

/** Whether nothing but a verb of speech and its speaker ends the sentence from a word on: "…, reported Reuters." */
function isTurnedAside(sentence: Sentence, from: number, lexicon: Lexicon): boolean {
  const { tokens } = sentence
  let at = from
  while (at < tokens.length && isPause(tokens[at])) at++
  const verb = tokens[at]
  const use = verb !== undefined && at > from && isFiniteVerb(verb) && verb.pos === 'VERB' ? verbUseAt(sentence, at, lexicon) : null
  const rest = tokens.slice(at + 1).filter((token) => !isPause(token))
  return use?.frames.has('clause') === true && rest.every(inPhrase) && rest.some(isName)
}

/** The first word after a participle or relative clause between pauses that belongs to the source: "according to Lantern, citing two officers, …". */
function pastParticiple(tokens: Sentence['tokens'], from: number): number {
  let at = from
  while (isPause(tokens[at]) && at < tokens.length) at++
  if ((tokens[at]?.tag !== 'VBG' && !tokens[at]?.tag.startsWith('W')) || !isPause(tokens[at - 1])) return from
  const pause = tokens.findIndex((token) => token.index > at && isPause(token))
  return pause === -1 ? from : pause + 1
}

/** Where the clause begins that a phrase ends: the sentence's start, or past the last semicolon. */
function clauseStart(tokens: Sentence['tokens'], before: number): number {
  for (let at = before - 1; at > 0; at--) if (tokens[at]?.text === ';') return at + 1
  return 0
}
