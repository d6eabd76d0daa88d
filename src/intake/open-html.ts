import type { BlockKind, Note } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { calendarOf, dayIn } from './day-in.js'
import { decodeText, oddities } from './decode-text.js'
import { lettersOf } from './letters.js'
import { type DomNode, linkDensity, type PageLine, type PageTree, pageTree } from './page-elements.js'
import { pageHead } from './page-head.js'
import { parseHtml } from './parse-html.js'
import { deepestNesting } from './shallow-html.js'
import { endsSentence, wordCount } from './shapes.js'
import { isFurnitureMark, type Mark, marksOf, storyElement, teaserCards } from './story-part.js'
import type { Opened } from './take-in.js'
import type { Hint } from './units.js'

/** A page of HTML as text, a line for each line a reader sees, each with what the markup says of it. No script is run and nothing is fetched. */
export async function openHtml(bytes: Uint8Array, words: FurnitureWords): Promise<Opened> {
  const { text: source, notes } = await decodeText(bytes, declaredCharset(bytes))
  return openPage(source, words, notes)
}

/** The charset a page declares within its first 2048 bytes: HTML asks for it within 1024, and pages are late. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    null
  )
}

/** A page given as decoded source. */
export function openPage(source: string, words: FurnitureWords, notes: readonly Note[] = []): Opened {
  const { parsed, dropped } = parseHtml(wholePage(source))
  const tree = pageTree(parsed.root)
  const { head, headFrom, toldInUtc } = pageHead(parsed, words)
  const hints = hintLines(tree, words, head.title ?? null)
  const nested = {
    rule: 'intake/deep-nesting',
    start: 0,
    end: 0,
    message: `${dropped} tags nested deeper than ${deepestNesting} were left out; their text was kept`,
  }
  const near = {
    ...(head.published === undefined ? { published: dayNearHeadline(tree, hints, head.language ?? 'en', words) } : {}),
    ...(head.author === undefined || head.author === head.outlet ? { author: writerNearStory(tree, hints, words) } : {}),
  }
  const found = Object.entries(near).filter(([, value]) => value != null)
  return {
    text: tree.lines.map((line) => line.text).join('\n'),
    hints,
    head: { ...head, ...Object.fromEntries(found) },
    toldInUtc,
    headFrom: { ...headFrom, ...Object.fromEntries(found.map(([field]) => [field, 'a line near the headline'])) },
    notes: dropped > 0 ? [...notes, nested] : notes,
  }
}

/** The source with one root: what stands before <html> is scripts and comments, and would be taken for the page. */
function wholePage(source: string): string {
  const at = source.search(/<html[\s>]/i)
  return at === -1 ? `<html><body>${source}</body></html>` : source.slice(at)
}

/** Lines around the headline among which a page writes its day. */
const linesAbove = 8
const linesBelow = 3
/** A line that gives the day gives little else. */
const longestDayLine = 80
/** Day, month, year, weekday, hour, a word before them and a name: more is a sentence, and the day may be another's. */
const longestDayWords = 12

/** The day on a short line between headline and story. */
function dayNearHeadline(tree: PageTree, hints: readonly Hint[], language: string, words: FurnitureWords): string | null {
  const headline = hints.findIndex(({ kind }) => kind === 'headline')
  const first = hints.findIndex(({ kind }, i) => kind === 'paragraph' && isText(tree.lines[i]))
  if (first === -1) return null
  const from = Math.max(0, (headline === -1 ? first : Math.min(headline, first)) - linesAbove)
  const own = calendarOf(language)
  for (const [i, { text }] of tree.lines.slice(from, first + linesBelow).entries()) {
    const kind = hints[from + i]?.kind
    if (text.length > longestDayLine || kind === 'comment' || kind === 'headline') continue
    const day = dayIn(text, own) ?? dayIn(text, words.calendar)
    if (day !== null && wordCount(text) <= longestDayWords) return day
  }
  return null
}

