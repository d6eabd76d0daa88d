import type { BlockKind } from '../model/report.js'
import { furnitureKinds } from '../model/report.js'
import type { Cues } from './cues.js'
import type { Judgement } from './own-kind.js'
import type { Unit } from './units.js'

/** What a unit was judged to be; null while nothing says. */
export type Judged = Judgement | null

/** The units of a page with what is known of all of them. `first` and `last` are the first and last unit of running text, -1 where there is none. */
export interface Page {
  readonly units: readonly Unit[]
  readonly prose: readonly boolean[]
  readonly cues: Cues
  readonly outlet: string | null
  readonly first: number
  readonly last: number
}

export const isFurniture = (judged: Judged | undefined) =>
  judged !== null && judged !== undefined && (furnitureKinds as readonly BlockKind[]).includes(judged.kind)

/** A headline or a title in a list has at least so many words; fewer are a rubric. */
export const shortestHeadline = 4
/** A heading is shorter than a headline. */
export const longestHeading = 16

/** For each index, how many indices from it on hold: one pass, so that a page of a hundred thousand lines stays linear. */
export function countsFrom(length: number, holds: (i: number) => boolean): readonly number[] {
  const counts = new Array<number>(length + 1).fill(0)
  for (let i = length - 1; i >= 0; i--) counts[i] = (counts[i + 1] ?? 0) + (holds(i) ? 1 : 0)
  return counts
}

/** For each index, the next one after it that holds; the length where none does. */
export function nextAfter(length: number, holds: (i: number) => boolean): readonly number[] {
  const next = new Array<number>(length).fill(length)
  for (let i = length - 2; i >= 0; i--) next[i] = holds(i + 1) ? i + 1 : (next[i + 1] ?? length)
  return next
}

/** Tells whether the story is over before a unit: its comments have begun, or no running text follows that is still open. */
export function storyEnd(page: Page, judged: readonly Judged[]): (i: number) => boolean {
  const comments = judged.findIndex((found, k) => found?.kind === 'comment' && k > page.first)
  const lastOpen = page.prose.findLastIndex((is, k) => is && judged[k] === null)
  return (i) => page.first !== -1 && i >= page.first && ((comments !== -1 && comments < i) || lastOpen <= i)
}
