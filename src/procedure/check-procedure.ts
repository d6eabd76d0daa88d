import type { ProcedurePack } from '../model/packs.js'
import type { Finding, Reconciled } from '../model/record.js'

/** What the law's steps say of the record as of a day. */
export function checkProcedure(_pack: ProcedurePack, _record: Reconciled, _at: string): readonly Finding[] {
  return []
}
