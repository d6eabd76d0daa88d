import type { ReportId } from '../model/ids.js'
import { byOrigin, reportsOf, type Way, type WayKind } from './origin-ways.js'

/** A report, somebody between, or an origin, with its place in the drawing. */
export interface MapNode {
  readonly id: string
  readonly kind: 'report' | 'between' | 'origin'
  readonly name: string
  readonly report: ReportId | null
  /** Whether some account goes no further back than here; who stands between for one may be the origin of another. */
  readonly ends: boolean
  /** In its own voice only: nobody is named. */
  readonly own: boolean
  readonly x: number
  readonly y: number
}

export interface MapLine {
  readonly kind: Exclude<WayKind, 'own'> | 'own'
  readonly from: MapNode
  readonly to: MapNode
}

export interface OriginMap {
  readonly width: number
  readonly height: number
  readonly nodes: readonly MapNode[]
  readonly lines: readonly MapLine[]
}

/** Units of the drawing, about one CSS pixel each. Between two columns there is room for a curve and the name of who stands there; between two rows for two lines of text. */
const leastColumn = 235
const row = 54
const firstX = 205
/** Beside the last column stands the name of the origin, in heavy letters. */
const nameWidth = 295
const firstY = 30
/** As wide as a page has room for; more columns make it wider, and it scrolls. */
const usualWidth = 1000

/** More rows than this are no drawing any more; the list says the same. */
const mostRows = 60

/**
 * Who rests on whom as a drawing in columns: reports, who stands between, origins. Null where nothing is to be drawn or too much. Rows are ordered by the middle of what they are tied to, which keeps
 * most lines from crossing; the same ways always give the same drawing.
 */
export function originMap(ways: readonly Way[]): OriginMap | null {
  const between = columnsBetween(ways)
  const ends = new Set(ways.flatMap(({ roots }) => roots))
  const onTheWay = new Set(between.flat())
  const origins = byOrigin(ways).flatMap(([root]) => (onTheWay.has(root) ? [] : [root]))
  const last = between.length + 1
  const columns: Draft[][] = [
    reportsOf(ways).map((report) => ({ id: reportKey(report.id), kind: 'report', name: '', report: report.id, ends: false, own: false })),
    ...between.map((names) =>
      names.map((name): Draft => ({ id: sourceKey(name), kind: 'between', name, report: null, ends: ends.has(name), own: false })),
    ),
    origins.map((name) => ({ id: sourceKey(name), kind: 'origin', name, report: null, ends: true, own: isOwnVoice(name, ways) })),
  ]
  const rows = Math.max(...columns.map(({ length }) => length))
  if (ends.size === 0 || rows > mostRows) return null
  const ties = tiesOf(ways)
  const column = Math.max(leastColumn, (usualWidth - firstX - nameWidth) / last)
  const heights = heightsOf(inOrder(columns, ties), ties, rows)
  const nodes = heights.flatMap((drafts, at) =>
    drafts.map(({ draft, y }): MapNode => ({ ...draft, x: Math.round(firstX + at * column), y: Math.round(firstY + y) })),
  )
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const lines = ties.flatMap(({ kind, from, to }): readonly MapLine[] => {
    const [a, b] = [byId.get(from), byId.get(to)]
    return a === undefined || b === undefined ? [] : [{ kind, from: a, to: b }]
  })
  return { width: Math.round(firstX + last * column + nameWidth), height: firstY + (rows - 1) * row + firstY, nodes, lines }
}

type Draft = Omit<MapNode, 'x' | 'y'>

interface Tie {
  readonly kind: MapLine['kind']
  readonly from: string
  readonly to: string
}

const reportKey = (id: ReportId) => `r ${id}`
const sourceKey = (name: string) => `s ${name}`

/** Who stands between, by the furthest place from a report that any way has them at. */
function columnsBetween(ways: readonly Way[]): readonly (readonly string[])[] {
  const place = new Map<string, number>()
  for (const { through, roots } of ways)
    for (const [at, name] of through.entries()) if (!roots.includes(name)) place.set(name, Math.max(place.get(name) ?? 0, at))
  const most = Math.max(-1, ...place.values())
  return Array.from({ length: most + 1 }, (_, at) => [...place].filter(([, own]) => own === at).map(([name]) => name)).filter(
    ({ length }) => length > 0,
  )
}

