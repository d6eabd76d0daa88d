import type { BlockKind } from '../model/report.js'
import { furnitureKinds } from '../model/report.js'
import type { Cues } from './cues.js'
import { type Judgement, ownKind } from './own-kind.js'
import { commentShape, endsSentence, isHandle, isMenu, isProse, isTitle, wordsOf } from './shapes.js'
import type { Unit } from './units.js'

type Judged = Judgement | null

const isFurniture = (judged: Judged | undefined) =>
  judged !== null && judged !== undefined && (furnitureKinds as readonly string[]).includes(judged.kind)

/** What each unit is: by the page's markup and its own words first, then by what stands around it. The steps are in order of trust; a later one fills only what an earlier one left open. */
export function kindsInContext(units: readonly Unit[], cues: Cues, outlet: string | null = null): readonly Judgement[] {
  const own = units.map((unit): Judged => fromMarkup(unit) ?? ownKind(unit, cues))
  const prose = units.map((unit, i) => own[i] === null && isProse(unit.text))
  const steps = [readersComments, listsOfOtherStories, lateReaders, mastheads, storyHead, repeatedQuotes, headings, betweenFurniture]
  const page: Page = { units, prose, cues, outlet, first: prose.indexOf(true), last: prose.lastIndexOf(true) }
  const judged = steps.reduce<readonly Judged[]>((sofar, step) => step(page, sofar), own)
  return judged.map((found) => found ?? { kind: 'paragraph', why: 'is running text' })
}

/** The units of a page with what is known of all of them. `first` and `last` are the first and last unit of running text, -1 where there is none. */
interface Page {
  readonly units: readonly Unit[]
  readonly prose: readonly boolean[]
  readonly cues: Cues
  readonly outlet: string | null
  readonly first: number
  readonly last: number
}

/** Furniture by markup is believed whatever its words; a story's block by markup may still be furniture by its words. */
const fromMarkup = ({ hint }: Unit): Judged => (hint === null || hint.kind === 'paragraph' ? null : { kind: hint.kind, why: hint.why })

const set = (judged: readonly Judged[], at: number, kind: BlockKind, why: string): readonly Judged[] =>
  judged.map((found, i) => (i === at ? { kind, why } : found))

/** Without a head, so many units signed by readers are a section of comments: one may be a dateline. */
const signedWithoutHead = 2
/** So many units of running text after the last signed comment, and the story has resumed. */
const storyResumes = 3

/** The readers’ comments: under their head, or a run of signed units at the page's end. */
function readersComments(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  const said = page.units.map((unit, i) => (judged[i] === null || judged[i]?.kind === 'comment') && isSigned(unit, page.cues))
  let open = false
  let begun = false
  for (let i = Math.max(page.first, 0); i < page.units.length; i++) {
    const found = out[i] ?? null
    const unit = page.units[i]
    if (unit === undefined) continue
    if (isCommentHead(unit, page.cues) && (found === null || found.kind === 'comment' || found.kind === 'navigation')) {
      open = open || headOpens(page, judged, i)
      if (!open && found === null) continue
      // A count with the controls of the comments below it is a control itself.
      if (open && judged[i + 1] === null) out[i] = { kind: 'comment', why: 'is the head of the readers’ comments' }
    } else if (found?.kind === 'related' && unit.hint === null) open = false
    else if (found !== null && !isFurniture(found) && found.kind !== 'embed') open = false
    else if (found === null && !open)
      open = (begun && said[i] === true) || opensWithoutHead(page, said, judged, i) || opensWithHandles(page, judged, i)
    if (!open || out[i] !== null) continue
    if (resumes(page, said, out, i)) open = false
    else if (isTitleAmongComments(page, out, i)) out[i] = { kind: 'related', why: 'is a title among signed comments' }
    else out[i] = { kind: 'comment', why: 'stands among the readers’ comments' }
    begun = begun || open
  }
  return out
}

