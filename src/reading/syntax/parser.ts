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

const nobody = -1
/** What stands where a place is empty: a tag no tagger gives. */
const emptyTag = 250
const rootTag = 251
const emptyWord = 7
const rootWord = 11
const emptyLabel = 250

/**
 * How far the parse of a sentence has come. The root stands after the last word, as index `length`.
 * Moves: `shift` takes the next word onto the stack; `left` and `right` hang the top of the stack and take it off. It ends when the stack is empty and only the root is next.
 */
export class ParserState {
  length = 0
  next = 0
  depth = 0
  words: Int32Array = new Int32Array(0)
  tags: Uint8Array = new Uint8Array(0)
  stack = new Int32Array(64)
  head = new Int32Array(64)
  label = new Uint8Array(64)
  private firstLeft = new Int32Array(64)
  private secondLeft = new Int32Array(64)
  private lastRight = new Int32Array(64)
  private secondRight = new Int32Array(64)
  private lefts = new Uint8Array(64)
  private rights = new Uint8Array(64)

  begin(input: ParserInput): void {
    const room = input.length + 1
    if (room > this.head.length) {
      const size = room * 2
      for (const name of ['stack', 'head', 'firstLeft', 'secondLeft', 'lastRight', 'secondRight'] as const)
        this[name] = new Int32Array(size)
      for (const name of ['label', 'lefts', 'rights'] as const) this[name] = new Uint8Array(size)
    }
    this.length = input.length
    this.words = input.words
    this.tags = input.tags
    this.next = 0
    this.depth = 0
    this.head.fill(nobody, 0, room)
    this.label.fill(emptyLabel, 0, room)
    for (const links of [this.firstLeft, this.secondLeft, this.lastRight, this.secondRight]) links.fill(nobody, 0, room)
    this.lefts.fill(0, 0, room)
    this.rights.fill(0, 0, room)
  }

  get done(): boolean {
    return this.next === this.length && this.depth === 0
  }

  allows(move: number): boolean {
    if (move === shift) return this.next < this.length
    if (move === left) return this.depth > 0 && (this.next < this.length || this.depth === 1) // one root only
    return this.depth > 1
  }

  /** The move that is the only one allowed; null where there is a choice. */
  onlyMove(): number | null {
    if (this.depth === 0) return shift
    if (this.next < this.length) return null
    return this.depth === 1 ? left : right
  }

  /** The words a left or right move would join: who hangs, and on whom. */
  dependent(): number {
    return this.stack[this.depth - 1]!
  }

  headFor(move: number): number {
    return move === left ? this.next : this.stack[this.depth - 2]!
  }

