import type { Act, ActName, Decision } from '../model/decision.js'

type ActOf<N extends ActName> = Extract<Act, { readonly act: N }>
export type DecisionOf<N extends ActName> = Decision & { readonly act: ActOf<N> }

/** The decisions of some acts. */
export function decisionsOf<N extends ActName>(decisions: readonly Decision[], ...acts: readonly N[]): readonly DecisionOf<N>[] {
  return decisions.filter((decision): decision is DecisionOf<N> => (acts as readonly string[]).includes(decision.act.act))
}
