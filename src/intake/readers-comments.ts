import type { Cues } from './cues.js'
import { countsFrom, isFurniture, type Judged, longestHeading, nextAfter, type Page, shortestHeadline, storyEnd } from './page-units.js'
import { isLikelyReaders, isNameOverWords, isSurelyReaders, signedAfter } from './reader-shapes.js'
import { commentShape, endsSentence, isHandle, isTitle, wordCount } from './shapes.js'
import type { Unit } from './units.js'

/** Without a head, so many units signed by readers are a section of comments: one may be a dateline. */
const signedWithoutHead = 2
/** So many units of running text after the last signed comment, and the story has resumed; and below one signature stands at most a comment of so many paragraphs. */
const storyResumes = 3
/** A name and when they wrote stand within so many characters. */
const signatureLength = 80

const isSigned = ({ text }: Unit, cues: Cues) => {
  const shape = commentShape(text, cues)
  return (
    shape === 'signature' ||
    (shape === 'signed' && cues.stampOrDate.test(text.slice(0, signatureLength))) ||
    cues.readerSays.test(text) ||
    signedAfter.test(text) ||
    isSurelyReaders(text, cues)
  )
}

/** What of each unit tells a reader's words, read once. */
interface Readers {
  readonly said: readonly boolean[]
  readonly named: readonly boolean[]
  readonly handle: readonly boolean[]
  /** From each unit on: open units, signed ones among them, named ones, handles, running text. */
  readonly open: readonly number[]
  readonly openSaid: readonly number[]
  readonly openNamed: readonly number[]
  readonly openHandle: readonly number[]
  readonly openProse: readonly number[]
  readonly nextStory: readonly number[]
}

function readersOf(page: Page, judged: readonly Judged[]): Readers {
  const { units, cues } = page
  const free = (i: number) => judged[i] === null
  const said = units.map((unit, i) => (free(i) || judged[i]?.kind === 'comment') && isSigned(unit, cues))
  const handle = units.map((unit, i) => free(i) && isHandle(unit.text))
  const named = units.map((unit, i) => free(i) && (handle[i] === true || commentShape(unit.text, cues) === 'named'))
  const count = (holds: (i: number) => boolean | undefined) => countsFrom(units.length, (i) => free(i) && holds(i) === true)
  return {
    said,
    named,
    handle,
    open: count(() => true),
    openSaid: count((i) => said[i]),
    openNamed: count((i) => named[i]),
    openHandle: count((i) => handle[i]),
    openProse: count((i) => page.prose[i]),
    nextStory: nextAfter(units.length, (i) => !isFurniture(judged[i]) || judged[i]?.kind === 'comment'),
  }
}

/** The readers’ comments: under their head, or a run of signed units at the page's end. */
export function readersComments(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  const readers = readersOf(page, judged)
  let open = false
  let begun = false
  let eachOnItsLine = true // every comment so far has its name on the same line
  for (let i = Math.max(page.first, 0); i < page.units.length; i++) {
    const found = out[i] ?? null
    const unit = page.units[i]
    if (unit === undefined) continue
    if (isHead(unit, page.cues) && (found === null || found.kind === 'comment' || found.kind === 'navigation')) {
      open = open || headOpens(page, readers, i)
      if (!open && found === null) continue
      // A count with the controls of the comments below it is a control itself.
      if (open && judged[i + 1] === null) out[i] = { kind: 'comment', why: 'is the head of the readers’ comments' }
    } else if (found?.kind === 'related' && unit.hint === null) open = false
    else if (open && found?.kind === 'block-quote' && unit.hint === null)
      out[i] = { kind: 'comment', why: 'quotes among the readers’ comments' }
    else if (found !== null && !isFurniture(found) && found.kind !== 'embed') open = false
    else if (found === null && !open)
      open = (begun && readers.said[i] === true) || opensWithoutHead(page, readers, i) || opensWithHandles(readers, i)
    if (!open || out[i] !== null) continue
    const ownLine = readers.named[i] === true || commentShape(unit.text, page.cues) === 'signed'
    if (resumes(page, readers, judged, i)) open = false
    else if (begun && eachOnItsLine && !ownLine && isListTitle(unit.text))
      out[i] = { kind: 'related', why: 'is a title among signed comments' }
    else {
      out[i] = { kind: 'comment', why: 'stands among the readers’ comments' }
      eachOnItsLine = eachOnItsLine && ownLine
    }
    begun = begun || open
  }
  return out
}

const isListTitle = (text: string) => /^\p{Lu}/u.test(text) && !endsSentence(text) && isTitle(text) && wordCount(text) >= shortestHeadline

const isHead = ({ text }: Unit, cues: Cues) =>
  wordCount(text) <= longestHeading && (cues.commentHead.test(text) || cues.commentHeadBeforeNames.test(text))

