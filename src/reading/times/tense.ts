import type { TimeWords } from '../../model/words/times.js'
import type { Sentence, Token } from '../parts.js'
import { tokenIndexAt, widestLook } from './around.js'

/** Which way the verb nearest to a time looks. */
export type Tense = 'past' | 'future' | 'open'

/** The tense around a time, and whether it is a term ("until", "by", "a deadline of"): a term set in the past may still lie ahead. */
export interface Outlook {
  readonly tense: Tense
  readonly term: boolean
}

/** The tense of the verb nearest to the stretch, of its own clause first. */
export function outlookAround(sentence: Sentence, start: number, end: number, words: TimeWords): Outlook {
  const { tokens } = sentence
  const first = tokenIndexAt(tokens, start)
  const last = tokenIndexAt(tokens, end)
  let nearest: { tense: Tense; distance: number } | null = null
  const until = Math.min(tokens.length, last + widestLook)
  for (let index = Math.max(0, first - widestLook); index < until; index++) {
    const token = tokens[index]
    if (token === undefined || (index >= first && index < last)) continue
    const tense = tenseOf(tokens, index, token, words)
    if (tense === null) continue
    const distance = distanceBetween(tokens, index, first, last, words)
    if (nearest === null || distance < nearest.distance) nearest = { tense, distance }
  }
  return { tense: nearest?.tense ?? 'open', term: isTerm(tokens, first, words) }
}

/** Words back to a deadline: "a deadline of", "due to expire on". */
const termReach = 4

function isTerm(tokens: readonly Token[], first: number, words: TimeWords): boolean {
  if (words.groups['until-then']?.includes(tokens[first - 1]?.lower ?? '')) return true
  return tokens.slice(Math.max(0, first - termReach), first).some(({ lower }) => words.groups.deadline?.includes(lower))
}

/** Words between, with a comma or a joining word counting for more: a verb beyond one is of another clause as a rule. After a time that opens its sentence ("On Tuesday, police arrested him") the comma parts nothing. */
function distanceBetween(tokens: readonly Token[], index: number, first: number, last: number, words: TimeWords): number {
  const [from, to] = index < first ? [index + 1, first] : [last, index]
  let distance = index < first ? 0 : 1
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    const opensSentence = i === last && first <= openingWords
    distance += token !== undefined && !opensSentence && partsClauses(token, words) ? clauseBreak : 1
  }
  return distance
}

/** "that", "while", "who", a comma; but not "before" and its like, which lead times and nouns as often. */
function partsClauses({ pos, tag, text, lower }: Token, words: TimeWords): boolean {
  return tag.startsWith('W') || (pos === 'SCONJ' && words.groups['before-clock']?.includes(lower) !== true) || /^[,;:–—]$/.test(text)
}

/** More than the words of a clause that mostly stand between a verb and its time. */
const clauseBreak = 14
/** "On", "Late on". */
const openingWords = 2

function tenseOf(tokens: readonly Token[], index: number, token: Token, words: TimeWords): Tense | null {
  const { lower } = token
  if (words.groups['future-verbs']?.includes(lower)) return followedByHave(tokens, index) ? 'past' : 'future'
  if (lower === 'to' && words.groups['future-infinitive']?.includes(tokens[index - 1]?.lower ?? '')) return 'future'
  if (words.groups['past-verbs']?.includes(lower)) return 'past'
  if (token.tag === 'VBD') return 'past'
  if (token.tag === 'VBN') return followsBe(tokens, index) ? null : 'past'
  if (token.tag === '' && token.pos === 'VERB' && /(?:ed|[^aeiou]t|ght)$/.test(lower) && lower !== token.lemma) return 'past'
  return null
}

/** "to be held", "will be taken": the participle has no tense of its own. */
function followsBe(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 2), index).some(({ lower }) => lower === 'be')
}

/** "would have been", "may have left": what it speaks of lies behind. */
function followedByHave(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(index + 1, index + 3).some(({ lower }) => lower === 'have')
}
