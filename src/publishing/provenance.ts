import type { IntakeEntry, LogLine, Observation } from '../model/decision.js'
import type { ReportId } from '../model/ids.js'
import type { CaseView } from '../model/record.js'

/** A line of the log by which a report was taken in. */
export type IntakeLine = LogLine & { readonly entry: IntakeEntry }

/** How the reports of a case came, by what its log says. */
export interface Provenance {
  readonly intakeOf: (report: ReportId) => IntakeLine | undefined
  /** The other captures of a report's address, in the order they were taken in; none where there is one capture. */
  readonly versionsOf: (report: ReportId) => readonly IntakeLine[]
  /** What the report's address gave when it was asked again, oldest first. */
  readonly observedOf: (report: ReportId) => readonly Observation[]
  /** The intake of the text that somebody gave for a scan. */
  readonly transcriptOf: (report: ReportId) => IntakeLine | undefined
}

const made = new WeakMap<CaseView, Provenance>()

/** The provenance of a view; made once for each view, which never changes. */
export function provenanceOf(view: CaseView): Provenance {
  const known = made.get(view)
  if (known !== undefined) return known
  const fresh = makeProvenance(view.log.entries)
  made.set(view, fresh)
  return fresh
}

function makeProvenance(lines: readonly LogLine[]): Provenance {
  const intakes = lines.filter((line): line is IntakeLine => line.entry.kind === 'intake')
  const byReport = new Map(intakes.map((line) => [line.entry.report, line]))
  const families = new Map<ReportId, IntakeLine[]>()
  for (const line of intakes) {
    const first = line.entry.versionOf ?? line.entry.report
    families.set(first, [...(families.get(first) ?? []), line])
  }
  const observed = new Map<string, Observation[]>()
  for (const { entry } of lines)
    if (entry.kind === 'observation') observed.set(entry.address, [...(observed.get(entry.address) ?? []), entry])
  const transcripts = new Map(intakes.flatMap((line) => (line.entry.textOf === undefined ? [] : [[line.entry.textOf, line] as const])))
  return {
    intakeOf: (report) => byReport.get(report),
    versionsOf: (report) => {
      const own = byReport.get(report)
      return own === undefined ? [] : (families.get(own.entry.versionOf ?? report) ?? []).filter((line) => line.entry.report !== report)
    },
    observedOf: (report) => addressesOf(byReport.get(report)).flatMap((address) => observed.get(address) ?? []),
    transcriptOf: (report) => transcripts.get(report),
  }
}

function addressesOf(line: IntakeLine | undefined): readonly string[] {
  if (line === undefined) return []
  const { url, capture } = line.entry
  return [...new Set([url, capture?.address, capture?.final].filter((address) => address !== undefined))]
}
