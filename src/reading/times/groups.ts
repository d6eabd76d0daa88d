import type { TimeWords } from '../../model/words/times.js'

type Groups = ReadonlyMap<string, ReadonlySet<string>>

const groups = new WeakMap<TimeWords, Groups>()

/** The groups of a pack by name, ready to be asked of every word; made once for each pack. */
function groupsOf(words: TimeWords): Groups {
  const known = groups.get(words)
  if (known !== undefined) return known
  const made = new Map(Object.entries(words.groups).map(([name, group]) => [name, new Set(group)] as const))
  groups.set(words, made)
  return made
}

/** Whether a word, in small letters, is in a group of the pack. */
export function isInGroup(words: TimeWords, group: string, word: string): boolean {
  return groupsOf(words).get(group)?.has(word) === true
}
