import type { BlockKind } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { lettersOf } from './letters.js'
import { linesInContext, type MarkedLines } from './lines-in-context.js'
import { linkDensity, type PageLine, type PageTree } from './page-elements.js'
import { endsSentence } from './shapes.js'
import { isFurnitureMark, type Mark, marksOf, storyElement, teaserCards, withAnswers } from './story-part.js'
import type { Hint } from './units.js'

/** A hint for each line of a page. */
export function hintLines(tree: PageTree, words: FurnitureWords, head: MarkedLines['head']): readonly Hint[] {
  const title = head.title ?? null
  const cards = teaserCards(tree)
  const own = marksOf(tree, words.markup).map((mark, i): Mark => (cards.has(i) ? 'related' : mark))
  const marks = withAnswers(tree, own, words.markup)
  const story = storyElement(tree, marks)
  const nameOf = elementNames(tree)
  let headline: string | null = null
  const seen = new Set<string>()
  const judged = tree.lines.map((line) => {
    const repeats =
      headline !== null && line.text.length > shortestTitle && (same(line.text, headline) || (title !== null && same(line.text, title)))
    const found: LineKind = repeats
      ? { kind: 'boilerplate', why: 'repeats the title' }
      : lineKind({ tree, marks, story, nameOf }, line, headline !== null ? null : title)
    if (found.kind === 'headline') headline ??= line.text
    // A caption or a quotation set apart repeats the story by its nature, wherever it stands; the story is then not the repetition.
    if (line.text.length < shortestRepeat || !repeatable.has(found.kind)) return found
    const letters = lettersOf(line.text)
    if (seen.has(letters)) return { kind: 'boilerplate', why: 'stands on the page already' } as const
    seen.add(letters)
    return found
  })
  let start = 0
  return linesInContext({ tree, words, head }, atTheEdges(tree.lines, judged)).map((found, i) => {
    const hint = { start, end: start + (tree.lines[i]?.text.length ?? 0), ...found }
    start = hint.end + 1
    return hint
  })
}

/** Whether a line is running text by its length and its links. */
export const isText = (line: PageLine | undefined) =>
  line !== undefined && line.text.length >= shortestText && line.linkChars * 4 <= line.text.length
/** A sentence has at least so many characters. */
const shortestText = 40

/** The kinds corrected by where a line stands: a lead between headline and story, headings of lists, short lines before the first and after the last running text. */
function atTheEdges(lines: readonly PageLine[], judged: readonly LineKind[]): readonly LineKind[] {
  const out = [...judged]
  const isStory = (i: number) => out[i]?.kind === 'paragraph'
  const headline = judged.findIndex(({ kind }) => kind === 'headline')
  const first = judged.findIndex(({ kind }, i) => kind === 'paragraph' && isText(lines[i]))
  const last = judged.findLastIndex(({ kind }, i) => (kind === 'paragraph' || kind === 'block-quote') && isText(lines[i]))
  for (let i = 0; i < out.length; i++) {
    if (!isStory(i) || (i >= first && i <= last)) continue
    const { text = '', linkChars = 0 } = lines[i] ?? {}
    if (i > last && linkChars * 4 > text.length) out[i] = { kind: 'related', why: 'is a line of links after the story' }
    else if (text.length < shortestText && !endsSentence(text))
      out[i] = { kind: 'navigation', why: 'is a short line at the story’s edge', isWeak: true }
  }
  for (let i = out.length - 1; i >= 0; i--) {
    // Between headline and story stand its standfirst and byline, whatever box comes next.
    if (out[i]?.kind !== 'heading' || (headline !== -1 && i > headline && i < first) || endsSentence(lines[i]?.text ?? '')) continue
    const next = out[i + 1]?.kind ?? 'related'
    if (
      next === 'related' ||
      next === 'navigation' ||
      next === 'promotion' ||
      next === 'boilerplate' ||
      next === 'comment' ||
      next === 'policy'
    )
      out[i] = { kind: next, why: 'is the heading of what follows, which is no story' }
  }
  return out
}
const outsideStory = 'stands outside the story'

/** A sentence or two, in characters: nobody writes the same twice in one story, and pages show their lead and their notices twice. */
const shortestRepeat = 80
const repeatable: ReadonlySet<BlockKind> = new Set(['paragraph', 'standfirst', 'heading'])

/** Names an element as a person finds it in the page's source: <div class="…">. Many lines stand in one. */
function elementNames(tree: PageTree): (at: number) => string {
  const named = new Map<number, string>()
  return (at) => {
    const before = named.get(at)
    if (before !== undefined) return before
    const element = tree.elements[at]
    const own = ['id', 'class', 'role'].flatMap((name) => {
      const value = element?.node.getAttribute?.(name)?.slice(0, 60)
      return value === undefined || value === '' ? [] : [`${name}="${value}"`]
    })
    const name = `<${[element?.tag, ...own].join(' ')}>`
    named.set(at, name)
    return name
  }
}

