import type { Sentence, TimeReading, Token, Tree } from '../parts.js'

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
  const own = times.filter((time) => time.sentence === sentence.index && tellsWhen(time))
  if (own.length === 0) return null
  const tree = sentence.tree()
  const best = own
    .map((reading) => ({ reading, cost: costBetween(sentence, tree, reading, trigger) }))
    .reduce((least, next) => (next.cost < least.cost ? next : least))
  const value = best.reading.interval ?? best.reading.value
  return best.cost > farthest || value === null ? null : { edtf: value, reading: best.reading }
}

/**
 * The day on which the story stands at a happening whose sentence tells no time of its own: the last it told in the paragraph, else the stamp of a running report's entry, else the last of the paragraph before;
 * a headline stands where the story begins. What "had happened" lies before the story, and has none. Always uncertain (`?`): the words do not say it.
 */
export function storyTimeOf(times: readonly TimeReading[], sentence: Sentence, trigger: Token): HappeningTime | null {
  if (liesBefore(sentence, trigger)) return null
  const reading = sentence.kind === 'headline' || sentence.kind === 'standfirst' ? firstTold(times, sentence) : lastTold(times, sentence)
  return reading === undefined ? null : { edtf: `${dayOf(reading)}?`, reading }
}

function firstTold(times: readonly TimeReading[], { block }: Sentence): TimeReading | undefined {
  return times.find((time) => isTold(time) && time.block >= block && time.block - block <= leadReach)
}

function lastTold(times: readonly TimeReading[], { block, start }: Sentence): TimeReading | undefined {
  const here = times.findLast((time) => time.block === block && time.start < start && isTold(time))
  if (here !== undefined) return here
  const stamps = times.filter(({ standing, value }) => standing === 'stamp' && value !== null)
  if (stamps.length > 1) return stamps.findLast((stamp) => stamp.start <= start)
  return times.findLast((time) => time.block === block - 1 && isTold(time))
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

/** The dearest way still believed: one step between clauses that share their time, and a few within. */
const farthest = 12
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
/** Trees err; so many words between weigh as one step. */
const wordsPerStep = 8

function costBetween(sentence: Sentence, tree: Tree, time: TimeReading, trigger: Token): number {
  const words = sentence.tokens.filter(({ start, end }) => start < time.end && end > time.start)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY
  const head = words.find(({ index }) => !words.some((word) => word.index === tree.head[index])) ?? last
  const between = trigger.index < first.index ? first.index - trigger.index : trigger.index > last.index ? trigger.index - last.index : 0
  return wayBetween(tree, head.index, trigger.index) + between / wordsPerStep
}

/** The cost of the way from one word to another over the nearest word above both. */
function wayBetween(tree: Tree, from: number, to: number): number {
  const costs = costsUp(tree, from)
  let cost = 0
  for (let at = to; at !== -1; at = tree.head[at] ?? -1) {
    const met = costs.get(at)
    if (met !== undefined) return met + cost
    cost += stepCosts[tree.relation[at] ?? ''] ?? innerStep
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
