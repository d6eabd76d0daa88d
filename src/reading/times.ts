import type { Report } from '../model/report.js'
import type { TimeUnit, TimeWords } from '../model/words/times.js'
import type { Sentence, TimeReading, Token } from './parts.js'
import { tokenIndexAt } from './times/around.js'
import { dayNumber, edtfOf, type Stretch } from './times/calendar.js'
import { clauseMapOf, tenseOf } from './times/clause-map.js'
import { isAside } from './times/clauses.js'
import { type Found, findTimes } from './times/find.js'
import { type Mentioned, type Resolved, resolve, type Setting } from './times/resolve.js'
import { outlookAround } from './times/tense.js'

/** Every time expression of a report with its value, in order. Phrases are found block by block, so that "Sept. 30" is one however sentences were cut; then each is resolved against publication and the times told before it. */
export function readTimes(report: Report, sentences: readonly Sentence[], words: TimeWords): readonly TimeReading[] {
  const published = nowOf(report.report.published)
  const story: Story = { published, now: published, mentioned: [] }
  return blocksOf(sentences).flatMap((inBlock) => withRanges(readBlock(report.text, inBlock, words, story), report.text, words))
}

/** What has been told so far: `now` is what "today" counts from, publication or the stamp of a running report; `mentioned` grows as the report is read. */
interface Story {
  readonly published: Stretch | null
  now: Stretch | null
  readonly mentioned: Mentioned[]
}

interface ReadPhrase {
  readonly found: Found
  readonly reading: TimeReading
}

