import type { Sentence } from '../parts.js'
import { isPastParticiple, phraseStart, slotsOfNoun, type VerbGroup, verbGroup } from './clause.js'
import type { Lexicon } from './lexicon.js'
import { matches, phraseAt, type Trigger } from './triggers.js'

/** "a warrant for his arrest": the person whose deed the noun names, in place of the noun. */
export function throughDeed(sentence: Sentence, head: number, lexicon: Lexicon): readonly number[] {
  const token = sentence.tokens[head]
  if (token?.pos !== 'NOUN' || lexicon.sets.people.has(token.lemma) || !lexicon.nouns.has(token.lemma)) return [head]
  const { possessor, after } = slotsOfNoun(sentence, head, head + 1)
  const of = after.find(({ word }) => word === 'of')?.heads ?? []
  return possessor.length > 0 ? possessor : of.length > 0 ? of : [head]
}

/** "reached the minister's desk": the person to whom a desk or a table belongs. */
export function throughStandIn(sentence: Sentence, head: number, lexicon: Lexicon): readonly number[] {
  if (!lexicon.sets.standIns.has(sentence.tokens[head]?.lower ?? '')) return [head]
  const { possessor, after } = slotsOfNoun(sentence, head, head + 1)
  const of = after.find(({ word }) => word === 'of')?.heads ?? []
  return possessor.length > 0 ? possessor : of
}

/** "held an inquiry" and not "held in an inquiry": no preposition stands between the verb's words and the noun. */
function takesAsObject(tokens: Sentence['tokens'], verb: number, first: number, light: readonly string[]): boolean {
  const phrase = light.map((words) => words.split(' ')).filter((words) => matches(tokens, verb, words))
  const longest = Math.max(...phrase.map((words) => words.length))
  return tokens.slice(verb + longest, first).every(({ pos }) => pos !== 'ADP')
}

/** "is under way", "is ongoing": a form of "be" that only says that something goes on. */
function isGoingOn(tokens: Sentence['tokens'], at: number, { goingOn }: Lexicon): boolean {
  return (
    tokens[at]?.lemma === 'be' &&
    goingOn.some((phrase) => matches(tokens, at + 1, phrase) || (tokens[at + 1]?.pos === 'ADV' && matches(tokens, at + 2, phrase)))
  )
}

/** The verb that makes a noun a deed ("filed a complaint", "a warrant was issued") or says that it happened ("the trial opened"). */
export function supportVerb(
  sentence: Sentence,
  trigger: Trigger,
  lexicon: Lexicon,
): { readonly group: VerbGroup; readonly kind: 'deed' | 'occurs' } | null {
  const { tokens } = sentence
  const light = trigger.group.with ?? []
  const isDeed = (at: number) => light.some((verb) => matches(tokens, at, verb.split(' ')))
  if (tokens[trigger.end]?.pos === 'VERB' && isPastParticiple(tokens[trigger.end]) && isDeed(trigger.end))
    return { group: { ...verbGroup(sentence, trigger.end), passive: true, start: trigger.end }, kind: 'deed' }
  const first = phraseStart(tokens, trigger.start)
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:,.“”"]$/.test(token.text)) break
    if (token.pos === 'VERB') {
      if (isDeed(at) && takesAsObject(tokens, at, first, light)) return { group: verbGroup(sentence, at), kind: 'deed' }
      if (/^nsubj/.test(sentence.tree().relation[trigger.token] ?? '')) break
      return null
    }
    if (token.pos === 'NOUN' || token.pos === 'PROPN') break
  }
  for (let at = trigger.end; at < Math.min(tokens.length, trigger.end + 12); at++) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return null
    if (isGoingOn(tokens, at, lexicon)) return { group: verbGroup(sentence, at), kind: 'occurs' }
    if (token.pos !== 'VERB') continue
    const group = verbGroup(sentence, at)
    if (
      light.some((verb) => matches(tokens, at, verb.split(' '))) &&
      (group.passive || !/^(?:NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? ''))
    )
      return { group, kind: group.passive ? 'deed' : 'occurs' }
    if (phraseAt(tokens, at, lexicon.occurring) !== undefined) return { group, kind: 'occurs' }
    return null
  }
  return null
}
