import type { ReportId } from '../model/ids.js'
import type { ReportHead } from '../model/report.js'

/** What finding copies looks at. */
export interface CopyText {
  readonly report: Pick<ReportHead, 'id' | 'outlet' | 'published'>
  readonly fingerprint?: ArrayLike<number>
}

/** Numbers of a fingerprint taken together as one key. Two, so that texts of which a third is the same still meet with near certainty: 1 - (1 - 0.3²)³² = 0.95. */
const rowsPerKey = 2
/** Share of equal numbers from which a text is a copy. Edited wire copy measures above 0.5, separate accounts of one affair below 0.05; between lies a text cut by half. */
const copyFrom = 0.25

/**
 * The original of each report that is a copy of another: the same story, edited or cut. Of texts that are copies of one another the original is an agency's, else the first published, else
 * the first by id. Candidates come from shared parts of fingerprints, so the work grows with copies and not with pairs of reports.
 */
export function copiesOf(read: readonly CopyText[], isAgency: (report: CopyText) => boolean): ReadonlyMap<ReportId, ReportId> {
  const ranked = [...read].sort(
    (a, b) => Number(isAgency(b)) - Number(isAgency(a)) || byPublication(a, b) || (a.report.id < b.report.id ? -1 : 1),
  )
  const near = candidates(ranked)
  const originals = new Map<ReportId, ReportId>()
  for (const [rank, report] of ranked.entries()) {
    let best: { readonly share: number; readonly rank: number; readonly id: ReportId } | undefined
    for (const at of near[rank] ?? []) {
      const other = ranked[at]
      const share = equalShare(report.fingerprint ?? [], other?.fingerprint ?? [])
      const better = best === undefined || share > best.share || (share === best.share && at < best.rank)
      if (other !== undefined && share >= copyFrom && better) best = { share, rank: at, id: other.report.id }
    }
    if (best !== undefined) originals.set(report.report.id, originals.get(best.id) ?? best.id)
  }
  return originals
}

/** Texts kept under one key: the first of them. The thousandth copy of a wire story is compared with some of the others, not with all, and is a copy of the same original. */
const mostUnderKey = 20

/** For each report, those ranked before it that share a part of its fingerprint. One part after the other for all reports, so that what is looked up stays small however many there are. */
function candidates(ranked: readonly CopyText[]): readonly (ReadonlySet<number> | undefined)[] {
  const near: (Set<number> | undefined)[] = ranked.map(() => undefined)
  const length = ranked.reduce((most, { fingerprint }) => Math.max(most, fingerprint?.length ?? 0), 0)
  for (let at = 0; at + rowsPerKey <= length; at += rowsPerKey) {
    const first = new Map<number, number>()
    const more = new Map<number, number[]>() // most keys stand alone, and need no list
    for (const [rank, { fingerprint = [] }] of ranked.entries()) {
      if (fingerprint.length < at + rowsPerKey) continue
      const key = partKey(fingerprint, at)
      const before = first.get(key)
      if (before === undefined) {
        first.set(key, rank)
        continue
      }
      const others = more.get(key) ?? [before]
      const own = near[rank] ?? new Set()
      near[rank] = own
      for (const other of others) own.add(other)
      if (others.length < mostUnderKey) more.set(key, [...others, rank])
    }
  }
  return near
}

/** Unknown days come last: what has no date cannot claim to be first. */
function byPublication({ report: a }: CopyText, { report: b }: CopyText): number {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999']
  return x < y ? -1 : x > y ? 1 : 0
}

/** The key of a part: its two numbers as one. Two parts that come to one key by chance only cost a comparison. */
function partKey(fingerprint: ArrayLike<number>, at: number): number {
  return (Math.imul(fingerprint[at] ?? 0, 0x9e3779b1) ^ (fingerprint[at + 1] ?? 0)) >>> 0 // the factor is Knuth's: 2³² over the golden ratio
}

/** The keys of all parts of a fingerprint: texts that share none are never compared. */
export function partKeysOf(fingerprint: ArrayLike<number>): readonly number[] {
  const keys: number[] = []
  for (let at = 0; at + rowsPerKey <= fingerprint.length; at += rowsPerKey)
    // Equal numbers at another place are no sign of a copy, so the place goes into the key.
    keys.push(Math.imul(partKey(fingerprint, at) ^ Math.imul(at + 1, 0x85ebca6b), 0xc2b2ae35) >>> 0) // both odd factors are murmur3's
  return keys
}

function equalShare(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length === 0 || a.length !== b.length) return 0
  let equal = 0
  for (let at = 0; at < a.length; at++) if (a[at] === b[at]) equal++
  return equal / a.length
}
