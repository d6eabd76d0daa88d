/** A piece of text as a PDF places it; y grows upwards. */
export interface PlacedText {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly fontSize: number
}

/** A line of one column of a page. */
export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly fontSize: number
  /** Counted from 0. */
  readonly page: number
}

/** The lines of a document in the order in which a person reads them: page by page, column by column; what pages repeat at their edges is told apart. */
export interface PdfLines {
  readonly lines: readonly PdfLine[]
  readonly running: ReadonlySet<PdfLine>
}

export function linesInOrder(pages: readonly (readonly PlacedText[])[]): PdfLines {
  const rows = pages.map((items, page) => rowsOf(piecesOf(items, page)))
  const repeated = runningShapes(rows)
  const running = new Set<PdfLine>()
  const lines = rows.flatMap((own): readonly PdfLine[] => {
    const [top, foot] = edgesOf(own)
    const isRunning = (row: Row) => (top.includes(row) || foot.includes(row)) && (repeated.has(shapeOf(row)) || isPrintersLine(row))
    const edge = (part: readonly Row[]) => part.filter(isRunning).map(joined)
    const [heads, feet] = [edge(top), edge(foot.filter((row) => !top.includes(row)))]
    for (const line of [...heads, ...feet]) running.add(line)
    const pieces = own.filter((row) => !isRunning(row)).flat()
    return [...heads, ...inReadingOrder(pieces, isRightToLeft(pieces), 0), ...feet]
  })
  return { lines, running }
}

/** Pieces of one line, from the left, or from the right where the script runs so. */
type Row = readonly PdfLine[]

/** Two pieces stand on one line when their baselines are within half the size of the larger: a raised figure is, the next line never. */
const sameLine = 0.5
/** A gap from this on, in the size of the letters, may lie between two columns; a space between words in set text is a quarter to a half. */
const columnGap = 1
/** A gap from this on, in the size of the letters, is a space that the file does not write. */
const spaceGap = 0.12

/** What stands on a page, as pieces without wide gaps within them. Text printed twice on one place, as some programs do for bold, is one. */
function piecesOf(items: readonly PlacedText[], page: number): readonly PdfLine[] {
  const placed = items
    .filter(({ str, x, y, fontSize }) => str.trim() !== '' && Number.isFinite(x + y) && fontSize > 0)
    .map(({ str, x, y, width, fontSize }) => ({ text: str, x, right: x + Math.max(0, width), y, fontSize, page }))
  const rightToLeft = isRightToLeft(placed)
  return rowsOf(placed).flatMap((row) => {
    const inLine = [...row].sort((a, b) => (rightToLeft ? b.right - a.right : a.x - b.x))
    const pieces: PdfLine[] = []
    for (const next of inLine) {
      const open = pieces.at(-1)
      if (open === undefined) pieces.push(next)
      else if (isPrintedTwice(open, next)) continue
      else if (gapBetween(open, next) < columnGap * Math.max(open.fontSize, next.fontSize)) pieces[pieces.length - 1] = fused(open, next)
      else pieces.push(next)
    }
    return pieces
  })
}

const gapBetween = (a: PdfLine, b: PdfLine) => Math.max(a.x, b.x) - Math.min(a.right, b.right)

const isPrintedTwice = (a: PdfLine, b: PdfLine) => a.text === b.text && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < spaceGap * a.fontSize

/** Two pieces of one line as one; the larger letters' baseline is the line's. */
function fused(a: PdfLine, b: PdfLine): PdfLine {
  const isApart = gapBetween(a, b) > spaceGap * Math.min(a.fontSize, b.fontSize)
  const larger = b.fontSize > a.fontSize ? b : a
  return {
    ...larger,
    text: isApart && !/\s$/.test(a.text) && !/^\s/.test(b.text) ? `${a.text} ${b.text}` : a.text + b.text,
    x: Math.min(a.x, b.x),
    right: Math.max(a.right, b.right),
  }
}

