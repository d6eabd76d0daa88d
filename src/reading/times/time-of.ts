import type { Sentence, TimeReading, TimeStep, Token, Tree } from '../parts.js'
import { tokenIndexAt } from './around.js'
import { edtfOf, type Stretch } from './calendar.js'
import { takeStep } from './resolve.js'

/** When a happening was, as its sentence says it. `edtf` is the interval of a "since" or "between"; `reading` holds the words. */
export interface HappeningTime {
  readonly edtf: string
  readonly reading: TimeReading
}

/**
 * The time that tells when the happening at `trigger` was: the one nearest to it in the sentence's tree, where the way from word to word costs more when it leads out of a clause
 * ("said on Friday that he had been arrested") than within one. Terms ("until March", "within 48 hours") tell no time of a happening.
 */
export function timeOf(times: readonly TimeReading[], sentence: Sentence, trigger: Token): HappeningTime | null {
  const own = (timesOf(times).bySentence.get(sentence.index) ?? []).filter((time) => isNear(time, trigger))
  if (own.length === 0) return null
  const counted = countedFrom(own, sentence, trigger)
  if (counted !== null) return counted
  const tree = sentence.tree()
  const best = own
    .filter((time) => tellsWhen(time) || isOpenStep(time))
    .map((reading) => ({ reading, cost: costBetween(sentence, tree, reading, trigger) }))
    .reduce<{ readonly reading: TimeReading; readonly cost: number } | null>(
      (least, next) => (least === null || next.cost < least.cost ? next : least),
      null,
    )
  if (best === null || best.cost > farthest) return null
  const value = best.reading.interval ?? best.reading.value
  return value === null ? null : { edtf: value, reading: best.reading }
}

/** "two days later" where nothing says which day that is: it tells when, so a day told of something else in the sentence is none of the happening's. */
function isOpenStep({ step, value }: TimeReading): boolean {
  return step !== undefined && value === null
}

/** The time that lies a step from a known one: "two days after his arrest", where the arrest was on 2025-01-19, is 2025-01-21. Null where the known time is too wide for the step. */
export function timeAfterStep(step: TimeStep, edtf: string): string | null {
  const from = stretchOf(edtf)
  const { stretch } = from === null ? { stretch: null } : takeStep(step, from, true)
  return stretch === null ? null : edtfOf(stretch)
}

/** In "freed on Tuesday, two days after police arrested him", what stands after the step lies that step before what stands before it. */
function countedFrom(own: readonly TimeReading[], sentence: Sentence, trigger: Token): HappeningTime | null {
  const reading = own.findLast(({ step, end, value }) => step?.from === 'event' && value?.startsWith('P') === true && end <= trigger.start)
  if (reading?.step === undefined) return null
  const follows = sentence.tokens.slice(tokenIndexAt(sentence.tokens, reading.end), trigger.index)
  if (follows.length > longestClauseStart || follows.some(({ text }) => /^[,;:–—]$/.test(text))) return null
  const known = own.findLast((time) => time.end <= reading.start && tellsWhen(time) && time.interval === undefined)
  if (known === undefined || known.value === null) return null
  const edtf = timeAfterStep({ ...reading.step, toward: reading.step.toward === 1 ? -1 : 1 }, known.value)
  return edtf === null ? null : { edtf, reading }
}

/** Words from "after" to the verb: "Spain's Supreme Court had first". */
const longestClauseStart = 10

function stretchOf(edtf: string): Stretch | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/.exec(edtf)
  if (match === null || edtf.includes('/') || edtf.includes('X')) return null
  const [, year, month, day, hour, minute] = match
  const date = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) }
  if (day === undefined) return { unit: month === undefined ? 'year' : 'month', ...date }
  return { unit: 'day', ...date, ...(hour === undefined ? {} : { clock: { hour: Number(hour), minute: Number(minute) } }) }
}

/** The times of a report by sentence and by block, and the stamps of a running report. */
interface TimesByPlace {
  readonly bySentence: ReadonlyMap<number, readonly TimeReading[]>
  /** Only those that tell a day of the story. */
  readonly toldByBlock: ReadonlyMap<number, readonly TimeReading[]>
  readonly stamps: readonly TimeReading[]
}

const placed = new WeakMap<readonly TimeReading[], TimesByPlace>()

/** Made once for each report, so that asking for every happening of a long one stays linear. */
function timesOf(times: readonly TimeReading[]): TimesByPlace {
  const known = placed.get(times)
  if (known !== undefined) return known
  const made = {
    bySentence: grouped(times, ({ sentence }) => sentence),
    toldByBlock: grouped(times.filter(isTold), ({ block }) => block),
    stamps: times.filter(({ standing, value }) => standing === 'stamp' && value !== null),
  }
  placed.set(times, made)
  return made
}

function grouped(times: readonly TimeReading[], keyOf: (time: TimeReading) => number): ReadonlyMap<number, readonly TimeReading[]> {
  const groups = new Map<number, TimeReading[]>()
  for (const time of times) {
    const group = groups.get(keyOf(time))
    if (group === undefined) groups.set(keyOf(time), [time])
    else group.push(time)
  }
  return groups
}

