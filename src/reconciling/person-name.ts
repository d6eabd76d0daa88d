import { alignTokens, type Pairing } from './align-tokens.js'
import { type NameToken, nameTokens } from './name-token.js'
import type { NameWords } from './name-words.js'
import { type RememberedNames, rememberedName } from './remembered-names.js'
import type { NameJudgement } from './same-name.js'

/** A person's name taken apart. */
export interface PersonName {
  /** The words that name the person, in order, without titles, small words and marks of generation. */
  readonly core: readonly NameToken[]
  readonly suffixes: readonly string[]
  /** "Randolph, Gena": the order is turned and says so. */
  readonly surnameFirst: boolean
}

/** The name taken apart; remembered, since a record compares one name with many. */
export function personName(name: string, words: NameWords): PersonName {
  return rememberedName(takenApart, words, name, takeApart)
}
const takenApart: RememberedNames<PersonName> = new WeakMap()

function takeApart(name: string, words: NameWords): PersonName {
  const surnameFirst = /^\p{L}[^,]*,\s*\p{L}/u.test(name)
  const [left = '', right = ''] = surnameFirst ? name.split(',') : []
  const all = nameTokens(surnameFirst ? `${right} ${left}` : name, false)
  const suffixes = all.slice(1).filter(({ latin }) => words.suffixes.has(latin))
  const named = all.filter((token) => token.latin !== '' && (!words.titles.has(token.latin) || suffixes.includes(token)))
  const rest = named.filter((token) => !suffixes.includes(token))
  const core = rest
    .filter(
      ({ latin, initial }, at) =>
        initial || !words.particles.has(latin) || (at > 0 && at === rest.length - 1 && words.weakParticles.has(latin)),
    )
    .map((token) => withParticle(withoutGluedArticle(token, words), rest))
  const weak = rest.filter(({ latin }) => words.weakParticles.has(latin))
  return {
    core: core.length > 0 ? core : weak.length > 0 ? weak : rest.length > 0 ? rest : all,
    suffixes: suffixes.map(({ latin }) => latin),
    surnameFirst,
  }
}

/** Three to five letters, a capital first and last: a person by initials. */
export const initialsShape = /^\p{Lu}\p{L}{1,3}\p{Lu}$/u

/** The word with the first letter of the particle before it, since an initial may stand for either: A. for al-Gharib. */
function withParticle(token: NameToken, rest: readonly NameToken[]): NameToken {
  const before = rest[rest.findIndex(({ written }) => written === token.written) - 1]
  return before === undefined || token.initial ? token : { ...token, opening: before.latin[0] ?? '' }
}

/** Letters that must remain when an article is taken off a name, or Alberto would lose its head. */
const shortestAfterArticle = 4

/** almasri -> masri where the rest begins with a consonant and is long enough; the article stands for itself elsewhere. */
function withoutGluedArticle(token: NameToken, { gluedArticles }: NameWords): NameToken {
  if (token.script !== 'latin') return token
  const article = gluedArticles.find((glued) => token.latin.startsWith(glued))
  const rest = article === undefined ? '' : token.latin.slice(article.length)
  return rest.length >= shortestAfterArticle && arabicShape.test(rest) ? { ...token, latin: rest } : token
}

/** What follows the article of an Arabic byname: a consonant, then the ending -i or -y of a byname, or -awi, -ani: masri, hashimi, libi. */
const arabicShape = /^[^aeiou].*(i|y|ee|ie)$/

/** Score from which two names are taken for one person's, other things not speaking against it. */
const samePersonFrom = 0.75

const commonWeight = 0.5
/** A family name alone agrees with the whole name: enough where nobody else bears it. */
const familyNameAlone = 0.78
/** A first name alone, or a name that stands in the middle: not enough. */
const otherNameAlone = 0.5
/** Each further name that one side leaves out takes this much: people leave out one or two, seldom three. */
const perNameLeftOut = 0.03

