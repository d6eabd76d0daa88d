import { mentionAt, mentionsIn, partyAt } from '../parties/lookup.js'
import type { Sentence, TimeReading } from '../parts.js'
import { type Floor, isRecent, type Spoken, type Telling } from './floor.js'
import type { Lexicon } from './lexicon.js'
import { type MainClause, mainClauseOf } from './main-clause.js'

/**
 * Whether the outlet takes the floor back with a sentence: it tells what is so now, has been or will be; it names itself; another speaks or judges; it tells of the speaker by name; it introduces
 * somebody new; it tells the news of these days or the steps of a case or career, where none were told.
 */
export function takenBack(sentence: Sentence, floor: Floor, own: readonly Spoken[], telling: Telling): boolean {
  const main = mainClauseOf(sentence)
  const { lexicon } = telling
  return (
    main === null ||
    !isPast(main) ||
    namesOutlet(sentence, lexicon) ||
    own.some(({ attribution: { speaker } }) => speaker !== null && speaksApart(sentence, speaker, floor, telling)) ||
    isOfSpeakerByName(main, floor, telling) ||
    isIntroduced(sentence, main, floor, telling) ||
    lexicon.gestures.has(main.verb.lemma) ||
    turnsAway(sentence, lexicon) ||
    isNews(sentence, main, floor, telling)
  )
}

function isPast({ finite }: MainClause): boolean {
  return finite.tag === 'VBD' || finite.tag === 'VBN'
}

/** "Our reporter", "this newspaper". */
function namesOutlet({ tokens }: Sentence, lexicon: Lexicon): boolean {
  return tokens.some(({ lower, index }) => lexicon.ownMarks.has(lower) && lexicon.ownPress.has(tokens[index + 1]?.lower ?? ''))
}

/** Whether somebody who wishes or judges in a sentence is another than those of the tale, or the speaker at it again. */
function speaksApart({ tokens }: Sentence, speaker: number, floor: Floor, { parties }: Telling): boolean {
  const token = tokens[speaker]
  if (token === undefined) return false
  if (floor.speaker !== null && partyAt(parties, token)?.id === floor.speaker) return true
  return floor.kind !== 'lived' && token.tag !== 'PRP'
}

/** "Meanwhile", "in other words": the outlet turns to something else, or comments. */
function turnsAway({ tokens }: Sentence, lexicon: Lexicon): boolean {
  return lexicon.turns.some((phrase) => phrase.every((word, index) => tokens[index]?.lower === word))
}

/** "The guard, who has worked there since 2009, …": the outlet tells of its source; in a tale of one's own one is only "he". */
function isOfSpeakerByName({ subject }: MainClause, floor: Floor, { parties }: Telling): boolean {
  if (subject === null || floor.speaker === null || subject.pos === 'PRON') return false
  return partyAt(parties, subject)?.id === floor.speaker
}

/** A subject with words between commas that tell who it is, or a name that was not yet told of. */
function isIntroduced({ tokens }: Sentence, { subject, finite }: MainClause, floor: Floor, telling: Telling): boolean {
  if (subject === null) return false
  if (tokens.slice(subject.index, finite.index).some(({ text }) => text === ',')) return true
  const mention = mentionAt(telling.parties, subject)
  if (mention === undefined || mention.form !== 'name' || subject.pos !== 'PROPN') return false
  return !isTold(mention.party, floor, telling)
}

/** Whether a party is named in what was told. */
export function isTold(party: number, { told }: Floor, { parties }: Telling): boolean {
  return told.some((span) => mentionsIn(parties, span).some((mention) => mention.party === party))
}

/** Times that set a sentence apart from what was told: days of the news, stretches that last to this day, other dates; and steps of a case or career where none were told. */
function isNews(
  sentence: Sentence,
  { subject, verb, finite }: MainClause,
  floor: Floor,
  { timesOf, published, lexicon }: Telling,
): boolean {
  const times = (timesOf.get(sentence.index) ?? []).filter(({ form, value }) => form === 'date' && value !== null)
  if (times.some((time) => isRecent(time, published) && !floor.recent)) return true
  if (times.some(lasts) && finite.lemma !== 'have') return true
  const others = times.filter((time) => !isStep(time))
  const takesUp = subject?.tag === 'PRP'
  if (others.length > 0 && (floor.kind === 'said' || (floor.kind === 'found' ? !floor.dated : !takesUp))) return true
  return lexicon.caseSteps.has(verb.lemma) && !floor.tellsSteps && !(floor.kind === 'lived' && namesOne(sentence))
}

function namesOne({ tokens }: Sentence): boolean {
  return tokens.some(({ tag }) => tag === 'PRP')
}

/** "Since 2011". */
function lasts({ interval, value }: TimeReading): boolean {
  return (interval ?? value ?? '').endsWith('/..')
}

/** "Two days later", "the next morning": counted from what was told. */
function isStep({ step }: TimeReading): boolean {
  return step?.from === 'story'
}
