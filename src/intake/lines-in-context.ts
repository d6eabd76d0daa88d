import type { BlockKind, ReportHead } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { cuesOf } from './cues.js'
import { calendarOf, dayIn } from './day-in.js'
import { lettersOf } from './letters.js'
import type { PageTree } from './page-elements.js'
import type { LineKind } from './page-kinds.js'
import { isText } from './page-kinds.js'
import { wordCount } from './shapes.js'
import { stampLine } from './story-head.js'

/** A page's lines with what the markup says of each, and what the page says of itself. */
export interface MarkedLines {
  readonly tree: PageTree
  readonly words: FurnitureWords
  readonly head: Partial<Pick<ReportHead, 'title' | 'author' | 'language'>>
}

type Step = (page: MarkedLines, kinds: readonly LineKind[]) => readonly LineKind[]

/** The kinds of a page's lines corrected by what stands around them. Each step sees what the one before made. */
export function linesInContext(page: MarkedLines, kinds: readonly LineKind[]): readonly LineKind[] {
  const steps: readonly Step[] = [firstTitle, overTheStory, leadsToOtherStories, readersBelowTheirHead, quotationsSetApart]
  return steps.reduce((sofar, step) => step(page, sofar), kinds)
}

const isHeading = (page: MarkedLines, i: number) => /^h[1-6]$/.test(page.tree.elements[page.tree.lines[i]?.element ?? -1]?.tag ?? '')

/** Where the story's text begins; where a page shows pictures, its first caption. -1 where it has neither. */
function firstText({ tree }: MarkedLines, kinds: readonly LineKind[]): number {
  const first = kinds.findIndex(({ kind }, i) => kind === 'paragraph' && isText(tree.lines[i]))
  return first !== -1 ? first : kinds.findIndex(({ kind }, i) => kind === 'caption' && isText(tree.lines[i]))
}

/** A title has two words or more; one word is a section's name. */
const shortestTitle = 2

/** The last heading over the story's text, on a page where no line was told as its headline. */
function firstTitle(page: MarkedLines, kinds: readonly LineKind[]): readonly LineKind[] {
  const first = firstText(page, kinds)
  if (first === -1 || kinds.some(({ kind }) => kind === 'headline')) return kinds
  const titles = kinds.flatMap(({ kind }, i) => (i < first && kind === 'heading' && isHeading(page, i) ? [i] : []))
  const at = titles.find((i) => wordCount(page.tree.lines[i]?.text ?? '') >= shortestTitle)
  return kinds.map((found, i) => (i === at ? { kind: 'headline', why: 'is the first heading over the story' } : found))
}

/** A day may stand so many lines above the headline. */
const linesAbove = 2
/** A line that gives the writer or the day gives little else. */
const longestStamp = 80
const mostStampWords = 14

