import type { Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import type { Lexicon } from './lexicon.js'
import { groupStart, isFiniteVerb, isPause, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { headAfter, inPhrase, phraseStart, subjectOf } from './subjects.js'

/** The attributions to those by whom somebody is blamed for something: "criticised by rights groups for beating prisoners", "accused by the union of neglect"; to nobody where nobody is named. */
export function readBlameCues(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  const cues = sentence.tokens.filter(({ tag, lemma }) => tag === 'VBN' && lexicon.blaming.has(lemma))
  return cues.flatMap((token) => blamedBy(sentence, token, quotations, lexicon) ?? [])
}

function blamedBy(sentence: Sentence, verb: Token, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const end = endOfBlame(tokens, verb.index)
  const within = tokens.slice(verb.index + 1, end)
  const by = within.find(({ lower }) => lexicon.marks.by.has(lower))?.index
  const link = within.find(({ lower }) => lexicon.blameLinks.has(lower))?.index
  if (link === undefined) return null
  const head = by === undefined ? null : headAfter(sentence, by + 1)
  const start = groupStart(tokens, verb.index)
  const passive = tokens.slice(start, verb.index).some(({ lemma }) => lexicon.passives.has(lemma))
  const subject = head === null && passive ? subjectOf(sentence, verb.index) : null
  if (head === null && (subject === null || subject.head > start)) return null
  const content = spanOf(tokens, subject?.first ?? link + 1, by !== undefined && link < by ? by - 1 : end - 1)
  if (content === null) return null
  return {
    sentence,
    source: head === null ? null : spanOf(tokens, phraseStart(tokens, head), head),
    speaker: head,
    quoter: null,
    hearer: null,
    cue: spanOf(tokens, start, verb.index),
    content,
    mode: modeOf(content, quotations),
    tells: head !== null,
    why: `blame: ${verb.lemma}`,
  }
}

/** The first word that no longer tells who blames and for what: a verb of another clause, a stop, a pause after which no noun follows. */
function endOfBlame(tokens: readonly Token[], verb: number): number {
  for (let at = verb + 1; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || isFiniteVerb(token) || /^[;:.]$/.test(token.text)) return at
    if (isPause(token) && !inPhrase(tokens[at + 1]) && tokens[at + 1]?.pos !== 'CCONJ') return at
  }
  return tokens.length
}
