import { type Act, takenBack } from '../model/decision.js'
import type { CaseView } from '../model/record.js'

/** A decision with its line of the log, and the line that took it back, if one did. */
export interface LoggedDecision {
  readonly line: number
  readonly who: string
  readonly when: string
  readonly because: string
  readonly act: Act
  readonly undoneBy: number | null
}

/** Every decision of the log in order, each with the line that took it back. */
export function loggedDecisions({ log }: CaseView): readonly LoggedDecision[] {
  const decisions = log.entries.flatMap(({ line, who, when, entry }) =>
    entry.kind === 'decision' ? [{ line, who, when, because: entry.because, act: entry.act }] : [],
  )
  const undoneBy = takenBack(decisions)
  return decisions.map((decision) => ({ ...decision, undoneBy: undoneBy.get(decision.line) ?? null }))
}
