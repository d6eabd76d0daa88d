import type { Cues } from './cues.js'
import { isClock, type Judgement, ownKind } from './own-kind.js'
import { isFurniture, type Judged, longestHeading, nextAfter, type Page, shortestHeadline, storyEnd } from './page-units.js'
import { lateReaders, readersComments } from './readers-comments.js'
import { bareWords, endsSentence, isProse, isTitle, wordCount, wordsOf } from './shapes.js'
import { writerIn } from './stated-head.js'
import { mastheads, storyHead } from './story-head.js'
import type { Unit } from './units.js'

/** What each unit is: by the page's markup and its own words first, then by what stands around it. The steps are in order of trust; a later one fills only what an earlier one left open. */
export function kindsInContext(units: readonly Unit[], cues: Cues, outlet: string | null = null): readonly Judgement[] {
  const own = units.map((unit): Judged => ownOrMarked(unit, cues))
  const prose = units.map((unit, i) => own[i] === null && isProse(unit.text))
  const steps = [
    embeddedPosts,
    readersComments,
    listsOfOtherStories,
    tagLists,
    lateReaders,
    mastheads,
    storyHead,
    notesOnTheWriter,
    repeatedQuotes,
    headings,
    betweenFurniture,
  ]
  const page: Page = { units, prose, cues, outlet, first: prose.indexOf(true), last: prose.lastIndexOf(true) }
  const judged = steps.reduce<readonly Judged[]>((sofar, step) => step(page, sofar), own)
  return judged.map((found) => found ?? { kind: 'paragraph', why: 'is running text' })
}

/** A unit that the markup sets aside only by its place is what its own words say, where these say that it is no story either; at the story's edge also where they credit or correct. */
function ownOrMarked(unit: Unit, cues: Cues): Judged {
  const marked = fromMarkup(unit)
  if (marked === null) return ownKind(unit, cues)
  if (unit.hint?.isWeak !== true) return marked
  const own = ownKind(unit, cues)
  return isFurniture(own) || own?.kind === 'credit' || own?.kind === 'correction' ? own : marked
}

/** Furniture by markup is believed whatever its words; a story's block by markup may still be furniture by its words. */
const fromMarkup = ({ hint }: Unit): Judged => (hint === null || hint.kind === 'paragraph' ? null : { kind: hint.kind, why: hint.why })

const opensList = (page: Page, i: number) => page.cues.relatedSection.test(page.units[i]?.text ?? '')

