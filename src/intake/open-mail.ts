import { AttestError } from '../model/errors.js'
import type { Note } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { calendarOf, dayIn } from './day-in.js'
import { oddities } from './decode-text.js'
import { openPage } from './open-html.js'
import { parseMail } from './parse-mail.js'
import type { Opened } from './take-in.js'

/** A saved mail: its text, or its HTML where it has no text, with subject, sender and day. Attachments are named in a note: they are reports of their own. */
export async function openMail(bytes: Uint8Array, name: string, words: FurnitureWords): Promise<Opened> {
  const mail = await parseMail(bytes, name)
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? ''
  const published = dayIn(date, calendarOf('en')) // mail's headers are in English whatever its text is in
  const head = {
    ...(mail.subject === undefined || mail.subject === '' ? {} : { title: mail.subject }),
    ...(mail.from?.name === undefined || mail.from.name === '' ? {} : { author: mail.from.name }),
    ...(published === null ? {} : { published }),
  }
  const files = mail.attachments.map(({ filename }) => filename ?? '(without a name)')
  const notes: readonly Note[] =
    files.length === 0
      ? []
      : [
          {
            rule: 'intake/attachments',
            start: 0,
            end: 0,
            message: `${name} carries files: ${files.join(', ')}; none is part of its text, and each that can be read is a report of its own`,
          },
        ]
  const plain = mail.text?.trim() ?? ''
  if (plain !== '') return { text: mail.text ?? '', hints: [], head, notes: [...notes, ...oddities(plain)] }
  if (mail.html === undefined)
    throw new AttestError('intake/no-text', `${name} is a mail without text; take in its attachments by themselves`)
  const page = openPage(mail.html, words, notes)
  return { ...page, head: { ...page.head, ...head } }
}
