import type { Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import { endOfClause } from './clause-ends.js'
import { isNounOfSpeech, type Lexicon } from './lexicon.js'
import { extentOf, isFiniteVerb, isPause, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { phraseStart, type Subject, subjectOf } from './subjects.js'

/** The attributions that nouns and adjectives of speech make: "his claim that he was ill", "their support for the court", "she was confident that". */
export function readNounCues(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  const cues = sentence.tokens.filter(({ lemma, pos }) => lexicon.nouns.has(lemma) || (pos === 'ADJ' && lexicon.adjectives.has(lemma)))
  return cues.flatMap(({ index, pos, lemma }) => {
    const isNoun = pos === 'NOUN' || (pos === 'VERB' && isNounOfSpeech(sentence, sentence.tokens[index]!, lexicon))
    if (isNoun && lexicon.nouns.has(lemma)) return atNoun(sentence, index, quotations, lexicon) ?? []
    if (pos === 'ADJ' && lexicon.adjectives.has(lemma)) return atAdjective(sentence, index, quotations, lexicon) ?? []
    return []
  })
}

function atNoun(sentence: Sentence, noun: number, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const next = tokens[noun + 1]
  if (lexicon.passives.has(next?.lemma ?? '')) return isThat(sentence, noun, quotations, lexicon)
  const use = lexicon.nouns.get(tokens[noun]?.lemma ?? '')?.find(({ link }) => link === next?.lower)
  if (use === undefined || next === undefined) return null
  const tree = sentence.tree()
  const opensThat = lexicon.marks.that.has(use.link)
  const marked = opensThat && next.pos === 'SCONJ' ? tree.head[noun + 1] : undefined
  const child = tree.children(noun).find((index) => index > noun + 1) ?? (marked !== undefined && marked > noun ? marked : undefined)
  if (child === undefined) return null
  const saysWhole = tree.children(child).some((index) => index > noun + 1 && index < child && /^nsubj/.test(tree.relation[index] ?? ''))
  if (opensThat && tree.relation[child] === 'acl:relcl' && next.pos === 'PRON' && !saysWhole) return null
  if (!opensThat && lexicon.documents.has(tokens[noun]?.lemma ?? '') && !isTalk(tokens, noun, lexicon)) return null
  const links = opensThat || lexicon.marks.to.has(use.link)
  const close = Math.min(extentOf(tree, child).last, opensThat ? endBeforeMainVerb(tokens, noun + 2) : tokens.length)
  const last = opensThat || tokens[close + 1]?.tag !== 'VBG' ? close : endOfClause(sentence, noun, close + 1, quotations, lexicon)
  const content = spanOf(tokens, links ? noun + 1 : noun + 2, last)
  if (content === null) return null
  return {
    ...heldBy(sentence, noun, lexicon),
    cue: spanOf(tokens, noun, links ? noun : noun + 1),
    content,
    mode: modeOf(content, quotations),
    tells: use.tells,
    why: `noun: ${tokens[noun]?.lemma} ${use.link}`,
  }
}

/** "Reports of", "unconfirmed reports of": several papers that nobody names. "The report of the commission" is one. */
function isTalk(tokens: Sentence['tokens'], noun: number, lexicon: Lexicon): boolean {
  const before = tokens.slice(phraseStart(tokens, noun), noun)
  return tokens[noun]?.tag === 'NNS' && !before.some(({ lower, tag }) => lexicon.definites.has(lower) || tag === 'PRP$' || tag === 'POS')
}

/** Who holds what a noun of speech or thought brings in. */
function heldBy(
  sentence: Sentence,
  noun: number,
  lexicon: Lexicon,
): Pick<Attribution, 'sentence' | 'source' | 'speaker' | 'quoter' | 'hearer'> {
  const subject = holderOf(sentence, noun, lexicon)
  const source = subject === null ? null : spanOf(sentence.tokens, subject.first, subject.last)
  return { sentence, source, speaker: subject?.head ?? null, quoter: null, hearer: null }
}

/** "Her fear is that he fled": what follows the verb. */
function isThat(sentence: Sentence, noun: number, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const content = lexicon.clauseOpeners.has(tokens[noun + 2]?.lower ?? '')
    ? spanOf(tokens, noun + 2, endOfClause(sentence, noun + 1, noun + 2, quotations, lexicon))
    : null
  const uses = lexicon.nouns.get(tokens[noun]?.lemma ?? '') ?? []
  if (content === null) return null
  return {
    ...heldBy(sentence, noun, lexicon),
    cue: spanOf(tokens, noun, noun + 1),
    content,
    mode: modeOf(content, quotations),
    tells: uses.some(({ tells }) => tells),
    why: `noun: ${tokens[noun]?.lemma} is`,
  }
}

/** The last word of a clause before the verb of which the noun it belongs to is the subject: "rumours that he had fled ¦ were denied". */
function endBeforeMainVerb(tokens: Sentence['tokens'], from: number): number {
  let wanted = 1
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.tag.startsWith('W') || token.pos === 'SCONJ') wanted++
    else if (isFiniteVerb(token)) wanted -= tokens[at - 1]?.pos === 'CCONJ' ? 0 : 1
    if (wanted < 0) return tokens[at - 1]?.pos === 'ADV' ? at - 2 : at - 1
  }
  return tokens.length - 1
}

/** Whose words a noun of speech means: its possessor, or whoever makes, has or voices it. */
function holderOf(sentence: Sentence, noun: number, lexicon: Lexicon): Subject | null {
  const tree = sentence.tree()
  const possessor = tree.children(noun).find((child) => tree.relation[child] === 'nmod:poss')
  if (possessor !== undefined) return { head: possessor, first: Math.min(possessor, extentOf(tree, possessor).first), last: possessor }
  const governor = tree.head[noun] ?? -1
  if (tree.relation[noun] === 'obj' && lexicon.voicing.has(sentence.tokens[governor]?.lemma ?? '')) return subjectOf(sentence, governor)
  return null
}

/** Whether a word opens a clause or an infinitive. */
function opensWhat({ lower }: Token, lexicon: Lexicon): boolean {
  return lexicon.marks.to.has(lower) || lexicon.clauseOpeners.has(lower)
}

function atAdjective(sentence: Sentence, adjective: number, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const next = tokens[adjective + 1]
  if (next === undefined || isPause(next) || !(opensWhat(next, lexicon) || lexicon.adjectiveLinks.has(next.lower))) return null
  const tree = sentence.tree()
  const subject = subjectOf(sentence, adjective)
  const child = tree.children(adjective).find((index) => index > adjective + 1)
  if (subject === null || child === undefined) return null
  const clause = opensWhat(next, lexicon)
  const content = spanOf(tokens, clause ? adjective + 1 : adjective + 2, extentOf(tree, child).last)
  if (content === null) return null
  return {
    sentence,
    source: spanOf(tokens, subject.first, subject.last),
    speaker: subject.head,
    quoter: null,
    hearer: null,
    cue: spanOf(tokens, adjective, clause ? adjective : adjective + 1),
    content,
    mode: modeOf(content, quotations),
    tells: lexicon.marks.that.has(next.lower),
    why: `adjective: ${tokens[adjective]?.lemma}`,
  }
}