  take(move: number, label: number): void {
    if (move === shift) {
      this.stack[this.depth++] = this.next++
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

  private tagAt(index: number): number {
    return index === nobody ? emptyTag : index < this.length ? this.tags[index]! : index === this.length ? rootTag : emptyTag
  }

  private wordAt(index: number): number {
    return index === nobody ? emptyWord : index < this.length ? this.words[index]! : index === this.length ? rootWord : emptyWord
  }

  private labelAt(index: number): number {
    return index === nobody ? emptyLabel : this.label[index]!
  }

  /** Fills `out` with what can be said about the choice of the next move; gives their number. Measured on development data: words in pairs and tags in threes carry most. */
  moveFeatures(out: Int32Array): number {
    const { stack, depth, next, firstLeft, secondLeft, lastRight, secondRight } = this
    const s0 = depth > 0 ? stack[depth - 1]! : nobody
    const s1 = depth > 1 ? stack[depth - 2]! : nobody
    const s2 = depth > 2 ? stack[depth - 3]! : nobody
    const b0 = next
    const s0t = this.tagAt(s0)
    const s1t = this.tagAt(s1)
    const s2t = this.tagAt(s2)
    const b0t = this.tagAt(b0)
    const b1t = this.tagAt(b0 + 1)
    const b2t = this.tagAt(b0 + 2)
    const s0w = this.wordAt(s0)
    const s1w = this.wordAt(s1)
    const b0w = this.wordAt(b0)
    const b1w = this.wordAt(b0 + 1)
    const s0l = s0 === nobody ? nobody : firstLeft[s0]!
    const s0l2 = s0 === nobody ? nobody : secondLeft[s0]!
    const s0r = s0 === nobody ? nobody : lastRight[s0]!
    const s0r2 = s0 === nobody ? nobody : secondRight[s0]!
    const s1l = s1 === nobody ? nobody : firstLeft[s1]!
    const s1r = s1 === nobody ? nobody : lastRight[s1]!
    const s1r2 = s1 === nobody ? nobody : secondRight[s1]!
    const b0l = firstLeft[b0]!
    const b0l2 = secondLeft[b0]!
    const s0b0 = s0t * 256 + b0t
    const s1s0 = s1t * 256 + s0t
    const near = s0 === nobody ? 0 : Math.min(b0 - s0, 9)
    const apart = s1 === nobody ? 0 : Math.min(s0 - s1, 9)
    const s0v = s0 === nobody ? 0 : Math.min(this.lefts[s0]!, 3) * 4 + Math.min(this.rights[s0]!, 3)
    const s1v = s1 === nobody ? 0 : Math.min(this.rights[s1]!, 3)
    const b0v = Math.min(this.lefts[b0]!, 3)
    const s0labels = this.labelAt(s0l) * 256 + this.labelAt(s0r)
    let n = 0
    out[n++] = mixed(0, s0w, s0t)
    out[n++] = mixed(1, s0t, 0)
    out[n++] = mixed(2, s1w, s1t)
    out[n++] = mixed(3, b0w, b0t)
    out[n++] = mixed(4, b1w, b1t)
    out[n++] = mixed(5, b0t, b1t)
    out[n++] = mixed(6, mixed(0, s0w, s0t), mixed(0, b0w, b0t))
    out[n++] = mixed(7, s0w, s0b0)
    out[n++] = mixed(8, b0w, s0b0)
    out[n++] = mixed(9, s0b0, 0)
    out[n++] = mixed(10, s1s0, 0)
    out[n++] = mixed(11, s1w, s0w)
    out[n++] = mixed(12, s1w, s1s0)
    out[n++] = mixed(13, s0w, s1s0)
    out[n++] = mixed(14, s1t, b0t)
    out[n++] = mixed(15, s1s0, b0t)
    out[n++] = mixed(16, s1s0, s2t)
    out[n++] = mixed(17, s0b0, b1t)
    out[n++] = mixed(18, b0t * 256 + b1t, b2t)
    out[n++] = mixed(19, s1s0, b0t * 256 + b1t)
    out[n++] = mixed(20, s0b0, this.tagAt(s0l))
    out[n++] = mixed(21, s0b0, this.tagAt(s0r))
    out[n++] = mixed(22, s1s0, this.tagAt(s0l))
    out[n++] = mixed(23, s1s0, this.tagAt(s1r))
    out[n++] = mixed(24, s0b0, this.tagAt(b0l))
    out[n++] = mixed(25, s0b0, near)
    out[n++] = mixed(26, s0w, near)
    out[n++] = mixed(27, s1s0, apart)
    out[n++] = mixed(28, s1w, apart)
    out[n++] = mixed(29, s0t, s0v)
    out[n++] = mixed(30, b0t, b0v * 256 + s0t)
    out[n++] = mixed(31, s1t, s1v * 256 + s0t)
    out[n++] = mixed(32, s0t, s0labels)
    out[n++] = mixed(33, s0b0, s0labels)
    out[n++] = mixed(34, s1s0, this.labelAt(s1l) * 256 + this.labelAt(s1r))
    out[n++] = mixed(35, s0b0, this.labelAt(b0l) * 256 + this.labelAt(b0l2))
    out[n++] = mixed(36, s0w, this.labelAt(s0r) * 256 + this.labelAt(s0r2))
    out[n++] = mixed(37, s1s0, mixed(0, this.labelAt(s1r2) * 256 + this.labelAt(s1r), this.labelAt(s0l) * 256 + this.labelAt(s0l2)))
    out[n++] = mixed(38, mixed(0, s0b0, b1t), mixed(0, s1t, b2t))
    out[n++] = mixed(39, s1w, b0w)
    out[n++] = mixed(40, s0w, b1t * 256 + b0t)
    out[n++] = mixed(41, this.wordAt(s0l), s0b0)
    out[n++] = mixed(42, this.wordAt(s0r), s0b0)
    out[n++] = mixed(43, s1s0, this.labelAt(s0l) * 256 + b0t)
    out[n++] = mixed(44, s2t, s0b0)
    out[n++] = mixed(45, b0w, s1s0)
    return n
  }

  /** Fills `out` with what can be said about the relation of `dependent` to `head`. */
  labelFeatures(dependent: number, head: number, out: Int32Array): number {
    const { firstLeft, secondLeft, lastRight, secondRight } = this
    const d = dependent
    const h = head
    const before = d < h ? 1 : 0
    const gap = Math.min(Math.abs(h - d), 5) * 2 + before
    const ht = this.tagAt(h)
    const dt = this.tagAt(d)
    const hw = this.wordAt(h)
    const dw = this.wordAt(d)
    const pair = (ht * 256 + dt) * 2 + before
    const dl = firstLeft[d]!
    const dr = lastRight[d]!
    const near = before ? firstLeft[h]! : lastRight[h]!
    const near2 = before ? secondLeft[h]! : secondRight[h]!
    const other = before ? lastRight[h]! : firstLeft[h]!
    const otherInner = before ? nobody : secondLeft[h]!
    const dLabels = this.labelAt(dl) * 256 + this.labelAt(dr)
    let n = 0
    out[n++] = mixed(0, pair, 0)
    out[n++] = mixed(1, hw, before)
    out[n++] = mixed(2, dw, before)
    out[n++] = mixed(3, hw, dw)
    out[n++] = mixed(4, hw, pair)
    out[n++] = mixed(5, dw, pair)
    out[n++] = mixed(6, pair, gap)
    out[n++] = mixed(7, pair, dLabels)
    out[n++] = mixed(8, this.wordAt(dl), pair)
    out[n++] = mixed(9, this.wordAt(dl), mixed(0, hw, before))
    out[n++] = mixed(10, this.wordAt(dl), dw)
    out[n++] = mixed(11, pair, this.labelAt(near) * 256 + this.labelAt(near2))
    out[n++] = mixed(12, pair, this.labelAt(other) * 256 + this.labelAt(otherInner))
    out[n++] = mixed(13, hw, mixed(before, this.labelAt(near), dt))
    out[n++] = mixed(14, this.wordAt(near), pair)
    out[n++] = mixed(15, pair, this.tagAt(d - 1) * 256 + this.tagAt(d + 1))
    out[n++] = mixed(16, pair, (h > 0 ? this.tagAt(h - 1) : emptyTag) * 256 + this.tagAt(h + 1))
    out[n++] = mixed(17, this.wordAt(d > 0 ? d - 1 : nobody), pair)
    out[n++] = mixed(18, this.wordAt(d + 1), pair)
    out[n++] = mixed(19, pair, this.tagAt(this.next))
    out[n++] = mixed(20, pair, mixed(0, this.labelAt(secondLeft[d]!) * 256 + this.labelAt(dl), this.labelAt(secondRight[d]!)))
    out[n++] = mixed(21, pair, mixed(0, this.tagAt(dl), this.tagAt(dr)))
    out[n++] = mixed(22, dt, mixed(before, this.labelAt(near), this.labelAt(other)))
    out[n++] = mixed(23, dw, mixed(before, this.labelAt(near), this.labelAt(dl)))
    out[n++] = mixed(24, this.wordAt(dr), pair)
    out[n++] = mixed(25, this.wordAt(this.head[h] ?? nobody), pair)
    return n
  }
}

/** Enough for every template above. */
export const mostParserFeatures = 64

/** Finds on which word each word hangs, and how. */
export class Parser {
  private readonly state = new ParserState()
  private readonly features = new Int32Array(mostParserFeatures)
  private readonly moveScores = new Int32Array(3)
  private readonly labelScores: Int32Array

  constructor(
    readonly labels: readonly string[],
    private readonly moves: Weights,
    private readonly relations: Weights,
  ) {
    this.labelScores = new Int32Array(labels.length)
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
    for (let index = 0; index < input.length; index++) {
      const on = state.head[index]!
      head.push(on === input.length ? -1 : on)
      relation.push(on === input.length ? 'root' : this.labels[state.label[index]!]!)
    }
    return { head, relation }
  }

  private bestMove(): number {
    const { state, moveScores } = this
    const forced = state.onlyMove()
    if (forced !== null) return forced
    moveScores.fill(0)
    this.moves.addScores(this.features, state.moveFeatures(this.features), moveScores)
    let best = -1
    for (let move = 0; move < 3; move++) if (state.allows(move) && (best < 0 || moveScores[move]! > moveScores[best]!)) best = move
    return best
  }

  private bestLabel(dependent: number, head: number): number {
    const { labelScores } = this
    if (head === this.state.length) return 0
    labelScores.fill(0)
    this.relations.addScores(this.features, this.state.labelFeatures(dependent, head, this.features), labelScores)
    let best = 0
    for (let label = 1; label < labelScores.length; label++) if (labelScores[label]! > labelScores[best]!) best = label
    return best
  }
}
