import type { Note } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { decodeText, oddities } from './decode-text.js'
import { dayNearHeadline, outletInTitle, writerNearStory } from './near-story.js'
import { pageTree } from './page-elements.js'
import { pageHead } from './page-head.js'
import { hintLines } from './page-kinds.js'
import { parseHtml } from './parse-html.js'
import { deepestNesting } from './shallow-html.js'
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
  const hints = hintLines(tree, words, head)
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
  const title = parsed.elements.find(({ nodeName }) => nodeName === 'title')?.textContent ?? ''
  const outlet = head.outlet === undefined ? outletInTitle(tree, title, head, words) : null
  const found = Object.entries(near).filter(([, value]) => value != null)
  return {
    text: tree.lines.map((line) => line.text).join('\n'),
    hints,
    head: { ...head, ...Object.fromEntries(found), ...(outlet === null ? {} : { outlet }) },
    toldInUtc,
    headFrom: {
      ...headFrom,
      ...Object.fromEntries(found.map(([field]) => [field, 'a line near the headline'])),
      ...(outlet === null ? {} : { outlet: 'the page’s title' }),
    },
    notes: dropped > 0 ? [...notes, nested] : notes,
  }
}

/** The source with one root: what stands before <html> is scripts and comments, and would be taken for the page. */
function wholePage(source: string): string {
  const at = source.search(/<html[\s>]/i)
  return at === -1 ? `<html><body>${source}</body></html>` : source.slice(at)
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

function documentKind(tag: string): Pick<Hint, 'kind' | 'why'> {
  if (tag === 'h1') return { kind: 'headline', why: 'is a heading of the first rank' }
  if (/^h[2-6]$/.test(tag)) return { kind: 'heading', why: `is a heading (${tag})` }
  return tag === 'blockquote'
    ? { kind: 'block-quote', why: 'is set as a quotation' }
    : { kind: 'paragraph', why: 'is text of the document' }
}