/** Whether a head of comments has comments below it, and is not a count beside the byline or a heading of the story. */
function headOpens(page: Page, readers: Readers, i: number): boolean {
  const next = page.units[readers.nextStory[i] ?? page.units.length]
  if (next === undefined) return false
  const after = page.units[(readers.nextStory[i] ?? page.units.length) + 1]?.text
  const signed = isLikelyReaders(next.text, page.cues) || isNameOverWords(next.text, after)
  const below = readers.openProse[i + 1] ?? 0
  const above = (readers.openProse[0] ?? 0) - (readers.openProse[i] ?? 0)
  return signed || (below <= above && !page.cues.commentHeadBeforeNames.test(page.units[i]?.text ?? ''))
}

function opensWithoutHead(page: Page, readers: Readers, i: number): boolean {
  const unit = page.units[i]
  if (unit === undefined || !readers.said[i]) return false
  const after = signedAfter.test(unit.text) && signedAfter.test(page.units[i + 1]?.text ?? '')
  if (isSurelyReaders(unit.text, page.cues)) return true
  if (!after && !page.cues.stampOrDate.test(unit.text.slice(0, signatureLength))) return false
  const signed = readers.openSaid[i] ?? 0
  return signed >= signedWithoutHead && signed * storyResumes >= (readers.open[i] ?? 0)
}

/** Whether from unit `i` on every open unit has a name before its words, and one of the names is a handle: speakers of an interview have none. */
function opensWithHandles({ open, openNamed, openHandle, named }: Readers, i: number): boolean {
  return named[i] === true && (open[i] ?? 0) >= signedWithoutHead && open[i] === openNamed[i] && (openHandle[i] ?? 0) > 0
}

/** Whether from unit `i` on there is only running text that nobody signed, and much of it. */
function resumes(page: Page, { said, openProse }: Readers, judged: readonly Judged[], i: number): boolean {
  if (said[i] || !page.prose[i]) return false
  // A reader's letter has paragraphs too; only where most of the text is still to come do comments stand within the story.
  const below = openProse[i] ?? 0
  if (below <= (openProse[0] ?? 0) - below) return false
  let run = 0
  for (let k = i; run <= storyResumes && k < page.units.length && judged[k] === null && !said[k]; k++) if (page.prose[k]) run++
  return run > storyResumes
}

/** A name of two words, a town or a nickname in brackets before the words: "Note:" and "Rome:" have none of these. */
const fullName = /^\p{Lu}[\p{L}.'’-]*(?:,? \p{Lu}[\p{L}.'’-]*){1,3}(?: \([^)]{2,20}\))?:\s/u

/** A number to call and an address to write to are an office's, not a reader's words. */
const reachable = /\+?\d[\d -]{6,}|@[\p{L}\d-]+\./u

const isNamed = (text: string, cues: Cues) =>
  ((fullName.test(text) || isHandle(text)) && !reachable.test(text) && wordCount(text.slice(text.indexOf(':'))) > 2) ||
  (isLikelyReaders(text, cues) && (cues.readerSays.test(text) || commentShape(text, cues) !== 'named'))

/** Readers' words after the story and its furniture, where no head of the usual words opens a section: "A. B., Lagos: …", alone or below a title of their own. */
export function lateReaders(page: Page, judged: readonly Judged[]): readonly Judged[] {
  const out = [...judged]
  const isOver = storyEnd(page, judged)
  const open = judged.map((found, i) => found === null && i > page.first)
  const isOverWords = page.units.map(
    ({ text }, i) => open[i] === true && open[i + 1] === true && isNameOverWords(text, page.units[i + 1]?.text),
  )
  const named = page.units.map(({ text }, i) => open[i] === true && (isOverWords[i] || isOverWords[i - 1] || isNamed(text, page.cues)))
  // From here on every open line is a name with words.
  let tail = out.length
  while (tail > 0 && (!open[tail - 1] || named[tail - 1])) tail--
  const inTail = named.reduce((count, is, i) => count + (is && !isOverWords[i] && i >= tail ? 1 : 0), 0)
  for (let i = Math.max(page.first, 0) + 1; i < out.length; i++) {
    const above = judged[i - 1]
    const isAlone = named[i] && !isOverWords[i] && !isOverWords[i - 1] && isFurniture(above) && isOver(i)
    if (isAlone) out[i] = { kind: 'comment', why: 'gives a name and words after the story’s end' }
    else if (named[i] && i >= tail && inTail >= signedWithoutHead && (out[i - 1]?.kind === 'comment' || isFurniture(above)))
      out[i] = { kind: 'comment', why: 'gives a name and words after the story’s end' }
    else if (i === tail - 1 && inTail >= signedWithoutHead && named[i + 1] && isFurniture(above) && isTitle(page.units[i]?.text ?? ''))
      out[i] = { kind: 'comment', why: 'is a title over names and their words' }
  }
  return out
}
