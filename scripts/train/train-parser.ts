import { left, mostParserFeatures, type Parser, type ParserInput, ParserState, shift } from '../../src/reading/syntax/parser.js'
import type { TrainedRow } from '../../src/reading/syntax/rows.js'
import type { Tagger } from '../../src/reading/syntax/tagger.js'
import { chanceFrom, shuffled } from './chance.js'
import type { TreebankDocument } from './conllu.js'
import { LearningRows } from './learning-rows.js'
import { examplesOf } from './train-tagger.js'

/** The sentences of a document, tagged by this tagger, with their trees. */
export function parsedExamples(tagger: Tagger, document: TreebankDocument): ParsedExample[] {
  return examplesOf(tagger, document).map(({ words, memory, sentenceCase }, at) => {
    const gold = document[at]!.words
    const input = { length: words.length, words: Int32Array.from(words, ({ id }) => id), tags: tagger.tag(words, memory, sentenceCase) }
    return { input, head: gold.map(({ head }) => (head < 0 ? gold.length : head)), relation: gold.map(({ relation }) => relation) }
  })
}

/** A sentence to learn from: what the parser will see, and the tree it should find. */
export interface ParsedExample {
  readonly input: ParserInput
  /** Heads; the root's is `input.length`. */
  readonly head: readonly number[]
  readonly relation: readonly string[]
}

export interface TrainedParser {
  readonly labels: readonly string[]
  readonly moveRows: readonly TrainedRow[]
  readonly labelRows: readonly TrainedRow[]
}

/** Relations seen at least this often; rarer ones are read by their part before the colon. */
const leastRelationCount = 20

/** How many arcs of the gold tree can no longer be found after a move (Goldberg and Nivre 2013). */
function costOf(state: ParserState, move: number, gold: readonly number[]): number {
  const { stack, depth, next, length } = state
  let cost = 0
  if (move === shift) {
    for (let at = 0; at < depth; at++) {
      if (gold[stack[at]!] === next) cost++
      if (at < depth - 1 && gold[next] === stack[at]) cost++
    }
    return cost
  }
  const top = state.dependent()
  const head = gold[top]!
  if (move === left) {
    if (head > next || (depth > 1 && head === stack[depth - 2])) cost++
  } else if (head >= next) cost++
  for (let word = next; word < length; word++) if (gold[word] === top) cost++
  return cost
}

/** Passes over the data; after the second, nine in ten moves follow the parser's own choice, so that it learns to go on after a mistake. */
const passes = 6
/** After the third pass weak features are dropped and no new ones come. */
const freezeAfter = 2

/** Trains moves and relations with a dynamic oracle. */
export function trainParser(examples: readonly ParsedExample[], say: (what: string) => void, rounds = passes): TrainedParser {
  const counts = new Map<string, number>()
  for (const { relation } of examples) for (const name of relation) counts.set(name, (counts.get(name) ?? 0) + 1)
  const labels = [...counts].filter(([, count]) => count >= leastRelationCount).map(([name]) => name)
  labels.sort()
  const numberOf = new Map(labels.map((name, index) => [name, index]))
  const labelOf = (name: string) => numberOf.get(name) ?? numberOf.get(name.split(':')[0] ?? '') ?? numberOf.get('dep') ?? 0

  const moves = new LearningRows()
  const relations = new LearningRows()
  const state = new ParserState()
  const features = new Int32Array(mostParserFeatures)
  const moveScores = new Int32Array(3)
  const labelScores = new Int32Array(labels.length)
  const chance = chanceFrom(2)
  let step = 1
  let labelStep = 1
  for (let round = 0; round < rounds; round++) {
    let [wrong, total] = [0, 0]
    for (const { input, head, relation } of shuffled(examples, chance)) {
      state.begin(input)
      while (!state.done) {
        const count = state.moveFeatures(features)
        moveScores.fill(0)
        moves.addScores(features, count, moveScores)
        let best = -1
        let bestFree = -1
        let least = Number.POSITIVE_INFINITY
        const costs = [0, 0, 0]
        for (let move = 0; move < 3; move++) {
          if (!state.allows(move)) continue
          costs[move] = costOf(state, move, head)
          if (best < 0 || moveScores[move]! > moveScores[best]!) best = move
          if (costs[move]! < least || (costs[move] === least && moveScores[move]! > moveScores[bestFree]!)) {
            least = costs[move]!
            bestFree = move
          }
        }
        step++
        total++
        if (costs[best]! > least) {
          wrong++
          moves.update(features, count, bestFree, 1, step)
          moves.update(features, count, best, -1, step)
        }
        const taken = round >= 2 && chance() < 0.9 ? best : bestFree
        if (taken === shift) {
          state.take(taken, 0)
          continue
        }
        const dependent = state.dependent()
        const on = state.headFor(taken)
        if (on === input.length) {
          state.take(taken, 0)
          continue
        }
        const labelCount = state.labelFeatures(dependent, on, features)
        labelScores.fill(0)
        relations.addScores(features, labelCount, labelScores)
        let label = 0
        for (let at = 1; at < labels.length; at++) if (labelScores[at]! > labelScores[label]!) label = at
        const wanted = labelOf(relation[dependent]!)
        labelStep++
        // A relation is only known for arcs the treebank has.
        if (head[dependent] === on && wanted !== label) {
          relations.update(features, labelCount, wanted, 1, labelStep)
          relations.update(features, labelCount, label, -1, labelStep)
        }
        state.take(taken, round < 1 && head[dependent] === on ? wanted : label)
      }
    }
    if (round === freezeAfter) {
      moves.freeze(step, 4)
      relations.freeze(labelStep, 3)
    }
    say(`parser, pass ${round + 1}: ${((wrong / total) * 100).toFixed(2)} % of moves wrong`)
  }
  return { labels, moveRows: moves.trained(step, 6, 3), labelRows: relations.trained(labelStep, 4) }
}

/** The share of words (signs counted, as usual for these treebanks) with the right head, and with the right head and relation. */
export function scoreParser(parser: Parser, examples: readonly ParsedExample[]): { readonly uas: number; readonly las: number } {
  let [total, heads, both] = [0, 0, 0]
  for (const { input, head, relation } of examples) {
    const found = parser.parse(input)
    for (let index = 0; index < input.length; index++) {
      total++
      const right = (found.head[index] === -1 ? input.length : found.head[index]) === head[index]
      if (right) heads++
      if (right && found.relation[index] === relation[index]) both++
    }
  }
  return { uas: heads / total, las: both / total }
}
