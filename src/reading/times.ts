import type { Report } from '../model/report.js'
import type { TimeUnit, TimeWords } from '../model/words/times.js'
import type { Sentence, TimeReading, Token } from './parts.js'
import { dayNumber, edtfOf, type Stretch } from './times/calendar.js'
import { type Found, findTimes } from './times/find.js'
import { type Mentioned, type Resolved, resolve, type Setting } from './times/resolve.js'
import { outlookAround } from './times/tense.js'

/** Every time expression of a report with its value, in order. Phrases are found block by block, so that "Sept. 30" is one however sentences were cut; then each is resolved against publication and the times told before it. */
export function readTimes(report: Report, sentences: readonly Sentence[], words: TimeWords): readonly TimeReading[] {
  const published = nowOf(report.report.published)
  let now = published
  const mentioned: Mentioned[] = []
  const readings: TimeReading[] = []
  for (const inBlock of blocksOf(sentences)) {
    const [first, last] = [inBlock[0], inBlock.at(-1)]
    if (first === undefined || last === undefined) continue
    const tokens = new Map(inBlock.flatMap((sentence) => sentence.tokens.map((token): [number, Token] => [token.start, token])))
    for (const found of findTimes(report.text, first.start, last.end, words, (offset) => tokens.get(offset))) {
      const sentence = inBlock.findLast(({ start }) => start <= found.start) ?? first
      const outlook = outlookAround(sentence, found.start, found.end, words)
      const { reading, resolved } = readingOf(found, { now, mentioned, outlook, block: first.block, sentence: sentence.index })
      readings.push(reading)
      if (resolved?.stretch == null) continue
      if (isStamp(found, resolved.stretch, published)) now = { ...resolved.stretch, clock: undefined }
      mentioned.push({
        stretch: resolved.stretch,
        block: first.block,
        sentence: sentence.index,
        ownYear: resolved.ownYear,
        compared: resolved.compared ?? false,
      })
    }
  }
  return readings
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

/** A running report stamps its entries; days before publication that far back are still of one page. */
const longestRunningReport = 31

/** A day alone on its line, near publication: what follows counts "today" from it. */
function isStamp({ startsLine, endsLine }: Found, { unit, ...day }: Stretch, published: Stretch | null): boolean {
  if (!startsLine || !endsLine || unit !== 'day' || published === null) return false
  const back = dayNumber(published) - dayNumber(day)
  return back >= 0 && back <= longestRunningReport
}

function readingOf(found: Found, setting: Setting): { readonly reading: TimeReading; readonly resolved: Resolved | null } {
  const place = { start: found.start, end: found.end, sentence: setting.sentence }
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