/** After so many titles without a teaser's text, a paragraph is none: lists have either or neither. */
const shortestList = 2
/** A teaser has one sentence. */
const severalSentences = /[.!?]["”’)]?\s+["“‘(]?\p{Lu}/u

/** Titles and teasers below the head of a list of other stories, as far as the story's running text or another kind. */
function listsOfOtherStories(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  const isOver = storyEnd(page, judged)
  let open = false
  let titles = 0 // in the list so far; -1 once a teaser's text stood among them
  for (let i = 0; i < page.units.length; i++) {
    const unit = page.units[i]
    const found = out[i]
    if (unit === undefined) continue
    if (!open) titles = 0
    const listed = titles
    if (open && found === null && titles >= 0) titles = page.prose[i] ? -1 : titles + 1
    if (found?.kind === 'related' && unit.hint?.kind !== 'related') open = opensList(page, i) || isOver(i)
    else if (open && found?.kind === 'navigation' && out[i - 1]?.kind === 'related' && wordCount(unit.text) < shortestHeadline)
      out[i] = { kind: 'related', why: 'belongs to the teaser above' }
    else if (found !== null && found !== undefined) open = open && found.kind === 'navigation' && isOver(i)
    else if (open && page.prose[i] && (!isOver(i) || (listed >= shortestList && severalSentences.test(unit.text)))) open = false
    else if (open) out[i] = { kind: 'related', why: 'stands in a list of other stories' }
  }
  return out
}

/** A post within the page: the lines that say whose it is, and the one with its words. */
function embeddedPosts(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  for (let i = 0; i < out.length; i++) {
    const isHead =
      (out[i] === null || out[i]?.kind === 'embed') &&
      wordCount(page.units[i]?.text ?? '') <= longestHeading &&
      page.cues.embedHead.test(page.units[i]?.text ?? '')
    if (!isHead || i + 1 >= out.length) continue
    out[i] = { kind: 'embed', why: 'says whose post follows' }
    if (out[i + 1] === null) out[i + 1] = { kind: 'embed', why: 'is a post shown within the page' }
  }
  return out
}

/** A subject's name in a list of tags. */
const longestTag = 4

/** Short lines below "Topics" or "Filed under". */
function tagLists(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  let open = false
  for (const [i, { text }] of page.units.entries()) {
    if (i > page.first && out[i] === null && page.cues.tagHead.test(text)) open = true
    else if (open && (out[i] !== null || page.prose[i] || wordCount(text) > longestTag)) open = false
    if (open) out[i] = { kind: 'navigation', why: 'lists tags' }
  }
  return out
}

/** A note about the writer has a name, and two or three sentences. */
const longestNote = 4
/** How a sentence about the writer goes on behind the name. */
const tellsOfWriter = /^(?:,| (?:is|was|covers|writes|reports|works|has|joined|lives|edits|leads|teaches)(?![\p{L}]))/u

/** The note about the writer below the story: under its head, or a sentence that opens with the name in the byline. */
function notesOnTheWriter(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  const writer = page.units.flatMap(({ text }, i) => (out[i]?.kind === 'byline' ? (writerIn(text, page.cues) ?? []) : []))[0] ?? null
  const lastProse = page.prose.lastIndexOf(true)
  const isHead = (text: string) => page.cues.writersNote.test(text) || (writer !== null && bareWords(text) === `about ${bareWords(writer)}`)
  for (const [i, { text }] of page.units.entries()) {
    if (i <= page.first) continue
    if (isHead(text)) {
      out[i] = { kind: 'boilerplate', why: 'is the head of a note about the writer' }
      const name = writer ?? page.units[i + 1]?.text ?? ''
      for (let k = i + 1; k <= i + longestNote && k < out.length && out[k] === null; k++) {
        const line = page.units[k]?.text ?? ''
        if (!line.includes(name) && !/^(?:He|She|They)(?![\p{L}])/u.test(line)) break
        out[k] = { kind: 'boilerplate', why: 'tells who the writer is' }
      }
    } else if (
      out[i] === null &&
      writer !== null &&
      i >= lastProse - 1 &&
      text.startsWith(writer) &&
      tellsOfWriter.test(text.slice(writer.length))
    )
      out[i] = { kind: 'boilerplate', why: 'tells who the writer is' }
  }
  return out
}

/** A quotation set apart that the running text has as well. */
function repeatedQuotes(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const candidates = page.units.filter((unit, i) => judged[i] === null && opensQuote.test(unit.text)).length
  if (candidates === 0 || candidates > mostQuotes) return judged
  const body = page.units
    .filter((_, i) => page.prose[i])
    .map((unit) => bareWords(unit.text))
    .join('\n')
  const told = judged.map((found, i): Judged => {
    const text = page.units[i]?.text ?? ''
    if (found !== null || !opensQuote.test(text) || wordCount(text) < shortestQuote) return found
    const quote = openingQuote(text)
    if (
      quote === null ||
      (quote !== text && wordCount(quote) < shortestSpokenQuote) ||
      wordCount(text.slice(quote.length)) > longestAttribution
    )
      return found
    const words = bareWords(quote)
    const again = body.indexOf(words) !== -1 && (page.prose[i] !== true || body.indexOf(words) !== body.lastIndexOf(words))
    return again ? { kind: 'pull-quote', why: 'repeats words of the running text' } : found
  })
  // The speaker's name stands below.
  return told.map((found, i) => {
    const text = page.units[i]?.text ?? ''
    const isSpeaker =
      found === null && told[i - 1]?.kind === 'pull-quote' && !page.prose[i] && wordCount(text) <= longestAttribution && isTitle(text)
    return isSpeaker && body.includes(bareWords(text.split(',')[0] ?? ''))
      ? { kind: 'pull-quote', why: 'names whose words the pull quote has' }
      : found
  })
}
/** A quotation alone on its line needs three words to be no nickname; one with its speaker five, for short ones stand in many places. */
const shortestQuote = 3
const shortestSpokenQuote = 5
const opensQuote = /^["“‘«]/u
/** A page has a handful of pull quotes; where so many units are quotations, it is a list or a transcript, and none is set apart. */
const mostQuotes = 500

/** A pull quote names its speaker and office at most. */
const longestAttribution = 8

/** The quotation a unit opens with, up to its own closing mark; an apostrophe closes only what an apostrophe opened. */
function openingQuote(text: string): string | null {
  const closing = { '"': '"', '“': '”', '‘': '’', '«': '»' }[text.charAt(0)]
  if (closing === undefined) return null
  const end = text.indexOf(closing, 1)
  return end === -1 ? text : text.slice(0, end + 1)
}

/** A speaker's name in capitals before the words, as transcripts have it. */
const speaker = /^\p{Lu}[\p{Lu} .,'’-]{1,60}:\s/u

/** Whether a line holds a day and no other words than its weekday and hour. */
function isDayAlone(text: string, cues: Cues): boolean {
  const day = cues.date.exec(text)
  if (day === null) return false
  const rest = wordsOf(`${text.slice(0, day.index)} ${text.slice(day.index + day[0].length)}`.replace(cues.stamp, ' '))
  return rest.length === 0 || (rest.length === 1 && cues.day.test(rest[0] ?? ''))
}

/** Short titles within the story. */
function headings(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const nextOpen = nextAfter(judged.length, (i) => judged[i] === null)
  const entry = page.units.findIndex(({ text }) => isClock(text)) // a live blog's first entry: its title is within the story
  const from = entry === -1 ? page.first : Math.min(entry, page.first)
  return judged.map((found, i) => {
    const text = page.units[i]?.text ?? ''
    if (found !== null || page.prose[i] || i < from || i > page.last) return found
    if (isDayAlone(text, page.cues)) return { kind: 'dateline', why: 'gives a day and nothing else' }
    if (speaker.test(text)) return found
    return isTitle(text) && wordCount(text) <= longestHeading && page.prose[nextOpen[i] ?? judged.length] && !/^[-–—•▪]/u.test(text)
      ? { kind: 'heading', why: 'is a short title over running text' }
      : found
  })
}

/** Short lines with furniture on both sides, after or before the story: parts of the box around them. */
function betweenFurniture(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  const nextKnown = nextAfter(judged.length, (i) => judged[i] !== null)
  for (let i = Math.max(page.last, 0) + 1; i < out.length - 1; i++) {
    const before = out[i - 1]
    if (out[i] !== null || before === null || before === undefined || !isFurniture(before)) continue
    const after = judged[nextKnown[i] ?? judged.length]
    const text = page.units[i]?.text ?? ''
    if (isFurniture(after) && wordCount(text) <= longestHeading && !endsSentence(text))
      out[i] = {
        kind: before.kind === 'navigation' && wordCount(text) >= shortestHeadline ? 'related' : before.kind,
        why: 'stands between parts of the page that are no story',
      }
  }
  return out
}
