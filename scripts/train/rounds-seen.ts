import type { Leads } from '../../src/reading/syntax/choice.js'

/** What choices looked like after each of their rounds, to tell how far the best must lead for the rest to be left out. */
export class RoundsSeen {
  private readonly rounds: { readonly lead: number; readonly changes: boolean }[][]

  constructor(rounds: number) {
    this.rounds = Array.from({ length: rounds }, () => [])
  }

  /** One choice: the best class after each round, and how far it led. */
  add(leads: readonly number[], best: readonly number[]): void {
    this.rounds.forEach((seen, round) => {
      seen.push({ lead: leads[round]!, changes: best[round] !== best.at(-1) })
    })
  }

  /** The smallest lead after each round but the last at which only this share of choices comes out otherwise than if all rounds had been asked. */
  leads(changed: number): Leads {
    return this.rounds.slice(0, -1).map((seen) => {
      const sorted = [...seen].sort((a, b) => b.lead - a.lead)
      let [least, changes] = [Number.MAX_SAFE_INTEGER, 0]
      for (const [at, { lead, changes: other }] of sorted.entries()) {
        if (other) changes++
        if (changes > seen.length * changed) break
        if (lead !== sorted[at + 1]?.lead) least = lead
      }
      return least
    })
  }
}
