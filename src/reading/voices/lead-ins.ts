import type { Span } from '../../model/report.js'
import type { Sentence } from '../parts.js'
import type { Attribution } from './attribution.js'
import { type Lexicon, verbUseAt } from './lexicon.js'
import { phraseAt } from './phrase-cues.js'
import { groupStart, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { subjectOf } from './subjects.js'

/** The attributions of paragraphs that a line leads to: "According to the weekly Lantern,", "The ministry said:", and what is said stands in the next block. */
export function readLeadIns(sentences: readonly Sentence[], quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  const opening = new Map(quotations.map((quotation) => [quotation.start, quotation]))
  return sentences.flatMap((sentence, index) => {
    const next = sentences[index + 1]
    if (next === undefined || next.block === sentence.block) return []
    const lead = phraseLead(sentence, lexicon) ?? verbLead(sentence, lexicon)
    if (lead === null) return []
    let last = index + 1
    while (sentences[last + 1]?.block === next.block || goesOnAsItem(sentences, last)) last++
    const content = opening.get(next.start) ?? { start: next.start, end: sentences[last]?.end ?? next.end }
    return { ...lead, content: { start: content.start, end: content.end }, mode: modeOf(content, quotations) }
  })
}

/** Whether the next sentence opens a further item of the list that a sentence belongs to: it ends with a semicolon, or both have the same sign before them. */
function goesOnAsItem(sentences: readonly Sentence[], at: number): boolean {
  const [item, next] = [sentences[at], sentences[at + 1]]
  if (item === undefined || next === undefined || next.block !== item.block + 1) return false
  const sign = item.tokens[0]?.text ?? ''
  return /^[;,]$/.test(item.tokens.at(-1)?.text ?? '') || (isItemSign(sign) && next.tokens[0]?.text === sign)
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

/** "The ministry said:", "the inquiry found that:" at the end of a line. */
function verbLead(sentence: Sentence, lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const verb = tokens.length - (lexicon.marks.that.has(tokens.at(-2)?.lower ?? '') ? 3 : 2)
  if (tokens.at(-1)?.text !== ':' || tokens[verb]?.pos !== 'VERB') return null
  const use = verbUseAt(sentence, verb, lexicon)
  const subject = use?.frames.get('clause') === true ? subjectOf(sentence, verb) : null
  if (subject === null || subject.head > verb) return null
  return led(
    sentence,
    subject.head,
    spanOf(tokens, subject.first, subject.last),
    spanOf(tokens, groupStart(tokens, verb), verb),
    tokens[verb]?.lemma ?? '',
  )
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
