import type { Sentence, Token } from '../../parts.js'
import { verbGroup } from '../clause.js'
import type { Lexicon } from '../lexicon.js'
import type { Marked } from './marks.js'

type Sets = Lexicon['sets']

/** Words between a verb of denying and what is denied. */
const longestDenied = 16

/**
 * The verb that denies what begins at a token: "denied that he was held", "denies having ordered". No finite verb of another clause stands between.
 * A denial that is itself denied ("did not deny that") denies nothing. Null where none does.
 */
export function denialOf(sentence: Sentence, start: number, { sets }: Lexicon): number | null {
  const { tokens } = sentence
  for (let at = start - 1; at >= Math.max(0, start - longestDenied); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text) || sets.relatives.has(token.lower)) return null
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue
    if (sets.denying.has(token.lemma)) return isNegated(sentence, at, sets) ? null : at
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(token.tag)) return null
  }
  return null
}

function isNegated(sentence: Sentence, verb: number, sets: Sets): boolean {
  const parts = verbGroup(sentence, verb).parts
  return [...parts, verb - 1].some((at) => sets.negators.has(sentence.tokens[at]?.lower ?? ''))
}

/** What is denied of a verb's clause: by a verb before it, or by what its claim is said to be ("the claim that he was held is false"). */
export function marksOfDenial(sentence: Sentence, start: number, verb: number, lexicon: Lexicon): readonly Marked[] {
  const denying = denialOf(sentence, start, lexicon) ?? falsehoodOf(sentence, verb, lexicon)
  return denying === null ? [] : [{ mark: 'negative', word: sentence.tokens[denying]?.lower ?? '', at: denying }]
}

/** A noun is denied as what the verb denies ("denied the arrest of"), not within something else ("denied a part in the arrest of"). */
export function marksOfDeniedNoun(sentence: Sentence, first: number, lexicon: Lexicon): readonly Marked[] {
  const denying = denialOf(sentence, first, lexicon)
  if (denying === null) return []
  const between = sentence.tokens.slice(denying + 1, first)
  const direct = between.every(
    ({ pos, lower, lemma }) => pos === 'DET' || pos === 'ADJ' || lower === 'of' || lexicon.sets.claims.has(lemma),
  )
  return direct ? [{ mark: 'negative', word: sentence.tokens[denying]?.lower ?? '', at: denying }] : []
}

/** "the report that he was held is false": the word by which the claim that holds a verb is called untrue. */
function falsehoodOf({ tokens, tree }: Sentence, verb: number, { sets }: Lexicon): number | null {
  const arcs = tree()
  const claim = /^(?:acl|ccomp)/.test(arcs.relation[verb] ?? '') ? (arcs.head[verb] ?? -1) : -1
  const judged = sets.claims.has(tokens[claim]?.lemma ?? '') && /^nsubj/.test(arcs.relation[claim] ?? '') ? (arcs.head[claim] ?? -1) : -1
  const words = judged < 0 ? [] : [judged, ...arcs.children(judged).filter((child) => arcs.relation[child] === 'xcomp')]
  const isFalse = (word: Token | undefined) => word !== undefined && (sets.falsehoods.has(word.lower) || sets.falsehoods.has(word.lemma))
  return words.find((at) => isFalse(tokens[at])) ?? null
}
