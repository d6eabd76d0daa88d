import type { Decision } from '../model/decision.js'
import type { Knowledge } from '../model/packs.js'
import type { Reconciled } from '../model/record.js'
import type { ReadReport } from '../model/report.js'
import { ReconciledCase } from './reconciled-case.js'

/** Statements and decisions of many reports, joined into parties and events: a pure function of the three, whatever their order. `ReconciledCase` keeps what is worked out, for one more of them. */
export function reconcile(read: readonly ReadReport[], decisions: readonly Decision[], knowledge: Knowledge): Reconciled {
  const readings = new Map(read.map((one) => [one.report.id, one]))
  const record = new ReconciledCase(knowledge, (report) => readings.get(report))
  for (const one of read) record.put(one)
  record.decide(decisions)
  record.settle()
  return record.record()
}
