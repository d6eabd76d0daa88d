import type { Sentence, Token } from '../../parts.js'
import { verbGroup } from '../clause.js'
import type { Lexicon } from '../lexicon.js'
import { marksOfGroup } from './governors.js'
import type { Marked } from './marks.js'

/** Words between a verb of hindering and its "from": "kept the former head of the guard from leaving". */
const longestHindered = 10

/** The verb that kept from happening what stands in the "-ing" form after "from": "barred from leaving", "stopped police from arresting him". Null where none does. */
export function hinderingOf({ tokens }: Sentence, verb: number, { sets }: Lexicon): number | null {
  let from = verb - 1
  while (/^(?:ADV|AUX|CCONJ)$/.test(tokens[from]?.pos ?? '') || isSharing(tokens[from])) from--
  if (tokens[verb]?.tag !== 'VBG' && !tokens.slice(from + 1, verb).some(({ tag }) => tag === 'VBG')) return null
  if (tokens[from]?.lower !== 'from') return null
  for (let at = from - 1; at >= Math.max(0, from - longestHindered); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return null
    if (sets.hindering.has(token.lemma) && /^(?:VERB|ADJ|NOUN)$/.test(token.pos)) return at
    if (token.pos === 'VERB' && token.tag !== 'VBN' && token.tag !== 'VBG') return null
  }
  return null
}

/** "from arresting or deporting her": an earlier verb after the same "from". */
function isSharing(token: Token | undefined): boolean {
  return token?.tag === 'VBG'
}

/** What is hindered did not happen, as surely as it was hindered. */
export function marksOfHindrance(sentence: Sentence, verb: number, lexicon: Lexicon): readonly Marked[] {
  const at = hinderingOf(sentence, verb, lexicon)
  if (at === null) return []
  const hindered: Marked = { mark: 'negative', word: sentence.tokens[at]?.lower ?? '', at }
  return sentence.tokens[at]?.pos === 'VERB' ? [hindered, ...marksOfGroup(sentence, verbGroup(sentence, at), lexicon)] : [hindered]
}
