import type { Sentence, Token } from '../../parts.js'
import { phraseStart, verbGroup } from '../clause.js'
import type { Lexicon } from '../lexicon.js'
import { governorOfNoun, marksOfGovernor, marksOfGroup } from './governors.js'
import type { Marked } from './marks.js'

/** What is known of the noun that tells a claim. */
interface Told {
  /** First token of its phrase, and its head. */
  readonly first: number
  readonly noun: number
  /** Whether it is of the kind that is decided before it is done: a release, an extradition. */
  readonly later: boolean
}

/**
 * What the words around a noun say of it where no verb makes it a deed: the noun it depends on ("calls for his release", "rumours of his arrest", "a hearing on his extradition"),
 * the verb that was to bring it about ("failed to secure his release", "want to see his arrest"), or what it waits for ("his release depends on").
 */
export function marksAroundNoun(sentence: Sentence, told: Told, lexicon: Lexicon): readonly Marked[] {
  return [
    ...marksOfNounAbove(sentence, told, lexicon),
    ...marksOfEffecting(sentence, told, lexicon),
    ...marksOfWaiting(sentence, told, lexicon),
  ]
}

function marksOfNounAbove({ tokens }: Sentence, { first, later }: Told, { sets }: Lexicon): readonly Marked[] {
  const above = nounAbove(tokens, first)
  if (above === undefined) return []
  const marks = marksOfGovernor(above, false, sets)
  if (marks.length > 0) return marks
  return later && sets.pendingNouns.has(above.lemma) ? [{ mark: 'planned', word: above.lower, at: above.index }] : []
}

/** Whether a noun is only what another noun asks for, plans or reports ("plans for his release were drawn up"): a verb after both is said of the other. */
export function isUnderNoun(sentence: Sentence, told: Told, lexicon: Lexicon): boolean {
  return marksOfNounAbove(sentence, told, lexicon).length > 0
}

/** The noun whose preposition brings in a phrase: "calls" in "calls from abroad for his release" is not looked for, "calls for his release" is. */
function nounAbove(tokens: readonly Token[], first: number): Token | undefined {
  const above = tokens[first - 2]
  return tokens[first - 1]?.pos === 'ADP' && above?.pos === 'NOUN' ? above : undefined
}

/** The moods and the negation of a verb that brings about its object: "could mean his arrest". A verb that only speaks of it ("will discuss his arrest") leaves it as it is. */
function marksOfEffecting(sentence: Sentence, { noun }: Told, lexicon: Lexicon): readonly Marked[] {
  const governor = governorOfNoun(sentence, noun)
  if (governor === null || !lexicon.sets.effecting.has(sentence.tokens[governor.verb]?.lemma ?? '')) return []
  return marksOfGroup(sentence, governor, lexicon)
}

/** "his release depends on a judge", "nothing stands in the way of his release": in the present, what has still to come. */
function marksOfWaiting(sentence: Sentence, { first, noun, later }: Told, { sets, waiting }: Lexicon): readonly Marked[] {
  if (!later) return []
  const { tokens, tree } = sentence
  const arcs = tree()
  const above = tokens[/^nsubj/.test(arcs.relation[noun] ?? '') ? (arcs.head[noun] ?? -1) : -1]
  if (
    above !== undefined &&
    sets.awaiting.has(above.lemma) &&
    !verbGroup(sentence, above.index).parts.some((at) => tokens[at]?.tag === 'VBD')
  )
    return [{ mark: 'planned', word: above.lower, at: above.index }]
  const phrase = waiting.find((words) => words.every((word, index) => tokens[first - words.length + index]?.lower === word))
  return phrase === undefined ? [] : [{ mark: 'planned', word: phrase.join(' '), at: first - 1 }]
}

/** Whether a noun is only what a paper is about that another claim tells: "a warrant for his arrest", "an application for the arrest of". */
export function isInPaper({ tokens }: Sentence, at: number, { nouns }: Lexicon): boolean {
  const above = nounAbove(tokens, phraseStart(tokens, at))
  const groups = above === undefined ? [] : [...(nouns.get(above.lemma) ?? []), ...(nouns.get(above.lower) ?? [])]
  return groups.some(
    ({ group, head, rest }) =>
      head === rest.length && (group.type === 'warrant' || group.type === 'alert' || group.type === 'warrant-request'),
  )
}
