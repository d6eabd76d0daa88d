import type { FurnitureWords } from '../model/words/furniture.js'
import { decodeText } from './decode-text.js'
import type { Opened } from './take-in.js'

/** Placeholder until the page's elements are read: the decoded source as it stands. */
export async function openHtml(bytes: Uint8Array, _name: string, _words: FurnitureWords): Promise<Opened> {
  const { text, notes } = await decodeText(bytes)
  return { text, notes, hints: [], head: {} }
}
