/** Numbers from 0 to 1 that look random and are the same at every run (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The items in another order, the same at every run. */
export function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  const mixed = [...items]
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = Math.floor(chance() * (index + 1))
    const item = mixed[index]!
    mixed[index] = mixed[other]!
    mixed[other] = item
  }
  return mixed
}
