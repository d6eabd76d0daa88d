import type { ProcedurePack } from '../model/packs.js'
import type { Reconciled } from '../model/record.js'

/** The packs that may apply, each with the reason. */
export function proposePacks(
  _packs: readonly ProcedurePack[],
  _record: Reconciled,
): readonly { readonly pack: ProcedurePack; readonly because: string }[] {
  return []
}
