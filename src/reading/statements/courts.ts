import type { HappeningWords } from '../../model/words/happenings.js'
import type { Reader } from './draft.js'

const courts = new WeakMap<HappeningWords, ReadonlySet<string>>()

/** The words for who may rule; gathered once for each pack. */
function courtWords(words: HappeningWords): ReadonlySet<string> {
  const known = courts.get(words)
  if (known !== undefined) return known
  const fresh = new Set(words.triggers.find(({ type, subject }) => type === 'ruling' && subject !== undefined)?.subject)
  courts.set(words, fresh)
  return fresh
}

/** Whether a name is a court's: by the words that tell who may rule. What a court says of a matter decides it. */
export function isCourt(name: string, { words }: Pick<Reader, 'words'>): boolean {
  const ruling = courtWords(words)
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => ruling.has(word))
}
