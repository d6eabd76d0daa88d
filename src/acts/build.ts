import type { Found, Gathered } from '../intake/found.js'
import { reportsIn } from '../intake/gather.js'
import { AttestError } from '../model/errors.js'
import type { ReportId } from '../model/ids.js'
import { inOrder } from '../model/in-order.js'
import type { CaseRecord } from '../model/record.js'
import type { ReadReport } from '../model/report.js'
import { readReport, recordOf } from './read.js'
import { attempt, notTaken, type OnProgress, type Taking } from './taking.js'

/** Every report of a folder read, and the whole record of it, stored nowhere. */
export async function buildRecord(
  folder: string,
  options: {
    readonly packs?: readonly string[]
    readonly at?: string | null
    readonly onProgress?: OnProgress
    /** What reads the reports, where other threads do, and how many it is given at once. */
    readonly reader?: { readonly atOnce: number; readonly reading: (given: Gathered) => Promise<ReadReport> }
  } = {},
): Promise<{ readonly record: CaseRecord; readonly read: readonly ReadReport[]; readonly taken: readonly Taking[] }> {
  const read = new Map<ReportId, ReadReport>()
  const taken: Taking[] = []
  const { atOnce, reading } = options.reader ?? { atOnce: 1, reading: readGathered }
  const found = reportsIn(folder, { network: false, ...given(options.onProgress) })
  for await (const { taking, report } of inOrder(found, atOnce, (one) => readingOf(one, reading))) {
    const known = report !== undefined && read.has(report.report.id)
    if (report !== undefined && !known) read.set(report.report.id, report)
    taken.push(known ? { ...taking, outcome: 'known' } : taking)
  }
  if (read.size === 0)
    throw new AttestError('intake/no-reports', `no report of ${folder} could be read: ${taken.map((t) => t.message ?? t.name).join('; ')}`)
  const all = [...read.values()]
  return { record: await recordOf(all, [], options), read: all, taken }
}

const given = (onProgress: OnProgress | undefined) => (onProgress === undefined ? {} : { onProgress })

function readGathered({ bytes, name, sidecar }: Gathered): Promise<ReadReport> {
  return readReport(bytes, name, sidecar)
}

/** What one file of a folder came to, with its reading where it is a report. */
async function readingOf(
  found: Found,
  reading: (given: Gathered) => Promise<ReadReport>,
): Promise<{ readonly taking: Taking; readonly report?: ReadReport | undefined }> {
  if (found.kind !== 'given') return { taking: notTaken(found) }
  const reports: ReadReport[] = []
  const taking = await attempt(found.name, async () => {
    const report = await reading(found)
    reports.push(report)
    return { name: found.name, outcome: 'taken', report: report.report.id }
  })
  return { taking, report: reports[0] }
}
