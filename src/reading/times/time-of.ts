import type { Sentence, TimeReading, TimeStep, Token } from '../parts.js'
import { tokenIndexAt } from './around.js'
import { edtfOf, type Stretch } from './calendar.js'
import { takeStep } from './resolve.js'

/** The time that lies a step from a known one: "two days after his arrest", where the arrest was on 2025-01-19, is 2025-01-21. Null where the known time is too wide for the step. */
export function timeAfterStep(step: TimeStep, edtf: string): string | null {
  const from = stretchOf(edtf)
  const { stretch } = from === null ? { stretch: null } : takeStep(step, from, true)
  return stretch === null ? null : edtfOf(stretch)
}

/** In "freed on Tuesday, two days after police arrested him", what stands after the step lies that step before what stands before it. */
export function countedBack(
  times: readonly TimeReading[],
  sentence: Sentence,
  trigger: Token,
): { readonly edtf: string; readonly reading: TimeReading } | null {
  const reading = times.findLast(
    ({ step, end, value }) => step?.from === 'event' && value?.startsWith('P') === true && end <= trigger.start,
  )
  if (reading?.step === undefined) return null
  const follows = sentence.tokens.slice(tokenIndexAt(sentence.tokens, reading.end), trigger.index)
  if (follows.length > longestClauseStart || follows.some(({ text }) => /^[,;:–—]$/.test(text))) return null
  const known =
    times.findLast((time) => time.end <= reading.start && tellsWhen(time) && time.interval === undefined) ??
    dayAfterComma(times, sentence, reading, trigger)
  if (known === undefined || known.value === null) return null
  const edtf = timeAfterStep({ ...reading.step, toward: reading.step.toward === 1 ? -1 : 1 }, known.value)
  return edtf === null ? null : { edtf, reading }
}

/** "Three days after his arrest, Malta handed him over on Tuesday": the one day told behind the comma. */
function dayAfterComma(
  times: readonly TimeReading[],
  { tokens, start }: Sentence,
  reading: TimeReading,
  trigger: Token,
): TimeReading | undefined {
  if (reading.start !== start) return undefined
  const comma = tokens.find(({ index, text }) => index > trigger.index && text === ',')
  const [only, ...others] = times.filter((time) => time.start > trigger.end && tellsWhen(time))
  return comma === undefined || only === undefined || others.length > 0 || only.start < comma.end || only.interval !== undefined
    ? undefined
    : only
}

/** Words from "after" to the verb: "Spain's Supreme Court had first". */
const longestClauseStart = 10

/** Whether a time is one at which something can have happened: no duration, no term, no set. */
export function tellsWhen({ form, value, interval, bound }: TimeReading): boolean {
  return (form === 'date' || form === 'time') && (value !== null || interval !== undefined) && bound === undefined
}

function stretchOf(edtf: string): Stretch | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/.exec(edtf)
  if (match === null || edtf.includes('/') || edtf.includes('X')) return null
  const [, year, month, day, hour, minute] = match
  const date = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) }
  if (day === undefined) return { unit: month === undefined ? 'year' : 'month', ...date }
  return { unit: 'day', ...date, ...(hour === undefined ? {} : { clock: { hour: Number(hour), minute: Number(minute) } }) }
}
