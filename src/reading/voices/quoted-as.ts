import type { Sentence } from '../parts.js'
import type { Lexicon } from './lexicon.js'
import { groupStart, isPause } from './phrases.js'
import { headAfter } from './subjects.js'

/** Words from "quoted" to "saying": "was quoted on Tuesday by the state news agency as saying". */
const quotedReach = 12

/** A verb of speech under a verb of quoting: where their group begins, the first word after it, the head of who hands the words on and, where the subject does, the head of whose they are. */
export interface QuotedAs {
  readonly start: number
  readonly from: number
  readonly quoter: number | null
  readonly quoted: number | null
}

/** "The minister was quoted by Kyodo as saying", "Kyodo quoted the minister as saying", seen from "saying". Null where nobody is quoted so. */
export function quotedAsAt(sentence: Sentence, verb: number, lexicon: Lexicon): QuotedAs | null {
  const { tokens } = sentence
  if (tokens[verb]?.tag !== 'VBG' || !lexicon.marks.as.has(tokens[verb - 1]?.lower ?? '')) return null
  for (let at = verb - 2; at >= Math.max(0, verb - quotedReach) && !isPause(tokens[at]); at--) {
    const token = tokens[at]
    if (token?.pos !== 'VERB' || !lexicon.handing.has(token.lemma)) continue
    const start = groupStart(tokens, at)
    const quoted = headAfter(sentence, at + 1)
    if (quoted !== null && !tokens.slice(start, at).some(({ lemma }) => lexicon.passives.has(lemma)))
      return { start, from: verb + 1, quoter: null, quoted }
    const before = tokens.slice(at + 1, verb - 1).find(({ lower }) => lexicon.marks.by.has(lower))
    const behind = lexicon.marks.by.has(tokens[verb + 1]?.lower ?? '') ? headAfter(sentence, verb + 2) : null
    const quoter = before === undefined ? behind : headAfter(sentence, before.index + 1)
    return { start, from: behind === null ? verb + 1 : behind + 1, quoter, quoted: null }
  }
  return null
}
