import type { FurnitureWords } from '../model/words/furniture.js'
import { cuesOf } from './cues.js'
import { calendarOf, dayIn } from './day-in.js'
import { lettersOf } from './letters.js'
import type { DomNode, PageTree } from './page-elements.js'
import { office } from './page-head.js'
import { isText } from './page-kinds.js'
import { wordCount } from './shapes.js'
import type { OwnHead } from './take-in.js'
import type { Hint } from './units.js'

/** Lines around the headline among which a page writes its day. */
const linesAbove = 8
const linesBelow = 3
/** A line that gives the day gives little else. */
const longestDayLine = 80
/** Day, month, year, weekday, hour, a word before them and a name: more is a sentence, and the day may be another's. */
const longestDayWords = 12

/** The day on a short line between headline and story. */
export function dayNearHeadline(tree: PageTree, hints: readonly Hint[], language: string, words: FurnitureWords): string | null {
  const headline = hints.findIndex(({ kind }) => kind === 'headline')
  const first = hints.findIndex(({ kind }, i) => kind === 'paragraph' && isText(tree.lines[i]))
  if (first === -1) return null
  const from = Math.max(0, (headline === -1 ? first : Math.min(headline, first)) - linesAbove)
  const own = calendarOf(language)
  const { otherDay } = cuesOf(words)
  for (const [i, { text }] of tree.lines.slice(from, first + linesBelow).entries()) {
    const kind = hints[from + i]?.kind
    if (text.length > longestDayLine || kind === 'comment' || kind === 'headline' || otherDay.test(text)) continue
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
export function writerNearStory(tree: PageTree, hints: readonly Hint[], words: FurnitureWords): string | null {
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
    const name = (line.slice(opened[0].length).split(/\s[|•·–-]\s|,?\s\d/u)[0] ?? '').trim().replace(office, '')
    return writers.test(name) ? name : null
  }
}

/** Whether all of an element's text stands in bold or italics. */
function isSetApart(node: DomNode | undefined): boolean {
  for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling)
    if (child.textContent?.trim() !== '') return /^(?:b|strong|i|em)$/i.test(child.nodeName) && child.textContent === node?.textContent
  return false
}

/** A name stands among a page's first lines. */
const firstLines = 6
/** Names of papers and stations have at most so many words; more is a title. */
const longestOutlet = 6

/** The outlet's name as the page's title has it behind the story's ("… | Valdora Mail"), where the page shows the same name at its head, in its claim of copyright, or in its address: a section's name stands there as often. Null where nothing bears it out. */
export function outletInTitle(tree: PageTree, title: string, head: Pick<OwnHead, 'title' | 'url'>, words: FurnitureWords): string | null {
  const { navigationItem, navigationLine } = cuesOf(words)
  const parts = title
    .replace(/\s+/gu, ' ')
    .trim()
    .split(/\s+[|»–—•·:]\s+|\s+-\s+/u)
  if (parts.length < 2) return null
  const heads = new Set(tree.lines.slice(0, firstLines).map(({ text }) => lettersOf(text)))
  const claims = tree.lines.flatMap(({ text }) => (/©|copyright|\(c\) ?\d{4}/iu.test(text) ? [lettersOf(text)] : [])).join(' ')
  const host = lettersOf(URL.canParse(head.url ?? '') ? new URL(head.url ?? '').hostname : '')
  const story = lettersOf(head.title ?? '')
  const isBorneOut = (part: string) => {
    const letters = lettersOf(part)
    if (letters === '' || letters === story || wordCount(part) > longestOutlet || navigationItem.test(part) || navigationLine.test(part))
      return false
    return heads.has(letters) || claims.includes(letters) || host.includes(letters.replace(/^the/, ''))
  }
  return [...parts.slice(1).reverse(), parts[0] ?? ''].find(isBorneOut) ?? null
}
