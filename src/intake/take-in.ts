import type { Report, Sidecar } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'

/** A report cut into labelled blocks from the bytes as received. Throws AttestError when the bytes are no report. */
export async function takeIn(bytes: Uint8Array, name: string, sidecar: Sidecar, words: FurnitureWords): Promise<Report> {
  throw new Error(`not yet: ${name} ${bytes.length} ${JSON.stringify(sidecar)} ${words.sentence.openers.length}`)
}