/** What stands between headline and story, and is no story's text: who wrote, when, and the lead. */
function overTheStory(page: MarkedLines, kinds: readonly LineKind[]): readonly LineKind[] {
  const { tree, head, words } = page
  const headline = kinds.findIndex(({ kind }) => kind === 'headline')
  const first = firstText(page, kinds)
  if (headline === -1 || first < headline) return kinds
  const calendar = calendarOf(head.language ?? 'en')
  const cues = cuesOf(words)
  const author = lettersOf(head.author ?? '')
  const stamp = (text: string): LineKind | null => {
    if (text.length > longestStamp || wordCount(text) > mostStampWords || cues.otherDay.test(text)) return null
    if (author !== '' && lettersOf(text).includes(author)) return { kind: 'byline', why: 'names the writer over the story' }
    const line = stampLine(text, cues)
    if (line !== null) return line
    const day = dayIn(text, calendar) ?? dayIn(text, words.calendar)
    return day === null ? null : { kind: 'byline', why: 'gives a day over the story' }
  }
  return kinds.map((found, i) => {
    const line = tree.lines[i]
    if (line === undefined || found.isWeak !== true || i >= first || i < headline - linesAbove) return found
    const stamped = stamp(line.text)
    if (stamped !== null) return i > headline || stamped.kind !== 'dateline' ? stamped : found
    if (i < headline) return found
    if (isHeading(page, i)) return { kind: 'heading', why: 'is a heading between headline and story' }
    return isText(line) && line.linkChars === 0 && /[.!?…]["”’)]?$/.test(line.text)
      ? { kind: 'standfirst', why: 'stands between headline and story' }
      : found
  })
}

/** A lead and the title it announces; more is a text that opens with such words. */
const longestAnnouncement = 160

/** Lines that lead to other stories by their words, whatever the page's language: "Lire aussi : …", or the lead alone. */
function leadsToOtherStories({ tree, words }: MarkedLines, kinds: readonly LineKind[]): readonly LineKind[] {
  const { leadsAnywhere } = cuesOf(words)
  return kinds.map((found, i) => {
    const { text = '' } = tree.lines[i] ?? {}
    if (!mayAnnounce.has(found.kind) || text.length > longestAnnouncement) return found
    const lead = text.split(/\s*[:›»|→►▶]/u)[0] ?? ''
    return leadsAnywhere.has(lettersOf(lead)) ? { kind: 'related', why: 'announces other stories' } : found
  })
}

const mayAnnounce: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'block-quote', 'standfirst'])

/** A head of comments is short. */
const longestHead = 10

/** What stands below a head of readers' comments, in the box that the head opens. */
function readersBelowTheirHead(page: MarkedLines, kinds: readonly LineKind[]): readonly LineKind[] {
  const { tree, words } = page
  const cues = cuesOf(words)
  const isHead = (text: string) =>
    wordCount(text) <= longestHead &&
    (cues.commentHead.test(text) ||
      cues.commentHeadBeforeNames.test(text) ||
      cues.commentHeadsAnywhere.has(lettersOf(text).replace(/\d+/g, '')))
  const out = [...kinds]
  const first = firstText(page, kinds)
  const last = kinds.findLastIndex(({ kind }, i) => kind === 'paragraph' && isText(tree.lines[i]))
  for (const [i, line] of tree.lines.entries()) {
    const found = out[i]
    if (
      i <= first ||
      found === undefined ||
      line.linkChars > 0 ||
      !(found.isWeak === true || found.kind === 'heading') ||
      !isHead(line.text)
    )
      continue
    const end = endOfBox(tree, i)
    if (end <= i + 1 || last > i) continue // nothing below it, or the story goes on
    for (let k = i; k < end; k++)
      if (k === i || out[k]?.isWeak === true) out[k] = { kind: 'comment', why: 'stands below a head of comments' }
  }
  return out
}

/** Where the lines end of the nearest element that holds more than this line. */
function endOfBox({ elements, lines }: PageTree, from: number): number {
  for (let at = lines[from]?.element ?? -1; at > 0; at = elements[at]?.parent ?? -1) {
    const end = elements[at]?.end ?? 0
    let to = from + 1
    while (to < lines.length && (lines[to]?.element ?? 0) < end) to++
    if (to > from + 1) return to
  }
  return from + 1
}

/** Quotations set apart whose words the running text has as well. */
function quotationsSetApart({ tree }: MarkedLines, kinds: readonly LineKind[]): readonly LineKind[] {
  if (!kinds.some(({ kind }) => kind === 'block-quote')) return kinds
  const body = kinds.flatMap(({ kind }, i) => (kind === 'paragraph' ? [lettersOf(tree.lines[i]?.text ?? '')] : [])).join('\n')
  return kinds.map((found, i) => {
    const letters = found.kind === 'block-quote' ? lettersOf(tree.lines[i]?.text ?? '') : ''
    return letters.length >= shortestRepeat && body.includes(letters)
      ? { kind: 'pull-quote' satisfies BlockKind, why: 'repeats words of the running text' }
      : found
  })
}

/** Fewer letters may stand in two places by chance. */
const shortestRepeat = 15
