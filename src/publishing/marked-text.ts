import type { Span } from '../model/report.js'

/** A stretch to be marked, with what marks it. */
export interface Marking<What> extends Span {
  readonly what: What
}

/** Text, or a marked stretch of it. A marking that crosses another is cut into pieces; `first` and `last` say which piece this is. */
export type Piece<What> =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'marked'
      readonly what: What
      readonly first: boolean
      readonly last: boolean
      readonly inside: readonly Piece<What>[]
    }

interface Open<What> {
  readonly marking: Marking<What>
  readonly first: boolean
  readonly inside: Piece<What>[]
}

/** The text between `within.start` and `within.end` as nested pieces, so that markings that overlap still close in the order they opened. */
export function markedText<What>(text: string, within: Span, markings: readonly Marking<What>[]): readonly Piece<What>[] {
  const here = markings
    .filter(({ start, end }) => start < within.end && end > within.start && end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const edges = [...new Set([within.start, within.end, ...here.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= within.start && at <= within.end)
    .sort((a, b) => a - b)
  const out: Piece<What>[] = []
  let open: readonly Open<What>[] = []
  let next = 0
  for (const [index, at] of edges.entries()) {
    open = closed(open, at, out, within)
    while (next < here.length && Math.max((here[next] as Marking<What>).start, within.start) <= at) {
      const marking = here[next] as Marking<What>
      open = [...open, { marking, first: marking.start >= within.start, inside: [] }]
      next += 1
    }
    const until = edges[index + 1]
    if (until !== undefined) (open.at(-1)?.inside ?? out).push({ kind: 'text', text: text.slice(at, until) })
  }
  return out
}

/** What stays open at `at`. Whatever stands above one that ends here is closed with it and opened again. */
function closed<What>(open: readonly Open<What>[], at: number, out: Piece<What>[], within: Span): readonly Open<What>[] {
  const lowest = open.findIndex(({ marking }) => Math.min(marking.end, within.end) <= at)
  if (lowest === -1) return open
  for (let index = open.length - 1; index >= lowest; index -= 1) {
    const { marking, first, inside } = open[index] as Open<What>
    const piece: Piece<What> = { kind: 'marked', what: marking.what, first, last: marking.end <= at, inside }
    ;(index === 0 ? out : (open[index - 1] as Open<What>).inside).push(piece)
  }
  const again = open.slice(lowest).filter(({ marking }) => Math.min(marking.end, within.end) > at)
  return [...open.slice(0, lowest), ...again.map(({ marking }) => ({ marking, first: false, inside: [] }))]
}
