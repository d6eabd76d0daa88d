import { AttestError } from '../model/errors.js'
import type { Knowledge, LanguagePack, ProcedurePack } from '../model/packs.js'
import type { Calendar } from '../model/procedure-pack.js'
import type { Reconciled } from '../model/record.js'
import { loadCounting, loadEveryProcedure, loadKnowledge, loadLanguage, loadProcedures } from '../packs.js'

const languages = new Map<string, LanguagePack | null>()
/** The pack that reads a language, loaded once; null where there is none. */
export function languageOf(code: string): LanguagePack | null {
  const known = languages.get(code)
  if (known !== undefined) return known
  const pack = loadLanguage(code)
  languages.set(code, pack)
  return pack
}

let knowledge: Knowledge | undefined
/** Places, outlets and words for comparing, loaded once. */
export function knowledgeOnce(): Knowledge {
  knowledge ??= loadKnowledge()
  return knowledge
}

/** The language in which pages that name none are cut into blocks: the only pack every release brings. */
export const fallbackLanguage = 'en'

/** What the law is checked with beyond the record: where places lie, and whose holidays count there. */
export function checkedBy(): { readonly places: Knowledge['places']; readonly calendars: readonly Calendar[] } {
  return { places: knowledgeOnce().places, calendars: [...loadCounting().calendars.values()] }
}

/** The packs a record's states, courts and dates propose. */
export async function proposedPacks(record: Reconciled): Promise<readonly ProcedurePack[]> {
  return (await proposals(record)).map(({ pack }) => pack)
}

/** The same, each with its reason. */
export async function proposals(record: Reconciled): Promise<readonly { readonly pack: ProcedurePack; readonly because: string }[]> {
  const { proposePacks } = await import('../procedure/propose-packs.js')
  return proposePacks(loadProcedures(), record, knowledgeOnce().places)
}

/** Packs by their ids; one that is unknown or broken is refused. */
export function namedPacks(ids: readonly string[]): readonly ProcedurePack[] {
  const { packs, broken } = ids.length === 0 ? { packs: [], broken: [] } : loadEveryProcedure()
  return ids.map((id) => {
    const pack = packs.find((candidate) => candidate.id === id || `${candidate.id}@${candidate.asOf}` === id)
    const mistake = broken.find((one) => one.id === id.split('@')[0])
    if (mistake !== undefined) throw new AttestError('pack/invalid', mistake.message)
    if (pack === undefined)
      throw new AttestError('pack/unknown', `no procedure pack "${id}"; known packs are: ${packs.map((k) => k.id).join(', ')}`)
    return pack
  })
}