/** Farther from its verb, in characters, no time stands in a sentence that is one: a page without full stops is a list. */
const farthestInSentence = 600

function isNear({ start, end }: TimeReading, trigger: Token): boolean {
  return start - trigger.end <= farthestInSentence && trigger.start - end <= farthestInSentence
}

/**
 * The day on which the story stands at a happening whose sentence tells no time of its own: the last it told in the paragraph, else the stamp of a running report's entry, else the last of the paragraph before;
 * a headline stands where the story begins. What "had happened" lies before the story, and has none. Always uncertain (`?`): the words do not say it.
 */
export function storyTimeOf(times: readonly TimeReading[], sentence: Sentence, trigger: Token): HappeningTime | null {
  if (liesBefore(sentence, trigger)) return null
  const place = timesOf(times)
  const reading = sentence.kind === 'headline' || sentence.kind === 'standfirst' ? firstTold(place, sentence) : lastTold(place, sentence)
  return reading === undefined ? null : { edtf: `${dayOf(reading)}?`, reading }
}

function firstTold({ toldByBlock }: TimesByPlace, { block }: Sentence): TimeReading | undefined {
  for (let at = block; at <= block + leadReach; at++) {
    const told = toldByBlock.get(at)?.[0]
    if (told !== undefined) return told
  }
  return undefined
}

function lastTold({ toldByBlock, stamps }: TimesByPlace, { block, start }: Sentence): TimeReading | undefined {
  const here = toldByBlock.get(block)?.findLast((time) => time.start < start)
  if (here !== undefined) return here
  return stamps.length > 1 ? lastBefore(stamps, start) : toldByBlock.get(block - 1)?.at(-1)
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

function isTold(time: TimeReading): boolean {
  return time.standing === undefined && tellsWhen(time) && dayOf(time) !== null
}

/** Words back to "had": "had already been told". */
const hadReach = 4

function liesBefore({ tokens }: Sentence, trigger: Token): boolean {
  return (
    trigger.tag === 'VBN' &&
    tokens.slice(Math.max(0, trigger.index - hadReach), trigger.index).some(({ tag, lemma }) => tag === 'VBD' && lemma === 'have')
  )
}

/** A headline, a standfirst, a byline and the lead. */
const leadReach = 4

function dayOf({ value }: TimeReading): string | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}(?:T|\?|$)/.test(value) ? value.slice(0, 10) : null
}

function tellsWhen({ form, value, interval, bound }: TimeReading): boolean {
  return (form === 'date' || form === 'time') && (value !== null || interval !== undefined) && bound === undefined
}

/** The dearest way still believed: two steps between clauses, and a few within. On the development reports, what lies between 12 and 20 was right three times in four. */
const farthest = 20
/** What a step up or down the tree costs: out of a clause that says, qualifies or explains, much; along "and", some; within a clause, little. */
const stepCosts: Readonly<Record<string, number>> = {
  ccomp: 8,
  'acl:relcl': 8,
  acl: 3,
  advcl: 6,
  'advcl:relcl': 8,
  parataxis: 8,
  conj: 4,
  csubj: 6,
  appos: 3,
  xcomp: 1,
  nsubj: 2,
}
const innerStep = 1
/** From what had happened up to when it was told no way leads: "said on Friday that they had detained him" dates the saying. */
const outOfWhatHadHappened = farthest
/** Trees err; so many words between weigh as one step. */
const wordsPerStep = 8

function costBetween(sentence: Sentence, tree: Tree, time: TimeReading, trigger: Token): number {
  const words = sentence.tokens.slice(tokenIndexAt(sentence.tokens, time.start), tokenIndexAt(sentence.tokens, time.end - 1) + 1)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY
  const head = words.find(({ index }) => !words.some((word) => word.index === tree.head[index])) ?? last
  const between = trigger.index < first.index ? first.index - trigger.index : trigger.index > last.index ? trigger.index - last.index : 0
  return (
    wayBetween(tree, head.index, trigger.index, liesBefore(sentence, trigger) ? outOfWhatHadHappened : (stepCosts.ccomp ?? innerStep)) +
    between / wordsPerStep
  )
}

/** The cost of the way from one word to another over the nearest word above both. */
function wayBetween(tree: Tree, from: number, to: number, said: number): number {
  const costs = costsUp(tree, from)
  let cost = 0
  for (let at = to; at !== -1; at = tree.head[at] ?? -1) {
    const met = costs.get(at)
    if (met !== undefined) return met + cost
    cost += tree.relation[at] === 'ccomp' ? said : (stepCosts[tree.relation[at] ?? ''] ?? innerStep)
  }
  return Number.POSITIVE_INFINITY
}

function costsUp(tree: Tree, from: number): ReadonlyMap<number, number> {
  const costs = new Map<number, number>()
  let cost = 0
  for (let at = from; at !== -1 && !costs.has(at); at = tree.head[at] ?? -1) {
    costs.set(at, cost)
    cost += stepCosts[tree.relation[at] ?? ''] ?? innerStep
  }
  return costs
}
