import { Choice, type Leads } from './choice.js'
import { mixed, type Weights } from './rows.js'

/** Moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const shift = 0
/** The top of the stack hangs on the next word. */
export const left = 1
/** The top of the stack hangs on the word below it. */
const right = 2

/** A sentence as the parser sees it: numbers for words and for tags. */
export interface ParserInput {
  readonly length: number
  readonly words: Int32Array
  readonly tags: Uint8Array
}

/** The place of no word. Words are counted from 1; the root stands after the last. */
const nobody = 0
/** What stands where a place is empty: a tag no tagger gives. */
const emptyTag = 250
const rootTag = 251
const emptyWord = 7
const rootWord = 11
const emptyLabel = 250
/** Empty places after the root, and below the stack, so that looking past the end finds nobody. */
const margin = 3

const shiftOrLeft = Uint8Array.of(shift, left)
const everyMove = Uint8Array.of(shift, left, right)

/** How often features are asked for one move, and for one relation, at most. */
export const moveRounds = 4
export const relationRounds = 3

/**
 * How far the parse of a sentence has come. Words are counted from 1, the root stands after the last word, and 0 is nobody.
 * Moves: `shift` takes the next word onto the stack; `left` and `right` hang the top of the stack and take it off. It ends when the stack is empty and only the root is next.
 */
export class ParserState {
  root = 1
  next = 1
  head = new Int32Array(64)
  label = new Uint8Array(64)
  private depth = 0
  private words = new Int32Array(64)
  private tags = new Uint8Array(64)
  private stack = new Int32Array(64)
  private firstLeft = new Int32Array(64)
  private secondLeft = new Int32Array(64)
  private lastRight = new Int32Array(64)
  private secondRight = new Int32Array(64)
  private lefts = new Uint8Array(64)
  private rights = new Uint8Array(64)

  begin({ length, words, tags }: ParserInput): void {
    const room = length + 2 + margin
    if (room > this.head.length) {
      const size = room * 2
      for (const name of ['head', 'words', 'stack', 'firstLeft', 'secondLeft', 'lastRight', 'secondRight'] as const)
        this[name] = new Int32Array(size)
      for (const name of ['label', 'tags', 'lefts', 'rights'] as const) this[name] = new Uint8Array(size)
    }
    this.root = length + 1
    this.next = 1
    this.depth = 0
    this.words.fill(emptyWord, 0, room)
    this.words.set(words, 1)
    this.words[this.root] = rootWord
    this.tags.fill(emptyTag, 0, room)
    this.tags.set(tags, 1)
    this.tags[this.root] = rootTag
    this.label.fill(emptyLabel, 0, room)
    for (const links of [this.head, this.firstLeft, this.secondLeft, this.lastRight, this.secondRight]) links.fill(nobody, 0, room)
    this.lefts.fill(0, 0, room)
    this.rights.fill(0, 0, room)
  }

  get done(): boolean {
    return this.next === this.root && this.depth === 0
  }

  /** The word that lies so deep in the stack, its top being 0. */
  below(deep: number): number {
    return this.stack[this.depth - 1 - deep + margin]!
  }

  get stacked(): number {
    return this.depth
  }

  /** The move that is the only one allowed; null where there is a choice. */
  onlyMove(): number | null {
    if (this.depth === 0) return shift
    if (this.next < this.root) return null
    return this.depth === 1 ? left : right
  }

  /** The moves allowed where there is a choice. */
  moves(): Uint8Array {
    return this.depth > 1 ? everyMove : shiftOrLeft
  }

  /** The word that a left or right move would hang on another. */
  dependent(): number {
    return this.below(0)
  }

  headFor(move: number): number {
    return move === left ? this.next : this.below(1)
  }

  take(move: number, label: number): void {
    if (move === shift) {
      this.stack[this.depth++ + margin] = this.next++
      return
    }
    const dependent = this.dependent()
    const head = this.headFor(move)
    this.depth--
    this.head[dependent] = head
    this.label[dependent] = label
    if (dependent < head) {
      // A left move always joins a word further out than the left children before it.
      this.secondLeft[head] = this.firstLeft[head]!
      this.firstLeft[head] = dependent
      this.lefts[head]!++
    } else {
      this.secondRight[head] = this.lastRight[head]!
      this.lastRight[head] = dependent
      this.rights[head]!++
    }
  }

