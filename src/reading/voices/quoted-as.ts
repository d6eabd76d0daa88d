import type { Sentence } from '../parts.js'
import type { Lexicon } from './lexicon.js'
import { groupStart, isPause } from './phrases.js'
import { headAfter } from './subjects.js'

/** Words from "quoted" to "saying": "was quoted on Tuesday by the state news agency as saying". */
const quotedReach = 12

/** "The minister was quoted by Kyodo as saying", seen from "saying": where the group of verbs begins, the first word after it and its "by", and the head of who hands the words on. Null where nobody is quoted so. */
export function quotedAsAt(
  sentence: Sentence,
  verb: number,
  lexicon: Lexicon,
): { readonly start: number; readonly from: number; readonly quoter: number | null } | null {
  const { tokens } = sentence
  if (tokens[verb]?.tag !== 'VBG' || !lexicon.marks.as.has(tokens[verb - 1]?.lower ?? '')) return null
  for (let at = verb - 2; at >= Math.max(0, verb - quotedReach) && !isPause(tokens[at]); at--) {
    const token = tokens[at]
    if (token?.tag !== 'VBN' || !lexicon.handing.has(token.lemma)) continue
    const before = tokens.slice(at + 1, verb - 1).find(({ lower }) => lexicon.marks.by.has(lower))
    const behind = lexicon.marks.by.has(tokens[verb + 1]?.lower ?? '') ? headAfter(sentence, verb + 2) : null
    const quoter = before === undefined ? behind : headAfter(sentence, before.index + 1)
    return { start: groupStart(tokens, at), from: behind === null ? verb + 1 : behind + 1, quoter }
  }
  return null
}
