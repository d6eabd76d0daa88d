import type { TrainedRow, Weights } from '../../src/reading/syntax/rows.js'

/** The weight that is written as 1: a quarter of one update. */
const unit = 1 / 4

/**
 * The weights of an averaged perceptron while they are learnt. Each feature has a chain of entries, one for each class it has had a say on.
 * The average over all steps is `weight - drift / steps`, where `drift` adds up each change times the step it was made at (Daumé's trick).
 */
export class LearningRows implements Weights {
  private slots = new Int32Array(2 << 16)
  private mask = (1 << 16) - 1
  private used = 0
  private classes = new Uint8Array(1 << 16)
  private weights = new Int32Array(1 << 16)
  private drifts = new Float64Array(1 << 16)
  private nexts = new Int32Array(1 << 16)
  private entryCount = 1
  private frozen = false

  addScores(features: Int32Array, from: number, to: number, scores: Int32Array): void {
    const { classes, weights, nexts } = this
    for (let index = from; index < to; index++) {
      for (let entry = this.chainOf(features[index]!); entry !== 0; entry = nexts[entry]!) scores[classes[entry]!]! += weights[entry]!
    }
  }

  /** Moves the weights of these features for one class. */
  update(features: Int32Array, count: number, wanted: number, by: number, step: number): void {
    for (let index = 0; index < count; index++) {
      if (this.frozen && this.chainOf(features[index]!) === 0) continue
      const entry = this.entryOf(features[index]!, wanted)
      this.weights[entry]! += by
      this.drifts[entry]! += by * step
    }
  }

  private chainOf(feature: number): number {
    let slot = feature & this.mask
    for (;;) {
      const key = this.slots[slot * 2]!
      if (key === feature) return this.slots[slot * 2 + 1]!
      if (key === 0) return 0
      slot = (slot + 1) & this.mask
    }
  }

  private entryOf(feature: number, wanted: number): number {
    if (this.used * 3 > this.mask * 2) this.growSlots()
    let slot = feature & this.mask
    while (this.slots[slot * 2] !== 0 && this.slots[slot * 2] !== feature) slot = (slot + 1) & this.mask
    if (this.slots[slot * 2] === 0) {
      this.slots[slot * 2] = feature
      this.used++
    }
    const first = this.slots[slot * 2 + 1]!
    for (let entry = first; entry !== 0; entry = this.nexts[entry]!) if (this.classes[entry] === wanted) return entry
    if (this.entryCount === this.classes.length) this.growEntries()
    const entry = this.entryCount++
    this.classes[entry] = wanted
    this.nexts[entry] = first
    this.slots[slot * 2 + 1] = entry
    return entry
  }

  /** Takes in no further features, and drops those that said little so far: what remains learns to do without them. Measured: a quarter of the room for a gain in accuracy. */
  freeze(steps: number, least: number): void {
    this.frozen = true
    this.used = 0
    const old = this.slots
    this.slots = new Int32Array(old.length)
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue
      let strongest = 0
      for (let entry = old[from + 1]!; entry !== 0; entry = this.nexts[entry]!)
        strongest = Math.max(strongest, Math.abs(this.weights[entry]! - this.drifts[entry]! / steps))
      if (strongest / unit < least) continue
      this.used++
      this.place(old[from]!, old[from + 1]!)
    }
  }

  /** Puts a feature that is not yet there, with its chain, into the table. */
  private place(feature: number, chain: number): void {
    let slot = feature & this.mask
    while (this.slots[slot * 2] !== 0) slot = (slot + 1) & this.mask
    this.slots[slot * 2] = feature
    this.slots[slot * 2 + 1] = chain
  }

  private growSlots(): void {
    const old = this.slots
    this.mask = this.mask * 2 + 1
    this.slots = new Int32Array((this.mask + 1) * 2)
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] !== 0) this.place(old[from]!, old[from + 1]!)
    }
  }

  private growEntries(): void {
    const size = this.classes.length * 2
    const grown = <T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.classes = grown(this.classes, new Uint8Array(size))
    this.weights = grown(this.weights, new Int32Array(size))
    this.drifts = grown(this.drifts, new Float64Array(size))
    this.nexts = grown(this.nexts, new Int32Array(size))
  }

  /**
   * The averaged weights, rounded to 8 bits: a quarter of one update is 1. Weights below `faintest` are left out, and features none of whose weights reaches `least`:
   * what a feature learnt from one or two sentences costs room and gains nothing (measured: half the size, the same accuracy).
   */
  trained(steps: number, least: number, faintest = 2): readonly TrainedRow[] {
    const rows: TrainedRow[] = []
    for (let slot = 0; slot <= this.mask; slot++) {
      const feature = this.slots[slot * 2]!
      if (feature === 0) continue
      const entries: number[] = []
      let strongest = 0
      for (let entry = this.slots[slot * 2 + 1]!; entry !== 0; entry = this.nexts[entry]!) {
        const average = this.weights[entry]! - this.drifts[entry]! / steps
        const rounded = Math.max(-127, Math.min(127, Math.round(average / unit)))
        strongest = Math.max(strongest, Math.abs(rounded))
        if (Math.abs(rounded) >= faintest) entries.push(this.classes[entry]!, rounded)
      }
      if (strongest >= least) rows.push({ feature, entries })
    }
    return rows
  }
}
