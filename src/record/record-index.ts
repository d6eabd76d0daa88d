import type { ReportId } from '../model/ids.js'
import type { CaseRecord } from '../model/record.js'
import type { ReadReport } from '../model/report.js'

/** A block of a report that holds the words searched for. */
export interface Passage {
  readonly report: ReportId
  readonly start: number
  readonly end: number
  /** The block's words around the first hit. */
  readonly excerpt: string
}

/** Everything computed, kept so that it need not be computed again: readings, the record, full-text search. Never the truth: it may be deleted at any time. */
export interface RecordIndex {
  /** A report's reading, when it was made by this reader (programme, packs, relabellings) and no other. */
  reading(report: ReportId, reader: string): Promise<ReadReport | null>
  putReading(report: ReportId, reader: string, read: ReadReport): Promise<void>
  /** The record last put, with what it was computed from. */
  record(): Promise<{ readonly basis: string; readonly record: CaseRecord } | null>
  /** Keeps a record; only the parts that differ from the one before are written. */
  putRecord(record: CaseRecord, basis: string): Promise<void>
  /** Narrative passages that hold the words, best first. */
  search(query: string): Promise<readonly Passage[]>
  close(): Promise<void>
}
