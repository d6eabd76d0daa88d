import type { RecordIndex } from '../record-index.js'
export async function openPgliteIndex(_d: string, _c: string): Promise<RecordIndex> {
  throw new Error('not yet')
}
export function removeIndex(_d: string): void {}