/** A title shorter than this may stand elsewhere by chance. */
const shortestTitle = 10

/** What a line is by its markup. `isWeak`: only where it stands says so, and its own words may say better. */
export type LineKind = Pick<Hint, 'kind' | 'why' | 'isWeak'>

/** Whether two lines have the same letters and figures. Punctuation never makes one twice as long as the other, so most lines are told by their length. */
const same = (a: string, b: string) => a.length < b.length * 2 && b.length < a.length * 2 && lettersOf(a) === lettersOf(b)

/** A page's elements with their marks, and the one that holds the story. */
interface MarkedPage {
  readonly tree: PageTree
  readonly marks: readonly Mark[]
  readonly story: number | null
  readonly nameOf: (at: number) => string
}

/** What the markup says of a line: its heading, its nearest mark, whether it stands in the story's element, how much of it is links. */
function lineKind({ tree, marks, story, nameOf }: MarkedPage, line: PageLine, title: string | null): LineKind {
  const path: number[] = []
  for (let i = line.element; i !== -1; i = tree.elements[i]?.parent ?? -1) path.push(i)
  const tag = tree.elements[line.element]?.tag ?? ''
  if (title !== null && line.text.length > shortestTitle && same(line.text, title) && /^h[1-6]$/.test(tag))
    return { kind: 'headline', why: 'is the title the page gives itself' }
  const inside = story === null || path.includes(story)
  const marked = path.find(
    (i) =>
      (isFurnitureMark(marks[i] ?? null) || marks[i] === 'embed') &&
      i !== story &&
      !(story !== null && i < story && story < (tree.elements[i]?.end ?? 0)),
  )
  const readers = path.find(
    (i) => marks[i] === 'comment' && i !== story && !(story !== null && i < story && story < (tree.elements[i]?.end ?? 0)),
  )
  if (readers !== undefined) return { kind: 'comment', why: `stands in ${nameOf(readers)}, marked as comment` }
  if (marked !== undefined) return { kind: marks[marked] as BlockKind, why: `stands in ${nameOf(marked)}, marked as ${marks[marked]}` }
  if (tag === 'h1') return { kind: 'headline', why: 'is the page’s first heading' }
  if (!inside) return outside(marks, line, path)
  if (isLoneLink(tree, line)) return { kind: 'related', why: 'is a link by itself' }
  if (isLinkList(tree, line)) return { kind: 'related', why: 'is a list of links' }
  if (/^h[2-6]$/.test(tag)) return { kind: 'heading', why: `is a heading (${tag})` }
  const own = path.slice(0, path.indexOf(story ?? 0)).find((i) => marks[i] !== null && marks[i] !== 'story')
  const mark = own === undefined ? null : (marks[own] ?? null)
  if (mark === 'block-quote' && path.some((i) => marks[i] === 'pull-quote'))
    return { kind: 'pull-quote', why: 'is a quotation marked as set apart' }
  if (own !== undefined && mark !== null && mark !== 'story') return { kind: mark, why: `stands in ${nameOf(own)}, marked as ${mark}` }
  return { kind: 'paragraph', why: 'stands in the page’s story' }
}

/** Lines outside the story: standfirst and byline may stand above it; the rest is the page's. */
function outside(marks: readonly Mark[], line: PageLine, path: readonly number[]): LineKind {
  const mark = path.map((i) => marks[i]).find((found) => found === 'standfirst' || found === 'byline' || found === 'caption')
  if (mark === 'standfirst' || mark === 'byline' || mark === 'caption') return { kind: mark, why: `stands in an element marked as ${mark}` }
  return line.linkChars * 2 > line.text.length || line.text.length < 40
    ? { kind: 'navigation', why: 'stands outside the story, short or a link', isWeak: true }
    : { kind: 'related', why: outsideStory, isWeak: true }
}

/** Whether a paragraph of the story is nothing but a link that ends in no stop: a teaser between paragraphs. A heading may be a link. */
const isLoneLink = (tree: PageTree, line: PageLine) =>
  line.linkChars >= line.text.length * 0.95 && !/^h[1-6]$/.test(tree.elements[line.element]?.tag ?? '') && !endsSentence(line.text)

/** Whether a line is nearly all link, in a list or box that is: "Read also" boxes, menus, tags. A single linked sentence in running text is none. */
function isLinkList(tree: PageTree, line: PageLine): boolean {
  if (line.linkChars < line.text.length * 0.8) return false
  const element = tree.elements[line.element]
  const box = tree.elements[element?.parent ?? -1]
  return box !== undefined && (linkDensity(box) > 0.5 || /^(?:li|ul|ol|td)$/.test(element?.tag ?? ''))
}
