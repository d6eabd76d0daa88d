import type { StatementType } from '../../model/report.js'
import type { TimeWords } from '../../model/words/times.js'
import type { Sentence, TimeReading } from '../parts.js'
import { tokenIndexAt } from '../times/around.js'
import { clauseMapOf, isInMainClause, type Tense, tenseOf } from '../times/clause-map.js'
import { tellsWhen } from '../times/time-of.js'
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
}

/** What is asked of a report again and again: its sentences, their times, and the stamps under which something is told. */
export function storyOf(sentences: readonly Sentence[], times: ReadonlyMap<number, readonly TimeReading[]>, words: TimeWords): Story {
  const heads = [...times.values()]
    .flat()
    .filter(({ standing, value, sentence }) => standing === 'stamp' && value !== null && sentences[sentence]?.kind !== 'byline')
    .sort((a, b) => a.start - b.start)
  return { sentences, times, words, stamps: heads.filter((stamp, index) => isOfEntry(stamp, heads[index + 1])) }
}

/** Whether something is told under a stamp before the next: "Published 5 May" and "Updated 6 May" at the head of a page are none of an entry. */
function isOfEntry({ sentence }: TimeReading, next: TimeReading | undefined): boolean {
  return next === undefined || next.sentence > sentence + 1
}

/**
 * The day of what a headline says, or the entry of a running report, where the report's own order makes it sure: a headline tells what the lead tells, and an entry what happened at its stamp.
 * Always uncertain (`?`), since the words do not say it. Elsewhere a sentence without a time tells none: of those that follow a dated one, fewer than half are of its day.
 */
export function storyTimeOf(draft: Draft, own: boolean, story: Story): StoryTime | null {
  const { sentence, token, factuality, nominal, type } = draft
  if (factuality.modality !== 'actual' || nominal || lasting.has(type) || tellsTime(story, sentence)) return null
  const isEntry = sentence.kind === 'paragraph' && own && story.stamps.length > 1
  if (sentence.kind !== 'headline' && !isEntry) return null
  const map = clauseMapOf(sentence, story.words)
  if (!isInMainClause(map, token)) return null
  const tense = tenseOf(sentence, map, token)
  return isEntry ? stampTime(sentence, tense, story) : leadTime(sentence, tense, story)
}

/** What goes on for a time, or is told as known: it need not be of the day. */
const lasting: ReadonlySet<StatementType> = new Set(['role', 'control', 'support', 'alias', 'agreement', 'abuse', 'warrant', 'alert'])

function tellsTime({ times }: Story, { index }: Sentence): boolean {
  return (times.get(index) ?? []).some(({ standing, form }) => standing !== 'stamp' && (form === 'date' || form === 'time'))
}

/** Sentences on from a headline to the lead: a second headline, a standfirst, a byline, a dateline between. */
const leadReach = 6

/** The day that the main clause of the lead tells, where the headline tells it as news ("freed", "frees"). */
function leadTime({ index }: Sentence, tense: Tense | null, story: Story): StoryTime | null {
  if (tense !== null && tense !== 'present') return null
  const lead = story.sentences.slice(index + 1, index + 1 + leadReach).find(({ kind }) => kind === 'paragraph')
  const reading = lead === undefined ? undefined : dayTold(lead, story)
  return reading === undefined ? null : { edtf: uncertainDay(reading), reading, why: 'implied: a headline tells what the lead tells' }
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
