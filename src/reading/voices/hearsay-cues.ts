import type { Sentence } from '../parts.js'
import type { Attribution } from './attribution.js'
import { endOfClause } from './clause-ends.js'
import type { Lexicon } from './lexicon.js'
import { extentOf, isFiniteVerb, isPause, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { subjectOf } from './subjects.js'

/** The attributions to nobody in particular: "is said to have fled", "seems to", "reportedly", "it was reported that", "was reported killed", "rumour has it". */
export function readHearsayCues(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  const cues = sentence.tokens.filter(({ pos }) => pos === 'ADV' || pos === 'VERB')
  const talk = lexicon.hearsayPhrases.flatMap((phrase) => talkedOf(sentence, phrase, quotations, lexicon) ?? [])
  const cued = cues.flatMap(({ index, pos, lemma, lower, tag }) => {
    if (pos === 'ADV' && lexicon.hearsay.has(lower)) return aroundAdverb(sentence, index, quotations) ?? []
    if (pos !== 'VERB') return []
    if (lexicon.raisingActive.has(lemma)) return raised(sentence, index, index, quotations, lexicon) ?? []
    if (tag === 'VBN' && lexicon.raisingPassive.has(lemma))
      return raised(sentence, index, passiveStart(sentence, index, lexicon), quotations, lexicon) ?? []
    return []
  })
  return [...talk, ...cued]
}

/** "Rumour has it that he fled": the clause after a phrase that brings in talk, with or without "that". */
function talkedOf(sentence: Sentence, phrase: readonly string[], quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const first = tokens.findIndex((token) => token.lower === phrase[0])
  if (first === -1 || !phrase.every((word, index) => tokens[first + index]?.lower === word)) return null
  const last = first + phrase.length - 1
  const clause = lexicon.marks.that.has(tokens[last + 1]?.lower ?? '')
    ? last + 1
    : lexicon.pronouns.has(tokens[last]?.lower ?? '')
      ? last + 1
      : null
  if (clause === null) return null
  return voiced(sentence, first, last, clause, endOfClause(sentence, last, clause, quotations, lexicon), quotations)
}

/** "He is said to have fled": the clause with its subject. "It is said that he fled": the clause after "that". */
function raised(
  sentence: Sentence,
  verb: number,
  first: number | null,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): Attribution | null {
  if (first === null) return null
  const { tokens } = sentence
  const next = tokens[verb + 1]?.lower ?? ''
  const tree = sentence.tree()
  const clause = tree.children(verb).find((child) => child > verb && /^(?:xcomp|ccomp|csubj|advcl)/.test(tree.relation[child] ?? ''))
  const subject = subjectOf(sentence, verb)
  const later =
    subject !== null && lexicon.pronouns.get(tokens[subject.head]?.lower ?? '') === 'thing' ? thatAfter(sentence, verb, lexicon) : null
  if (later !== null) return voiced(sentence, first, verb, later, endOfClause(sentence, verb, later, quotations, lexicon), quotations)
  if (lexicon.marks.that.has(next) || lexicon.marks.like.has(next))
    return voiced(sentence, first, verb, verb + 1, clause === undefined ? tokens.length - 1 : extentOf(tree, clause).last, quotations)
  const completed = lexicon.marks.to.has(next) || first === verb || tokens[verb + 1]?.tag === 'VBN'
  if (subject === null || subject.head > verb || !completed || clause === undefined) return null
  return voiced(sentence, first, verb, subject.first, extentOf(tree, clause).last, quotations)
}

/** Words between "it emerged" and "that": a time or a place. */
const adjunctReach = 6

/** The "that" of "it emerged on Thursday that". */
function thatAfter({ tokens }: Sentence, verb: number, lexicon: Lexicon): number | null {
  for (const token of tokens.slice(verb + 1, verb + 1 + adjunctReach)) {
    if (isFiniteVerb(token) || isPause(token)) return null
    if (lexicon.marks.that.has(token.lower) && token.pos === 'SCONJ') return token.index
  }
  return null
}

/** The auxiliary of a passive: null where the participle has none. */
function passiveStart({ tokens }: Sentence, verb: number, lexicon: Lexicon): number | null {
  let first: number | null = null
  let passive = false
  for (let at = verb - 1; at >= 0 && /^(?:AUX|ADV|PART)$/.test(tokens[at]?.pos ?? ''); at--) {
    if (tokens[at]?.pos !== 'AUX') continue
    first = at
    passive ||= lexicon.passives.has(tokens[at]?.lemma ?? '')
  }
  return passive ? first : null
}

function aroundAdverb(sentence: Sentence, adverb: number, quotations: readonly Quotation[]): Attribution | null {
  const { tokens } = sentence
  const tree = sentence.tree()
  const verb = tree.head[adverb] ?? -1
  if (verb === -1 || tokens[verb]?.pos !== 'VERB') return null
  const subject = subjectOf(sentence, verb)
  const first = subject !== null && subject.head < verb ? subject.first : Math.min(adverb, verb)
  return voiced(sentence, adverb, adverb, first, extentOf(tree, verb).last, quotations)
}

function voiced(
  sentence: Sentence,
  cueFirst: number,
  cueLast: number,
  first: number,
  last: number,
  quotations: readonly Quotation[],
): Attribution | null {
  const { tokens } = sentence
  const content = spanOf(tokens, first, last)
  if (content === null) return null
  return {
    sentence,
    source: null,
    speaker: null,
    quoter: null,
    hearer: null,
    cue: spanOf(tokens, cueFirst, cueLast),
    content,
    mode: modeOf(content, quotations),
    tells: false,
    why: `hearsay: ${tokens[cueLast]?.lemma}`,
  }
}