  /**
   * Fills `out` from place `at` on with what can be said in this round about the choice of the next move; gives the place after the last.
   * Measured on development data: words in pairs and tags in threes and fours carry most, so they come first.
   */
  moveFeatures(round: number, out: Int32Array, at: number): number {
    const { tags, words, label, firstLeft, secondLeft, lastRight, secondRight, next } = this
    const s0 = this.below(0)
    const s1 = this.below(1)
    const s0t = tags[s0]!
    const s1t = tags[s1]!
    const b0t = tags[next]!
    const b1t = tags[next + 1]!
    const s0w = words[s0]!
    const s1w = words[s1]!
    const b0w = words[next]!
    const s0l = firstLeft[s0]!
    const s0r = lastRight[s0]!
    const s0b0 = s0t * 256 + b0t
    const s1s0 = s1t * 256 + s0t
    let n = at
    if (round === 0) {
      const b0l = firstLeft[next]!
      const s0labels = label[s0l]! * 256 + label[s0r]!
      out[n++] = mixed(3, b0w, b0t)
      out[n++] = mixed(14, s1t, b0t)
      out[n++] = mixed(1, s0t, 0)
      out[n++] = mixed(4, words[next + 1]!, b1t)
      out[n++] = mixed(20, s0b0, tags[s0l]!)
      out[n++] = mixed(2, s1w, s1t)
      out[n++] = mixed(5, b0t, b1t)
      out[n++] = mixed(24, s0b0, tags[b0l]!)
      out[n++] = mixed(41, words[s0l]!, s0b0)
      out[n++] = mixed(32, s0t, s0labels)
      return n
    }
    if (round === 1) {
      const s0labels = label[s0l]! * 256 + label[s0r]!
      const s1r = lastRight[s1]!
      const near = Math.min(next - s0, 9)
      const b0l = firstLeft[next]!
      out[n++] = mixed(33, s0b0, s0labels)
      out[n++] = mixed(37, s1s0, mixed(0, label[secondRight[s1]!]! * 256 + label[s1r]!, label[s0l]! * 256 + label[secondLeft[s0]!]!))
      out[n++] = mixed(25, s0b0, near)
      out[n++] = mixed(8, b0w, s0b0)
      out[n++] = mixed(17, s0b0, b1t)
      out[n++] = mixed(23, s1s0, tags[s1r]!)
      out[n++] = mixed(0, s0w, s0t)
      out[n++] = mixed(35, s0b0, label[b0l]! * 256 + label[secondLeft[next]!]!)
      out[n++] = mixed(43, s1s0, label[s0l]! * 256 + b0t)
      out[n++] = mixed(18, b0t * 256 + b1t, tags[next + 2]!)
      return n
    }
    const s2t = tags[this.below(2)]!
    if (round === 2) {
      const apart = s1 === nobody ? 0 : Math.min(s0 - s1, 9)
      const s1r = lastRight[s1]!
      const near = Math.min(next - s0, 9)
      const s0v = Math.min(this.lefts[s0]!, 3) * 4 + Math.min(this.rights[s0]!, 3)
      out[n++] = mixed(27, s1s0, apart)
      out[n++] = mixed(21, s0b0, tags[s0r]!)
      out[n++] = mixed(28, s1w, apart)
      out[n++] = mixed(22, s1s0, tags[s0l]!)
      out[n++] = mixed(34, s1s0, label[firstLeft[s1]!]! * 256 + label[s1r]!)
      out[n++] = mixed(26, s0w, near)
      out[n++] = mixed(7, s0w, s0b0)
      out[n++] = mixed(11, s1w, s0w)
      out[n++] = mixed(44, s2t, s0b0)
      out[n++] = mixed(19, s1s0, b0t * 256 + b1t)
      out[n++] = mixed(29, s0t, s0v)
      out[n++] = mixed(6, mixed(0, s0w, s0t), mixed(0, b0w, b0t))
      return n
    }
    const b0v = Math.min(this.lefts[next]!, 3)
    const s1v = Math.min(this.rights[s1]!, 3)
    out[n++] = mixed(36, s0w, label[s0r]! * 256 + label[secondRight[s0]!]!)
    out[n++] = mixed(16, s1s0, s2t)
    out[n++] = mixed(10, s1s0, 0)
    out[n++] = mixed(30, b0t, b0v * 256 + s0t)
    out[n++] = mixed(12, s1w, s1s0)
    out[n++] = mixed(40, s0w, b1t * 256 + b0t)
    out[n++] = mixed(31, s1t, s1v * 256 + s0t)
    out[n++] = mixed(15, s1s0, b0t)
    out[n++] = mixed(9, s0b0, 0)
    out[n++] = mixed(13, s0w, s1s0)
    out[n++] = mixed(45, b0w, s1s0)
    out[n++] = mixed(42, words[s0r]!, s0b0)
    out[n++] = mixed(38, mixed(0, s0b0, b1t), mixed(0, s1t, tags[next + 2]!))
    out[n++] = mixed(39, s1w, b0w)
    return n
  }

