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
