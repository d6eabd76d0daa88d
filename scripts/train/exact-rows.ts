import type { TrainedRow, Weights } from '../../src/reading/syntax/rows.js'

/** Trained rows as they are, no feature taken for another: what training goes on from. */
export class ExactRows implements Weights {
  private readonly entries: ReadonlyMap<number, readonly number[]>

  constructor(rows: readonly TrainedRow[]) {
    this.entries = new Map(rows.map(({ feature, entries }) => [feature, entries]))
  }

  addScores(features: Int32Array, from: number, to: number, scores: Int32Array): void {
    for (let index = from; index < to; index++) {
      const entries = this.entries.get(features[index]!)
      if (entries === undefined) continue
      for (let at = 0; at < entries.length; at += 2) scores[entries[at]!]! += entries[at + 1]!
    }
  }
}
