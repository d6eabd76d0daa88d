import type { CaseRecord } from '../model/record.js'
import type { ReadReport } from '../model/report.js'

/** One line of `attest read --json`: exactly the record format's fields, and `why` only when asked. */
export function readReportJson(read: ReadReport, why = false): unknown {
  const { report, text, blocks, mentions, times, voices, statements, notes, headFrom } = read
  const { id, url, outlet, title, author, published, captured, language, mediaType } = report
  return {
    report: { id, url, outlet, title, author, published, captured, language, mediaType },
    text,
    blocks: blocks.map(({ why: reason, ...block }) => (why ? { ...block, why: reason } : block)),
    mentions,
    times,
    voices,
    statements: statements.map(({ why: reasons, ...statement }) => (why ? { ...statement, why: reasons } : statement)),
    notes,
    ...(why && headFrom !== undefined ? { headFrom } : {}),
  }
}

/** The whole record, as `attest build --json` writes it: the record format's fields, `packs` and `at`, and `why` only when asked. Pairs that wait for a person are no part of it. */
export function recordJson(record: CaseRecord, why = false): unknown {
  const { reports, statements, entities, events, findings, packs, at } = record
  return {
    reports,
    statements: statements.map(({ why: reasons, ...statement }) => (why ? { ...statement, why: reasons } : statement)),
    entities,
    events,
    findings,
    packs,
    at,
  }
}
