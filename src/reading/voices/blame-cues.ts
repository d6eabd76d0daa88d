import type { Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import type { Lexicon } from './lexicon.js'
import { groupStart, isFiniteVerb, isPause, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { headAfter, inPhrase, phraseStart } from './subjects.js'

/** The attributions to those by whom somebody is blamed for something: "criticised by rights groups for beating prisoners", "accused by the union of neglect". */
export function readBlameCues(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  return sentence.tokens.flatMap((token) =>
    token.tag === 'VBN' && lexicon.blaming.has(token.lemma) ? (blamedBy(sentence, token, quotations, lexicon) ?? []) : [],
  )
}

function blamedBy(sentence: Sentence, verb: Token, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const end = endOfBlame(tokens, verb.index)
  const within = tokens.slice(verb.index + 1, end)
  const by = within.find(({ lower }) => lexicon.marks.by.has(lower))?.index
  const link = within.find(({ lower }) => lexicon.blameLinks.has(lower))?.index
  if (by === undefined || link === undefined) return null
  const head = headAfter(sentence, by + 1)
  const content = spanOf(tokens, link + 1, link < by ? by - 1 : end - 1)
  if (head === null || content === null) return null
  return {
    sentence,
    source: spanOf(tokens, phraseStart(tokens, head), head),
    speaker: head,
    quoter: null,
    hearer: null,
    cue: spanOf(tokens, groupStart(tokens, verb.index), verb.index),
    content,
    mode: modeOf(content, quotations),
    tells: true,
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