/** Whether a unit is a title without a name where every comment above has its name on the same line. */
function isTitleAmongComments(page: Page, out: readonly Judged[], i: number): boolean {
  const text = page.units[i]?.text ?? ''
  if (!/^\p{Lu}/u.test(text) || endsSentence(text) || !isTitle(text) || wordsOf(text).length < shortestHeadline) return false
  const named = (words: string) => ['signed', 'named'].includes(commentShape(words, page.cues) ?? '') || isHandle(words)
  const above = page.units.filter((_, k) => k < i && out[k]?.why === 'stands among the readers’ comments')
  return !named(text) && above.length > 0 && above.every((unit) => named(unit.text))
}

const isSigned = ({ text }: Unit, cues: Cues) => {
  const shape = commentShape(text, cues)
  return (
    shape === 'signature' ||
    (shape === 'signed' && cues.stampOrDate.test(text.slice(0, 80))) ||
    cues.readerSays.test(text) ||
    signedAfter.test(text)
  )
}

/** A reader's name, perhaps with the town, after the words: "… – A. B., Lagos". */
const signedAfter = /[.!?…"”’]\s{1,3}(?:[-–—]\s?|\()\p{Lu}[\p{L}.'’ -]{1,25}(?:, [\p{L}\d][\p{L}\d ,.'’-]{1,40})?\)?$/u

const opensList = (page: Page, i: number) => page.cues.relatedSection.test(page.units[i]?.text ?? '')

const isCommentHead = ({ text }: Unit, cues: Cues) =>
  wordsOf(text).length <= longestHeading && (cues.commentHead.test(text) || cues.commentHeadBeforeNames.test(text))

/** Whether a head of comments has comments below it, and is not a count beside the byline or a heading of the story. */
function headOpens(page: Page, judged: readonly Judged[], i: number): boolean {
  const next = page.units.find((_, k) => k > i && !(isFurniture(judged[k]) && judged[k]?.kind !== 'comment'))
  if (next === undefined) return false
  const proseBelow = page.prose.filter((is, k) => is && k > i).length
  const proseAbove = page.prose.filter((is, k) => is && k < i).length
  const shape = commentShape(next.text, page.cues)
  const signed = shape !== null || isHandle(next.text) || page.cues.readerSays.test(next.text)
  return signed || (proseBelow <= proseAbove && !page.cues.commentHeadBeforeNames.test(page.units[i]?.text ?? ''))
}

function opensWithoutHead(page: Page, said: readonly boolean[], judged: readonly Judged[], i: number): boolean {
  const unit = page.units[i]
  if (unit === undefined || !said[i]) return false
  const next = page.units[i + 1]
  const after = signedAfter.test(unit.text) && next !== undefined && signedAfter.test(next.text)
  if (!after && !page.cues.stampOrDate.test(unit.text.slice(0, 80))) return false
  const rest = page.units.flatMap((_, k) => (k >= i && judged[k] === null ? [k] : []))
  const signed = rest.filter((k) => said[k]).length
  // Below every signature stands at most a comment of two or three paragraphs.
  return signed >= signedWithoutHead && signed * storyResumes >= rest.length
}

/** Whether from unit `i` on every open unit has a name before its words, and one of the names is a handle: speakers of an interview have none. */
function opensWithHandles(page: Page, judged: readonly Judged[], i: number): boolean {
  const named = ({ text }: Unit) => commentShape(text, page.cues) === 'named' || isHandle(text)
  const unit = page.units[i]
  if (unit === undefined || !named(unit)) return false
  const rest = page.units.filter((_, k) => k >= i && judged[k] === null)
  return rest.length >= signedWithoutHead && rest.every(named) && rest.some(({ text }) => isHandle(text))
}

/** Whether from unit `i` on there is only running text that nobody signed, and much of it. */
function resumes(page: Page, said: readonly boolean[], judged: readonly Judged[], i: number): boolean {
  if (said[i] || !page.prose[i]) return false
  // A reader's letter has paragraphs too; only where most of the text is still to come do comments stand within the story.
  const above = page.prose.filter((is, k) => is && k < i && judged[k] === null).length
  if (page.prose.filter((is, k) => is && k >= i && judged[k] === null).length <= above) return false
  let run = 0
  for (let k = i; k < page.units.length && judged[k] === null && !said[k]; k++) if (page.prose[k]) run++
  return run > storyResumes
}

/** A name of two words, a town or a nickname in brackets before the words: "Note:" and "Rome:" have none of these. */
const fullName = /^\p{Lu}[\p{L}.'’-]*(?:,? \p{Lu}[\p{L}.'’-]*){1,3}(?: \([^)]{2,20}\))?:\s/u

