import { AttestError } from '../model/errors.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { dayIn } from './day-in.js'
import { oddities } from './decode-text.js'
import type { Opened } from './take-in.js'
import type { Hint } from './units.js'

/** A piece of text as a PDF places it; y grows upwards. */
export interface PlacedText {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly fontSize: number
  readonly hasEOL: boolean
}

/** A PDF's text layer as paragraphs, with what its pages repeat told apart. A PDF without text gives empty text. */
export async function openPdf(bytes: Uint8Array, name: string, words: FurnitureWords): Promise<Opened> {
  const { extractTextItems, getDocumentProxy, getMeta } = await import('unpdf')
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }) // a copy: the library takes the buffer for its own. Its warnings are for its developers
    const { items } = await extractTextItems(document)
    const { info } = await getMeta(document)
    const { text, hints } = pdfText(items)
    return { text, hints, head: headOf(info as Readonly<Record<string, unknown>>, words), notes: oddities(text) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const locked = error.name === 'PasswordException'
    throw new AttestError(
      locked ? 'intake/locked' : 'intake/unreadable',
      locked
        ? `${name} asks for a password; save it without one and give it again`
        : `${name} could not be opened as a PDF (${error.message}); print it to a new PDF, or give its text as .txt`,
    )
  }
}

/** What the PDF says of itself. The day it was made is not the day it was published, and is left. */
function headOf(info: Readonly<Record<string, unknown>>, words: FurnitureWords): Opened['head'] {
  const { Title: title } = info
  // Programs put file names there; a title has words.
  const told = typeof title === 'string' && /\p{L}+\s+\p{L}+/u.test(title) && !/\.\w{3,4}$/.test(title) ? title.trim() : null
  return told === null || dayIn(told, words.calendar) !== null ? {} : { title: told }
}

interface PdfLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly fontSize: number
  readonly page: number
}

/** The paragraphs of placed text, a line each, with a hint for each: running heads and feet, headings by size, the rest. */
export function pdfText(pages: readonly (readonly PlacedText[])[]): { readonly text: string; readonly hints: readonly Hint[] } {
  const lines = pages.flatMap((items, page) => linesOf(items, page))
  const order = new Map<PdfLine | undefined, number>(lines.map((line, i) => [line, i]))
  const repeated = runningLines(lines)
  const size = usualSize(lines)
  const paragraphs = paragraphsOf(
    lines.filter((line) => !repeated.has(line)),
    size,
  )
  const all = [...paragraphs, ...[...repeated].map((line) => ({ lines: [line], page: line.page }))]
    .map((paragraph) => ({ ...paragraph, first: order.get(paragraph.lines[0]) ?? 0 }))
    .sort((a, b) => a.first - b.first)
  let text = ''
  const hints: Hint[] = []
  for (const paragraph of all) {
    const joined = joinLines(paragraph.lines.map((line) => line.text))
    const start = text === '' ? 0 : text.length + 1
    text += (text === '' ? '' : '\n') + joined
    const [line] = paragraph.lines
    if (line === undefined) continue
    const end = start + joined.length
    if (repeated.has(line))
      hints.push({ start, end, kind: 'boilerplate', why: `stands at the edge of page ${line.page + 1}, as on other pages` })
    else if (line.fontSize >= size * headingSize && joined.length < longestHeading)
      hints.push({ start, end, kind: 'paragraph', why: 'is set larger than the text' })
    else hints.push({ start, end, kind: 'paragraph', why: 'is text of the document' })
  }
  return { text, hints }
}

/** Headings are set at least a sixth larger than text: 10 to 12 points, the smallest step printers use. */
const headingSize = 1.15
const longestHeading = 200

function linesOf(items: readonly PlacedText[], page: number): readonly PdfLine[] {
  const lines: { text: string; x: number; y: number; fontSize: number; page: number }[] = []
  let fresh = true
  for (const { str, x, y, fontSize, hasEOL } of items) {
    const open = lines.at(-1)
    if (!fresh && open !== undefined && Math.abs(open.y - y) < Math.max(fontSize, open.fontSize) / 2) open.text += str
    else if (str.trim() !== '') lines.push({ text: str, x, y, fontSize, page })
    fresh = hasEOL
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() })).filter(({ text }) => text !== '')
}

/** The size most characters are set in. */
function usualSize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  for (const { fontSize, text } of lines)
    counts.set(Math.round(fontSize * 2) / 2, (counts.get(Math.round(fontSize * 2) / 2) ?? 0) + text.length)
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [10, 0])[0]
}

/** How many lines at a page's top and foot may be repeated ones. */
const edgeLines = 2

/** Lines at the edges of pages that stand on other pages too, whatever their numbers; and numbers alone. */
function runningLines(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const pages = new Map<number, PdfLine[]>()
  for (const line of lines) {
    const own = pages.get(line.page)
    if (own === undefined) pages.set(line.page, [line])
    else own.push(line)
  }
  const edges = [...pages.values()].flatMap((own) => {
    const byHeight = [...own].sort((a, b) => b.y - a.y)
    return [...new Set([...byHeight.slice(0, edgeLines), ...byHeight.slice(-edgeLines)])]
  })
  const shape = ({ text }: PdfLine) => text.replace(/\d+/g, '#').toLowerCase()
  const counts = new Map<string, number>()
  for (const line of edges) counts.set(shape(line), (counts.get(shape(line)) ?? 0) + 1)
  return new Set(
    edges.filter(
      (line) => /^[\W_]*(?:page )?\d{1,4}(?: ?(?:\/|of) ?\d{1,4})?[\W_]*$/i.test(line.text) || (counts.get(shape(line)) ?? 0) > 1,
    ),
  )
}

/** Lines of one paragraph stand within so many times their size of each other; more is the space between paragraphs. */
const widestLeading = 1.6

function paragraphsOf(lines: readonly PdfLine[], size: number): readonly { readonly lines: readonly PdfLine[]; readonly page: number }[] {
  const paragraphs: PdfLine[][] = []
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const above = open?.at(-1)
    if (open !== undefined && above !== undefined && continues(above, line, open[0] ?? above, size)) open.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.map((own) => ({ lines: own, page: own[0]?.page ?? 0 }))
}

function continues(above: PdfLine, line: PdfLine, first: PdfLine, size: number): boolean {
  if (Math.abs(above.fontSize - line.fontSize) > size * 0.1) return false
  const ended = /[.!?:]["”’)]?$/.test(above.text)
  // Over a page or column break the gap says nothing: a sentence that has not ended goes on.
  if (above.page !== line.page || line.y > above.y) return !ended && /^[\p{Ll}\d("“]/u.test(line.text)
  const indented = line.x > Math.min(first.x, above.x) + size * 0.8 && line.x > above.x + size * 0.8
  return above.y - line.y <= line.fontSize * widestLeading && !(indented && ended)
}

/** Lines joined to a paragraph; a word broken at a hyphen is made whole. "Co-\noperate" loses its hyphen with the others: the words around are what readers look for. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((joined, line) => {
    if (joined === '') return line
    if (/\p{Ll}[-\u00AD\u2010]$/u.test(joined) && /^\p{Ll}/u.test(line)) return joined.slice(0, -1) + line
    return /[\p{L}\d][-–—/]$/u.test(joined) && !/\s[-–—]$/u.test(joined) ? joined + line : `${joined} ${line}`
  }, '')
}
