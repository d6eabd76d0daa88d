import { AttestError } from '../model/errors.js'
import type { PageMark } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { dayIn } from './day-in.js'
import { oddities } from './decode-text.js'
import { linesInOrder, type PdfLine, type PlacedText } from './pdf-lines.js'
import { isTitle } from './shapes.js'
import type { Opened } from './take-in.js'
import type { Hint } from './units.js'

/** A PDF's text layer as paragraphs, with what its pages repeat told apart. A PDF without text gives empty text. */
export async function openPdf(bytes: Uint8Array, name: string, words: FurnitureWords): Promise<Opened> {
  const { extractTextItems, getDocumentProxy, getMeta } = await import('unpdf')
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }) // a copy: the library takes the buffer for its own. Its warnings are for its developers
    const { items } = await extractTextItems(document)
    const { info } = await getMeta(document)
    const { text, hints, pages } = pdfText(items)
    return { text, hints, pages, head: headOf(info as Readonly<Record<string, unknown>>, words), notes: oddities(text) }
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

/** What of a PDF's text is laid out: its paragraphs, a line each, a hint for each, and where each page begins. */
type PdfText = Pick<Opened, 'text' | 'hints'> & { readonly pages: readonly PageMark[] }

/** The paragraphs of placed text with a hint for each: running heads and feet, headings by size, the rest. */
export function pdfText(pages: readonly (readonly PlacedText[])[]): PdfText {
  const { lines, running } = linesInOrder(pages)
  const order = new Map<PdfLine | undefined, number>(lines.map((line, i) => [line, i]))
  const size = usualSize(lines)
  const own = lines.filter((line) => !running.has(line))
  const paragraphs = [...paragraphsOf(own, size), ...[...running].map((line) => [line])].sort(
    (a, b) => (order.get(a[0]) ?? 0) - (order.get(b[0]) ?? 0),
  )
  const written = writtenWords(own)
  const titles = paragraphs.map((paragraph) => sizeOfTitle(paragraph, running, size))
  const largest = titles.reduce((most, next) => Math.max(most, next), 0)
  const headline = largest === 0 ? -1 : titles.indexOf(largest)
  const parts: string[] = []
  const hints: Hint[] = []
  const marks: PageMark[] = []
  let end = 0
  for (const [i, paragraph] of paragraphs.entries()) {
    const [first] = paragraph
    if (first === undefined) continue
    const start = end + (end === 0 ? 0 : 1)
    end = start
    if (start > 0) parts.push('\n')
    for (const [k, part] of joinedLines(paragraph, written).entries()) {
      const page = (paragraph[k]?.page ?? 0) + 1
      if (marks.at(-1)?.page !== page) marks.push({ start: end, page })
      parts.push(part)
      end += part.length
    }
    hints.push({ start, end, ...kindOf(first, running.has(first), (titles[i] ?? 0) > 0, i === headline) })
  }
  return { text: parts.join(''), hints, pages: marks }
}

function kindOf(first: PdfLine, isRunning: boolean, isHeading: boolean, isHeadline: boolean): Pick<Hint, 'kind' | 'why'> {
  if (isRunning) return { kind: 'boilerplate', why: `stands at the edge of page ${first.page + 1}, as pages are numbered or titled` }
  if (isHeadline) return { kind: 'headline', why: 'is the first of the titles set largest' }
  return isHeading ? { kind: 'heading', why: 'is set larger than the text' } : { kind: 'paragraph', why: 'is text of the document' }
}

/** Headings are set at least a sixth larger than text: 10 to 12 points, the smallest step printers use. */
const headingSize = 1.15
const longestHeading = 200

/** The size in which a title is set that is larger than the text; 0 for everything else. */
function sizeOfTitle(paragraph: readonly PdfLine[], running: ReadonlySet<PdfLine>, usual: number): number {
  const [first] = paragraph
  if (first === undefined || running.has(first) || first.fontSize < usual * headingSize) return 0
  const text = paragraph.map((line) => line.text).join(' ')
  return text.length < longestHeading && isTitle(text) ? first.fontSize : 0
}

/** The size most characters are set in. */
function usualSize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  for (const { fontSize, text } of lines)
    counts.set(Math.round(fontSize * 2) / 2, (counts.get(Math.round(fontSize * 2) / 2) ?? 0) + text.length)
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), [10, 0])[0]
}

/** Lines of one paragraph stand within so many times their size of each other; more is the space between paragraphs. */
const widestLeading = 1.6

function paragraphsOf(lines: readonly PdfLine[], size: number): readonly (readonly PdfLine[])[] {
  const paragraphs: PdfLine[][] = []
  for (const line of lines) {
    const open = paragraphs.at(-1)
    const above = open?.at(-1)
    if (open !== undefined && above !== undefined && continues(above, line, open[0] ?? above, size)) open.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function continues(above: PdfLine, line: PdfLine, first: PdfLine, size: number): boolean {
  if (Math.abs(above.fontSize - line.fontSize) > size * 0.1) return false
  const ended = /[.!?:]["”’)]?$/.test(above.text)
  // Over a page or column break the gap says nothing: a sentence that has not ended goes on.
  if (above.page !== line.page || line.y > above.y) return !ended && /^[\p{Ll}\d("“]/u.test(line.text)
  const indented = line.x > Math.min(first.x, above.x) + size * 0.8 && line.x > above.x + size * 0.8
  return above.y - line.y <= line.fontSize * widestLeading && !(indented && ended)
}

/** The words of a document that stand whole on a line, small: they tell which hyphen at a line's end is the word's own. */
function writtenWords(lines: readonly PdfLine[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:[-\u2010]\p{L}+)*(?![-\u2010]?$)/gu) ?? []))
}

/** What each line gives to its paragraph. A word broken at a hyphen is made whole; its hyphen stays where the document writes the word with it elsewhere. */
function joinedLines(lines: readonly PdfLine[], written: ReadonlySet<string>): readonly string[] {
  return lines.map(({ text }, i) => {
    const next = lines[i + 1]?.text
    if (next === undefined) return text
    const broken = /(?<!\p{L})(\p{L}*\p{Ll})[-\u00AD\u2010]$/u.exec(text.slice(-longestWord))?.[1]
    const rest = /^\p{Ll}\p{L}*/u.exec(next)?.[0]
    if (broken !== undefined && rest !== undefined) return isHyphenOwn(broken, rest, written) ? text : text.slice(0, -1)
    return /[\p{L}\d][-–—/]$/u.test(text.slice(-longestWord)) ? text : `${text} `
  })
}

function isHyphenOwn(broken: string, rest: string, written: ReadonlySet<string>): boolean {
  return written.has(`${broken}-${rest}`.toLowerCase()) && !written.has(`${broken}${rest}`.toLowerCase())
}

/** The longest word a line may end in, in characters; of a longer one the end is looked at. */
const longestWord = 60
