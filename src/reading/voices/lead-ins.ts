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
    while (sentences[last + 1]?.block === next.block) last++
    const content = opening.get(next.start) ?? { start: next.start, end: sentences[last]?.end ?? next.end }
    return { ...lead, content: { start: content.start, end: content.end }, mode: modeOf(content, quotations) }
  })
}

/** "According to the weekly Lantern," alone on its line. */
function phraseLead(sentence: Sentence, lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  if (!/^[,:]$/.test(tokens.at(-1)?.text ?? '')) return null
  const phrase = phraseAt(sentence, 0, lexicon)
  if (phrase === null || phrase.last < tokens.length - 2) return null
  return led(sentence, phrase.head, spanOf(tokens, phrase.from, phrase.last), spanOf(tokens, phrase.first, phrase.from - 1), phrase.word)
}

/** "The ministry said:" at the end of a line. */
function verbLead(sentence: Sentence, lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const verb = tokens.length - 2
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
