import type { MentionKind } from '../../model/report.js'
import type { Gender } from '../../model/words/names.js'

/** A party while the report is walked through. */
export interface Candidate {
  readonly kind: MentionKind
  readonly name: string
  readonly forms: string[]
  readonly named: boolean
  readonly plural: boolean
  gender: Gender
  /** Nouns it is called by: "general", "court". */
  readonly heads: Set<string>
  /** What descriptions told of it beyond its heads. */
  readonly modifiers: Set<string>
  /** The words of its names. */
  readonly words: ReadonlySet<string>
  mentions: number
}

/** Whether two genders cannot be one person's. */
export function clash(a: Gender, b: Gender): boolean {
  return (a === 'feminine' && b === 'masculine') || (a === 'masculine' && b === 'feminine')
}
