import type { NameWords } from './name-words.js'

/** What was made of names under some words. */
export type RememberedNames<T> = WeakMap<NameWords, Map<string, T>>

/** Names kept: those of a case of some hundred thousand statements, at a kilobyte each. Beyond it, everything is forgotten and made again. */
const mostNames = 20_000

/** What `make` makes of a name, made once. Pure: it is only what would be made again. */
export function rememberedName<T>(
  kept: RememberedNames<T>,
  words: NameWords,
  name: string,
  make: (name: string, words: NameWords) => T,
): T {
  const names = kept.get(words) ?? new Map<string, T>()
  kept.set(words, names)
  const known = names.get(name)
  if (known !== undefined) return known
  if (names.size >= mostNames) names.clear()
  const made = make(name, words)
  names.set(name, made)
  return made
}
