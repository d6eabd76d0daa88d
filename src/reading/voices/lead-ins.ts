import type { Span } from '../../model/report.js'
import type { Sentence } from '../parts.js'
import type { Attribution } from './attribution.js'
import { type Lexicon, verbUseAt } from './lexicon.js'
import { phraseAt } from './phrase-cues.js'
import { groupStart, isFiniteVerb, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { phraseStart, subjectOf } from './subjects.js'

/** The attributions of paragraphs that a line leads to: "According to the weekly Lantern,", "The ministry said:", and what is said stands in the next block. */
export function readLeadIns(sentences: readonly Sentence[], quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  const opening = new Map(quotations.map((quotation) => [quotation.start, quotation]))
  return sentences.flatMap((sentence, index) => {
    const next = sentences[index + 1]
    if (next === undefined || next.block === sentence.block) return []
    const lead = phraseLead(sentence, lexicon) ?? verbLead(sentence, lexicon) ?? nounLead(sentence, lexicon)
    if (lead === null) return []
    let last = index + 1
    while (sentences[last + 1]?.block === next.block || goesOnAsItem(sentences, last)) last++
    const content = opening.get(next.start) ?? { start: next.start, end: sentences[last]?.end ?? next.end }
    return { ...lead, content: { start: content.start, end: content.end }, mode: modeOf(content, quotations) }
  })
}

/** Whether the next sentence opens a further item of the list that a sentence belongs to: both have the same sign before them, or it ends with a semicolon. */
function goesOnAsItem(sentences: readonly Sentence[], at: number): boolean {
  const [item, next] = [sentences[at], sentences[at + 1]]
  if (item === undefined || next === undefined || next.block !== item.block + 1) return false
  const sign = item.tokens[0]?.text ?? ''
  return isItemSign(sign) ? isNextSign(sign, next.tokens[0]?.text) : /^[;,]$/.test(item.tokens.at(-1)?.text ?? '')
}

/** The same sign, or for "(a)" and "1." another such. */
function isNextSign(sign: string, next: string | undefined): boolean {
  return next === sign || (next !== undefined && /[0-9a-z]/.test(sign) && isItemSign(next))
}

function isItemSign(text: string): boolean {
  return /^(?:[-–—•·*▪◦‣]|\(?[0-9a-z]{1,2}[.)])$/.test(text)
}

/** "According to the weekly Lantern," alone on its line. */
function phraseLead(sentence: Sentence, lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  if (!/^[,:]$/.test(tokens.at(-1)?.text ?? '')) return null
  const phrase = phraseAt(sentence, 0, lexicon)
  if (phrase === null || phrase.last < tokens.length - 2) return null
  return led(sentence, phrase.head, spanOf(tokens, phrase.from, phrase.last), spanOf(tokens, phrase.first, phrase.from - 1), phrase.word)
}

/** "The ministry said:", "the inquiry found that:", "the report lists the following:" at the end of a line: the last verb that tells, with nothing but what "the following" is behind it. */
function verbLead(sentence: Sentence, lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  if (tokens.at(-1)?.text !== ':') return null
  const follows = tokens.some(({ lower }) => lexicon.following.has(lower))
  const verb = tokens.findLast(({ index, pos, lemma }) => pos === 'VERB' && leads(sentence, index, lemma, follows, lexicon))
  const subject = verb === undefined ? null : subjectOf(sentence, verb.index)
  if (verb === undefined || subject === null || subject.head > verb.index) return null
  const group = spanOf(tokens, groupStart(tokens, verb.index), verb.index)
  return led(sentence, subject.head, spanOf(tokens, subject.first, subject.last), group, verb.lemma)
}

/** Whether a verb leads to what stands in the next block: it tells, and no other verb or comma follows; "issued the following statement", "listed these points" do too. */
function leads(sentence: Sentence, at: number, lemma: string, follows: boolean, lexicon: Lexicon): boolean {
  const rest = sentence.tokens.slice(at + 1, -1)
  if (rest.some((token) => isFiniteVerb(token) || token.text === ';')) return false
  if (follows && (lexicon.voicing.has(lemma) || lexicon.finding.has(lemma) || lexicon.listing.has(lemma))) return true
  return verbUseAt(sentence, at, lexicon)?.frames.get('clause') === true && (lexicon.recounting.has(lemma) || rest.length <= 1 || follows)
}

/** "Among its findings:", "Key points of the government's reply:": a line without a verb, whose noun of speech or paper is its owner's. */
function nounLead(sentence: Sentence, lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  if (tokens.at(-1)?.text !== ':' || tokens.some(isFiniteVerb)) return null
  const noun = tokens.findLast(
    ({ lemma, pos }) => pos === 'NOUN' && [lexicon.documents, lexicon.nouns, lexicon.texts].some((words) => words.has(lemma)),
  )
  if (noun === undefined) return null
  const first = phraseStart(tokens, noun.index)
  const owner = tokens.slice(first, noun.index).findLast(({ tag }) => tag === 'POS' || tag === 'PRP$')
  const speaker =
    owner === undefined ? (lexicon.documents.has(noun.lemma) ? noun.index : null) : owner.tag === 'POS' ? owner.index - 1 : owner.index
  if (speaker === null) return null
  return led(sentence, speaker, spanOf(tokens, Math.min(first, speaker), speaker), spanOf(tokens, noun.index, noun.index), noun.lemma)
}

function led(sentence: Sentence, speaker: number, source: Span | null, cue: Span | null, word: string): Attribution {
  return {
    sentence,
    source,
    speaker,
    quoter: null,
    hearer: null,
    cue,
    content: null,
    mode: 'indirect',
    tells: true,
    why: `leads to the next block: ${word}`,
  }
}
