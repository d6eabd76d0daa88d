import type { Span } from '../../model/report.js'
import type { ContentFrame } from '../../model/words/voices.js'
import type { Sentence, Tree } from '../parts.js'
import type { VerbUse } from './lexicon.js'
import { extentOf, isFinite, isPause, isQuoteMark, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'

/** What a word of speech holds, and in which way. `quotation`: it is wholly in quotation marks. */
export interface Complement {
  readonly content: Span
  readonly frame: ContentFrame
  readonly quotation: Quotation | null
}

const clauseOpeners = new Set(['that', 'whether', 'how', 'why', 'what', 'who', 'where', 'when', 'if'])

/** Words between a verb of speech and what is said that may be hearer, place or time: "told reporters in Rome on Tuesday that". */
const adjunctReach = 16

/** What stands after a verb of speech and is said; `from` is the first word after the verb and its particles. Null when nothing is. */
export function complementAfter(
  sentence: Sentence,
  verb: number,
  from: number,
  use: Pick<VerbUse, 'frames'>,
  quotations: readonly Quotation[],
): Complement | null {
  const speaks = use.frames.has('clause') || use.frames.has('hearer')
  const opening = speaks ? openingAfter(sentence, from, quotations) : null
  if (opening?.quotation !== undefined) return { content: opening.quotation, frame: 'clause', quotation: opening.quotation }
  const tree = sentence.tree()
  if (opening !== null) return clauseFrom(sentence, tree, verb, opening.at)
  const children = tree.children(verb).filter((child) => child >= from)
  const child = (...relations: readonly string[]) => children.find((index) => relations.includes(tree.relation[index] ?? ''))
  if (speaks) {
    const clause = child('ccomp')
    if (clause !== undefined) return within(sentence, Math.max(from, extentOf(tree, clause).first), extentOf(tree, clause).last, 'clause')
  }
  if (use.frames.has('urging')) {
    const clause = child('xcomp', 'ccomp', 'advcl')
    const somebody = child('obj', 'iobj', 'obl')
    if (clause !== undefined && hasTo(sentence, tree, clause))
      return within(
        sentence,
        Math.max(from, Math.min(extentOf(tree, clause).first, somebody === undefined ? clause : extentOf(tree, somebody).first)),
        extentOf(tree, clause).last,
        'urging',
      )
  }
  if (use.frames.has('infinitive') && sentence.tokens[from]?.lower === 'to') {
    const clause = child('xcomp', 'ccomp', 'advcl')
    if (clause !== undefined) return within(sentence, from, extentOf(tree, clause).last, 'infinitive')
  }
  if (use.frames.has('object')) return objectFrom(sentence, tree, from, children)
  return null
}

/** A quotation, "that" or a colon after a verb with only adjuncts between. */
function openingAfter(
  { tokens }: Sentence,
  from: number,
  quotations: readonly Quotation[],
): { readonly at: number; readonly quotation?: Quotation } | null {
  for (let at = from; at < Math.min(tokens.length, from + adjunctReach); at++) {
    const token = tokens[at]
    if (token === undefined) return null
    if (isQuoteMark(token)) {
      const quotation = quotations.find(({ start }) => start === token.start)
      return quotation === undefined ? null : isWhole(quotation, at, from) ? { at, quotation } : null
    }
    if (clauseOpeners.has(token.lower) && token.pos !== 'DET' && (at === from || token.lower === 'that')) return { at }
    if (token.text === ':') return nextQuotation(tokens[at + 1], quotations) ?? { at: at + 1 }
    if (isFinite(token) || token.text === ';' || token.text === '.') return null
  }
  return null
}

function nextQuotation(token: Sentence['tokens'][number] | undefined, quotations: readonly Quotation[]) {
  const quotation = token === undefined ? undefined : quotations.find(({ start }) => start === token.start)
  return quotation === undefined ? null : { at: token?.index ?? 0, quotation }
}

function isWhole(quotation: Quotation, at: number, from: number): boolean {
  return quotation.end > quotation.start && at >= from
}

function clauseFrom(sentence: Sentence, tree: Tree, verb: number, at: number): Complement | null {
  const clause = tree
    .children(verb)
    .find((child) => child >= at && /^(?:ccomp|xcomp|advcl|parataxis|acl|obj)/.test(tree.relation[child] ?? ''))
  const last = clause === undefined ? endOfClause(sentence, at) : Math.max(extentOf(tree, clause).last, at)
  return within(sentence, at, last, 'clause')
}

/** The end of a clause that the parse does not see: the sentence's. */
function endOfClause({ tokens }: Sentence, _at: number): number {
  return tokens.length - 1
}

function hasTo({ tokens }: Sentence, tree: Tree, clause: number): boolean {
  return tree.children(clause).some((child) => child < clause && tokens[child]?.lower === 'to')
}

function objectFrom(sentence: Sentence, tree: Tree, from: number, children: readonly number[]): Complement | null {
  const { tokens } = sentence
  if (isPause(tokens[from]) && !isQuoteMark(tokens[from])) return null
  const object = children.find((child) => /^(?:obj|iobj|obl|ccomp|xcomp|nsubj)$/.test(tree.relation[child] ?? ''))
  if (object === undefined) return null
  const { first } = extentOf(tree, object)
  if (first > from + 3) return null
  const inside = children.filter(
    (child) =>
      /^(?:obj|iobj|obl|ccomp|xcomp|advcl|nmod)/.test(tree.relation[child] ?? '') && !isPause(tokens[extentOf(tree, child).first - 1]),
  )
  const last = Math.max(...[object, ...inside].map((child) => extentOf(tree, child).last))
  return within(sentence, Math.max(first, from), last, 'object')
}

function within({ tokens }: Sentence, first: number, last: number, frame: ContentFrame): Complement | null {
  const content = spanOf(tokens, first, last)
  return content === null ? null : { content, frame, quotation: null }
}
