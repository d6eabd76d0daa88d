import type { ReportId } from '../model/ids.js'
import type { ReadReport } from '../model/report.js'

/** Numbers of a fingerprint taken together as one key. Two, so that texts of which a third is the same still meet with near certainty: 1 - (1 - 0.3²)³² = 0.95. */
const rowsPerKey = 2
/** Share of equal numbers from which a text is a copy. Edited wire copy measures above 0.5, separate accounts of one affair below 0.05; between lies a text cut by half. */
const copyFrom = 0.25

/**
 * The original of each report that is a copy of another: the same story, edited or cut. Of texts that are copies of one another the original is an agency's, else the first published, else
 * the first by id. Candidates come from shared parts of fingerprints, so the work grows with copies and not with pairs of reports.
 */
export function copiesOf(read: readonly ReadReport[], isAgency: (report: ReadReport) => boolean): ReadonlyMap<ReportId, ReportId> {
  const ranked = [...read].sort(
    (a, b) => Number(isAgency(b)) - Number(isAgency(a)) || byPublication(a, b) || (a.report.id < b.report.id ? -1 : 1),
  )
  const seen = new Map<string, ReadReport[]>()
  const originals = new Map<ReportId, ReportId>()
  for (const report of ranked) {
    const keys = fingerprintKeys(report.fingerprint ?? [])
    const near = new Set(keys.flatMap((key) => seen.get(key) ?? []))
    const original = [...near]
      .map((other) => ({ other, share: equalShare(report.fingerprint ?? [], other.fingerprint ?? []) }))
      .filter(({ share }) => share >= copyFrom)
      .sort((a, b) => b.share - a.share || ranked.indexOf(a.other) - ranked.indexOf(b.other))[0]?.other.report.id
    if (original !== undefined) originals.set(report.report.id, originals.get(original) ?? original)
    for (const key of keys) {
      const bucket = seen.get(key)
      if (bucket === undefined) seen.set(key, [report])
      else bucket.push(report)
    }
  }
  return originals
}

/** Unknown days come last: what has no date cannot claim to be first. */
function byPublication({ report: a }: ReadReport, { report: b }: ReadReport): number {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999']
  return x < y ? -1 : x > y ? 1 : 0
}

function fingerprintKeys(fingerprint: readonly number[]): readonly string[] {
  const keys: string[] = []
  for (let at = 0; at + rowsPerKey <= fingerprint.length; at += rowsPerKey)
    keys.push(`${at}:${fingerprint.slice(at, at + rowsPerKey).join(',')}`)
  return keys
}

function equalShare(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0
  return a.filter((value, at) => value === b[at]).length / a.length
}
