import type { StatementType } from '../../model/report.js'
import type { TimeWords } from '../../model/words/times.js'
import type { Token } from '../parts.js'

/** What befalls some of a crowd on the day it gathered; they may be freed or tried on another. */
export const befalls: ReadonlySet<StatementType> = new Set(['arrest', 'abuse', 'death', 'interception'])

/** "nine were", "at least two of them were", "some were": from `first`, a number with no noun of its own as the subject of the verb at `token`. */
export function isSomeOfThem(tokens: readonly Token[], first: number, token: number, words: TimeWords): boolean {
  const subject = tokens.slice(first, token).filter(({ pos }) => pos !== 'AUX' && pos !== 'ADV')
  const isPart = (word: Token) => isNumber(word, words) || isIn('some-of-them', word, words)
  return subject.some(isPart) && subject.every((word) => isPart(word) || isLeadIn(word, words))
}

/** "Nine people were", "At least nine of the men were": words whose verb at `token` has a number of people as its subject. */
export function opensWithNumber(tokens: readonly Token[], token: number, words: TimeWords): boolean {
  const word = tokens.find((candidate) => !isLeadIn(candidate, words))
  return word !== undefined && word.index < token && isNumber(word, words)
}

/** "about", "at least", "of": before a number or between it and whom it counts. */
function isLeadIn(word: Token, words: TimeWords): boolean {
  return isIn('about', word, words) || isIn('of-them', word, words)
}

/** A number, also where a capital at the head of its sentence had it taken for a name. */
function isNumber({ pos, lower }: Token, { numbers }: TimeWords): boolean {
  return pos === 'NUM' || (numbers[lower] ?? 0) > 1
}

function isIn(group: string, { lower }: Token, { groups }: TimeWords): boolean {
  return groups[group]?.includes(lower) === true
}
