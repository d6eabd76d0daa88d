import { AttestError } from '../model/errors.js'
import { reportIdOf } from '../model/ids.js'
import type { HeadFrom, Note, PageMark, Report, ReportHead, Sidecar } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { dayIn } from './day-in.js'
import { decodeText } from './decode-text.js'
import { fingerprintOf } from './fingerprint.js'
import { labelBlocks } from './label-blocks.js'
import { limits } from './limits.js'
import { formatOf, type MediaType, mediaTypes } from './media-type.js'
import { type OwnHeadLines, statedHead } from './stated-head.js'
import type { Hint } from './units.js'

/** What a file says of itself in its own fields, before its text is looked at. */
export type OwnHead = Partial<Pick<ReportHead, 'url' | 'outlet' | 'title' | 'author' | 'published' | 'language'>>

/** A file's text with what its layout says about stretches of it. */
export interface Opened {
  readonly text: string
  readonly hints: readonly Hint[]
  readonly head: OwnHead
  /** Where each field of the head stands in the file, where it is one of several places. */
  readonly headFrom?: HeadFrom
  readonly toldInUtc?: boolean
  readonly pages?: readonly PageMark[]
  readonly notes: readonly Note[]
}

/** A report cut into labelled blocks from the bytes as received. Throws AttestError when the bytes are no report. */
export async function takeIn(
  bytes: Uint8Array,
  name: string,
  sidecar: Sidecar,
  words: FurnitureWords,
  transcript: Uint8Array | null = null,
): Promise<Report> {
  const mediaType = readableType(bytes, name)
  const opened = transcript === null ? await open(bytes, mediaType, name, words) : await transcribed(transcript)
  if (opened.text.trim() === '' && mediaType !== mediaTypes.pdf)
    throw new AttestError('intake/no-text', `${name} holds no text to read; look at the file and save it again`)
  const blocks = labelBlocks(opened.text, opened.hints, words, sidecar.outlet ?? opened.head.outlet ?? null)
  const stated = statedHead(opened.text, blocks, words)
  const given = Object.fromEntries(Object.entries(sidecar).filter(([, value]) => value !== undefined))
  const report: ReportHead = {
    id: reportIdOf(bytes),
    ...{ url: null, outlet: null, captured: null, language: null },
    ...{ title: stated.title, author: stated.author, published: stated.published },
    ...opened.head,
    ...given,
    mediaType,
  }
  const dated = publishedIn(report, opened.toldInUtc === true ? opened.head.published : undefined)
  return {
    report: { ...report, published: dated },
    text: opened.text,
    blocks,
    notes: opened.text.trim() === '' ? [...opened.notes, scanned(name)] : opened.notes,
    fingerprint: fingerprintOf(opened.text, blocks),
    headFrom: headFrom({ ...report, published: dated }, given, opened, stated),
    ...(opened.pages === undefined ? {} : { pages: opened.pages }),
  }
}

/** Where each known field of the head comes from, in the order of trust in which it was looked for. */
function headFrom(head: ReportHead, given: Sidecar, opened: Opened, stated: OwnHeadLines): HeadFrom {
  const fields = ['url', 'outlet', 'title', 'author', 'published', 'captured', 'language'] as const
  const placeOf = (field: (typeof fields)[number]): string => {
    if (given[field] != null) return 'the sidecar'
    if (field === 'captured') return 'the capture'
    if (opened.head[field] === head[field]) return opened.headFrom?.[field] ?? 'the file’s own fields'
    if (field !== 'url' && field !== 'outlet' && field !== 'language' && stated[field] === head[field]) return 'a line of the text'
    return 'the address'
  }
  return Object.fromEntries(fields.flatMap((field) => (head[field] === null ? [] : [[field, placeOf(field)]])))
}

/** The day of publication: as given or stated, else as the address has it. A moment told in UTC may fall on the next day or the one before where the outlet is; then its address, which is made there, has the day. */
function publishedIn(report: ReportHead, inUtc: string | null | undefined): string | null {
  const inAddress = dayInAddress(report.url)
  if (report.published === null) return inAddress
  const isNextDay = inAddress !== null && Math.abs(Date.parse(inAddress) - Date.parse(report.published)) === 24 * 60 * 60 * 1000
  return isNextDay && report.published === inUtc ? inAddress : report.published
}

/** A scan is evidence as it is: kept, and marked unreadable until somebody gives its text. */
const scanned = (name: string): Note => ({
  rule: 'intake/no-text',
  start: 0,
  end: 0,
  message: `${name} has no text layer, so it is a scan or pictures and nothing was read from it; give its text with: attest add CASE TEXT.txt --text-of REPORT`,
})

/** The text a person gives for a report whose own cannot be read. */
async function transcribed(transcript: Uint8Array): Promise<Opened> {
  const { text, notes } = await decodeText(transcript)
  const given = {
    rule: 'intake/transcript',
    start: 0,
    end: 0,
    message: 'this text was given by a person for the file; compare it with the original',
  }
  return { text, notes: [...notes, given], hints: [], head: {} }
}

/** The day that a page's address carries in its path (/2019/05/03/), as publishers' archives do; null when it carries none. */
function dayInAddress(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/_-]|$)/.exec(url ?? '')
  return found === null ? null : dayIn(`${found[1]}-${found[2]}-${found[3]}`, { months: [] })
}

function readableType(bytes: Uint8Array, name: string): MediaType {
  if (bytes.length === 0) throw new AttestError('intake/empty', `${name} is empty; save the page or file again`)
  if (bytes.length > limits.reportBytes)
    throw new AttestError(
      'intake/too-large',
      `${name} has ${bytes.length} bytes, more than the ${limits.reportBytes} we take in; cut it into parts`,
    )
  const format = formatOf(bytes, name)
  if ('type' in format) return format.type
  throw new AttestError('intake/unknown-format', `${name} is ${format.other}; give its text as .txt, .md, .html, .pdf, .docx or .eml`)
}

/** Opens a file by its format. What only one format needs is loaded only for it, so that plain text starts at once. */
async function open(bytes: Uint8Array, mediaType: MediaType, name: string, words: FurnitureWords): Promise<Opened> {
  switch (mediaType) {
    case mediaTypes.html:
      return (await import('./open-html.js')).openHtml(bytes, words)
    case mediaTypes.pdf:
      return (await import('./open-pdf.js')).openPdf(bytes, name, words)
    case mediaTypes.docx:
      return (await import('./open-docx.js')).openDocx(bytes, name, words)
    case mediaTypes.mhtml:
      return (await import('./open-mhtml.js')).openMhtml(bytes, name, words)
    case mediaTypes.mail:
      return (await import('./open-mail.js')).openMail(bytes, name, words)
    default: {
      const { text, notes } = await decodeText(bytes)
      return { text, notes, hints: [], head: {} }
    }
  }
}