/** A writer's name in a byline: two to five words that begin with a capital, several writers joined by a comma or a small word. */
const writers = /^\p{Lu}[\p{L}.'’-]*(?:(?:,| [a-zà-ÿ&]{1,3}| )\s?\p{Lu}[\p{L}.'’-]*){1,9}$/u

/** A name of two words or more alone on its line. */
const fullName = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u

/** The writer on a short line near the headline ("von A. B.", "Text: A. B.", "A guest comment by A. B."), or at the story's end, in any language a page may have; also a name set apart there as a signature. */
function writerNearStory(tree: PageTree, hints: readonly Hint[], words: FurnitureWords): string | null {
  const names = writersName(words)
  const headline = hints.findIndex(({ kind }) => kind === 'headline')
  const first = hints.findIndex(({ kind }, i) => kind === 'paragraph' && isText(tree.lines[i]))
  const last = hints.findLastIndex(({ kind }, i) => kind === 'paragraph' && isText(tree.lines[i]))
  for (const [i, line] of tree.lines.entries()) {
    const isEnd = i > last && i <= last + linesBelow
    const isNear = (i >= Math.max(0, headline - linesAbove) && i < first + linesBelow) || isEnd
    if (!isNear || line.text.length > longestDayLine || hints[i]?.kind === 'comment' || hints[i]?.kind === 'related') continue
    const name = names(line.text)
    if (name !== null) return name
    if (isEnd && last !== -1 && fullName.test(line.text) && isSetApart(tree.elements[line.element]?.node)) return line.text
  }
  return null
}

/** Reads the name of the writer from a line that has a word for "by", at its start or after a word or two of what it is. Who made the pictures is another. */
function writersName({ markup }: FurnitureWords): (line: string) => string | null {
  const opens = new RegExp(`^(?:${markup.by.join('|')})(?![\\p{L}])(\\s*:)?\\s*`, 'iu')
  const within = new RegExp(`^(?:\\p{L}+[ -]){1,3}(?:${markup.byWithin.join('|')}) `, 'iu')
  const ofOthers = new RegExp(markup.byOthers.join('|'), 'iu')
  return (line) => {
    const opened = opens.exec(line) ?? (ofOthers.test(line) ? null : within.exec(line))
    if (opened === null) return null
    const name = (line.slice(opened[0].length).split(/\s[|•·–-]\s|,?\s\d/u)[0] ?? '').trim()
    return writers.test(name) ? name : null
  }
}

/** Whether all of an element's text stands in bold or italics. */
function isSetApart(node: DomNode | undefined): boolean {
  for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling)
    if (child.textContent?.trim() !== '') return /^(?:b|strong|i|em)$/i.test(child.nodeName) && child.textContent === node?.textContent
  return false
}

/** A document given as HTML: all of it is text; its headings and quotations are hints, and there is no page around it. */
export function openDocument(source: string, words: FurnitureWords): Opened {
  const { parsed } = parseHtml(`<html><body>${source}</body></html>`)
  const tree = pageTree(parsed.root)
  let start = 0
  const hints = tree.lines.map((line): Hint => {
    const tag = tree.elements[line.element]?.tag ?? ''
    const hint = { start, end: start + line.text.length, ...documentKind(tag) }
    start = hint.end + 1
    return hint
  })
  const text = tree.lines.map((line) => line.text).join('\n')
  return { text, hints, ...pageHead(parsed, words), notes: oddities(text) }
}

function documentKind(tag: string): Judged {
  if (tag === 'h1') return { kind: 'headline', why: 'is a heading of the first rank' }
  if (/^h[2-6]$/.test(tag)) return { kind: 'heading', why: `is a heading (${tag})` }
  return tag === 'blockquote'
    ? { kind: 'block-quote', why: 'is set as a quotation' }
    : { kind: 'paragraph', why: 'is text of the document' }
}

