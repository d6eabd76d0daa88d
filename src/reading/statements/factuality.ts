import type { Sentence, Token } from '../parts.js'
import type { VerbGroup } from './clause.js'
import { marksOfDenial, marksOfDeniedNoun } from './factuality/denials.js'
import {
  governorOfNoun,
  marksOfBareForm,
  marksOfClausesAbove,
  marksOfGovernor,
  marksOfGroup,
  marksOfSubject,
  marksShared,
} from './factuality/governors.js'
import { marksAfter, marksOfAccusation, marksOfHearsay, marksOfScareQuotes } from './factuality/hearsay.js'
import { marksOfHindrance } from './factuality/hindrances.js'
import { type Factuality, type Marked, settled } from './factuality/marks.js'
import { marksAroundNoun } from './factuality/nouns.js'
import {
  marksBeforeRemark,
  marksOfConditionBeside,
  marksOfNeed,
  marksOfOpening,
  marksOfUndoing,
  marksOfUntruth,
  marksOfVerging,
} from './factuality/openings.js'
import type { Lexicon } from './lexicon.js'
import { phraseAt } from './triggers.js'

export { accusationOf, doubtIn } from './factuality/hearsay.js'
export { hinderingOf } from './factuality/hindrances.js'
export type { Factuality } from './factuality/marks.js'
export { isInPaper, isUnderNoun } from './factuality/nouns.js'

/** The factuality of a verb: its auxiliaries and adverbs, what governs it, its subject, what opens its clause, and the clauses around it. */
export function factualityOfVerb(sentence: Sentence, group: VerbGroup, subject: readonly number[], lexicon: Lexicon): Factuality {
  return settled([
    ...marksOfGroup(sentence, group, lexicon),
    ...marksOfSubject(sentence.tokens, subject, lexicon),
    ...marksOfOpening(sentence, group, lexicon),
    ...marksAfter(sentence, group.verb, lexicon),
    ...marksShared(sentence, group, lexicon),
    ...marksOfClausesAbove(sentence, group, lexicon),
    ...marksOfBareForm(sentence, group),
    ...marksOfConditionBeside(sentence, group, lexicon),
    ...marksOfAccusation(sentence, group.verb, lexicon),
    ...marksOfHearsay(sentence, group, lexicon),
    ...marksOfScareQuotes(sentence, group.verb),
    ...marksOfUndoing(sentence, group.verb, lexicon),
    ...marksOfHindrance(sentence, group.verb, lexicon),
    ...marksOfVerging(sentence, group, lexicon),
    ...marksOfNeed(sentence, group, lexicon),
    ...marksBeforeRemark(sentence, group, lexicon),
    ...marksOfUntruth(sentence, group.start, lexicon),
    ...marksOfDenial(sentence, group.start, group.verb, lexicon),
  ])
}

/** The factuality of a noun: its determiner and adjectives ("no tip", "an alleged massacre"), and the verb it hangs on ("demanded his release"). `support` is the verb that makes it a deed; `later` tells that it is decided before it is done. */
export function factualityOfNoun(
  sentence: Sentence,
  first: number,
  noun: number,
  support: VerbGroup | null,
  later: boolean,
  lexicon: Lexicon,
): Factuality {
  const before = marksInPhrase(sentence.tokens, first, noun, lexicon)
  const governor = support ?? governorOfNoun(sentence, noun)
  const denied =
    support === null ? marksOfDeniedNoun(sentence, first, lexicon) : marksOfDenial(sentence, support.start, support.verb, lexicon)
  const accused = [
    ...marksOfAccusation(sentence, noun, lexicon),
    ...denied,
    ...marksOfBelief(sentence.tokens, first, lexicon),
    ...marksOfUndone(sentence, noun, lexicon),
    ...(support === null
      ? [...marksOfImagined(sentence, noun, lexicon), ...marksAroundNoun(sentence, { first, noun, later }, lexicon)]
      : []),
  ]
  if (governor === null) return settled([...before, ...accused])
  const verb = sentence.tokens[governor.verb]
  const own =
    verb === undefined || accused.length > 0
      ? []
      : marksOfGovernor(verb, false, lexicon.sets).filter(
          ({ mark }) => support === null || mark === 'hedged' || mark === 'negative' || isAppointed(sentence, mark, governor),
        )
  if (support === null && own.length === 0) return settled([...before, ...accused])
  return settled([
    ...before,
    ...own,
    ...marksOfGroup(sentence, governor, lexicon),
    ...marksOfHindrance(sentence, governor.verb, lexicon),
    ...marksOfOpening(sentence, governor, lexicon),
    ...marksAfter(sentence, governor.verb, lexicon),
    ...accused,
    ...marksShared(sentence, governor, lexicon),
    ...marksOfConditionBeside(sentence, governor, lexicon),
    ...marksOfClausesAbove(sentence, governor, lexicon),
    ...marksOfHearsay(sentence, governor, lexicon),
  ])
}

