import type { Decision } from '../model/decision.js'
import type { Knowledge } from '../model/packs.js'
import type { Reconciled } from '../model/record.js'
import type { ReadReport } from '../model/report.js'

/** Statements and decisions of many reports, joined into entities and events. */
export function reconcile(_read: readonly ReadReport[], _decisions: readonly Decision[], _knowledge: Knowledge): Reconciled {
  return { reports: [], statements: [], entities: [], events: [], possible: [], orphans: [] }
}
