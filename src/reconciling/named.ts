import type { Knowledge } from '../model/packs.js'
import type { MentionKind } from '../model/report.js'
import { folded } from './name-token.js'
import { type NameWords, nameWordsOf } from './name-words.js'

/** Whether a party goes by a name of its own, not by a description. */
export function isNamed(value: string): boolean {
  return !/^\p{Ll}/u.test(value) || /^\p{Ll}+['’-]\p{Lu}/u.test(value)
}

/** The same where the kind is known: of persons, an office or a group written with a capital ("the Chairman", "Three policemen", "Liberia's ex-president") is no name either. Whoever is only described may be anybody. */
export function isNamedParty(value: string, kind: MentionKind | null, knowledge: Knowledge): boolean {
  if (!isNamed(value)) return false
  return kind !== 'person' || !isOfficeOrGroup(value, commonWordsOf(knowledge), nameWordsOf(knowledge))
}

function isOfficeOrGroup(value: string, common: ReadonlySet<string>, { particles }: NameWords): boolean {
  const last = lastWord(value)
  if (/\s/u.test(value.trim()) && /^\p{Ll}[\p{L}-]{2,}$/u.test(last) && !particles.has(folded(last).split(' ')[0] ?? '')) return true
  // "Mr King" is somebody's name.
  if (/^(?:mr|mrs|ms|miss)\b/i.test(value)) return false
  const words = folded(value).split(' ')
  return words.every((word) => common.has(word) || common.has(singular(word)))
}

function lastWord(value: string): string {
  return value.match(/[\p{L}\p{N}-]+(?=[^\p{L}\p{N}]*$)/u)?.[0] ?? ''
}

function singular(word: string): string {
  const small = folded(word)
  if (small.endsWith('men')) return `${small.slice(0, -3)}man`
  return small.endsWith('ies') ? `${small.slice(0, -3)}y` : small.replace(/s$/, '')
}

const compiled = new WeakMap<Knowledge, ReadonlySet<string>>()

/** Words for offices, bodies, groups and numbers, in the singular: none of them names a person. */
function commonWordsOf(knowledge: Knowledge): ReadonlySet<string> {
  const made = compiled.get(knowledge)
  if (made !== undefined) return made
  const { titles, headWords, numberWords } = nameWordsOf(knowledge)
  const described = knowledge.compatible.flatMap(({ wide, narrow }) => [wide, ...narrow]).filter((word) => !word.includes(' '))
  const words = new Set([...titles, ...headWords, ...numberWords.keys(), ...described.map(singular)])
  compiled.set(knowledge, words)
  return words
}
