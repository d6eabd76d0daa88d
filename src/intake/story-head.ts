import type { BlockKind } from '../model/report.js'
import type { Cues } from './cues.js'
import { isClock } from './own-kind.js'
import { type Judged, type Page, shortestHeadline } from './page-units.js'
import { bareWords, endsSentence, isMenu, isProse, isTitle, wordCount } from './shapes.js'
import type { Unit } from './units.js'

/** A name and perhaps a motto stand over a menu. */
const longestMasthead = 2

/** The publication's name over its menu, at the top. */
export function mastheads(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const top = judged.findIndex((found) => found !== null)
  const menu = page.units[top]
  if (top < 1 || top > longestMasthead || menu === undefined || judged[top]?.kind !== 'navigation' || !isMenu(menu.text, page.cues))
    return judged
  return judged.map((found, i) =>
    found === null && i < top && !page.prose[i] ? { kind: 'navigation', why: 'is the masthead over the menu' } : found,
  )
}

/** Whether a line opens with the outlet's name: a masthead, and no headline where another line can be one. */
const isOutletName = ({ text }: Unit, outlet: string | null) =>
  outlet !== null && outlet !== '' && `${bareWords(text)} `.startsWith(`${bareWords(outlet)} `)

/** A byline or a line of dates is short; longer is text that begins with such words. */
const longestByline = 25

/** Headline, standfirst, byline and dateline: what stands over the first running text. */
export function storyHead(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const text = page.first === -1 ? page.units.length : page.first
  const entry = page.units.findIndex(({ text: line }) => isClock(line)) // a live blog's first entry: what follows is no head of the page
  const end = entry === -1 ? text : Math.min(text, entry)
  const out = [...judged]
  const set = (at: number, kind: BlockKind, why: string) => {
    out[at] = { kind, why }
  }
  for (const [i, unit] of page.units.slice(0, end + 1).entries()) {
    // Pages set a byline as a heading, too.
    const line = out[i] === null || out[i]?.kind === 'heading' ? stampLine(unit.text, page.cues) : null
    if (line !== null && (i < end || wordCount(unit.text) < longestByline)) out[i] = line
  }
  if (out.some((found) => found?.kind === 'headline')) return out
  const open = page.units.slice(0, end).flatMap((unit, i) => (out[i] === null ? [{ unit, i }] : []))
  const titles = open.filter(({ unit }) => isTitle(unit.text) && wordCount(unit.text) >= shortestHeadline && !isSlug(unit.text))
  const headline = titles.find(({ unit }) => !isOutletName(unit, page.outlet)) ?? titles[0]
  if (headline === undefined) return out
  for (const { unit, i } of open) {
    if (i < headline.i) set(i, 'heading', 'stands over the headline')
    else if (i === headline.i) set(i, 'headline', 'is the first title on the page')
    else if (/^\s*[•▪●■–-]/u.test(unit.text) || endsSentence(unit.text) || wordCount(unit.text) >= shortestHeadline)
      set(i, 'standfirst', 'stands between headline and story')
  }
  return out
}

/** An agency's slug: "PORT-STRIKE (2nd update)". Capitals, hyphens or slashes, and the lead's number; no sentence. */
const isSlug = (text: string) => /\([^)]*\d[^)]*\)\s*$|^[\p{Lu}\d]+(?:[-/][\p{Lu}\d]+)+(?:\s|$)/u.test(text)

/** A line that says who wrote, where or when. */
export function stampLine(text: string, cues: Cues): Judged {
  const words = wordCount(text)
  if (words > longestByline || cues.otherDay.test(text) || (isProse(text) && !cues.published.test(text))) return null
  if (cues.byline.test(text) && (words <= 16 || cues.date.test(text))) return { kind: 'byline', why: 'opens as a byline does' }
  const date = cues.date.exec(text)
  if (cues.published.test(text) && (date !== null || cues.stamp.test(text))) return { kind: 'byline', why: 'says when it was published' }
  if (date === null) return null
  const rest = wordCount(text.replace(cues.date, ''))
  if (rest > 12) return null
  if (cues.bylineAnywhere.test(text)) return { kind: 'byline', why: 'says who wrote, and when' }
  return /^\p{Lu}[\p{L} .'-]+,\s*\p{L}*\s*\d/u.test(text) && rest <= 6
    ? { kind: 'dateline', why: 'says where and when' }
    : { kind: 'byline', why: 'says when it was published' }
}
