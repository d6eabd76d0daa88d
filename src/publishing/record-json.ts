import type { CaseRecord } from '../model/record.js'
import { type PageMark, pageAt, type ReadReport } from '../model/report.js'

/** One line of `attest read --json`: exactly the record format's fields, `page` beside blocks and statements where the file has pages, and `why` only when asked. */
export function readReportJson(read: ReadReport, why = false): unknown {
  const { report, text, blocks, mentions, times, voices, statements, notes, headFrom, pages } = read
  const { id, url, outlet, title, author, published, captured, language, mediaType } = report
  return {
    report: { id, url, outlet, title, author, published, captured, language, mediaType },
    text,
    blocks: blocks.map(({ why: reason, ...block }) => ({ ...block, ...onPage(pages, block.start), ...(why ? { why: reason } : {}) })),
    mentions,
    times,
    voices,
    statements: statements.map(({ why: reasons, ...statement }) => ({
      ...statement,
      ...onPage(pages, statement.quote.start),
      ...(why ? { why: reasons } : {}),
    })),
    notes,
    ...(why && headFrom !== undefined ? { headFrom } : {}),
  }
}

function onPage(pages: readonly PageMark[] | undefined, at: number): { readonly page?: number } {
  const page = pageAt(pages, at)
  return page === null ? {} : { page }
}

/** The whole record, as `attest build --json` writes it: the record format's fields, `packs` and `at`, and `why` only when asked. Pairs that wait for a person are no part of it. */
export function recordJson(record: CaseRecord, why = false): unknown {
  const { reports, statements, entities, events, folds, findings, packs, at } = record
  return {
    reports,
    statements: statements.map(({ why: reasons, ...statement }) => (why ? { ...statement, why: reasons } : statement)),
    entities,
    events,
    folds,
    findings,
    packs,
    at,
  }
}