  /** Fills `out` from place `at` on with what can be said in this round about the relation of `dependent` to `head`; gives the place after the last. */
  labelFeatures(round: number, dependent: number, head: number, out: Int32Array, at: number): number {
    const { tags, words, label, firstLeft, secondLeft, lastRight, secondRight } = this
    const before = dependent < head ? 1 : 0
    const ht = tags[head]!
    const dt = tags[dependent]!
    const hw = words[head]!
    const dw = words[dependent]!
    const pair = (ht * 256 + dt) * 2 + before
    const dl = firstLeft[dependent]!
    const dr = lastRight[dependent]!
    const near = before ? firstLeft[head]! : lastRight[head]!
    const other = before ? lastRight[head]! : firstLeft[head]!
    let n = at
    if (round === 0) {
      const near2 = before ? secondLeft[head]! : secondRight[head]!
      out[n++] = mixed(2, dw, before)
      out[n++] = mixed(8, words[dl]!, pair)
      out[n++] = mixed(24, words[dr]!, pair)
      out[n++] = mixed(11, pair, label[near]! * 256 + label[near2]!)
      out[n++] = mixed(7, pair, label[dl]! * 256 + label[dr]!)
      out[n++] = mixed(5, dw, pair)
      out[n++] = mixed(1, hw, before)
      out[n++] = mixed(22, dt, mixed(before, label[near]!, label[other]!))
      return n
    }
    if (round === 1) {
      out[n++] = mixed(25, words[this.head[head]!]!, pair)
      out[n++] = mixed(13, hw, mixed(before, label[near]!, dt))
      out[n++] = mixed(15, pair, tags[dependent - 1]! * 256 + tags[dependent + 1]!)
      out[n++] = mixed(20, pair, mixed(0, label[secondLeft[dependent]!]! * 256 + label[dl]!, label[secondRight[dependent]!]!))
      out[n++] = mixed(9, words[dl]!, mixed(0, hw, before))
      out[n++] = mixed(10, words[dl]!, dw)
      return n
    }
    const gap = Math.min(Math.abs(head - dependent), 5) * 2 + before
    const otherInner = before ? nobody : secondLeft[head]!
    out[n++] = mixed(6, pair, gap)
    out[n++] = mixed(16, pair, tags[head - 1]! * 256 + tags[head + 1]!)
    out[n++] = mixed(23, dw, mixed(before, label[near]!, label[dl]!))
    out[n++] = mixed(17, words[dependent - 1]!, pair)
    out[n++] = mixed(19, pair, tags[this.next]!)
    out[n++] = mixed(21, pair, mixed(0, tags[dl]!, tags[dr]!))
    out[n++] = mixed(12, pair, label[other]! * 256 + label[otherInner]!)
    out[n++] = mixed(18, words[dependent + 1]!, pair)
    out[n++] = mixed(14, words[near]!, pair)
    out[n++] = mixed(4, hw, pair)
    out[n++] = mixed(0, pair, 0)
    out[n++] = mixed(3, hw, dw)
    return n
  }
}

/** Enough for every feature above, of all rounds. */
export const mostParserFeatures = 80

/** How far a move and a relation must lead after each round but the last. */
export interface ParserLeads {
  readonly moves: Leads
  readonly relations: Leads
}

/** Finds on which word each word hangs, and how. */
export class Parser {
  private readonly state = new ParserState()
  private readonly features = new Int32Array(mostParserFeatures)
  private readonly move = new Choice(3)
  private readonly relation: Choice
  private readonly everyRelation: Uint8Array

  constructor(
    readonly labels: readonly string[],
    private readonly moves: Weights,
    private readonly relations: Weights,
    private readonly leads: ParserLeads,
  ) {
    this.relation = new Choice(labels.length)
    this.everyRelation = Uint8Array.from(labels.keys())
  }

  /** Heads (-1 for the root) and relations of a sentence. */
  parse(input: ParserInput): { readonly head: number[]; readonly relation: string[] } {
    const { state } = this
    state.begin(input)
    while (!state.done) {
      const move = this.bestMove()
      if (move === shift) state.take(move, 0)
      else state.take(move, this.bestLabel(state.dependent(), state.headFor(move)))
    }
    const head: number[] = []
    const relation: string[] = []
    for (let word = 1; word < state.root; word++) {
      const on = state.head[word]!
      head.push(on === state.root ? -1 : on - 1)
      relation.push(on === state.root ? 'root' : this.labels[state.label[word]!]!)
    }
    return { head, relation }
  }

  private bestMove(): number {
    const { state, features, move, leads } = this
    const forced = state.onlyMove()
    if (forced !== null) return forced
    move.scores.fill(0)
    for (let round = 0; round < moveRounds; round++) {
      this.moves.addScores(features, 0, state.moveFeatures(round, features, 0), move.scores)
      move.compare(state.moves())
      if (move.lead >= (leads.moves[round] ?? 0)) break
    }
    return move.best
  }

  private bestLabel(dependent: number, head: number): number {
    const { state, features, relation, leads } = this
    if (head === state.root) return 0
    relation.scores.fill(0)
    for (let round = 0; round < relationRounds; round++) {
      this.relations.addScores(features, 0, state.labelFeatures(round, dependent, head, features, 0), relation.scores)
      relation.compare(this.everyRelation)
      if (relation.lead >= (leads.relations[round] ?? 0)) break
    }
    return relation.best
  }
}
