import type { Knowledge } from '../model/packs.js'

export interface NameJudgement {
  readonly score: number
  readonly same: boolean
  readonly because: readonly string[]
}

/** Whether two written names may be one party's, with the reasons. */
export function compareNames(a: string, b: string, _kind: 'person' | 'organization' | 'place', _knowledge: Knowledge): NameJudgement {
  return { score: a === b ? 1 : 0, same: a === b, because: [] }
}
