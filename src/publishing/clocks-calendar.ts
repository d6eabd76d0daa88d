import type { Clocks, RunningClock } from '../model/record.js'
import { timeInWords } from '../model/time.js'

/** RFC 5545 3.1: a line is at most 75 octets, and goes on after a line break and a space. */
const longestLine = 75

/** The due times of running clocks as an iCalendar feed: a minute where the law counts hours, a whole day where it counts days. A range stands at its earliest end and says so. */
export function clocksCalendar(name: string, { at, clocks }: Clocks): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Attest//Clocks//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${text(`${name}: what the law wants next`)}`,
    ...clocks.filter(({ due, state }) => due !== null && state === 'running').flatMap((clock) => eventLines(name, clock, at)),
    'END:VCALENDAR',
  ]
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('')
}

function eventLines(name: string, clock: RunningClock, at: string): readonly string[] {
  const { procedure, step, what, who, readings, due, effect, basis } = clock
  const [first = '', last] = (due ?? '').split('/')
  const under = readings.length === 0 ? '' : `, under ${readings.join(', ')}`
  const range = last === undefined ? '' : ` Due ${timeInWords(due ?? '')}: the earliest is shown.`
  return [
    'BEGIN:VEVENT',
    `UID:${identifier([name, procedure, step, ...readings].join(' '))}@attest`,
    `DTSTAMP:${instant(stampOf(at))}`,
    ...(first.includes('T')
      ? [`DTSTART:${instant(first)}`]
      : [`DTSTART;VALUE=DATE:${first.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${dayAfter(first)}`]),
    `SUMMARY:${text(`${name}: ${what}`)}`,
    `DESCRIPTION:${text(`By ${who}; ${basis}${under}. A miss means: ${effect}.${range}`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function stampOf(at: string): string {
  const withClock = at.includes('T') ? at : `${at.slice(0, 10)}T00:00Z`
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(withClock) ? withClock : `${withClock}Z`
}

function instant(time: string): string {
  return new Date(Date.parse(time))
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '')
}

function dayAfter(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`))
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10).replaceAll('-', '')
}

function identifier(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** RFC 5545 3.3.11: what stands for something else is escaped. */
function text(words: string): string {
  return words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

/** A long line cut so that no character is. */
function folded(line: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > longestLine) {
      parts.push(part)
      part = ' '
    }
    part += sign
  }
  return [...parts, part]
}
