import type { Decision, PartyAnchor } from '../model/decision.js'
import type { Orphan } from '../model/record.js'
import { type DecisionOf, decisionsOf } from './decisions-of.js'

/** A person's word on two names. */
export interface PartyLink {
  readonly line: number
  readonly who: string
  readonly because: string
  readonly says: 'same' | 'not-same' | 'unsure'
  readonly a: string
  readonly b: string
}

/** What people said about names, brought to the names of the record, which `find` finds. The last word on one pair stands; what points to no name of the record is returned as an orphan. */
export function partyDecisions(
  decisions: readonly Decision[],
  find: (anchor: PartyAnchor) => string | null,
): { readonly links: readonly PartyLink[]; readonly orphans: readonly Orphan[] } {
  const byPair = new Map<string, PartyLink>()
  const orphans: Orphan[] = []
  for (const decision of decisionsOf(decisions, 'same', 'not-same', 'unsure')) {
    const { line, who, because, act } = decision
    const [a, b] = [find(act.a), find(act.b)]
    if (a === null || b === null) orphans.push({ line, act: act.act, message: missing(decision, a === null ? act.a : act.b) })
    else if (a === b) {
      if (act.act !== 'same')
        orphans.push({
          line,
          act: act.act,
          message: `“${act.a.name}” and “${act.b.name}” are one name to the reports, so they cannot be told apart here; undo line ${line} or correct the statements`,
        })
    } else byPair.set([a, b].sort().join('\n'), { line, who, because, says: act.act, a, b })
  }
  return { links: [...byPair.values()].sort((p, q) => p.line - q.line), orphans }
}

function missing({ line, act: { act } }: DecisionOf<'same' | 'not-same' | 'unsure'>, { name, kind }: PartyAnchor): string {
  return `no report names a ${kind} “${name}” any more, so “${act}” on line ${line} has nothing to stand on; undo it, or decide again on the names now read`
}
