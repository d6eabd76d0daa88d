import type { StatementType } from '../model/report.js'
import { extentOf, type TimeExtent } from '../model/time.js'

const day = 86_400_000

/** Days by which accounts of one happening may differ before it is another happening. An arrest or a release is told a day off now and then; hearings and travels follow each other day by day. */
const daysOff: Partial<Record<StatementType, number>> = {
  arrest: 2,
  release: 2,
  // Reports give the day of the arrest for the warrant's, which is some days older.
  warrant: 7,
  'warrant-request': 2,
  death: 2,
  surrender: 2,
  extradition: 2,
  expulsion: 2,
  conviction: 2,
  acquittal: 2,
  sentence: 2,
  charge: 2,
  unsealing: 2,
  alert: 2,
  notification: 1,
  detention: 2,
  'tip-off': 3,
  interception: 2,
  complaint: 1,
  abuse: 1,
  welcome: 1,
}

/** Days by which accounts of a happening of this type may differ. */
export function daysOffOf(type: StatementType): number {
  return daysOff[type] ?? daysOffElse
}

/** Types of which a person meets with few, so that a story which has told of one goes on speaking of that one. */
export function isSeldom(type: StatementType): boolean {
  return daysOffOf(type) >= 2
}

/** For all other types: the same day, told a day later by an outlet in another time zone, is still a rarer thing than two of them on two days. */
const daysOffElse = 0

/** A day that nobody said and that was worked out from the story (a headline has the day of its paper) is as far off as news is old. */
export const daysOffWorkedOut = 7

/** Whether a day was worked out, not said. A clock time marked as uncertain was said roughly. */
export function isWorkedOut({ uncertain, precision }: TimeExtent): boolean {
  return uncertain && precision !== 'minute'
}

/** Times of two accounts: whether they can be one moment, are near enough to be one told wrongly, or are two. `unknown` when one says nothing. */
export type TimeFit = 'one' | 'near' | 'apart' | 'unknown'

export function timeFit(type: StatementType, a: string | null, b: string | null, mayBeOne: (a: string, b: string) => boolean): TimeFit {
  if (a === null || b === null) return 'unknown'
  if (mayBeOne(a, b)) return 'one'
  const [x, y] = [extentOf(a), extentOf(b)]
  if (x === null || y === null) return 'unknown'
  const gap = Math.max(
    (x.from ?? Number.NEGATIVE_INFINITY) - (y.to ?? Number.POSITIVE_INFINITY),
    (y.from ?? Number.NEGATIVE_INFINITY) - (x.to ?? Number.POSITIVE_INFINITY),
  )
  // Ends are exclusive: the 18th and the 19th touch with no gap and are one day apart.
  if (gap < 0) return 'near'
  const off = Math.max(daysOffOf(type), isWorkedOut(x) || isWorkedOut(y) ? daysOffWorkedOut : 0)
  return Math.floor(gap / day) + 1 <= off ? 'near' : 'apart'
}

/** The month a time lies in, where it lies in one. */
export function monthOf(edtf: string): string | null {
  return /^\d{4}-\d{2}/.test(edtf) && !edtf.includes('/') ? edtf.slice(0, 7) : null
}
