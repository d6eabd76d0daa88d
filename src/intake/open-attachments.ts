import type { Found, Gathered } from './found.js'
import { parseMail } from './parse-mail.js'
import { isReportFile } from './report-files.js'

/** A mail as its own report, then each attachment that can be a report as one of its own: files by their names, forwarded mails by their kind. Pictures and the like are passed over. */
export async function* openAttachments(given: Gathered): AsyncGenerator<Found> {
  yield { kind: 'given', ...given }
  const mail = await parseMail(given.bytes, given.name)
  for (const [index, { filename, mimeType, content }] of mail.attachments.entries()) {
    const isMail = mimeType === 'message/rfc822'
    const own = filename ?? `attachment-${index + 1}${isMail ? '.eml' : ''}`
    const name = `${given.name}/${own}`
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
    if (isMail || isReportFile(own)) yield { kind: 'given', name, bytes, sidecar: {} }
    else yield { kind: 'passed-over', name }
  }
}
