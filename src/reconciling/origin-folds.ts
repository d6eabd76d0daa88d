import type { ReportId } from '../model/ids.js'
import type { OriginFold, RecordReport } from '../model/record.js'
import type { OriginDecisions } from './origin-decisions.js'
import { isUnnamed, type Root } from './origins.js'

/** A statement's way to its roots: in which report, over which sources. */
export interface Rooted {
  readonly report: ReportId
  readonly sources: readonly string[]
  readonly roots: readonly Root[]
}

/** Everything that is not counted by itself, and why: copies, credit lines, one author in two outlets, sources only described, and what people decided. */
export function originFolds(reports: readonly RecordReport[], rooted: readonly Rooted[], decided: OriginDecisions): readonly OriginFold[] {
  const ownRoots = new Map(rooted.flatMap(({ report, sources, roots }) => (sources.length === 0 ? [[report, roots] as const] : [])))
  const own = reports.flatMap((report) => ownVoiceFolds(report, ownRoots.get(report.id), decided))
  return [...own, ...authorFolds(rooted), ...unnamedFolds(rooted), ...decided.folds]
}

/** Whether a report's own voice leads to its own outlet: an agency's report may bear the agency's short name in its credit line. */
function speaksForItself({ outlet }: RecordReport, roots: readonly Root[] | undefined): boolean {
  return outlet !== null && roots?.length === 1 && roots[0]?.label === outlet
}

/** Whose text a report prints, or whom its credit line names. A copy's own credits are its original's affair. */
function ownVoiceFolds(report: RecordReport, roots: readonly Root[] | undefined, decided: OriginDecisions): readonly OriginFold[] {
  const { id, copyOf, copy, credits } = report
  const own = { report: id, name: null }
  if (decided.ownVoiceRestsOn(id) !== null) return []
  if (copyOf !== null && !decided.areApart(id, { report: copyOf, names: [] })) {
    const because = copy === undefined ? 'it prints the other’s text' : `${Math.round(copy.share * 100)} in 100 of its text is the other’s`
    return [{ kind: 'copy', a: own, b: { report: copyOf, name: null }, because }]
  }
  if (speaksForItself(report, roots)) return []
  return credits
    .filter((name) => !decided.areApart(id, { report: id, names: [name] }))
    .map((name) => ({ kind: 'credit', a: own, b: { report: null, name }, because: 'a credit line, byline or dateline names it' }))
}

/** Outlets for which one author wrote, each with the first of them. */
function authorFolds(rooted: readonly Rooted[]): readonly OriginFold[] {
  const outlets = new Map<string, Set<string>>()
  for (const { roots } of rooted)
    for (const { author, label } of roots) if (author !== undefined) outlets.set(author, (outlets.get(author) ?? new Set()).add(label))
  return [...outlets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([author, labels]) => {
      const [first, ...others] = [...labels].sort()
      return others.map(
        (label): OriginFold => ({
          kind: 'author',
          a: { report: null, name: label },
          b: { report: null, name: first ?? label },
          because: `${author} wrote for both`,
        }),
      )
    })
}

/** Reports that describe a source in the same words, each with the first of them. */
function unnamedFolds(rooted: readonly Rooted[]): readonly OriginFold[] {
  const described = new Map<string, Map<ReportId, string>>()
  for (const { report, sources, roots } of rooted) {
    const [root] = roots
    const name = sources.at(-1)
    if (root === undefined || name === undefined || !isUnnamed(root)) continue
    const by = described.get(root.key) ?? new Map<ReportId, string>()
    if (!by.has(report)) by.set(report, name)
    described.set(root.key, by)
  }
  return [...described]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, by]) => {
      const [first, ...others] = [...by].sort(([a], [b]) => (a < b ? -1 : 1))
      if (first === undefined) return []
      const [report, name] = first
      return others.map(
        ([other, called]): OriginFold => ({
          kind: 'unnamed',
          a: { report: other, name: called },
          b: { report, name },
          because: `both rest on “${called}”; who that is nobody can tell`,
        }),
      )
    })
}
