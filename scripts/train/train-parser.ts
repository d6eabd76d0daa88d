import { Choice } from '../../src/reading/syntax/choice.js'
import {
  left,
  mostParserFeatures,
  moveRounds,
  type Parser,
  type ParserInput,
  type ParserLeads,
  ParserState,
  relationRounds,
  shift,
} from '../../src/reading/syntax/parser.js'
import type { TrainedRow, Weights } from '../../src/reading/syntax/rows.js'
import type { Tagger } from '../../src/reading/syntax/tagger.js'
import { chanceFrom, shuffled } from './chance.js'
import type { TreebankDocument } from './conllu.js'
import { ExactRows } from './exact-rows.js'
import { LearningRows } from './learning-rows.js'
import { RoundsSeen } from './rounds-seen.js'
import { examplesOf } from './train-tagger.js'

/** The sentences of a document, tagged by this tagger, with their trees. */
export function parsedExamples(tagger: Tagger, document: TreebankDocument): ParsedExample[] {
  return examplesOf(tagger, document).map(({ words, memory, sentenceCase }, at) => {
    const gold = document[at]!.words
    const input = { length: words.length, words: Int32Array.from(words, ({ id }) => id), tags: tagger.tag(words, memory, sentenceCase) }
    return { input, head: gold.map(({ head }) => (head < 0 ? gold.length : head) + 1), relation: gold.map(({ relation }) => relation) }
  })
}

/** A sentence to learn from: what the parser will see, and the tree it should find. */
export interface ParsedExample {
  readonly input: ParserInput
  /** Heads, words counted from 1; the root's head is one after the last. */
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

/** How many arcs of the gold tree can no longer be found after a move (Goldberg and Nivre 2013). `gold` holds the heads of the words. */
function costOf(state: ParserState, move: number, gold: readonly number[]): number {
  const { stacked, next, root } = state
  const headOf = (word: number) => gold[word - 1]
  let cost = 0
  if (move === shift) {
    for (let deep = 0; deep < stacked; deep++) {
      if (headOf(state.below(deep)) === next) cost++
      if (deep > 0 && headOf(next) === state.below(deep)) cost++
    }
    return cost
  }
  const top = state.dependent()
  const head = headOf(top)!
  if (move === left) {
    if (head > next || (stacked > 1 && head === state.below(1))) cost++
  } else if (head >= next) cost++
  for (let word = next; word < root; word++) if (headOf(word) === top) cost++
  return cost
}

/** Has the features of all rounds filled in; gives their number. */
function countOfAll(rounds: number, ofRound: (round: number, at: number) => number): number {
  let count = 0
  for (let round = 0; round < rounds; round++) count = ofRound(round, count)
  return count
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
        const count = countOfAll(moveRounds, (round, at) => state.moveFeatures(round, features, at))
        moveScores.fill(0)
        moves.addScores(features, 0, count, moveScores)
        let best = -1
        let bestFree = -1
        let least = Number.POSITIVE_INFINITY
        const costs = [0, 0, 0]
        const only = state.onlyMove()
        const allowed = only === null ? state.moves() : [only]
        for (let move = 0; move < 3; move++) {
          if (!allowed.includes(move)) continue
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
        if (on === state.root) {
          state.take(taken, 0)
          continue
        }
        const labelCount = countOfAll(relationRounds, (round, at) => state.labelFeatures(round, dependent, on, features, at))
        labelScores.fill(0)
        relations.addScores(features, 0, labelCount, labelScores)
        let label = 0
        for (let at = 1; at < labels.length; at++) if (labelScores[at]! > labelScores[label]!) label = at
        const wanted = labelOf(relation[dependent - 1]!)
        labelStep++
        // A relation is only known for arcs the treebank has.
        if (head[dependent - 1] === on && wanted !== label) {
          relations.update(features, labelCount, wanted, 1, labelStep)
          relations.update(features, labelCount, label, -1, labelStep)
        }
        state.take(taken, round < 1 && head[dependent - 1] === on ? wanted : label)
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

/** How far moves and relations must lead after each round for the choice to be as good as made. A wrong move makes others wrong: one in two thousand cost 0.2 of the right heads. */
export function parserLeads(
  { labels, moveRows, labelRows }: TrainedParser,
  documents: readonly TreebankDocument[],
  tagger: Tagger,
): ParserLeads {
  const [moves, relations] = [new ExactRows(moveRows), new ExactRows(labelRows)]
  const [seenMoves, seenRelations] = [new RoundsSeen(moveRounds), new RoundsSeen(relationRounds)]
  const [move, relation] = [new Choice(3), new Choice(labels.length)]
  const everyRelation = Uint8Array.from(labels.keys())
  const state = new ParserState()
  const features = new Int32Array(mostParserFeatures)
  const inRounds = (choice: Choice, weights: Weights, among: Uint8Array, rounds: number, ofRound: (round: number) => number) => {
    choice.scores.fill(0)
    const [leads, best]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      weights.addScores(features, 0, ofRound(round), choice.scores)
      choice.compare(among)
      leads.push(choice.lead)
      best.push(choice.best)
    }
    return { leads, best }
  }
  const moveHere = (): number => {
    const seen = inRounds(move, moves, state.moves(), moveRounds, (round) => state.moveFeatures(round, features, 0))
    seenMoves.add(seen.leads, seen.best)
    return move.best
  }
  const relationHere = (dependent: number, head: number): number => {
    if (head === state.root) return 0
    const ofRound = (round: number) => state.labelFeatures(round, dependent, head, features, 0)
    const seen = inRounds(relation, relations, everyRelation, relationRounds, ofRound)
    seenRelations.add(seen.leads, seen.best)
    return relation.best
  }
  for (const { input } of documents.flatMap((document) => parsedExamples(tagger, document))) {
    state.begin(input)
    while (!state.done) {
      const taken = state.onlyMove() ?? moveHere()
      state.take(taken, taken === shift ? 0 : relationHere(state.dependent(), state.headFor(taken)))
    }
  }
  return { moves: seenMoves.leads(1 / 5000), relations: seenRelations.leads(1 / 2000) }
}

/** The share of words (signs counted, as usual for these treebanks) with the right head, and with the right head and relation. */
export function scoreParser(parser: Parser, examples: readonly ParsedExample[]): { readonly uas: number; readonly las: number } {
  let [total, heads, both] = [0, 0, 0]
  for (const { input, head, relation } of examples) {
    const found = parser.parse(input)
    for (let index = 0; index < input.length; index++) {
      total++
      const right = (found.head[index] === -1 ? input.length : found.head[index]!) + 1 === head[index]
      if (right) heads++
      if (right && found.relation[index] === relation[index]) both++
    }
  }
  return { uas: heads / total, las: both / total }
}
