import type { Span } from '../../model/report.js'

/** The index of the first token (or sentence) that ends after an offset; the number of tokens where none does. Tokens are in order, so it is found by halving. */
export function tokenIndexAt(tokens: readonly Span[], offset: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Span).end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** How many words to each side of a time are looked at: longer clauses are lists, and a page without full stops must not cost the square of its length. */
export const widestLook = 60