/** A hint for each line. */
function hintLines(tree: PageTree, words: FurnitureWords, title: string | null): readonly Hint[] {
  const cards = teaserCards(tree)
  const marks = marksOf(tree, words.markup).map((mark, i): Mark => (cards.has(i) ? 'related' : mark))
  const story = storyElement(tree, marks)
  const nameOf = elementNames(tree)
  let headline: string | null = null
  const seen = new Set<string>()
  const judged = tree.lines.map((line) => {
    const repeats =
      headline !== null && line.text.length > shortestTitle && (same(line.text, headline) || (title !== null && same(line.text, title)))
    const found: Judged = repeats
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
  return atTheEdges(tree.lines, judged).map((found, i) => {
    const hint = { start, end: start + (tree.lines[i]?.text.length ?? 0), ...found }
    start = hint.end + 1
    return hint
  })
}

const isText = (line: PageLine | undefined) =>
  line !== undefined && line.text.length >= shortestText && line.linkChars * 4 <= line.text.length
/** A sentence has at least so many characters. */
const shortestText = 40

/** The kinds corrected by where a line stands: a lead between headline and story, headings of lists, short lines before the first and after the last running text. */
function atTheEdges(lines: readonly PageLine[], judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  const isStory = (i: number) => out[i]?.kind === 'paragraph'
  const headline = judged.findIndex(({ kind }) => kind === 'headline')
  const first = judged.findIndex(({ kind }, i) => kind === 'paragraph' && isText(lines[i]))
  const last = judged.findLastIndex(({ kind }, i) => (kind === 'paragraph' || kind === 'block-quote') && isText(lines[i]))
  for (let i = headline + 1; headline !== -1 && i < first; i++)
    if (out[i]?.why === outsideStory && isText(lines[i]) && endsSentence(lines[i]?.text ?? ''))
      out[i] = { kind: 'standfirst', why: 'stands between headline and story' }
  for (let i = 0; i < out.length; i++) {
    if (!isStory(i) || (i >= first && i <= last)) continue
    const { text = '', linkChars = 0 } = lines[i] ?? {}
    if (i > last && linkChars * 4 > text.length) out[i] = { kind: 'related', why: 'is a line of links after the story' }
    else if (text.length < shortestText && !endsSentence(text)) out[i] = { kind: 'navigation', why: 'is a short line at the story’s edge' }
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

type Judged = { readonly kind: BlockKind; readonly why: string }

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
function lineKind({ tree, marks, story, nameOf }: MarkedPage, line: PageLine, title: string | null): Judged {
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
  if (marked !== undefined) return { kind: marks[marked] as BlockKind, why: `stands in ${nameOf(marked)}, marked as ${marks[marked]}` }
  if (tag === 'h1') return { kind: 'headline', why: 'is the page’s first heading' }
  if (!inside) return outside(marks, line, path)
  if (isLoneLink(tree, line)) return { kind: 'related', why: 'is a link by itself' }
  if (isLinkList(tree, line)) return { kind: 'related', why: 'is a list of links' }
  if (/^h[2-6]$/.test(tag)) return { kind: 'heading', why: `is a heading (${tag})` }
  const own = path.slice(0, path.indexOf(story ?? 0)).find((i) => marks[i] !== null && marks[i] !== 'story')
  const mark = own === undefined ? null : (marks[own] ?? null)
  if (own !== undefined && mark !== null && mark !== 'story') return { kind: mark, why: `stands in ${nameOf(own)}, marked as ${mark}` }
  return { kind: 'paragraph', why: 'stands in the page’s story' }
}

/** Lines outside the story: standfirst and byline may stand above it; the rest is the page's. */
function outside(marks: readonly Mark[], line: PageLine, path: readonly number[]): Judged {
  const mark = path.map((i) => marks[i]).find((found) => found === 'standfirst' || found === 'byline' || found === 'caption')
  if (mark === 'standfirst' || mark === 'byline' || mark === 'caption') return { kind: mark, why: `stands in an element marked as ${mark}` }
  return line.linkChars * 2 > line.text.length || line.text.length < 40
    ? { kind: 'navigation', why: 'stands outside the story, short or a link' }
    : { kind: 'related', why: outsideStory }
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
