import type { Act, ActName, Decision } from '../model/decision.js'

type ActOf<N extends ActName> = Extract<Act, { readonly act: N }>
export type DecisionOf<N extends ActName> = Decision & { readonly act: ActOf<N> }

/** The decisions that stand, in the order of the log: an undo takes back its line, and may itself be undone. */
export function decisionsInForce(decisions: readonly Decision[]): readonly Decision[] {
  const undone = new Set<number>()
  const sorted = [...decisions].sort((a, b) => a.line - b.line)
  for (const { line, act } of [...sorted].reverse()) if (act.act === 'undo' && !undone.has(line)) undone.add(act.line)
  return sorted.filter(({ line, act }) => act.act !== 'undo' && !undone.has(line))
}

/** Those of some acts. */
export function decisionsOf<N extends ActName>(decisions: readonly Decision[], ...acts: readonly N[]): readonly DecisionOf<N>[] {
  return decisions.filter((decision): decision is DecisionOf<N> => (acts as readonly string[]).includes(decision.act.act))
}
