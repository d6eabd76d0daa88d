import type { MentionKind } from '../model/report.js'
import { folded } from './name-token.js'
import type { NameWords } from './name-words.js'

/** Whether a party goes by a name of its own, not by a description. */
export function isNamed(value: string): boolean {
  return !/^\p{Ll}/u.test(value) || /^\p{Ll}+['’-]\p{Lu}/u.test(value)
}

/** The same where the kind is known: of persons, an office or a group written with a capital ("the Chairman", "Three policemen", "Liberia's ex-president") is no name either. Whoever is only described may be anybody. */
export function isNamedParty(value: string, kind: MentionKind | null, words: NameWords): boolean {
  if (!isNamed(value)) return false
  return kind !== 'person' || !isOfficeOrGroup(value, words)
}

function isOfficeOrGroup(value: string, words: NameWords): boolean {
  const last = value.match(/[\p{L}\p{N}-]+(?=[^\p{L}\p{N}]*$)/u)?.[0] ?? ''
  if (/\s/u.test(value.trim()) && /^\p{Ll}[\p{L}-]{2,}$/u.test(last) && !words.particles.has(folded(last).split(' ')[0] ?? '')) return true
  // "Mr King" is somebody's name.
  if (/^(?:mr|mrs|ms|miss)\b/i.test(value)) return false
  return tellingWords(value, words).every((word) => words.commonWords.has(word) || words.commonWords.has(singular(word)))
}

/** The words of a description without those that only join others. */
export function tellingWords(value: string, { joiningWords }: NameWords): readonly string[] {
  return folded(value)
    .split(' ')
    .filter((word) => !joiningWords.has(word))
}

function singular(word: string): string {
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '')
}
