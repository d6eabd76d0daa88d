import type { BlockKind, Span } from '../model/report.js'
import { endsSentence } from './shapes.js'

/** What the layout of a page says about a stretch of its text, before its words are looked at. */
export interface Hint extends Span {
  readonly kind: BlockKind
  readonly why: string
  /** Only the place where it stands says so: its own words are believed more. */
  readonly isWeak?: boolean
}

/** One stretch that a reader sees as a piece: a paragraph, a line of a menu, a teaser. Trimmed; the space between units belongs to nobody yet. */
export interface Unit extends Span {
  readonly text: string
  /** Whether an empty line stands before it. */
  readonly apart: boolean
  readonly hint: Hint | null
}

/** Wire copy is set at 65 to 80 columns, mail at 72; beyond 120 a file is not wrapped but written a line per paragraph. */
const widestWrap = 120
/** Below this a longest line says nothing about a margin: lists and menus have such lines. */
const narrowestWrap = 45
/** A line that opens an item of a list starts afresh, even where the word would not have fitted above. */
const item = /^\s*(?:[•▪●■◦*·►▸]|[-–—]\s|\(?[a-z\d]{1,2}[.)]\s|#{1,6}\s|>)/u

interface Line extends Span {
  readonly text: string
}

function* linesOf(text: string): Generator<Line> {
  const line = /[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)/g
  while (line.lastIndex < text.length) {
    const start = line.lastIndex
    const whole = line.exec(text)?.[0] ?? ''
    const bare = whole.replace(/[\r\n\u2028\u2029]+$/, '')
    yield { start, end: start + bare.length, text: bare }
  }
}

/** The width at which the text's lines were broken, or null when they are whole paragraphs: lines broken at a margin end within a sentence as often as not, paragraphs hardly ever. */
function wrapWidth(lines: readonly Line[]): number | null {
  const longest = lines.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0)
  if (longest < narrowestWrap || longest > widestWrap) return null
  const full = lines.filter((line, i) => line.text.trimEnd().length * 2 > longest && (lines[i + 1]?.text.trim() ?? '') !== '')
  const within = full.filter((line) => !endsSentence(line.text.trimEnd())).length
  return within * 2 >= full.length ? longest : null
}

/** Whether a line goes on from the one above: its first word would not have fitted there, so the break is the margin's and not the writer's. */
function goesOn(above: Line, line: Line, width: number | null): boolean {
  if (width === null || item.test(line.text)) return false
  const firstWord = /\S+/.exec(line.text)?.[0] ?? ''
  return above.text.trimEnd().length + 1 + firstWord.length > width
}

/** The text's units in order. Lines broken at a margin are one unit; hints break units where they begin and end. */
export function cutUnits(text: string, hints: readonly Hint[] = []): readonly Unit[] {
  const lines = [...linesOf(text)]
  const width = hints.length > 0 ? null : wrapWidth(lines)
  const units: { start: number; end: number; apart: boolean }[] = []
  let above: Line | null = null
  let apart = false
  for (const line of lines) {
    if (line.text.trim() === '') {
      above = null
      apart = true
      continue
    }
    const open = units.at(-1)
    if (open !== undefined && above !== null && goesOn(above, line, width)) open.end = line.end
    else units.push({ start: line.start, end: line.end, apart })
    above = line
    apart = false
  }
  const hinted = hintFinder(hints)
  return units.map(({ start, end, apart: isApart }) => unitAt(text, start, end, isApart, hinted(start)))
}

/** Finds the hint over a position; positions must be asked in order. */
function hintFinder(hints: readonly Hint[]): (at: number) => Hint | null {
  let next = 0
  return (at) => {
    while ((hints[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
    const hint = hints[next]
    return hint !== undefined && hint.start <= at + 1 ? hint : null
  }
}

/** The unit between two positions, without the space around it. */
export function unitAt(text: string, start: number, end: number, apart: boolean, hint: Hint | null): Unit {
  const raw = text.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  const bare = raw.trim()
  return { start: start + lead, end: start + lead + bare.length, text: bare, apart, hint }
}
