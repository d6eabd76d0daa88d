import type { Email } from 'postal-mime'
import { AttestError } from '../model/errors.js'

/** A mail in its parts; forwarded mails are attachments with their own bytes, and no part of its text. */
export async function parseMail(bytes: Uint8Array, name: string): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true })
  } catch (error) {
    throw new AttestError(
      'intake/unreadable',
      `${name} could not be opened as a mail (${(error as Error).message}); save it again, or give its text as .txt`,
    )
  }
}