/** A lone reader's words after the story and its furniture, where no head opens a section: "A. B., Lagos: …". */
function lateReaders(page: Page, judged: readonly Judged[]): readonly Judged[] {
  return judged.map((found, i) => {
    const before = judged[i - 1]
    const late = found === null && page.first !== -1 && i > page.first && isFurniture(before) && afterStory(page, judged, i)
    return late && fullName.test(page.units[i]?.text ?? '')
      ? { kind: 'comment', why: 'gives a name and words after the story’s end' }
      : found
  })
}

/** Titles and teasers below the head of a list of other stories, as far as the story's running text or another kind. */
function listsOfOtherStories(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  let open = false
  for (let i = 0; i < page.units.length; i++) {
    const unit = page.units[i]
    const found = out[i]
    if (unit === undefined) continue
    if (found?.kind === 'related' && unit.hint?.kind !== 'related') open = opensList(page, i) || afterStory(page, out, i)
    else if (open && found?.kind === 'navigation' && out[i - 1]?.kind === 'related' && wordsOf(unit.text).length < shortestHeadline)
      out[i] = { kind: 'related', why: 'belongs to the teaser above' }
    else if (found !== null && found !== undefined) open = open && found.kind === 'navigation' && afterStory(page, out, i)
    else if (open && page.prose[i] && !afterStory(page, out, i)) open = false
    else if (open) out[i] = { kind: 'related', why: 'stands in a list of other stories' }
  }
  return out
}

/** Whether the story is over before unit `i`: its comments have begun, or no more running text follows but teasers'. */
function afterStory(page: Page, judged: readonly Judged[], i: number): boolean {
  if (page.first === -1 || i < page.first) return false
  const comments = judged.findIndex((found, k) => found?.kind === 'comment' && k > page.first)
  return (comments !== -1 && comments < i) || !page.prose.some((is, k) => is && k > i && judged[k] === null)
}

/** The publication's name over its menu, at the top. */
function mastheads(page: Page, judged: readonly Judged[]): readonly Judged[] {
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
  outlet !== null && outlet !== '' && `${bare(text)} `.startsWith(`${bare(outlet)} `)

/** A name and perhaps a motto stand over a menu. */
const longestMasthead = 2

/** A headline has at least so many words; fewer are a rubric. */
const shortestHeadline = 4
/** A byline or a line of dates is short; longer is text that begins with such words. */
const longestByline = 25

/** Headline, standfirst, byline and dateline: what stands over the first running text. */
function storyHead(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const end = page.first === -1 ? page.units.length : page.first
  let out = judged
  for (let i = 0; i < Math.min(end + 1, page.units.length); i++) {
    const unit = page.units[i]
    if (unit === undefined || out[i] !== null) continue
    const line = stampLine(unit, page.cues)
    if (line !== null && (i < end || wordsOf(unit.text).length < longestByline)) out = set(out, i, line.kind, line.why)
  }
  if (out.some((found) => found?.kind === 'headline')) return out
  const open = page.units.flatMap((unit, i) => (i < end && out[i] === null ? [{ unit, i }] : []))
  const titles = open.filter(({ unit }) => isTitle(unit.text) && wordsOf(unit.text).length >= shortestHeadline && !isSlug(unit.text))
  const headline = titles.find(({ unit }) => !isOutletName(unit, page.outlet)) ?? titles[0]
  if (headline === undefined) return out
  for (const { unit, i } of open) {
    if (i < headline.i) out = set(out, i, 'heading', 'stands over the headline')
    else if (i === headline.i) out = set(out, i, 'headline', 'is the first title on the page')
    else if (/^\s*[•▪●■–-]/u.test(unit.text) || endsSentence(unit.text) || wordsOf(unit.text).length >= shortestHeadline)
      out = set(out, i, 'standfirst', 'stands between headline and story')
  }
  return out
}

/** An agency's slug: "SERBIA-MLADIC (UPDATE 4)". Capitals, hyphens or slashes, and the lead's number; no sentence. */
const isSlug = (text: string) => /\([^)]*\d[^)]*\)\s*$|^[\p{Lu}\d]+(?:[-/][\p{Lu}\d]+)+(?:\s|$)/u.test(text)

