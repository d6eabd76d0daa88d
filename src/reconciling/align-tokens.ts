import type { NameToken } from './name-token.js'
import { type Likeness, latinLikeness, tokenLikeness } from './token-likeness.js'

export interface Pairing {
  readonly a: NameToken
  readonly b: NameToken
  readonly likeness: Likeness
}

/** Which words of two names stand for each other, whatever their order, and which are left over. */
export interface Alignment {
  readonly pairs: readonly Pairing[]
  readonly leftA: readonly NameToken[]
  readonly leftB: readonly NameToken[]
}

/** Words less alike than this are different words. One consonant changed in a name of five sounds stays below it: Najim is not Najib. */
const alikeFrom = 0.8

/**
 * Pairs the words of two names, the most alike first; each stands for one other at most. Two written apart on one side and as one on the other are paired
 * with it. Names are short (a dozen words at most), so looking at every pair of words costs nothing.
 */
export function alignTokens(a: readonly NameToken[], b: readonly NameToken[]): Alignment {
  if (latest.a !== a || latest.b !== b) latest = { a, b, alignment: aligned(a, b) }
  return latest.alignment
}

/** The last two names aligned: who judges them asks several times over. */
let latest: { readonly a: readonly NameToken[]; readonly b: readonly NameToken[]; readonly alignment: Alignment } = {
  a: [],
  b: [],
  alignment: { pairs: [], leftA: [], leftB: [] },
}

function aligned(a: readonly NameToken[], b: readonly NameToken[]): Alignment {
  const [left, right] = joinedAlike(a, b)
  const candidates = left.flatMap((x, i) => right.map((y, j) => ({ i, j, apart: Math.abs(i - j), likeness: tokenLikeness(x, y) })))
  const sorted = candidates
    .filter(({ likeness }) => likeness.likeness >= alikeFrom)
    .sort((p, q) => q.likeness.likeness - p.likeness.likeness || p.apart - q.apart || p.i - q.i || p.j - q.j)
  const pairs: Pairing[] = []
  const [usedA, usedB] = [new Set<number>(), new Set<number>()]
  for (const { i, j, likeness } of sorted) {
    const [x, y] = [left[i], right[j]]
    if (usedA.has(i) || usedB.has(j) || x === undefined || y === undefined) continue
    usedA.add(i)
    usedB.add(j)
    pairs.push({ a: x, b: y, likeness })
  }
  return { pairs, leftA: left.filter((_, i) => !usedA.has(i)), leftB: right.filter((_, j) => !usedB.has(j)) }
}

/** The two names with neighbours drawn together where the other side writes them as one: Ben Ghazi and Benghazi. */
function joinedAlike(a: readonly NameToken[], b: readonly NameToken[]): readonly [readonly NameToken[], readonly NameToken[]] {
  return [drawnTogether(a, b), drawnTogether(b, a)]
}

/** Letters two drawn-together words must have: below, they are initials. */
const shortestWhole = 4
/** How alike two words must sound to be taken for one written apart and together. */
const wholeAlike = 0.86

/** Whether the drawn-together words are the whole, or its beginning: three may be drawn together. */
function startsAlike(whole: string, latin: string): boolean {
  if (whole.length < latin.length - 1) return false
  return whole.startsWith(latin) || (whole.length <= latin.length + 2 && latinLikeness(whole, latin) >= wholeAlike)
}

function drawnTogether(tokens: readonly NameToken[], other: readonly NameToken[]): readonly NameToken[] {
  const wholes = other.map(({ latin }) => latin)
  // A name in signs is written without blanks: it stands for all the words of the other side.
  if (tokens.length > 1 && other.length === 1 && other[0]?.script === 'signs' && tokens.every(({ script }) => script !== 'signs')) {
    const latin = tokens.map((token) => token.latin).join('')
    const whole: NameToken = {
      written: tokens.map(({ written }) => written).join(' '),
      latin,
      script: 'latin',
      letters: '',
      initial: false,
    }
    if (tokenLikeness(whole, other[0]).likeness >= alikeFrom) return [whole]
  }
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]
    if (next === undefined || wholes.includes(token.latin)) continue
    const latin = token.latin + next.latin
    if (latin.length < shortestWhole || !wholes.some((whole) => startsAlike(whole, latin))) continue
    const whole: NameToken = {
      written: token.written + next.written,
      latin,
      script: token.script,
      letters: token.letters + next.letters,
      initial: false,
    }
    return drawnTogether([...tokens.slice(0, at), whole, ...tokens.slice(at + 2)], other)
  }
  return tokens
}
