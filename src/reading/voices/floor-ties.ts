import { mentionAt, partyAt } from '../parties/lookup.js'
import type { Sentence } from '../parts.js'
import type { Floor, Telling } from './floor.js'
import { isTold, namesOne } from './floor-lost.js'
import type { Lexicon } from './lexicon.js'
import { type MainClause, mainClauseOf } from './main-clause.js'
import { phraseStart } from './subjects.js'

/** Sentences that somebody may go on without being named again, where only those told of hold the tale together. */
const farthestSaid = 3

/**
 * What ties a sentence to what somebody told, in words; null where nothing does. `held`: the same speaker is named again soon after.
 *
 * Plain past tense may begin anew in the outlet's own voice, so what anybody said goes on only where the verb hangs on the time of the tale ("he was carrying", "he had left", "he did not resist", "the next
 * morning"), or where another outlet's report is retold, in one sentence more. A tale of one's own goes on with the teller in it ("they beat him"), then with anybody but "the …" of whom nothing was told; a paper's with anybody. Past its paragraph either goes on only with "he",
 * with a time counted from the tale, or towards a place where its teller is named again.
 */
export function tieTo(sentence: Sentence, floor: Floor, held: boolean, telling: Telling): string | null {
  const main = mainClauseOf(sentence)
  if (main === null) return null
  const { subject } = main
  const pronoun = subject !== null && isPronoun(subject, telling.lexicon)
  const stepped = opensWithStep(sentence, telling)
  if (sentence.block !== floor.last.block && (floor.kind === 'said' || !(pronoun || stepped || held))) return null
  if (held && floor.kind !== 'lived') return 'the same speaker is named again after it'
  const takesUp = pronoun || stepped || (subject !== null && takesUpTold(sentence, subject.index, floor, telling))
  if (floor.kind === 'found') return 'the tale goes on'
  if (floor.kind === 'said')
    return takesUp && (stepped || hangsOnTale(sentence, main) || (floor.relays && floor.steps === 0)) && floor.steps < farthestSaid
      ? 'tells more of those told of'
      : null
  if (!floor.established && !namesSpeaker(sentence, floor, telling)) return null
  if (takesUp || namesOne(sentence)) return 'the tale goes on'
  return subject !== null && !isDefinite(sentence, subject.index, telling) ? 'the tale goes on' : null
}

/** Whether a verb tells what was so at the time of the tale: "was carrying", "had left", "did not resist". */
function hangsOnTale({ tokens }: Sentence, { finite, verb }: MainClause): boolean {
  if (finite === verb) return false
  return (
    finite.lemma === 'have' ||
    verb.tag === 'VBG' ||
    (finite.lemma === 'do' && tokens.slice(finite.index, verb.index).some(({ pos }) => pos === 'PART'))
  )
}

/** Whether "he" or "him" in a sentence may be the one whose tale it is. */
function namesSpeaker({ tokens }: Sentence, { speaker, use }: Floor, { parties, lexicon }: Telling): boolean {
  return tokens.some((token) => {
    if (token.tag !== 'PRP' && token.tag !== 'PRP$') return false
    const party = partyAt(parties, token)
    return party === undefined ? lexicon.pronouns.get(token.lower) === use : party.id === speaker
  })
}

/** Whether "the" or "this" stands before a subject, or it is a name. */
function isDefinite({ tokens }: Sentence, subject: number, { lexicon }: Telling): boolean {
  return (
    tokens[subject]?.pos === 'PROPN' ||
    tokens.slice(phraseStart(tokens, subject), subject).some(({ lower }) => lexicon.definites.has(lower))
  )
}

/** "He", "they": not "I", and not whom one speaks to. */
function isPronoun({ tag, lower }: Sentence['tokens'][number], { pronouns }: Lexicon): boolean {
  return tag === 'PRP' && pronouns.has(lower)
}

/** "The guards", "one of them", "both": a subject that those told of stand behind. */
function takesUpTold({ tokens }: Sentence, subject: number, floor: Floor, telling: Telling): boolean {
  const token = tokens[subject]
  const mention = token === undefined ? undefined : mentionAt(telling.parties, token)
  if (mention !== undefined && mention.form !== 'name' && isTold(mention.party, floor, telling)) return true
  const part = tokens.slice(subject, subject + 3)
  return part[1]?.lower === 'of' && part[2]?.tag === 'PRP'
}

/** "Two days later", "the next morning". */
function opensWithStep({ index, tokens }: Sentence, { timesOf }: Telling): boolean {
  const first = timesOf.get(index)?.[0]
  return first?.step?.from === 'story' && first.start <= (tokens[1]?.start ?? 0)
}