/** "in what is believed to be a murder": the verb by which a noun is only thought to be what it is called. */
function marksOfBelief(tokens: readonly Token[], first: number, { sets }: Lexicon): readonly Marked[] {
  const thinking = tokens[first - 3]
  if (tokens[first - 1]?.lemma !== 'be' || tokens[first - 2]?.lower !== 'to' || thinking?.pos !== 'VERB') return []
  const thinks = sets.hedgingPassives.has(thinking.lemma) || sets.hedgingVerbs.has(thinking.lemma)
  return thinks ? [{ mark: 'hedged', word: thinking.lower, at: thinking.index }] : []
}

/** "the visit was called off", "his release fell through": words of the verb whose subject or object a noun is, by which it never came about. */
function marksOfUndone({ tokens, tree }: Sentence, noun: number, { undone }: Lexicon): readonly Marked[] {
  const arcs = tree()
  const verb = /^(?:nsubj|obj)/.test(arcs.relation[noun] ?? '') ? (arcs.head[noun] ?? -1) : -1
  return verb >= 0 && phraseAt(tokens, verb, undone) !== undefined ? [{ mark: 'negative', word: tokens[verb]?.lower ?? '', at: verb }] : []
}

/** "his arrest would change nothing": of what would, could or might be so, the subject need not have happened. A perfect ("would have") says that it did not. */
function marksOfImagined({ tokens, tree }: Sentence, noun: number, { sets }: Lexicon): readonly Marked[] {
  const arcs = tree()
  const said = arcs.relation[noun] === 'nsubj' ? (arcs.head[noun] ?? -1) : -1
  const helpers = said < 0 ? [] : arcs.children(said).filter((child) => /^aux/.test(arcs.relation[child] ?? ''))
  const modal = helpers.find((at) => sets.conditionalModals.has(tokens[at]?.lower ?? '') || sets.hedgingModals.has(tokens[at]?.lower ?? ''))
  if (modal === undefined) return []
  const perfect = helpers.some((at) => tokens[at]?.lemma === 'have')
  return [{ mark: perfect ? 'conditional' : 'planned', word: tokens[modal]?.lower ?? '', at: modal }]
}

/** "a hearing was set for May", and not "a panel was set up": of the verbs that make a noun a deed, a passive one of planning only fixes its day. */
function isAppointed({ tokens }: Sentence, mark: Marked['mark'], { verb, passive }: VerbGroup): boolean {
  return mark === 'planned' && passive && !/^(?:up|off|out|down)$/.test(tokens[verb + 1]?.lower ?? '')
}

/** "no tip", "an alleged massacre", "his planned release", "a failed arrest". */
function marksInPhrase(tokens: readonly Token[], first: number, noun: number, { sets }: Lexicon): readonly Marked[] {
  return tokens.slice(Math.max(0, first - 1), noun).flatMap(({ lower, lemma, pos, index: at }): readonly Marked[] => {
    if (sets.negators.has(lower)) return [{ mark: 'negative', word: lower, at }]
    if (at >= first && sets.hedgingAdjectives.has(lower)) return [{ mark: 'hedged', word: lower, at }]
    if (at >= first && sets.negativeNouns.has(lower)) return [{ mark: 'negative', word: lower, at }]
    const plans = (sets.planningNouns.has(lemma) || sets.planningNouns.has(lower)) && pos !== 'ADP' && pos !== 'ADV'
    return plans ? [{ mark: 'planned', word: lower, at }] : []
  })
}

/** The factuality of words that name without a verb of their own: "was reportedly the head of", "is not a member of". */
export function factualityBetween(tokens: readonly Token[], { sets }: Lexicon): Factuality {
  return settled(
    tokens.flatMap(({ lower, lemma, pos, index: at }, place): readonly Marked[] => {
      const reported =
        pos === 'VERB' && tokens[place + 1]?.lower === 'to' && (sets.hedgingPassives.has(lemma) || sets.hedgingVerbs.has(lemma))
      if (reported || sets.hedges.has(lower) || sets.hedgingAdjectives.has(lower)) return [{ mark: 'hedged', word: lower, at }]
      return sets.negators.has(lower) ? [{ mark: 'negative', word: lower, at }] : []
    }),
  )
}
