import { z } from 'zod'
import { AttestError } from '../model/errors.js'
import type { Sidecar } from '../model/report.js'
import { extentOf } from '../model/time.js'
import { calendarOf, dayIn } from './day-in.js'
import { decodeText } from './decode-text.js'
import type { Found, Gathered } from './found.js'

const word = z.string().nullish()
/** What crawlers write of one page. Other fields are theirs, and are left. */
const lineSchema = z.object({
  url: z.string(),
  html: word,
  text: word,
  published: word,
  captured: word,
  title: word,
  author: word,
  outlet: word,
  language: word,
})

/** The pages in a crawler's lines, `{ url, html | text, published, ... }`, each a report. A line that is none is told with its number. */
export async function* openLines({ name, bytes }: Gathered): AsyncGenerator<Found> {
  const { text } = await decodeText(bytes)
  let number = 0
  for (const line of linesOf(text)) {
    number++
    if (line.trim() !== '') yield pageOf(line, `${name}/line-${number}`)
  }
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    yield text.slice(start, end === -1 ? text.length : end)
    start = end === -1 ? text.length : end + 1
  }
}

function pageOf(line: string, name: string): Found {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line))
    const content = parsed.data?.html ?? parsed.data?.text
    if (!parsed.success || content == null) {
      const mistakes =
        parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') ?? 'neither html nor text'
      throw new AttestError('intake/bad-line', `${name}: ${mistakes}; a crawler's line is { "url", "html" or "text", "published" }`)
    }
    return { kind: 'given', name, bytes: new TextEncoder().encode(content), sidecar: sidecarOf(parsed.data) }
  } catch (error) {
    const { code, message } =
      error instanceof AttestError
        ? error
        : { code: 'intake/bad-line', message: `${name} is no JSON (${(error as Error).message}); write one object on each line` }
    return { kind: 'refused', name, code, message }
  }
}

function sidecarOf({ html: _html, text: _text, published, captured, ...rest }: z.infer<typeof lineSchema>): Sidecar {
  const told = Object.entries({ ...rest, published: dated(published), captured: dated(captured) })
  return Object.fromEntries(told.filter(([, value]) => value != null && value !== ''))
}

/** A crawler's time as EDTF: as it stands where it is that already, else the day it states in English. */
function dated(value: string | null | undefined): string | null {
  if (value == null) return null
  const bare = value.replace(/(T\d{2}:\d{2}:\d{2})\.\d+/, '$1')
  return extentOf(bare) !== null ? bare : dayIn(value, calendarOf('en'))
}