/** Pieces on one baseline together, from the top of the page down. */
function rowsOf(pieces: readonly PdfLine[]): readonly Row[] {
  const rows: PdfLine[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && first.y - piece.y < sameLine * Math.max(first.fontSize, piece.fontSize)) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** A row's pieces as one line, a space between them. */
function joined(row: Row): PdfLine {
  const rightToLeft = isRightToLeft(row)
  const inLine = [...row].sort((a, b) => (rightToLeft ? b.right - a.right : a.x - b.x))
  const largest = inLine.reduce((most, next) => (next.fontSize > most.fontSize ? next : most))
  const text = inLine.map((piece) => piece.text).join(' ')
  return {
    ...largest,
    text: text.replace(/\s+/gu, ' ').trim(),
    x: least(inLine, ({ x }) => x),
    right: -least(inLine, ({ right }) => -right),
  }
}

const rightToLeftLetters = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/g

/** Whether most of what stands there is written from right to left. */
function isRightToLeft(pieces: readonly { readonly text: string }[]): boolean {
  let [from, all] = [0, 0]
  for (const { text } of pieces) {
    from += text.match(rightToLeftLetters)?.length ?? 0
    all += text.length
  }
  return from * 2 > all
}

/** How many lines at a page's top and foot may be repeated ones. */
const edgeLines = 2

function edgesOf(rows: readonly Row[]): readonly [top: readonly Row[], foot: readonly Row[]] {
  return [rows.slice(0, edgeLines), rows.slice(-edgeLines)]
}

/** A line's words without its numbers: what a running head has in common with that of the next page. */
const shapeOf = (row: Row) => joined(row).text.replace(/\d+/g, '#').toLowerCase()

/** The shapes of lines that stand at the edges of two pages or more. */
function runningShapes(pages: readonly (readonly Row[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const rows of pages) {
    const shapes = new Set(edgesOf(rows).flat().map(shapeOf))
    for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([shape, count]) => (count > 1 ? [shape] : [])))
}

/** "Page 3 of 12", "- 3 -", "iv". */
const pageNumber = /^[\W_]*(?:(?:page|p\.?|seite|pagina|página) ?)?(?:\d{1,4}(?: ?(?:\/|of|de|di|von) ?\d{1,4})?|[ivxl]{1,6})[\W_]*$/iu
/** What browsers print at a page's edges: the moment of printing with the title above, the address with the page's number below. */
const printedOver = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}, \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: [AP]M)?(?: |$)/i
const printedBelow = /^(?:https?|file):\/\/\S+(?: \d{1,4} ?\/ ?\d{1,4})?$/i

/** Whether a line at a page's edge is the printer's and not the writer's, whether other pages repeat it or not. */
function isPrintersLine(row: Row): boolean {
  const { text } = joined(row)
  return pageNumber.test(text) || printedOver.test(text) || printedBelow.test(text)
}

/** A column has at least so many lines, and so many letters in a line: fewer are a table's cells, which are read line by line. */
const shortestColumn = 3
const narrowestColumn = 12
/** The space between two columns, in the size of their letters. */
const narrowestGutter = 0.8
/** Places where a gutter may lie are looked for in steps of so many points: a gutter is wider. */
const step = 2
/** Columns within columns: a page in three, with a box in one of them, has four levels. */
const deepestCut = 12
/** A broadsheet's page has two thousand lines; on a page with more pieces than this no column is looked for, since looking takes time. */
const mostPieces = 5000
/** Pages are at most so many points wide; a poster's columns are read in the order in which the file has them. */
const widestPage = 4000

/** Pieces as lines: what stands above columns, then each column, then what stands below. */
function inReadingOrder(pieces: readonly PdfLine[], rightToLeft: boolean, depth: number): readonly PdfLine[] {
  const cut = depth < deepestCut ? columnCut(pieces) : null
  if (cut === null) return rowsOf(pieces).map(joined)
  const { above, left, right, below } = cut
  return [above, ...(rightToLeft ? [right, left] : [left, right]), below].flatMap((part) => inReadingOrder(part, rightToLeft, depth + 1))
}

interface ColumnCut {
  readonly above: readonly PdfLine[]
  readonly left: readonly PdfLine[]
  readonly right: readonly PdfLine[]
  readonly below: readonly PdfLine[]
}

