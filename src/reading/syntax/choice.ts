/**
 * A choice between classes while it is being made: what each has scored, which leads, and by how much. Features are asked in rounds, those that decide most first;
 * once the best class leads by as much as the round wants, the others are not asked.
 */
export class Choice {
  readonly scores: Int32Array
  best = 0
  lead = 0

  constructor(classes: number) {
    this.scores = new Int32Array(classes)
  }

  /** Sees which of these classes leads, and by how much. Of equals the first. */
  compare(among: Uint8Array): void {
    const { scores } = this
    let best = among[0]!
    let first = scores[best]!
    let second = lowest
    for (let at = 1; at < among.length; at++) {
      const named = among[at]!
      const score = scores[named]!
      if (score > first) {
        second = first
        first = score
        best = named
      } else if (score > second) second = score
    }
    this.best = best
    this.lead = first - second
  }
}

/** Below any score: a few dozen features of at most 127 each. */
const lowest = -1_000_000

/** How far the best class must lead after each round but the last for the choice to be made. */
export type Leads = readonly number[]
