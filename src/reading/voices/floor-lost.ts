import { mentionAt, mentionsIn, partyAt } from '../parties/lookup.js'
import type { Sentence, TimeReading } from '../parts.js'
import { type Floor, isRecent, type Spoken, type Telling } from './floor.js'
import type { Lexicon } from './lexicon.js'
import { type MainClause, mainClauseOf } from './main-clause.js'
import { isQuoteMark } from './phrases.js'

/**
 * Whether the outlet takes the floor back with a sentence: it tells what is so now, has been or will be; it names itself; it quotes; another speaks or judges; it tells of the speaker; it introduces
 * somebody new; it tells the news of these days or the steps of a case or career, where none were told.
 */
export function takenBack(sentence: Sentence, floor: Floor, own: readonly Spoken[], telling: Telling): boolean {
  const main = mainClauseOf(sentence)
  const { lexicon } = telling
  return (
    main === null ||
    !isPast(main) ||
    isQuoteMark(sentence.tokens[0]) ||
    namesOutlet(sentence, lexicon) ||
    own.some(({ attribution: { speaker } }) => speaker !== null && speaksApart(sentence, speaker, main, floor, telling)) ||
    isOfSpeaker(main, floor, telling) ||
    isIntroduced(sentence, main, floor, telling) ||
    (lexicon.gestures.has(main.verb.lemma) && isSpeaker(main, floor, telling)) ||
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
function speaksApart({ tokens }: Sentence, speaker: number, main: MainClause, floor: Floor, telling: Telling): boolean {
  const token = tokens[speaker]
  if (token === undefined) return false
  if (main.subject === token && isSpeaker(main, floor, telling)) return true
  return floor.kind !== 'lived' && (token.tag !== 'PRP' || partyAt(telling.parties, token)?.id === floor.speaker)
}

/** "Meanwhile", "in other words": the outlet turns to something else, or comments. */
function turnsAway({ tokens }: Sentence, lexicon: Lexicon): boolean {
  return lexicon.turns.some((phrase) => phrase.every((word, index) => tokens[index]?.lower === word))
}

/** "The guard, who has worked there since 2009, …": the outlet tells of its source. In a tale of one's own one is only "he"; elsewhere "he" must be another, told of before. */
function isOfSpeaker(main: MainClause, floor: Floor, telling: Telling): boolean {
  const { subject } = main
  if (subject === null) return false
  if (subject.pos !== 'PRON') return isSpeaker(main, floor, telling)
  if (floor.kind === 'lived') return false
  return (
    isSpeaker(main, floor, telling) ||
    (mentionAt(telling.parties, subject) === undefined && telling.lexicon.pronouns.get(subject.lower) === floor.use)
  )
}

function isSpeaker({ subject }: MainClause, { speaker }: Floor, { parties }: Telling): boolean {
  return subject !== null && speaker !== null && partyAt(parties, subject)?.id === speaker
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
  const others = times.filter((time) => !isWithinTale(time))
  const takesUp = subject?.tag === 'PRP'
  if (others.length > 0 && (floor.kind === 'said' || (floor.kind === 'lived' && !takesUp))) return true
  if (floor.kind === 'said') return tellsSteps(sentence, lexicon)
  return lexicon.caseSteps.has(verb.lemma) && !(floor.kind === 'lived' && namesOne(sentence))
}

/** Whether a step of a case or career is told in any clause of a sentence. */
function tellsSteps({ tokens }: Sentence, lexicon: Lexicon): boolean {
  return tokens.some(({ pos, lemma }) => pos === 'VERB' && lexicon.caseSteps.has(lemma))
}

/** Whether somebody in a sentence is only "he" or "his". */
export function namesOne({ tokens }: Sentence): boolean {
  return tokens.some(({ tag }) => tag === 'PRP' || tag === 'PRP$')
}

/** "Since 2011". */
function lasts({ interval, value }: TimeReading): boolean {
  return (interval ?? value ?? '').endsWith('/..')
}

/** "Two days later", "on the third night": counted from what was told. "In March", "last year" and a full date are set by the calendar. */
function isWithinTale({ step, ground, value }: TimeReading): boolean {
  return step === undefined ? ground === 'implied' && /^\d{4}-\d\d-\d\d/.test(value ?? '') : step.from !== 'publication'
}
