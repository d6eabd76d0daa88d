export interface CaseFolder {
  readonly path: string
  readonly info: { name: string; packs: readonly string[] }
  lines(): readonly import('../model/decision.js').LogLine[]
  append(entry: import('../model/decision.js').LogEntry, who: string, when: string): import('../model/decision.js').LogLine
  putSnapshot(bytes: Uint8Array): void
  snapshot(id: string): Uint8Array
  close(): void
}
export function createCaseFolder(_p: string, _i: unknown): void {}
export function openCaseFolder(_p: string): CaseFolder {
  throw new Error('not yet')
}
