import { AttestError } from '../model/errors.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { openPage } from './open-html.js'
import { parseMail } from './parse-mail.js'
import type { Opened } from './take-in.js'

/** A page saved as MHTML: its own HTML, the first part; frames and pictures are other parts, and are left. */
export async function openMhtml(bytes: Uint8Array, name: string, words: FurnitureWords): Promise<Opened> {
  const mail = await parseMail(firstPart(bytes), name)
  if (mail.html === undefined)
    throw new AttestError('intake/no-text', `${name} is a saved page without HTML; save it again, as “web page, complete”`)
  const page = openPage(mail.html, words)
  const saved =
    mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value ??
    mail.headers.find(({ key }) => key === 'content-location')?.value
  return saved !== undefined && /^https?:\/\//i.test(saved) && page.head.url === undefined
    ? { ...page, head: { ...page.head, url: saved } }
    : page
}

/** Header lines stand in so many bytes. */
const headerBytes = 8192

/** The archive cut behind its first part: the page itself, as every browser writes it. */
function firstPart(bytes: Uint8Array): Uint8Array {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headerBytes))
  const boundary = /boundary="([^"\r\n]{1,200})"|boundary=([^\s;"]{1,200})/i.exec(head)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return bytes
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = buffer.indexOf(`\n--${mark}`)
  const second = first === -1 ? -1 : buffer.indexOf(`\n--${mark}`, first + 1)
  return second === -1 ? bytes : Buffer.concat([buffer.subarray(0, second), Buffer.from(`\n--${mark}--\r\n`)])
}
