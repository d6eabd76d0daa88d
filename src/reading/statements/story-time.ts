import type { StatementType } from '../../model/report.js'
import type { TimeWords } from '../../model/words/times.js'
import type { Sentence, TimeReading } from '../parts.js'
import { tokenIndexAt, widestLook } from '../times/around.js'
import { type ClauseMap, clauseMapOf, isInMainClause, isParticiple, type Tense, tenseOf } from '../times/clause-map.js'
import { tellsWhen } from '../times/time-of.js'
import { befalls, isSomeOfThem, opensWithNumber } from './crowds.js'
import type { Draft } from './draft.js'

/** Where the story stands at a claim whose sentence tells no time: the words that say which day, and why it is that one. */
export interface StoryTime {
  readonly edtf: string
  readonly reading: TimeReading
  readonly why: string
}

/** The times of a report, for asking where the story stands; `stamps` head the entries of a running report. */
export interface Story {
  readonly sentences: readonly Sentence[]
  readonly times: ReadonlyMap<number, readonly TimeReading[]>
  readonly stamps: readonly TimeReading[]
  readonly words: TimeWords
  readonly published: string | null
}

/** What is asked of a report again and again: its sentences, their times, and the stamps under which something is told. */
export function storyOf(
  sentences: readonly Sentence[],
  times: ReadonlyMap<number, readonly TimeReading[]>,
  words: TimeWords,
  published: string | null,
): Story {
  const heads = [...times.values()]
    .flat()
    .filter(({ standing, value, sentence }) => standing === 'stamp' && value !== null && sentences[sentence]?.kind !== 'byline')
    .sort((a, b) => a.start - b.start)
  return {
    sentences,
    times,
    words,
    published,
    stamps: heads.filter((stamp, index) => isOfEntry(stamp, heads[index + 1], sentences[stamp.sentence])),
  }
}

/** Whether something is told under a stamp, or beside it, before the next: "Published 5 May" and "Updated 6 May" at the head of a page are none of an entry. */
function isOfEntry({ sentence, start, end }: TimeReading, next: TimeReading | undefined, own: Sentence | undefined): boolean {
  if (next === undefined || next.sentence > sentence + 1) return true
  return own?.start === start && own.end - end > shortestEntry
}

/** Characters of the shortest entry beside its stamp: "He is free." */
const shortestEntry = 10

/**
 * The day of what a headline says, or the entry of a running report, where the report's own order makes it sure: a headline tells what the lead tells, and an entry what happened at its stamp.
 * Always uncertain (`?`), since the words do not say it. Elsewhere a sentence without a time tells none: of those that follow a dated one, fewer than half are of its day.
 */
export function storyTimeOf(draft: Draft, own: boolean, story: Story): StoryTime | null {
  const { sentence, token, factuality, kind, type } = draft
  if (factuality.modality !== 'actual' || kind === 'noun') return null
  const map = clauseMapOf(sentence, story.words)
  const tense = tenseOf(sentence, map, token)
  if (sentence.kind === 'paragraph' && story.stamps.length < 2)
    return isInMainClause(map, token) && tense === 'past' && !tellsTime(story, sentence) ? crowdTime(draft, story) : null
  if (lasting.has(type) && draft.detail.kind !== 'killing') return null
  if (sentence.kind === 'headline') {
    const isNews = tense === null || tense === 'present' || (tense === 'past' && isParticiple(map, token))
    return isNews && isInMainClause(map, token) && !tellsTime(story, sentence) ? (leadTime(sentence, story) ?? liveTime(story)) : null
  }
  if (sentence.kind !== 'paragraph') return null
  if (tense === 'present' && sessionTypes.has(type))
    return isGoingOn(map, token, sentence) && !leadsIn(story, draft) ? stampTime(sentence, tense, story) : null
  if (!own || !isInMainClause(map, token) || tellsTime(story, sentence)) return null
  if (isStanding(draft, story)) return null
  return tense === 'past' && followsAnotherTime(story, sentence) ? null : stampTime(sentence, tense, story)
}

/** "has long criticised him", "has repeatedly accused him": what somebody keeps saying is no news of the entry. */
function isStanding({ sentence, token, type }: Draft, story: Story): boolean {
  const near = sentence.tokens.slice(Math.max(0, token - standingReach), token + standingReach)
  if (near.some(({ lower }) => story.words.groups['again-and-again']?.includes(lower))) return true
  return said.has(type) && sentence.tokens[finiteOf(sentence, token, story)]?.lemma === 'have'
}

/** Words around a verb that say how often it is done. */
const standingReach = 4

/** What is done by saying it. */
const said: ReadonlySet<StatementType> = new Set(['condemnation', 'defence', 'denial', 'demand', 'inquiry'])

/** "His car was stopped on 16 January. Three men were expelled": the past of the entry, not its day. */
function followsAnotherTime(story: Story, { index, block }: Sentence): boolean {
  const before = story.sentences[index - 1]
  return before?.block === block && tellsTime(story, before)
}

