import { parseHTML } from 'linkedom'
import type { BlockKind, Note } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { decodeText } from './decode-text.js'
import { type DomNode, linkDensity, type PageLine, type PageTree, pageTree } from './page-elements.js'
import { type PageDocument, pageHead } from './page-head.js'
import { deepestNesting, shallowHtml } from './shallow-html.js'
import { isFurnitureMark, type Mark, marksOf, storyElement, teaserCards } from './story-part.js'
import { endsSentence } from './shapes.js'
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
  const { html, dropped } = shallowHtml(/<html[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`)
  const { document } = parseHTML(html)
  const tree = pageTree(document.documentElement as unknown as DomNode)
  const head = pageHead(document as unknown as PageDocument, words.calendar)
  const hints = hintLines(tree, words, head.title ?? null)
  const nested = {
    rule: 'intake/deep-nesting',
    start: 0,
    end: 0,
    message: `${dropped} tags nested deeper than ${deepestNesting} were left out; their text was kept`,
  }
  return { text: tree.lines.map((line) => line.text).join('\n'), hints, head, notes: dropped > 0 ? [...notes, nested] : notes }
}

/** A hint for each line. */
function hintLines(tree: PageTree, words: FurnitureWords, title: string | null): readonly Hint[] {
  const cards = teaserCards(tree)
  const marks = marksOf(tree, words.markup).map((mark, i): Mark => (cards.has(i) ? 'related' : mark))
  const story = storyElement(tree, marks)
  let start = 0
  let headline = false
  return tree.lines.map((line) => {
    const judged = lineKind(tree, marks, story, line, headline ? null : title)
    headline = headline || judged.kind === 'headline'
    const hint = { start, end: start + line.text.length, ...judged }
    start = hint.end + 1
    return hint
  })
}

type Judged = { readonly kind: BlockKind; readonly why: string }

const same = (a: string, b: string) => a.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase() === b.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

/** What the markup says of a line: its heading, its nearest mark, whether it stands in the story's element, how much of it is links. */
function lineKind(tree: PageTree, marks: readonly Mark[], story: number | null, line: PageLine, title: string | null): Judged {
  const path: number[] = []
  for (let i = line.element; i !== -1; i = tree.elements[i]?.parent ?? -1) path.push(i)
  const tag = tree.elements[line.element]?.tag ?? ''
  if (title !== null && line.text.length > 8 && same(line.text, title) && /^h[1-6]$/.test(tag))
    return { kind: 'headline', why: 'is the title the page gives itself' }
  const inside = story === null || path.includes(story)
  const marked = path.find(
    (i) =>
      (isFurnitureMark(marks[i] ?? null) || marks[i] === 'embed') &&
      i !== story &&
      !(story !== null && i < story && story < (tree.elements[i]?.end ?? 0)),
  )
  if (marked !== undefined) return { kind: marks[marked] as BlockKind, why: `stands in an element marked as ${marks[marked]}` }
  if (tag === 'h1') return { kind: 'headline', why: 'is the page’s first heading' }
  if (!inside) return outside(marks, line, path)
  if (isLoneLink(tree, line)) return { kind: 'related', why: 'is a link by itself' }
  if (isLinkList(tree, line)) return { kind: 'related', why: 'is a list of links' }
  if (/^h[2-6]$/.test(tag)) return { kind: 'heading', why: `is a heading (${tag})` }
  const own = path.slice(0, path.indexOf(story ?? 0)).find((i) => marks[i] !== null && marks[i] !== 'story')
  const mark = own === undefined ? null : (marks[own] ?? null)
  if (mark !== null && mark !== 'story') return { kind: mark, why: `stands in an element marked as ${mark}` }
  return { kind: 'paragraph', why: 'stands in the page’s story' }
}

/** Lines outside the story: standfirst and byline may stand above it; the rest is the page's. */
function outside(marks: readonly Mark[], line: PageLine, path: readonly number[]): Judged {
  const mark = path.map((i) => marks[i]).find((found) => found === 'standfirst' || found === 'byline' || found === 'caption')
  if (mark === 'standfirst' || mark === 'byline' || mark === 'caption') return { kind: mark, why: `stands in an element marked as ${mark}` }
  return line.linkChars * 2 > line.text.length || line.text.length < 40
    ? { kind: 'navigation', why: 'stands outside the story, short or a link' }
    : { kind: 'related', why: 'stands outside the story' }
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
