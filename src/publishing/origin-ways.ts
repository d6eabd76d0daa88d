import type { ReportId } from '../model/ids.js'
import type { CaseView, RecordReport, RecordStatement } from '../model/record.js'
import { grouped, type Lookup, lookUp } from './lookup.js'

/**
 * How a report comes by what it says: `own` in its own voice, resting on nobody; `named` from sources its text names; `copy` in a text that is another report's; `credit` from whom its credit line
 * names; `decided` from whom a person says it has it.
 */
export type WayKind = 'own' | 'named' | 'copy' | 'credit' | 'decided'

/** One way from a report to where its account goes no further back. */
export interface Way {
  readonly report: RecordReport
  readonly kind: WayKind
  /** Who stands between, nearest the report first. */
  readonly through: readonly string[]
  /** Where it ends; several only where a credit line names several and nobody can say which. */
  readonly roots: readonly string[]
  readonly statements: readonly RecordStatement[]
}

/** The ways of these statements to their origins, in order of publication; statements of one report that go the same way share one. */
export function waysToOrigins(view: CaseView, statements: readonly RecordStatement[] = view.record.statements): readonly Way[] {
  const lookup = lookUp(view)
  const own = new Map(view.record.folds.flatMap(({ kind, a }) => (a.report !== null && a.name === null ? [[a.report, kind] as const] : [])))
  const ways = statements
    .filter(({ state }) => state !== 'rejected')
    .flatMap((statement) => {
      const report = lookup.report(statement.report)
      return report === undefined ? [] : [wayOf(statement, report, own.get(report.id), lookup)]
    })
  return [...grouped(ways, ({ report, kind, through, roots }) => JSON.stringify([report.id, kind, through, roots])).values()]
    .map((same) => ({ ...(same[0] as Way), statements: same.flatMap((way) => way.statements) }))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

function orderOf({ report, through, roots }: Way): string {
  return [report.published ?? '9999', report.id, ...roots, ...through].join('\n')
}

type Fold = CaseView['record']['folds'][number]['kind']

function wayOf(statement: RecordStatement, report: RecordReport, fold: Fold | undefined, lookup: Lookup): Way {
  const { sources } = statement
  const roots = statement.roots ?? [sources.at(-1) ?? report.outlet ?? report.title ?? 'an outlet not stated']
  if (sources.length > 0) {
    const through = sources.slice(0, -1).map((name) => lookup.partyNamed(name, report.id)?.name ?? name)
    return { report, kind: 'named', through, roots, statements: [statement] }
  }
  const kind = fold === 'copy' || fold === 'credit' ? fold : fold === 'decision' ? 'decided' : 'own'
  return { report, kind, through: [], roots, statements: [statement] }
}

/** The ways by the origin they end at: those most reports lead to first. A way that may end at several stands at each. */
export function byOrigin(ways: readonly Way[]): readonly (readonly [root: string, ways: readonly Way[]])[] {
  const ends = ways.flatMap((way) => way.roots.map((root) => ({ root, way })))
  const found = [...grouped(ends, ({ root }) => root)].map(([root, own]) => [root, own.map(({ way }) => way)] as const)
  const reports = new Map(found.map(([root, own]) => [root, new Set(own.map(({ report }) => report.id)).size]))
  return found.sort(([a], [b]) => (reports.get(b) ?? 0) - (reports.get(a) ?? 0) || (a < b ? -1 : 1))
}

/** The reports of these ways, each once, in order. */
export function reportsOf(ways: readonly Way[]): readonly RecordReport[] {
  return [...new Map<ReportId, RecordReport>(ways.map(({ report }) => [report.id, report])).values()]
}