function readBlock(text: string, inBlock: readonly Sentence[], words: TimeWords, story: Story): readonly ReadPhrase[] {
  const [first, last] = [inBlock[0], inBlock.at(-1)]
  if (first === undefined || last === undefined) return []
  let at = 0
  return findTimes(text, first.start, last.end, words, (offset) => tokenFrom(inBlock, offset)).map((found) => {
    while ((inBlock[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= found.start) at += 1
    const sentence = inBlock[at] ?? first
    const outlook = outlookAround(sentence, found.start, found.end, words)
    const setting: Setting = {
      now: story.now,
      mentioned: story.mentioned,
      outlook,
      block: first.block,
      sentence: sentence.index,
      opensSentence: sentence.start === found.start,
      isHeading: sentence.kind === 'heading',
      isPageDate: sentence.kind === 'byline' || sentence.kind === 'dateline' || isInDateline(sentence, found, first),
      aside: isAside(sentence, found.start, found.end),
      ...clauseOf(sentence, tokenIndexAt(sentence.tokens, found.start), words),
    }
    const { reading, resolved } = readPhrase(found, setting)
    const standing = resolved === null ? undefined : standingOf(found, resolved, setting, story)
    if (resolved !== null) goOn(story, resolved, setting, standing)
    return { found, reading: standing === undefined ? reading : { ...reading, standing } }
  })
}

/** How the clause of a word stands to where the story stands. */
function clauseOf(sentence: Sentence, token: number, words: TimeWords): Pick<Setting, 'flashback' | 'reported'> {
  const map = clauseMapOf(sentence, words)
  return { flashback: tenseOf(sentence, map, token) === 'earlier', reported: map.clauses[map.of[token] ?? 0]?.link === 'reported' }
}

/** The token that begins at an offset. */
function tokenFrom(sentences: readonly Sentence[], offset: number): Token | undefined {
  const tokens = sentences[tokenIndexAt(sentences, offset)]?.tokens ?? []
  const token = tokens[tokenIndexAt(tokens, offset)]
  return token?.start === offset ? token : undefined
}

function standingOf(found: Found, { stretch, stamp }: Resolved, setting: Setting, { published }: Story): TimeReading['standing'] {
  if (stretch === null) return undefined
  if (
    stamp === true ||
    setting.isPageDate ||
    (setting.opensSentence && (isStamp(found, stretch, published) || (setting.isHeading && isAlone(found))))
  )
    return 'stamp'
  if (setting.aside) return 'aside'
  return setting.now !== null && dayNumber(stretch) > dayNumber(setting.now) ? 'ahead' : undefined
}

/** The story goes on from a time it has told. The page's own date is no part of it; a stamp of a running report moves its "today". */
function goOn(
  story: Story,
  { stretch, ownYear, compared, spread }: Resolved,
  { block, sentence, aside, flashback, reported, isHeading }: Setting,
  standing: TimeReading['standing'],
): void {
  if (stretch === null || spread === true) return
  if (standing === 'stamp') {
    const isNow = stretch.unit === 'day' && isNear(stretch, story.published)
    if (isNow) story.now = { ...stretch, clock: undefined }
    if (isNow || !isHeading) return
  }
  story.mentioned.push({ stretch, ownYear, compared: compared === true, block, sentence, aside, flashback, reported })
  if (story.mentioned.length > mostRemembered) story.mentioned.splice(0, mostRemembered / 2)
}

/** So many times back, nothing counts from a time any more; a bound keeps a page of dates from costing the square of its length. */
const mostRemembered = 200

/** Ranges over two phrases ("from 3 June 2012 to 9 May 2015") as the interval of both. */
function withRanges(phrases: readonly ReadPhrase[], text: string, words: TimeWords): readonly TimeReading[] {
  const untilOf = (first: ReadPhrase | undefined, second: ReadPhrase | undefined) => endsUntil(first, second, text, words)
  return phrases.map(({ found, reading }, index) => {
    const opened = rangeOf(phrases[index], phrases[index + 1], untilOf)
    const closed = rangeOf(phrases[index - 1], phrases[index], () => false)
    const interval =
      opened ?? closed ?? (found.bound === 'since' && reading.value !== null && !reading.value.includes('/') ? `${reading.value}/..` : null)
    return interval === null || reading.form === 'duration' ? reading : { ...reading, interval, bound: undefined }
  })
}

/** How many characters may stand between the two ends of a range: "to", "and the", "until about". */
const longestRangeJoint = 12

function rangeOf(
  first: ReadPhrase | undefined,
  second: ReadPhrase | undefined,
  endsUntilOf: (first: ReadPhrase, second: ReadPhrase) => boolean,
): string | null {
  if (first === undefined || second === undefined) return null
  const [from, to] = [first.reading.value, second.reading.value]
  if (from === null || to === null || from.includes('/') || to.includes('/') || from.startsWith('P') || to.startsWith('P')) return null
  const opens = first.found.bound === 'between' || first.found.bound === 'from'
  const joined = (second.found.closes && second.found.start - first.found.end <= longestRangeJoint) || endsUntilOf(first, second)
  return opens && joined && from < to ? `${from}/${to}` : null
}

/** Characters from "until" to the time of the happening it names: "until his transfer to the capital in". */
const longestUntil = 40

/** "from March 2014 until his death in August 2018". */
function endsUntil(first: ReadPhrase | undefined, second: ReadPhrase | undefined, text: string, words: TimeWords): boolean {
  if (first === undefined || second === undefined || second.found.start - first.found.end > longestUntil) return false
  const between = text.slice(first.found.end, second.found.start).trim()
  return !/[.,;:()\d]/.test(between) && words.groups.until?.includes(between.split(/\s+/)[0] ?? '') === true
}

function nowOf(published: string | null): Stretch | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '')
  return match === null ? null : { unit: 'day', year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

/** Sentences in their blocks, in order. */
function blocksOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const blocks: Sentence[][] = []
  for (const sentence of sentences) {
    const last = blocks.at(-1)
    if (last?.[0]?.block === sentence.block) last.push(sentence)
    else blocks.push([sentence])
  }
  return blocks
}

/** Words of a dateline before its day: "SAN SALVADOR, El Salvador, Monday –". */
const datelineReach = 9

/** "BRUSSELS, Monday –", "LIMA, June 2 (Reuters) -", "GULU, Monday.": names before the day at the head of a block, and a dash after it or nothing more in the sentence. */
function isInDateline({ tokens, start }: Sentence, found: Found, block: Sentence): boolean {
  if (start !== block.start) return false
  const [at, after] = [tokenIndexAt(tokens, found.start), tokenIndexAt(tokens, found.end - 1) + 1]
  if (at === 0 || at > datelineReach || !tokens.slice(0, at).every(({ pos, text }) => pos === 'PROPN' || /^[\p{Lu},(]/u.test(text)))
    return false
  const closing = tokens.slice(after, after + datelineReach).findIndex(({ text }) => /^(?:--|[-–—])$/.test(text))
  if (closing === -1) return after === tokens.length - 1 && tokens[after]?.text === '.' && tokens[1]?.text === ','
  return tokens.slice(after, after + closing).every(({ pos, text }) => pos === 'PROPN' || pos === 'NUM' || /^[(),./]$/.test(text))
}

/** A day alone on its line, near publication: what follows counts "today" from it. */
function isStamp(found: Found, stretch: Stretch, published: Stretch | null): boolean {
  return isAlone(found) && stretch.unit === 'day' && isNear(stretch, published)
}

/** A heading that is a time and nothing else, as in a chronology. */
function isAlone({ startsLine, endsLine }: Found): boolean {
  return startsLine && endsLine
}

/** A running report stamps its entries; days before publication that far back are still of one page. */
const longestRunningReport = 31

function isNear(day: Stretch, published: Stretch | null): boolean {
  const back = published === null ? -1 : dayNumber(published) - dayNumber(day)
  return back >= 0 && back <= longestRunningReport
}

function readPhrase(found: Found, setting: Setting): { readonly reading: TimeReading; readonly resolved: Resolved | null } {
  const place = { start: found.start, end: found.end, sentence: setting.sentence, block: setting.block }
  const { as } = found.phrase
  if (as === 'vague') return { reading: { ...place, value: null, form: 'date', ground: 'unknown', why: found.written }, resolved: null }
  if (as === 'duration' || as === 'set') {
    const value = durationOf(found)
    const ground = value === null ? 'unknown' : 'stated'
    return { reading: { ...place, value, form: as, ground, why: found.written }, resolved: null }
  }
  const resolved = resolve(found, setting)
  const value = edtfOfResolved(resolved) ?? (found.phrase.from === 'event' ? durationOf(found) : null)
  return {
    reading: {
      ...place,
      value,
      ...(found.bound === 'until' || found.bound === 'within' ? { bound: found.bound } : {}),
      ...(resolved.step === undefined ? {} : { step: resolved.step }),
      form: resolved.stretch?.clock !== undefined ? 'time' : value?.startsWith('P') ? 'duration' : 'date',
      ground: value?.startsWith('P') ? 'stated' : resolved.ground,
      why: `${found.written}: ${resolved.why}`,
    },
    resolved,
  }
}

function edtfOfResolved({ stretch, until, uncertain }: Resolved): string | null {
  if (stretch === null) return null
  const value = until === undefined ? edtfOf(stretch) : `${edtfOf(stretch)}/${edtfOf(until)}`
  return uncertain && !value.includes('/') ? `${value}?` : value
}

/** How ISO 8601 writes each unit, and the smaller one that a half is counted in. */
const durationForms: Readonly<Record<TimeUnit, { readonly letter: string; readonly times: number; readonly half: string }>> = {
  second: { letter: 'S', times: 1, half: '' },
  minute: { letter: 'M', times: 1, half: '30S' },
  hour: { letter: 'H', times: 1, half: '30M' },
  day: { letter: 'D', times: 1, half: 'T12H' },
  weekend: { letter: 'D', times: 2, half: '' },
  week: { letter: 'W', times: 1, half: '' },
  fortnight: { letter: 'W', times: 2, half: '' },
  month: { letter: 'M', times: 1, half: '15D' },
  season: { letter: 'M', times: 3, half: '' },
  quarter: { letter: 'M', times: 3, half: '' },
  half: { letter: 'M', times: 6, half: '' },
  year: { letter: 'Y', times: 1, half: '6M' },
  decade: { letter: 'Y', times: 10, half: '' },
  century: { letter: 'Y', times: 100, half: '' },
}

/** ISO 8601, or null where the words say no number. */
function durationOf({ phrase, captures }: Found): string | null {
  const unit = phrase.unit ?? captures.unit
  const amount = phrase.half === 'of' ? 0.5 : phrase.amount === undefined ? captures.number : phrase.amount
  if (unit === undefined || amount === null || amount === undefined) return null
  const { letter, times, half } = durationForms[unit]
  const count = (phrase.half === 'more' ? amount + 0.5 : amount) * times
  const whole = Math.floor(count)
  const parts = `${whole === 0 ? '' : `${whole}${letter}`}${count === whole ? '' : half}`
  if (parts === '') return null
  return `P${unit === 'second' || unit === 'minute' || unit === 'hour' ? 'T' : ''}${parts}`
}
