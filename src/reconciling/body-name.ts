import { acronymOf } from './acronym.js'
import { alignTokens, type Pairing } from './align-tokens.js'
import { folded, type NameToken, nameTokens } from './name-token.js'
import type { NameWords } from './name-words.js'
import { pairInWords, rounded } from './person-name.js'
import { type RememberedNames, rememberedName } from './remembered-names.js'
import type { NameJudgement } from './same-name.js'

/** The name of a body or a place taken apart. */
export interface BodyName {
  /** Words that name it, synonyms drawn together, numbers as digits. */
  readonly core: readonly NameToken[]
  /** One key for all the names of a known body, or null. */
  readonly known: string | null
  readonly legalForms: readonly string[]
}

/** The name taken apart; remembered, since a record compares one name with many. */
export function bodyName(name: string, words: NameWords): BodyName {
  return rememberedName(takenApart, words, name, takeApart)
}
const takenApart: RememberedNames<BodyName> = new WeakMap()

/** A prefix is no word of its own: the Pre-Trial Chamber is not a Trial Chamber told more fully. */
const oneWord = /\b(pre|vice|ex|non|anti|sub|inter|co)-(?=\p{L})/giu

function takeApart(name: string, words: NameWords): BodyName {
  const [bare, legalForms] = withoutLegalForms(folded(name.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1').replace(oneWord, '$1')), words)
  const all = nameTokens(bare, true).filter(({ latin }) => latin !== '')
  const core = withTens(
    withPlaces(all, words)
      .map((token) => canonical(token, words))
      .filter(({ written, latin }) => !words.joiningWords.has(latin) && !words.joiningWords.has(written)),
  )
  return { core: core.length > 0 ? core : all, known: words.known.get(folded(name)) ?? null, legalForms }
}

/** Words of the longest place name ("Democratic Republic of the Congo"). */
const longestPlace = 5

/** The words with those that name one place drawn together: Sierra Leone. */
function withPlaces(tokens: readonly NameToken[], { placeNames }: NameWords): readonly NameToken[] {
  const found: NameToken[] = []
  for (let at = 0; at < tokens.length; ) {
    let length = Math.min(longestPlace, tokens.length - at)
    const phrase = () =>
      tokens
        .slice(at, at + length)
        .map(({ latin }) => latin)
        .join(' ')
    while (length > 1 && !placeNames.has(phrase())) length--
    const first = tokens[at]
    const place = placeNames.get(phrase())
    if (first !== undefined)
      found.push(
        length > 1 && place !== undefined ? { ...first, written: phrase(), latin: phrase(), initial: false, key: `@${place}` } : first,
      )
    at += length
  }
  return found
}

function withoutLegalForms(name: string, { legalForms }: NameWords): readonly [string, readonly string[]] {
  const found: string[] = []
  let parts = name.split(' ')
  // Four words is the longest form ("limited liability company", "joint stock company" and one before them).
  for (let length = 5; length >= 1; length--) {
    for (let at = 0; at + length <= parts.length && parts.length > length; ) {
      const form = legalForms.get(parts.slice(at, at + length).join(' '))
      if (form === undefined) at++
      else {
        found.push(form)
        parts = [...parts.slice(0, at), ...parts.slice(at + length)]
      }
    }
  }
  return [parts.join(' '), found]
}

/** 40 and 4 are 44. */
function withTens(tokens: readonly NameToken[]): readonly NameToken[] {
  return tokens.flatMap((token, at) => {
    const [before, next] = [tokens[at - 1]?.latin ?? '', tokens[at + 1]?.latin ?? '']
    if (/^[2-9]0$/.test(before) && /^[1-9]$/.test(token.latin)) return []
    if (!/^[2-9]0$/.test(token.latin) || !/^[1-9]$/.test(next)) return [token]
    const sum = String(Number(token.latin) + Number(next))
    return [{ ...token, written: sum, latin: sum }]
  })
}

const roman = /^(?=[ivx]+$)x{0,3}(ix|iv|v?i{0,3})$/

function canonical(token: NameToken, { sameWords, numberWords, placeNames }: NameWords): NameToken {
  if (token.key !== undefined) return token
  const number = numberWords.get(token.latin)
  if (number !== undefined) return { ...token, written: String(number), latin: String(number), initial: false }
  if (token.latin !== '' && roman.test(token.latin) && token.script === 'latin')
    return { ...token, written: String(fromRoman(token.latin)), latin: String(fromRoman(token.latin)), initial: false }
  const same = sameWords.get(token.latin) ?? sameWords.get(token.latin.replace(/s$/, ''))
  const place = placeNames.get(token.latin)
  if (same === undefined && place !== undefined) return { ...token, key: `@${place}`, initial: false }
  return same === undefined ? { ...token, initial: false } : { ...token, written: same, latin: same, initial: false }
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }
function fromRoman(word: string): number {
  return [...word].reduce((sum, letter, at, all) => {
    const value = romanDigits[letter] ?? 0
    return sum + (value < (romanDigits[all[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}

const sameBodyFrom = 0.75

/** Words that only say the kind of body count less than those that name it. */
const kindWordWeight = 0.4
const acronymScore = 0.85
/** A country or town named on one side only: the same body told more fully, or another country's. The name alone cannot tell. */
const placeOnOneSide = 0.7

/** Whether two written names may be one body's, or one place's. `kindWords` are the words that say what kind it is. */
export function compareBodies(a: string, b: string, words: NameWords, kindWords: ReadonlySet<string>): NameJudgement {
  const judged = (score: number, ...because: readonly string[]): NameJudgement => ({
    score: rounded(score),
    same: score >= sameBodyFrom,
    because,
  })
  const [x, y] = [bodyName(a, words), bodyName(b, words)]
  if (x.known !== null && x.known === y.known) return judged(1, 'two names of one known body or place')
  const acronym = acronymOf(a, b, words)
  if (acronym !== null) return judged(acronymScore, acronym)
  const aligned = alignTokens(x.core, y.core)
  const because = aligned.pairs.map(pairInWords)
  const weightOf = (token: NameToken) => (kindWords.has(token.latin) ? kindWordWeight : 1)
  const total = (tokens: readonly NameToken[]) => tokens.reduce((sum, token) => sum + weightOf(token), 0)
  const matched = aligned.pairs.reduce((sum, { a: token }) => sum + weightOf(token), 0)
  if (matched === 0) return judged(0, 'no word in common')
  const mean = aligned.pairs.reduce((sum, { a: token, likeness }) => sum + weightOf(token) * likeness.likeness, 0) / matched
  const numbers = [aligned.leftA, aligned.leftB].map((tokens) => tokens.filter(({ latin }) => /\d/.test(latin)))
  if (aligned.pairs.some(numbersDiffer)) return judged(mean * 0.5, ...because, 'their numbers differ')
  if (numbers[0]?.length && numbers[1]?.length) return judged(mean * 0.5, ...because, `${said(numbers[0])} is not ${said(numbers[1])}`)
  if (aligned.leftA.length > 0 && aligned.leftB.length > 0) {
    const share = matched / (matched + total(aligned.leftA) + total(aligned.leftB))
    return judged(mean * 0.7 * share, ...because, `${said(aligned.leftA)} stands against ${said(aligned.leftB)}`)
  }
  const left = [...aligned.leftA, ...aligned.leftB]
  if (left.length === 0) return judged(mean, ...because)
  const told = `${said(left)} stands on one side only`
  const named = aligned.pairs.some(({ a: token }) => !kindWords.has(token.latin))
  const isHead = ({ latin }: NameToken) => words.headWords.has(latin)
  if (left.some(isHead) && aligned.pairs.some(({ a: token }) => isHead(token)))
    return judged(mean * 0.5, ...because, `${told}: a body within the other`)
  if (named && left.every(({ latin }) => kindWords.has(latin) && !/\d/.test(latin))) return judged(mean * 0.85, ...because, told)
  if (left.every(({ key }) => key !== undefined)) return judged(mean * placeOnOneSide, ...because, told)
  return judged(mean * (named ? 0.6 : 0.4), ...because, told)
}

function numbersDiffer({ a, b }: Pairing): boolean {
  return a.latin !== b.latin && (/\d/.test(a.latin) || /\d/.test(b.latin))
}

function said(tokens: readonly NameToken[]): string {
  return tokens.map(({ written }) => written).join(' ')
}
