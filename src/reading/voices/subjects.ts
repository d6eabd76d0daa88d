import type { Sentence, Tree } from '../parts.js'
import type { Lexicon } from './lexicon.js'
import { extentOf, isFiniteVerb, isName, isPause } from './phrases.js'

/** Who speaks: the head word, and the first and last word of the phrase. */
export interface Subject {
  readonly head: number
  readonly first: number
  readonly last: number
}

/** Steps up the tree that are looked at for a subject: longer chains are parse errors. */
const longestChain = 4

/** The subject of a verb, its own or the one it shares or modifies; null where there is none. */
export function subjectOf(sentence: Sentence, verb: number, depth = 0): Subject | null {
  const tree = sentence.tree()
  const own = ownSubject(sentence, tree, verb)
  if (own !== null) return own
  if (depth >= longestChain) return null
  const relation = tree.relation[verb] ?? ''
  const head = tree.head[verb] ?? -1
  if (head === -1) return null
  if (relation === 'acl' || relation === 'acl:relcl') return phraseOf(sentence, tree, head, verb)
  if (/^(?:conj|xcomp|advcl|cop|aux|dep)/.test(relation)) return subjectOf(sentence, head, depth + 1)
  return null
}

/** A verb's own subject. Of two that the parse gives it the nearer ("days after his wife said"), unless both stand in one phrase ("a colleague of the lawyer Karl Holm told"). */
function ownSubject(sentence: Sentence, tree: Tree, verb: number): Subject | null {
  const [first, ...others] = tree.children(verb).filter((child) => /^(?:nsubj|csubj)/.test(tree.relation[child] ?? ''))
  if (first === undefined) return null
  const nearer = others.findLast((child) => child < verb)
  return phraseOf(sentence, tree, nearer === undefined || inOnePhrase(sentence, tree, first, nearer) ? first : nearer, verb)
}

function inOnePhrase({ tokens }: Sentence, tree: Tree, first: number, last: number): boolean {
  return tokens.slice(first, last).every((token) => (inPhrase(token) || token.pos === 'ADP') && tree.relation[token.index] !== 'mark')
}

/** The phrase of a head, on the side of the verb where it stands. */
function phraseOf({ tokens }: Sentence, tree: Tree, head: number, verb: number): Subject {
  const { first, last } = extentOf(tree, head)
  const [from, to] = head < verb ? [first, Math.min(last, verb - 1)] : [Math.max(first, verb + 1), last]
  let end = to
  while (end > head && isPause(tokens[end])) end--
  const own = ownPhrase(tokens, from, end)
  return own ?? { head: describedHead(tokens, head, from), first: from, last: end }
}

/** "In their submissions ¦ the prosecutors argue": the phrase right before the verb, where the parse runs one of a place or paper into it. */
function ownPhrase(tokens: Sentence['tokens'], from: number, last: number): Subject | null {
  if (tokens[from]?.pos !== 'ADP' || tokens[last]?.pos !== 'NOUN') return null
  const opener = tokens.findLast(({ index, pos }) => index > from + 1 && index <= last && (pos === 'DET' || tokens[index]?.tag === 'PRP$'))
  if (opener === undefined || tokens[opener.index - 1]?.pos !== 'NOUN') return null
  return tokens.slice(opener.index, last + 1).every(inPhrase) ? { head: last, first: opener.index, last } : null
}

/** The head of a phrase, or the name it opens with where the parse takes the verb of its "who" clause for the head: "Holm, who runs the port, …". */
function describedHead(tokens: Sentence['tokens'], head: number, first: number): number {
  const verb = tokens[head]
  if (verb === undefined || !isFiniteVerb(verb)) return head
  const who = tokens.slice(first, head).find(({ tag }) => tag === 'WP' || tag === 'WDT')
  const comma = who === undefined ? undefined : tokens[who.index - 1]
  const named = comma?.text === ',' ? tokens[comma.index - 1] : comma
  return named !== undefined && named.index >= first && isName(named) ? named.index : head
}

/** A phrase with what the parse hangs on it after it: "Anna Berg, a lawyer for the family". */
export function extendedByTree(sentence: Sentence, { head, first, last }: Subject): Subject {
  const { tokens } = sentence
  const tree = sentence.tree()
  let end = last
  for (let index = first; index <= last; index++) {
    const extent = extentOf(tree, index)
    if (extent.first >= first) end = Math.max(end, extent.last)
  }
  while (end > last && isPause(tokens[end])) end--
  return { head, first, last: end }
}

/** The first word of the noun phrase that ends at a head. */
export function phraseStart(tokens: Sentence['tokens'], head: number): number {
  let first = head
  while (first > 0 && inPhrase(tokens[first - 1])) first--
  return first
}

const phrasal: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON'])
const possessives: ReadonlySet<string> = new Set(["'", '’', "'s", '’s'])

/** Whether a word may stand in a noun phrase before its head; "who" and "which" begin another. */
export function inPhrase(token: Sentence['tokens'][number] | undefined): boolean {
  return (
    token !== undefined &&
    !token.tag.startsWith('W') &&
    (phrasal.has(token.pos) || token.tag.startsWith('NNP') || possessives.has(token.text))
  )
}

/** The head noun of the phrase that begins at a word ("a leaked cable"); null where there is none before the next pause. */
export function headAfter({ tokens }: Sentence, from: number): number | null {
  let head: number | null = null
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    const describes =
      token?.pos === 'VERB' && /^VB[NG]$/.test(token.tag) && /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '') && head === null
    if (token === undefined || !(describes || /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART|ADV)$/.test(token.pos))) break
    if (/^(?:NOUN|PROPN|NUM|PRON)$/.test(token.pos)) head = at
    if (token.pos === 'PRON' && token.tag !== 'PRP$') break
  }
  return head
}

/** Who hands on the words of a source: "a lawyer quoted by the daily", "officials cited by ANSA". */
export function quoterOf(sentence: Sentence, source: number, lexicon: Lexicon): number | null {
  const { tokens } = sentence
  for (let at = source + 1; at < Math.min(tokens.length, source + quoterReach); at++) {
    const token = tokens[at]
    if (token?.pos === 'VERB' && lexicon.handing.has(token.lemma) && lexicon.marks.by.has(tokens[at + 1]?.lower ?? ''))
      return headAfter(sentence, at + 2)
    if (token !== undefined && isFiniteVerb(token)) return null
  }
  return null
}

/** Words from a source to "quoted by": "a lawyer for the family, quoted by". */
const quoterReach = 8
