export interface RecordIndex {
  reading(r: string, b: string): Promise<import('../model/report.js').ReadReport | null>
  putReading(r: string, b: string, x: import('../model/report.js').ReadReport): Promise<void>
  record(): Promise<{ basis: string; record: import('../model/record.js').CaseRecord } | null>
  putRecord(r: import('../model/record.js').CaseRecord, b: string): Promise<void>
  search(q: string): Promise<readonly { report: `sha256:${string}`; start: number; end: number; excerpt: string }[]>
  close(): Promise<void>
}
