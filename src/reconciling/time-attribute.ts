import type { Attribute } from '../model/record.js'
import { canCoincide, extentOf } from '../model/time.js'
import { attributeOf, type Stated } from './attribute.js'
import { isWorkedOut } from './happening-time.js'
import type { Told } from './told.js'

/** Two clock times of one day that are no further apart are one told roughly: "shortly before eight" and "at eight". */
const clockMinutes = 15
/** When one of them is marked as rough. */
const roughClockMinutes = 60

/** When it happened, as the statements have it. */
export function timeAttribute(told: readonly Told[]): Attribute {
  const stated = told.flatMap((by): Stated[] => (by.stated === null ? [] : [{ key: by.stated, value: by.stated, entity: null, by }]))
  // What stands first speaks for its value: a day that one account says and another only lends is said.
  const ownFirst = [...stated.filter((one) => !isLent(one)), ...stated.filter(isLent)]
  return attributeOf(ownFirst, {
    isWider: (a, b) => isWiderTime(a.value, b.value),
    areRivals: (a, b) => !isLent(a) && !isLent(b) && !isImpliedDay(a.value) && !isImpliedDay(b.value) && !mayBeOneTime(a.value, b.value),
  })
}

/** The day of what is told around it stands beside the others and disputes none. */
function isLent({ by }: Stated): boolean {
  return by.time === null
}

/** A day that was worked out from the story, not said of the happening. A clock time so marked is said roughly, and is said. */
function isImpliedDay(edtf: string): boolean {
  const extent = extentOf(edtf)
  return extent !== null && isWorkedOut(extent)
}

/** Whether two times can both be true of one moment. */
export function mayBeOneTime(a: string, b: string): boolean {
  if (canCoincide(a, b)) return true
  const [x, y] = [extentOf(a), extentOf(b)]
  if (x?.precision !== 'minute' || y?.precision !== 'minute' || x.from === null || y.from === null) return false
  return Math.abs(x.from - y.from) <= (x.uncertain || y.uncertain ? roughClockMinutes : clockMinutes) * 60_000
}

/** Whether `a` says when more widely than `b`, and agrees: January and the 19th, the 19th and half past nine. */
function isWiderTime(a: string, b: string): boolean {
  if (a === b || !mayBeOneTime(a, b)) return false
  const [x, y] = [extentOf(a), extentOf(b)]
  if (x === null || y === null) return false
  const [wide, narrow] = [lengthOf(x), lengthOf(y)]
  return wide > narrow || (wide === narrow && x.uncertain && !y.uncertain)
}

function lengthOf({ from, to }: { readonly from: number | null; readonly to: number | null }): number {
  return from === null || to === null ? Number.POSITIVE_INFINITY : to - from
}
