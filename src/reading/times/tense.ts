import type { TimeWords } from '../../model/words/times.js'
import type { Sentence, Token } from '../parts.js'
import { tokenIndexAt, widestLook } from './around.js'
import { isInGroup } from './groups.js'

/** Which way the verb nearest to a time looks. */
export type Tense = 'past' | 'future' | 'open'

/** The tense around a time, and whether it is a term ("until", "by", "a deadline of"): a term set in the past may still lie ahead. */
export interface Outlook {
  readonly tense: Tense
  readonly term: boolean
  /** Whether the verb before it tells in the present of what is planned ("meets on"). */
  readonly planned: boolean
}

/** The tense of the verb nearest to the stretch, of its own clause first. */
export function outlookAround(sentence: Sentence, start: number, end: number, words: TimeWords): Outlook {
  const { tokens } = sentence
  const first = tokenIndexAt(tokens, start)
  const last = tokenIndexAt(tokens, end)
  const before = nearestTense(tokens, first - 1, -1, first, words)
  const after = nearestTense(tokens, last, 1, first, words)
  if (isPutOff(tokens, first, words)) return { tense: 'future', term: true, planned: false }
  const nearest = before === null || (after !== null && after.distance < before.distance) ? after : before
  return { tense: nearest?.tense ?? 'open', term: isTerm(tokens, first, words), planned: isPlanned(sentence, first, words) }
}

/**
 * The first verb with a tense on one side of a time that begins at token `first`, and how far off it is: words between, with a comma or a joining word counting for more, since a verb beyond one is of another clause as a rule.
 * After a time that opens its sentence ("On Tuesday, police arrested him") the comma parts nothing.
 */
function nearestTense(
  tokens: readonly Token[],
  start: number,
  direction: -1 | 1,
  first: number,
  words: TimeWords,
): { readonly tense: Tense; readonly distance: number } | null {
  let distance = direction === 1 ? 1 : 0
  for (let looked = 0, index = start; looked < widestLook; looked++, index += direction) {
    const token = tokens[index]
    if (token === undefined) return null
    const tense = tenseOf(tokens, index, token, words)
    if (tense !== null) return { tense, distance }
    const opensSentence = direction === 1 && looked === 0 && first <= openingWords
    distance += !opensSentence && partsClauses(token, words) ? clauseBreak : 1
  }
  return null
}

/** Words back to a deadline: "a deadline of", "due to expire on". */
const termReach = 4

/** Words from a verb to its day: "meets the foreign minister in Rome on". */
const plannedReach = 7

/** Not in a headline, where the present tells of the past. */
function isPlanned({ tokens, kind }: Sentence, first: number, words: TimeWords): boolean {
  if (kind !== 'paragraph') return false
  return tokens
    .slice(Math.max(0, first - plannedReach), first)
    .some(({ lower, tag }) => (tag === 'VBZ' || tag === 'VBP') && words.groups.plans?.includes(lower))
}

/** "adjourned until Monday": the day lies ahead of what is told in the past. */
function isPutOff(tokens: readonly Token[], first: number, words: TimeWords): boolean {
  if (tokens[first - 1]?.pos !== 'ADP') return false
  return tokens.slice(Math.max(0, first - termReach), first - 1).some(({ lower }) => words.groups['puts-off']?.includes(lower))
}

function isTerm(tokens: readonly Token[], first: number, words: TimeWords): boolean {
  if (words.groups['until-then']?.includes(tokens[first - 1]?.lower ?? '')) return true
  return tokens.slice(Math.max(0, first - termReach), first).some(({ lower }) => words.groups.deadline?.includes(lower))
}

/** "that", "while", "who", a comma; but not "before" and its like, which lead times and nouns as often. */
function partsClauses({ pos, tag, text, lower }: Token, words: TimeWords): boolean {
  return tag.startsWith('W') || (pos === 'SCONJ' && words.groups['before-clock']?.includes(lower) !== true) || breaks.has(text)
}

const breaks: ReadonlySet<string> = new Set([',', ';', ':', '–', '—'])

/** More than the words of a clause that mostly stand between a verb and its time. */
const clauseBreak = 14
/** "On", "Late on". */
const openingWords = 2

function tenseOf(tokens: readonly Token[], index: number, token: Token, words: TimeWords): Tense | null {
  const { lower } = token
  if (/^VB[DN]$/.test(token.tag) && isThreatened(tokens, index, words)) return 'future'
  if (isInGroup(words, 'future-verbs', lower)) return followedByHave(tokens, index) ? 'past' : 'future'
  if (lower === 'to' && words.groups['future-infinitive']?.includes(tokens[index - 1]?.lower ?? '')) return 'future'
  if (isInGroup(words, 'past-verbs', lower))
    return words.groups['future-verbs']?.includes(tokens[index + 1]?.lower ?? '') ? 'future' : 'past'
  if (token.tag === 'VBD') return 'past'
  if (token.tag === 'VBN') return followsBe(tokens, index) ? null : 'past'
  if (token.tag === '' && token.pos === 'VERB' && /(?:ed|[^aeiou]t|ght)$/.test(lower) && lower !== token.lemma) return 'past'
  return null
}

/** Words from the "if" of a clause to its verb. */
const conditionReach = 5

/** "It would go to court if he was not freed by Friday": what a condition says in the past, of what would follow, lies ahead. */
function isThreatened(tokens: readonly Token[], index: number, words: TimeWords): boolean {
  const opens = (at: number) => isInGroup(words, 'conditions', tokens[at]?.lower ?? '')
  let condition = index - 1
  while (condition >= index - conditionReach && !opens(condition) && !breaks.has(tokens[condition]?.text ?? ',')) condition--
  if (!opens(condition) || tokens[index]?.lemma === 'have') return false
  return tokens.some(({ lower }, at) => isInGroup(words, 'future-verbs', lower) && !followedByHave(tokens, at))
}

/** "to be held", "will be taken": the participle has no tense of its own. */
function followsBe(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 2), index).some(({ lower }) => lower === 'be')
}

/** "would have been", "may have left": what it speaks of lies behind. */
function followedByHave(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(index + 1, index + 3).some(({ lower }) => lower === 'have')
}
