import { nameTokens } from './name-token.js'
import type { NameWords } from './name-words.js'

/** Two to eight capitals, with or without points. */
const acronymShape = /^(?:\p{Lu}\.?){2,8}$/u

/** Why one name is the other's acronym, or null. Joining words may count or not: the UK's MoD, the DRC. */
export function acronymOf(a: string, b: string, words: NameWords): string | null {
  const [short, long] = acronymShape.test(a.trim()) ? [a, b] : [b, a]
  if (!acronymShape.test(short.trim()) || !/\s|-/.test(long.trim())) return null
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase()
  const tokens = nameTokens(long, true)
  const every = tokens.map(({ written }) => written[0] ?? '').join('')
  const telling = tokens
    .filter(({ latin }) => !words.joiningWords.has(latin))
    .map(({ written }) => written[0] ?? '')
    .join('')
  return letters === every || letters === telling || isNearlyAll(letters, telling)
    ? `${short.trim()} is drawn from the first letters of ${long.trim()}`
    : null
}

/** A long acronym may leave out one word: it still is no accident that its letters come in that order. */
const longAcronym = 4
function isNearlyAll(letters: string, initials: string): boolean {
  if (letters.length < longAcronym || initials.length !== letters.length + 1 || letters[0] !== initials[0]) return false
  let at = 0
  for (const initial of initials) if (letters[at] === initial) at++
  return at === letters.length
}