/** Whether two written names may be one person's. */
export function comparePersons(a: string, b: string, words: NameWords): NameJudgement {
  const [x, y] = [personName(a, words), personName(b, words)]
  const aligned = alignTokens(x.core, y.core)
  const because = aligned.pairs.map(pairInWords)
  const judged = (score: number, ...more: readonly string[]): NameJudgement => ({
    score: rounded(score),
    same: score >= samePersonFrom,
    because: [...because, ...more],
  })
  if (aligned.pairs.length === 0) return judged(0, 'no name in common')
  if (x.suffixes.length > 0 && y.suffixes.length > 0 && !x.suffixes.some((mark) => y.suffixes.includes(mark)))
    return judged(0.4, `${x.suffixes.join(' ')} is not ${y.suffixes.join(' ')}`)
  const weightOf = ({ a: token }: Pairing) => (words.commonNames.has(token.latin) ? commonWeight : 1)
  const weight = aligned.pairs.reduce((sum, pair) => sum + weightOf(pair), 0)
  const mean = aligned.pairs.reduce((sum, pair) => sum + weightOf(pair) * pair.likeness.likeness, 0) / weight
  const [leftA, leftB] = [aligned.leftA, aligned.leftB]
  if (leftA.length > 0 && leftB.length > 0) return judged(mean * 0.5, `${said(leftA)} stands against ${said(leftB)}`)
  const left = leftA.length + leftB.length
  if (left === 0) return judged(mean * turned(x, y, aligned.pairs) * allChanged(aligned.pairs))
  const longer = leftA.length > 0 ? x : y
  const told = `${said([...leftA, ...leftB])} stands on one side only`
  if (aligned.pairs.length === 1) {
    const pair = aligned.pairs[0] as Pairing
    const full = leftA.length > 0 ? pair.a : pair.b
    const family = longer.core.at(-1)
    const isFamily = family !== undefined && full.latin === family.latin && !pair.likeness.how.startsWith('initial')
    return isFamily
      ? judged(familyNameAlone * pair.likeness.likeness * weightOf(pair), told, 'a family name alone')
      : judged(otherNameAlone * mean, told, 'one name alone')
  }
  if (weight <= 1 || (weight < 2 && left > 2)) return judged(0.6 * mean, told, 'only names that many bear')
  return judged((0.95 - perNameLeftOut * left) * mean * allChanged(aligned.pairs), told)
}

/** Two short names in turned order may be two people's (Hans Friedrich, Friedrich Hans) unless a comma says that the order is turned. */
function turned(x: PersonName, y: PersonName, pairs: readonly Pairing[]): number {
  if (x.core.length !== 2 || x.surnameFirst || y.surnameFirst) return 1
  const isTurned = pairs.some(({ a, b }) => a === x.core[0] && b === y.core[1])
  return isTurned ? 0.9 : 1
}

/** Where no word is the same and each is only near, the whole is less sure than each: Olga Barynova is not Oleg Baranov. */
function allChanged(pairs: readonly Pairing[]): number {
  const near = pairs.filter(({ likeness }) => likeness.likeness < 0.9).length
  return pairs.length > 1 && near === pairs.length ? 0.85 : 1
}

export function pairInWords({ a, b, likeness: { likeness, how } }: Pairing): string {
  if (how === 'same') return `${a.written} stands in both`
  if (how === 'initial') return `${a.written} and ${b.written}: an initial`
  if (how === 'slip') return `${a.written} and ${b.written}: one letter apart`
  if (how === 'script') return `${a.written} and ${b.written}: one name in two scripts (${rounded(likeness)})`
  return `${a.written} and ${b.written}: spellings of one name (${rounded(likeness)})`
}

function said(tokens: readonly NameToken[]): string {
  return tokens.map(({ written }) => written).join(' ')
}

/** Two decimals: what is shown is what was decided by. */
export function rounded(score: number): number {
  return Math.round(score * 100) / 100
}
