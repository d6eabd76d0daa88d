import type { Correction, Decision, StatementAnchor } from '../model/decision.js'
import type { ReportId, StatementId } from '../model/ids.js'
import type { Orphan, ReviewState } from '../model/record.js'
import type { ReadReport, Statement } from '../model/report.js'
import { decisionsOf } from './decisions-of.js'
import { findStatement } from './find-statement.js'

/** A statement of the record after review. */
export interface ReviewedStatement {
  readonly report: ReportId
  readonly statement: Statement
  readonly state: ReviewState
  readonly decidedBy?: { readonly line: number; readonly who: string; readonly because: string }
}

/** What people decided on how statements tell one happening. */
export interface EventDecision {
  readonly line: number
  readonly who: string
  readonly because: string
  readonly says: 'join' | 'split'
  readonly statements: readonly StatementId[]
}

export interface Reviewed {
  /** In the order of reports and of the text. */
  readonly statements: readonly ReviewedStatement[]
  readonly events: readonly EventDecision[]
  readonly orphans: readonly Orphan[]
}

/** Lays the decisions on statements on what was read: corrected attributes, and whether a person accepted or rejected it. The last word stands. A correction is a person's reading, so it accepts. */
export function reviewedStatements(read: readonly ReadReport[], decisions: readonly Decision[]): Reviewed {
  const byReport = new Map(read.map((report) => [report.report.id, report]))
  const orphans: Orphan[] = []
  const find = (anchor: StatementAnchor, line: number, act: string): StatementId | null => {
    const found = findStatement(anchor, byReport.get(anchor.report))
    if (typeof found !== 'string') return found.id
    orphans.push({ line, act, message: found })
    return null
  }
  const corrections = new Map<StatementId, Correction[]>()
  const judged = new Map<StatementId, { state: ReviewState; decidedBy: NonNullable<ReviewedStatement['decidedBy']> }>()
  const events: EventDecision[] = []
  for (const { line, who, because, act } of decisionsOf(decisions, 'accept', 'reject', 'correct', 'join', 'split')) {
    const said = { line, who, because }
    if (act.act === 'join') {
      const [a, b] = [find(act.a, line, 'join'), find(act.b, line, 'join')]
      if (a !== null && b !== null) events.push({ ...said, says: 'join', statements: [a, b] })
      continue
    }
    const id = find(act.statement, line, act.act)
    if (id === null) continue
    if (act.act === 'split') events.push({ ...said, says: 'split', statements: [id] })
    else judged.set(id, { state: act.act === 'reject' ? 'rejected' : 'accepted', decidedBy: said })
    if (act.act === 'correct') corrections.set(id, [...(corrections.get(id) ?? []), act.correction])
  }
  const statements = [...read]
    .sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
    .flatMap(({ report, statements: own }) =>
      [...own].sort(inTextOrder).map((statement): ReviewedStatement => {
        const corrected = (corrections.get(statement.id) ?? []).reduce(withCorrection, statement)
        return { report: report.id, statement: corrected, state: 'proposed', ...judged.get(statement.id) }
      }),
    )
  return { statements, events, orphans }
}

function inTextOrder(a: Statement, b: Statement): number {
  return a.quote.start - b.quote.start || a.quote.end - b.quote.end || (a.id < b.id ? -1 : 1)
}

function withCorrection({ hedge, ...statement }: Statement, { time, ...others }: Correction): Statement {
  return {
    ...statement,
    ...(hedge === undefined || others.certainty === 'certain' ? {} : { hedge }),
    ...others,
    ...(time === undefined ? {} : { time: time === null ? null : { edtf: time, text: statement.time?.text ?? '' } }),
  }
}
