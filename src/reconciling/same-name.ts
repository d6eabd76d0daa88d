import type { Knowledge } from '../model/packs.js'
import { compareBodies } from './body-name.js'
import { nameWordsOf } from './name-words.js'
import { comparePersons } from './person-name.js'

export interface NameJudgement {
  readonly score: number
  readonly same: boolean
  readonly because: readonly string[]
}

/** Whether two written names may be one party's, with the reasons. The same judgement that joins parties of a record; there, what reports say of them is weighed too. */
export function compareNames(a: string, b: string, kind: 'person' | 'organization' | 'place', knowledge: Knowledge): NameJudgement {
  const words = nameWordsOf(knowledge)
  if (a.trim() === b.trim()) return { score: 1, same: true, because: ['written the same'] }
  if (kind === 'person') return comparePersons(a, b, words)
  return compareBodies(a, b, words, kind === 'place' ? words.placeWords : words.bodyWords)
}
