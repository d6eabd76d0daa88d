/** Outcomes of a ruling that say the opposite. */
const opposite: readonly (readonly [string, string])[] = [
  ['validated', 'not-validated'],
  ['surrender-ordered', 'surrender-refused'],
  ['admissible', 'inadmissible'],
  ['upheld', 'reversed'],
  ['custody-ordered', 'release-ordered'],
  ['custody-ordered', 'bail'],
]

/** Whether one ruling cannot have had both outcomes. */
export function areOppositeOutcomes(a: string, b: string): boolean {
  return a !== b && opposite.some((pair) => pair.includes(a) && pair.includes(b))
}
