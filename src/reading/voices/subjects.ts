import type { Sentence, Tree } from '../parts.js'
import { extentOf, isName, isPause } from './phrases.js'

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

function ownSubject(sentence: Sentence, tree: Tree, verb: number): Subject | null {
  const head = tree.children(verb).find((child) => /^(?:nsubj|csubj)/.test(tree.relation[child] ?? ''))
  return head === undefined ? null : phraseOf(sentence, tree, head, verb)
}

/** The phrase of a head, on the side of the verb where it stands. */
function phraseOf({ tokens }: Sentence, tree: Tree, head: number, verb: number): Subject {
  const { first, last } = extentOf(tree, head)
  const [from, to] = head < verb ? [first, Math.min(last, verb - 1)] : [Math.max(first, verb + 1), last]
  let end = to
  while (end > head && isPause(tokens[end])) end--
  return { head, first: from, last: end }
}

/** The subject read from tags alone: the phrase right before a verb, or after it ("said Anna Berg"). For where the parse sees none. */
export function adjacentSubject({ tokens }: Sentence, verb: number): Subject | null {
  let last = verb - 1
  while (last >= 0 && (tokens[last]?.pos === 'AUX' || tokens[last]?.pos === 'ADV' || tokens[last]?.pos === 'PART')) last--
  const head = tokens[last]
  if (head !== undefined && isName(head)) return { head: last, first: phraseStart(tokens, last), last }
  return null
}

/** The phrase right after a verb, with what describes it after a comma: "said Anna Berg, a lawyer for the family". */
export function invertedSubject(sentence: Sentence, from: number): Subject | null {
  const { tokens } = sentence
  let head = from
  while (inPhrase(tokens[head + 1])) head++
  if (!inPhrase(tokens[from]) || !isName(tokens[head]!)) return null
  const tree = sentence.tree()
  const extents = tokens
    .slice(from, head + 1)
    .map(({ index }) => extentOf(tree, index))
    .filter(({ first }) => first >= from)
  let last = Math.max(head, ...extents.map((extent) => extent.last))
  while (last > head && isPause(tokens[last])) last--
  return { head, first: from, last }
}

function phraseStart(tokens: Sentence['tokens'], head: number): number {
  let first = head
  while (first > 0 && inPhrase(tokens[first - 1])) first--
  return first
}

function inPhrase(token: Sentence['tokens'][number] | undefined): boolean {
  return (
    token !== undefined && (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(token.pos) || /^(?:'s|’s|'|’)$/.test(token.text) || token.pos === 'PRON')
  )
}