/** Pieces from `from` to `to`, in the order from the top, with no piece over the gutter. */
interface Run {
  readonly gutter: number
  readonly from: number
  readonly to: number
}

/** The widest part of a page that stands in two columns, or null. */
function columnCut(pieces: readonly PdfLine[]): ColumnCut | null {
  if (pieces.length < 2 * shortestColumn || pieces.length > mostPieces) return null
  const sorted = [...pieces].sort((a, b) => b.y - a.y)
  const places = new Set(sorted.flatMap(({ right }) => (right > 0 && right < widestPage ? [Math.ceil(right / step) * step] : [])))
  let best: ColumnCut | null = null
  let most = 0
  for (const gutter of places)
    for (const run of runsBeside(sorted, gutter)) {
      if (run.to - run.from <= most) continue
      const cut = cutAt(sorted, run)
      if (cut === null || cut.left.length + cut.right.length <= most) continue
      most = cut.left.length + cut.right.length
      best = cut
    }
  return best
}

/** The stretches of a page, from the top, in which nothing stands over a gutter and there is something on both sides. */
function runsBeside(sorted: readonly PdfLine[], gutter: number): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  let [left, right] = [0, 0]
  for (let i = 0; i <= sorted.length; i++) {
    const piece = sorted[i]
    if (piece !== undefined && (piece.right <= gutter || piece.x >= gutter)) {
      if (piece.right <= gutter) left++
      else right++
      continue
    }
    if (left >= shortestColumn && right >= shortestColumn) runs.push({ gutter, from, to: i })
    from = i + 1
    left = 0
    right = 0
  }
  return runs
}

/** The page cut at a run, or null when its sides are no columns. */
function cutAt(sorted: readonly PdfLine[], { gutter, from, to }: Run): ColumnCut | null {
  const inside = sorted.slice(from, to)
  const sideOf = (isLeft: boolean) => inside.filter(({ right }) => right <= gutter === isLeft)
  const [wholeLeft, wholeRight] = [sideOf(true), sideOf(false)]
  const [left, right] = [besideEachOther(wholeLeft, wholeRight), besideEachOther(wholeRight, wholeLeft)]
  if (!isColumn(left) || !isColumn(right)) return null
  const size = Math.max(...[...left, ...right].slice(0, shortestColumn).map(({ fontSize }) => fontSize))
  if (least(right, ({ x }) => x) + least(left, (line) => -line.right) < narrowestGutter * size) return null
  const within = new Set([...left, ...right])
  const highest = -least([...within], ({ y }) => -y)
  const outside = inside.filter((piece) => !within.has(piece))
  return {
    above: [...sorted.slice(0, from), ...outside.filter(({ y }) => y > highest)],
    left,
    right,
    below: [...outside.filter(({ y }) => y <= highest), ...sorted.slice(to)],
  }
}

const least = (lines: readonly PdfLine[], of: (line: PdfLine) => number) =>
  lines.reduce((found, line) => Math.min(found, of(line)), Number.POSITIVE_INFINITY)

const isColumn = (lines: readonly PdfLine[]) =>
  lines.length >= shortestColumn && lines.reduce((letters, { text }) => letters + text.trim().length, 0) >= narrowestColumn * lines.length

/** Lines further apart than this many times a column's usual distance are not of one block of text. */
const widestLeading = 1.6

/** The lines of one side, from the top, without those beyond the other side's ends that a gap sets apart: a title over both columns, a note under them. */
function besideEachOther(own: readonly PdfLine[], other: readonly PdfLine[]): readonly PdfLine[] {
  const [top, foot] = [other[0]?.y ?? 0, other.at(-1)?.y ?? 0]
  const gaps = own.slice(1).map(({ y }, i) => (own[i]?.y ?? y) - y)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  let [from, to] = [0, own.length]
  for (const [i, gap] of gaps.entries()) if ((own[i]?.y ?? 0) > top && gap > widestLeading * usual) from = i + 1
  for (const [i, gap] of [...gaps.entries()].reverse())
    if (i + 1 > from && (own[i + 1]?.y ?? 0) < foot && gap > widestLeading * usual) to = i + 1
  return own.slice(from, to)
}
