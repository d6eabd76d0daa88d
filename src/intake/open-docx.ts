import { AttestError } from '../model/errors.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { openDocument } from './open-html.js'
import type { Opened } from './take-in.js'

/** A Word file's parts may unpack to so many bytes together; more is a bomb: the longest reports we know have 20 MB of text and tables. */
const largestUnpacked = 256 * 1024 * 1024

/** A Word document as text, its headings and quotations kept as hints. */
export async function openDocx(bytes: Uint8Array, name: string, words: FurnitureWords): Promise<Opened> {
  const { unzipSync } = await import('fflate')
  let unpacked = 0
  const unreadable = (why: string) =>
    new AttestError('intake/unreadable', `${name} could not be opened as a Word document (${why}); save it again, or give its text as .txt`)
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize
        return false // nothing is unpacked, only measured
      },
    })
  } catch (error) {
    throw unreadable((error as Error).message)
  }
  if (unpacked > largestUnpacked)
    throw new AttestError(
      'intake/too-large',
      `${name} unpacks to ${unpacked} bytes, more than the ${largestUnpacked} we take in; give its text as .txt`,
    )
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return openDocument(value, words)
  } catch (error) {
    throw unreadable((error as Error).message)
  }
}