function isOwnVoice(root: string, ways: readonly Way[]): boolean {
  const here = ways.filter(({ roots }) => roots.includes(root))
  return here.every(({ kind }) => kind === 'own')
}

/** Every line once; of two kinds between the same two, the stronger: what is printed before what is named before what is credited. */
function tiesOf(ways: readonly Way[]): readonly Tie[] {
  const found = new Map<string, Tie>()
  const add = (tie: Tie) => {
    const key = `${tie.from}\n${tie.to}`
    const known = found.get(key)
    if (known === undefined || strength.indexOf(tie.kind) < strength.indexOf(known.kind)) found.set(key, tie)
  }
  for (const { report, kind, through, roots } of ways) {
    const stops = [reportKey(report.id), ...through.filter((name) => !roots.includes(name)).map(sourceKey)]
    for (const [at, to] of stops.slice(1).entries()) add({ kind, from: stops[at] as string, to })
    for (const root of roots) add({ kind, from: stops.at(-1) as string, to: sourceKey(root) })
  }
  return [...found.values()]
}
const strength: readonly MapLine['kind'][] = ['copy', 'own', 'named', 'decided', 'credit']

/** Sweeps over the columns, each ordered by the middle of its neighbours; two are enough for three columns, a third settles four. */
const sweeps = 3

/** For each end of a line, the other ends. */
function neighboursOf(ties: readonly Tie[]): ReadonlyMap<string, readonly string[]> {
  const tied = new Map<string, string[]>()
  for (const { from, to } of ties) {
    tied.set(from, [...(tied.get(from) ?? []), to])
    tied.set(to, [...(tied.get(to) ?? []), from])
  }
  return tied
}

function inOrder(columns: readonly Draft[][], ties: readonly Tie[]): readonly Draft[][] {
  const tied = neighboursOf(ties)
  let current = columns.map((drafts) => [...drafts])
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const places = new Map(
      current.flatMap((drafts) => drafts.map(({ id }, index) => [id, index / Math.max(1, drafts.length - 1)] as const)),
    )
    // The first column keeps the order of publication: what was said first stands first.
    current = current.map((drafts, at) => (at === 0 ? drafts : sortedBy(drafts, (draft) => middle(tied.get(draft.id) ?? [], places))))
  }
  return current
}

/** Each row as high as what it is tied to in the longest column, as far as the rows above and below leave room. */
function heightsOf(
  columns: readonly (readonly Draft[])[],
  ties: readonly Tie[],
  rows: number,
): readonly (readonly { readonly draft: Draft; readonly y: number }[])[] {
  const longest = columns.findLast(({ length }) => length === rows) ?? []
  const known = new Map(longest.map(({ id }, index) => [id, index * row]))
  const tied = neighboursOf(ties)
  return columns.map((drafts) => {
    if (drafts === longest) return drafts.map((draft, index) => ({ draft, y: index * row }))
    const wished = drafts.map(({ id }, index) => {
      const near = (tied.get(id) ?? []).flatMap((other) => known.get(other) ?? [])
      return near.length === 0 ? index * row : near.reduce((sum, y) => sum + y, 0) / near.length
    })
    const ys: number[] = []
    for (const [index, y] of wished.entries()) ys.push(Math.max(y, index === 0 ? 0 : (ys[index - 1] as number) + row))
    for (let index = ys.length - 1; index >= 0; index -= 1)
      ys[index] = Math.min(
        ys[index] as number,
        (rows - ys.length + index) * row,
        index + 1 < ys.length ? (ys[index + 1] as number) - row : Infinity,
      )
    return drafts.map((draft, index) => ({ draft, y: ys[index] as number }))
  })
}

function middle(neighbours: readonly string[], places: ReadonlyMap<string, number>): number {
  const known = neighbours.flatMap((id) => places.get(id) ?? [])
  return known.length === 0 ? 1 : known.reduce((sum, place) => sum + place, 0) / known.length
}

function sortedBy<T>(things: readonly T[], keyOf: (thing: T) => number): T[] {
  return things
    .map((thing, index) => ({ thing, index, key: keyOf(thing) }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map(({ thing }) => thing)
}
