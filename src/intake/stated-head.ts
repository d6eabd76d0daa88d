import type { Block, ReportHead } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { type Cues, cuesOf } from './cues.js'
import { type DayWords, dayIn } from './day-in.js'
import { wordCount } from './shapes.js'

export type OwnHeadLines = Pick<ReportHead, 'title' | 'author' | 'published'>

/** Title, author and day as the page's own lines state them; null where no line does. Nothing is concluded from the story's sentences. */
export function statedHead(text: string, blocks: readonly Block[], words: FurnitureWords): OwnHeadLines {
  const cues = cuesOf(words)
  const lines = blocks.map((block) => ({ kind: block.kind, text: text.slice(block.start, block.end).trim() }))
  const stamps = lines.filter(({ kind }) => kind === 'byline' || kind === 'dateline')
  const title =
    lines
      .find(({ kind }) => kind === 'headline')
      ?.text.replace(/^#\s+/, '')
      .replace(/\s+/gu, ' ') ?? null
  const author = stamps.flatMap((line) => writerIn(line.text, cues) ?? [])[0] ?? null
  const opening = lines.find(({ kind }) => kind === 'paragraph' || kind === 'standfirst')?.text ?? ''
  const dated = [...stamps.map((line) => line.text), runInDateline(opening, words.calendar)]
  const published = dated.flatMap((line) => dayIn(line, words.calendar) ?? [])[0] ?? null
  return { title, author, published }
}

/** Characters of the longest dateline: place, country, day, agency. */
const longestDateline = 100

/** The dateline that a story's first paragraph opens with, up to its dash ("NAIROBI, 14 March 2024 (Wanjiru Press) –"); empty when other words than names and a day stand there. */
function runInDateline(paragraph: string, { months, joiners = [] }: DayWords): string {
  // A figure after the dash ends a span of life: "Tom Abel, 3 May 1949 – 9 June 2019".
  const head = /^(\p{Lu}[^–—\n]*?)(?:\s--?\s|\s?[–—])(?!\s?\d)/u.exec(paragraph.slice(0, longestDateline))?.[1] ?? ''
  const words = head.match(/[\p{L}\d]+/gu) ?? []
  const isOfDay = (word: string) => months.includes(word.toLowerCase()) || joiners.includes(word.toLowerCase())
  const stands = words.every((word) => /^[\p{Lu}\d]/u.test(word) || isOfDay(word)) && !isOfDay(words[0] ?? '')
  return stands ? head : ''
}

/** The writer's name in a byline, without what stands around it: "By A. B. and C. D., The Hague | 3 May". */
export function writerIn(line: string, cues: Cues): string | null {
  const opened = cues.bylineAnywhere.exec(line)
  if (opened === null) return null
  const name = line
    .slice(opened.index + opened[0].length)
    .replace(/^\s*[:–—-]?\s*/u, '')
    .split(/\s[|·•∙—–-]\s|\||\son\s(?=\p{Lu}|\d)|\n/u)[0]
    ?.replace(cues.date, '')
    .split(/,\s|\sin\s(?=\p{Lu})/u)[0]
    ?.replace(/[\s,.;:–—-]+$/u, '')
    .trim()
  const count = wordCount(name ?? '')
  // A name has capitals and few words; "by our correspondent" names nobody.
  return name !== undefined && /^\p{Lu}/u.test(name) && count >= 2 && count <= 10 && !cues.byline.test(name)
    ? name.replace(/\s+/gu, ' ')
    : null
}