/** A line that says who wrote, where or when. */
function stampLine({ text }: Unit, cues: Cues): Judged {
  const words = wordsOf(text).length
  if (words > longestByline || (isProse(text) && !cues.published.test(text))) return null
  if (cues.byline.test(text) && (words <= 16 || cues.date.test(text))) return { kind: 'byline', why: 'opens as a byline does' }
  const date = cues.date.exec(text)
  if (cues.published.test(text) && (date !== null || cues.stamp.test(text))) return { kind: 'byline', why: 'says when it was published' }
  if (date === null) return null
  const rest = wordsOf(text.replace(cues.date, '')).length
  if (rest > 12) return null
  if (cues.bylineAnywhere.test(text)) return { kind: 'byline', why: 'says who wrote, and when' }
  return /^\p{Lu}[\p{L} .'-]+,\s*\p{L}*\s*\d/u.test(text) && rest <= 6
    ? { kind: 'dateline', why: 'says where and when' }
    : { kind: 'byline', why: 'says when it was published' }
}

/** A quotation set apart that the running text has as well. Short quotes stand in many places: fewer than five words prove nothing. */
function repeatedQuotes(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const body = page.units
    .filter((_, i) => page.prose[i])
    .map((unit) => bare(unit.text))
    .join('\n')
  return judged.map((found, i) => {
    const text = page.units[i]?.text ?? ''
    if (found !== null || !/^["“‘«]/u.test(text) || wordsOf(text).length < 5) return found
    const quote = openingQuote(text)
    if (quote === null || wordsOf(quote).length < 5 || wordsOf(text.slice(quote.length)).length > longestAttribution) return found
    const words = bare(quote)
    const again = body.indexOf(words) !== -1 && (page.prose[i] !== true || body.indexOf(words) !== body.lastIndexOf(words))
    return again ? { kind: 'pull-quote', why: 'repeats words of the running text' } : found
  })
}
/** A pull quote names its speaker and office at most. */
const longestAttribution = 8

/** The quotation a unit opens with, up to its own closing mark; an apostrophe closes only what an apostrophe opened. */
function openingQuote(text: string): string | null {
  const closing = { '"': '"', '“': '”', '‘': '’', '«': '»' }[text.charAt(0)]
  if (closing === undefined) return null
  const end = text.indexOf(closing, 1)
  return end === -1 ? text : text.slice(0, end + 1)
}

const bare = (text: string) => wordsOf(text).join(' ').toLowerCase()

/** A heading is shorter than a headline. */
const longestHeading = 16

/** Short titles within the story. */
function headings(page: Page, judged: readonly Judged[]): readonly Judged[] {
  return judged.map((found, i) => {
    const text = page.units[i]?.text ?? ''
    if (found !== null || page.prose[i] || i < page.first || i > page.last) return found
    const next = page.units.findIndex((_, k) => k > i && judged[k] === null)
    return isTitle(text) && wordsOf(text).length <= longestHeading && page.prose[next] && !/^[-–—•▪]/u.test(text)
      ? { kind: 'heading', why: 'is a short title over running text' }
      : found
  })
}

/** Short lines with furniture on both sides, after or before the story: parts of the box around them. */
function betweenFurniture(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  for (let i = Math.max(page.last, 0) + 1; i < out.length - 1; i++) {
    const before = out[i - 1]
    if (out[i] !== null || before === null || before === undefined || !isFurniture(before)) continue
    const after = out.findIndex((found, k) => k > i && found !== null)
    const text = page.units[i]?.text ?? ''
    if (after !== -1 && isFurniture(out[after]) && wordsOf(text).length <= longestHeading && !endsSentence(text))
      out[i] = {
        kind: before.kind === 'navigation' && wordsOf(text).length >= shortestHeadline ? 'related' : before.kind,
        why: 'stands between parts of the page that are no story',
      }
  }
  return out
}