/** The day of a crowd or an attack told right before, for what befell a number of people: "Troops fired on the march on Tuesday. Nine people were killed." */
function crowdTime({ sentence, token, type }: Draft, story: Story): StoryTime | null {
  if (!befalls.has(type) || sentence.tokens[finiteOf(sentence, token, story)]?.lemma === 'have') return null
  const before = story.sentences[sentence.index - 1]
  if (before?.block !== sentence.block || sentence.tokens.length > widestLook || before.tokens.length > widestLook) return null
  const { groups } = story.words
  const isCounted = isSomeOfThem(sentence.tokens, 0, token, story.words) || opensWithNumber(sentence.tokens, token, story.words)
  if (!isCounted || !before.tokens.some(({ lower }) => groups['crowd-events']?.includes(lower))) return null
  if (sentence.tokens.some(({ lower }) => groups['crowd-events']?.includes(lower) || groups['another-one']?.includes(lower))) return null
  const reading = dayTold(before, story)
  if (reading === undefined || tenseOf(before, clauseMapOf(before, story.words), tokenIndexAt(before.tokens, reading.start)) !== 'past')
    return null
  return { edtf: uncertainDay(reading), reading, why: 'implied: it befell people where the sentence before tells of a crowd or an attack' }
}

function finiteOf(sentence: Sentence, token: number, { words }: Story): number {
  const { clauses, of } = clauseMapOf(sentence, words)
  return clauses[of[token] ?? 0]?.finite ?? -1
}

/** What a court does in one session, as it is told while it sits. */
export const sessionTypes: ReadonlySet<StatementType> = new Set(['hearing', 'ruling', 'conviction', 'acquittal', 'sentence'])

/** In the main clause, or in one that "and" sets beside it. */
function isGoingOn(map: ClauseMap, token: number, { tokens }: Sentence): boolean {
  const clause = map.clauses[map.of[token] ?? 0]
  return isInMainClause(map, token) || (clause?.link === 'beside' && tokens[clause.first]?.pos === 'CCONJ')
}

/** Whether a time before a claim, or one without a value, says that it is of another day than the entry. */
function leadsIn({ times }: Story, { sentence, token }: Draft): boolean {
  const trigger = sentence.tokens[token]?.start ?? sentence.start
  return (times.get(sentence.index) ?? []).some(
    ({ standing, form, value, start }) =>
      standing !== 'stamp' && (form === 'date' || form === 'time') && (value === null || start < trigger),
  )
}

/** The day of a running report whose entries are all of one day. */
function liveTime({ stamps }: Story): StoryTime | null {
  const [reading, ...others] = stamps
  if (reading === undefined || others.length < leastEntries) return null
  if (others.some((other) => uncertainDay(other) !== uncertainDay(reading))) return null
  return { edtf: uncertainDay(reading), reading, why: 'implied: the day of all entries of the running report' }
}

/** Entries beside the first by which a page shows itself to be a running report. */
const leastEntries = 2

/** What goes on for a time, or is told as known: it need not be of the day. */
const lasting: ReadonlySet<StatementType> = new Set(['role', 'control', 'support', 'alias', 'agreement', 'abuse', 'warrant', 'alert'])

function tellsTime({ times }: Story, { index }: Sentence): boolean {
  return (times.get(index) ?? []).some(({ standing, form }) => standing !== 'stamp' && (form === 'date' || form === 'time'))
}

/** Sentences on from a headline to the lead: a second headline, a standfirst, a byline, a dateline between. */
const leadReach = 6

/** The day that the main clause of the lead tells, where the headline tells it as news ("freed", "frees"). */
function leadTime({ index }: Sentence, story: Story): StoryTime | null {
  const lead = story.sentences.slice(index + 1, index + 1 + leadReach).find(({ kind }) => kind === 'paragraph')
  const reading = lead === undefined || tellsWhoSaidIt(lead, story.words) ? undefined : dayTold(lead, story)
  return reading === undefined ? null : { edtf: uncertainDay(reading), reading, why: 'implied: a headline tells what the lead tells' }
}

/** "The party's leader said on Thursday that": the day is that of the telling. */
function tellsWhoSaidIt(sentence: Sentence, words: TimeWords): boolean {
  const finite = sentence.tokens[clauseMapOf(sentence, words).clauses[0]?.finite ?? -1]
  return finite !== undefined && words.groups.telling?.includes(finite.lower) === true
}

function stampTime({ start }: Sentence, tense: Tense | null, { stamps }: Story): StoryTime | null {
  if (tense !== null && tense !== 'present' && tense !== 'past') return null
  const reading = lastBefore(stamps, start)
  return reading === undefined
    ? null
    : { edtf: uncertainDay(reading), reading, why: 'implied: the entry of a running report bears this stamp' }
}

/** The last that begins no later, by halving. */
function lastBefore(stamps: readonly TimeReading[], start: number): TimeReading | undefined {
  let [low, high] = [0, stamps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stamps[middle] as TimeReading).start <= start) low = middle + 1
    else high = middle
  }
  return stamps[low - 1]
}

function uncertainDay({ value }: TimeReading): string {
  return `${(value ?? '').slice(0, 10)}?`
}

/** The only day told in the main clause of a sentence. */
function dayTold(sentence: Sentence, { times, words }: Story): TimeReading | undefined {
  const map = clauseMapOf(sentence, words)
  const told = (times.get(sentence.index) ?? []).filter(
    (time) =>
      time.standing === undefined && tellsWhen(time) && isDay(time) && isInMainClause(map, tokenIndexAt(sentence.tokens, time.start)),
  )
  return new Set(told.map(uncertainDay)).size === 1 ? told[0] : undefined
}

function isDay({ value, interval }: TimeReading): boolean {
  return interval === undefined && /^\d{4}-\d{2}-\d{2}(?:T|\?|$)/.test(value ?? '')
}
