import type { CaseRecord } from '../model/record.js'
import type { ReadReport } from '../model/report.js'

/** One line of `attest read --json`: without `why` unless asked. */
export function readReportJson(read: ReadReport, why = false): unknown {
  const { report, text, blocks, mentions, times, voices, statements, notes } = read
  return {
    report,
    text,
    blocks: blocks.map(({ why: reason, ...block }) => (why ? { ...block, why: reason } : block)),
    mentions,
    times,
    voices,
    statements: statements.map(({ why: reasons, ...statement }) => (why ? { ...statement, why: reasons } : statement)),
    notes,
  }
}

/** The whole record, as `attest build --json` writes it. */
export function recordJson(record: CaseRecord): unknown {
  return record
}
