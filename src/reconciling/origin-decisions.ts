import type { Decision, OriginAnchor } from '../model/decision.js'
import type { ReportId } from '../model/ids.js'
import type { OriginFold, Orphan } from '../model/record.js'
import { type DecisionOf, decisionsOf } from './decisions-of.js'
import { folded } from './name-token.js'

type FoldDecision = DecisionOf<'fold' | 'unfold'>

/** A source as origins meet it: in which report, by which names. No name: the report's own voice. */
export interface MetSource {
  readonly report: ReportId
  readonly names: readonly string[]
}

/** What people said of who rests on whom. The last word on a pair stands. */
export interface OriginDecisions {
  readonly areNone: boolean
  /** The decisions by which a source is counted with others, and the name all of them then bear. Null where nobody said so. */
  together(source: MetSource): { readonly key: string; readonly label: string } | null
  /** The sources a report's own voice was said to rest on. */
  ownVoiceRestsOn(report: ReportId): OriginAnchor | null
  /** Whether somebody said that a report does not rest on a source: the report whose text it prints, an agency it credits. */
  areApart(report: ReportId, other: MetSource): boolean
  /** Whether somebody counts this source by itself: as one report calls it, or wherever it bears the name. Null where nobody says so. */
  countedApart(source: MetSource): 'here' | 'everywhere' | null
  readonly folds: readonly OriginFold[]
  readonly orphans: readonly Orphan[]
}

export function originDecisions(
  decisions: readonly Decision[],
  reports: { has(report: ReportId): boolean },
  isNamed: (name: string) => boolean,
): OriginDecisions {
  const latest = new Map<string, FoldDecision>()
  const orphans: Orphan[] = []
  for (const decision of decisionsOf(decisions, 'fold', 'unfold')) {
    const lost = missing(decision, reports, isNamed)
    if (lost === null) latest.set([anchorKey(decision.act.a), anchorKey(decision.act.b)].sort().join('\n'), decision)
    else orphans.push({ line: decision.line, act: decision.act.act, message: lost })
  }
  const standing = [...latest.values()].sort((x, y) => x.line - y.line)
  const folds = standing.filter(({ act }) => act.act === 'fold')
  const apart = standing.filter(({ act }) => act.act === 'unfold')
  const classes = foldedNames(folds)
  return {
    areNone: latest.size === 0,
    together: (source) => classes.find(({ anchors }) => anchors.some((anchor) => isMeant(anchor, source))) ?? null,
    ownVoiceRestsOn: (report) => folds.map(({ act }) => act).find(({ a }) => a.report === report && a.name === null)?.b ?? null,
    areApart: (report, other) =>
      apart.some(({ act: { a, b } }) =>
        [
          [a, b],
          [b, a],
        ].some(([x, y]) => x?.report === report && x.name === null && y !== undefined && isMeant(y, other)),
      ),
    countedApart: (source) => {
      const own = apart.map(({ act }) => act).find(({ a, b }) => a.name !== null && b.name !== null && isMeant(a, source))
      return own === undefined ? null : own.a.report === null ? 'everywhere' : 'here'
    },
    folds: folds.map(({ line, because, act: { a, b } }) => ({ kind: 'decision', a, b, because, line })),
    orphans,
  }
}

function anchorKey({ report, name }: OriginAnchor): string {
  return `${report ?? ''} ${name === null ? '' : folded(name)}`
}

function isMeant({ report, name }: OriginAnchor, source: MetSource): boolean {
  if (report !== null && report !== source.report) return false
  return name === null ? source.names.length === 0 : source.names.some((one) => folded(one) === folded(name))
}

interface Together {
  readonly key: string
  readonly label: string
  readonly anchors: readonly OriginAnchor[]
}

/** Named sources that people counted as one, drawn together over any number of decisions. */
function foldedNames(folds: readonly FoldDecision[]): readonly Together[] {
  const classes: OriginAnchor[][] = []
  for (const { act } of folds) {
    if (act.a.name === null || act.b.name === null) continue
    const keys = new Set([anchorKey(act.a), anchorKey(act.b)])
    const touching = classes.filter((anchors) => anchors.some((anchor) => keys.has(anchorKey(anchor))))
    for (const one of touching) classes.splice(classes.indexOf(one), 1)
    classes.push([...touching.flat(), act.a, act.b])
  }
  return classes.map((anchors) => {
    const names = [...new Set(anchors.flatMap(({ name }) => name ?? []))].sort()
    return { key: `one ${names.map(folded).join(' ')}`, label: names.join(' and '), anchors }
  })
}

function missing(
  { line, act }: FoldDecision,
  reports: { has(report: ReportId): boolean },
  isNamed: (name: string) => boolean,
): string | null {
  for (const { report, name } of [act.a, act.b]) {
    if (report !== null && !reports.has(report)) return `its report is no longer in the record; undo line ${line}`
    if (name !== null && !isNamed(name))
      return `no report names a source “${name}” any more; undo line ${line}, or decide again on the names now read`
  }
  return null
}
