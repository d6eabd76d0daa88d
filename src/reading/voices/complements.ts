import type { Span } from '../../model/report.js'
import type { ContentFrame } from '../../model/words/voices.js'
import type { Sentence, Token, Tree } from '../parts.js'
import { type Lexicon, prepositionAt, type VerbUse } from './lexicon.js'
import { extentOf, isFiniteVerb, isPause, isQuoteMark, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { inPhrase } from './subjects.js'

/** What a word of speech holds, and in which way. `quotation`: it is wholly in quotation marks. */
export interface Complement {
  readonly content: Span
  readonly frame: ContentFrame
  readonly quotation: Quotation | null
}

/** Words between a verb of speech and what is said that may be hearer, place or time: "told reporters in Rome on Tuesday that". */
const adjunctReach = 16

/** What stands after a verb of speech and is said; `from` is the first word after the verb and its particles. Null when nothing is. */
export function complementAfter(
  sentence: Sentence,
  verb: number,
  from: number,
  use: Pick<VerbUse, 'frames'>,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): Complement | null {
  return wholeQuotations(complementOf(sentence, verb, from, use, quotations, lexicon), sentence, quotations)
}

function complementOf(
  sentence: Sentence,
  verb: number,
  from: number,
  use: Pick<VerbUse, 'frames'>,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): Complement | null {
  const speaks = use.frames.has('clause') || use.frames.has('hearer')
  const opening = speaks ? openingAfter(sentence, from, quotations, lexicon) : null
  if (opening?.quotation !== undefined) return quoted(opening.quotation)
  const tree = sentence.tree()
  if (opening !== null) return within(sentence, opening.at, endOfClause(sentence, verb, opening.at, lexicon), 'clause')
  const children = tree.children(verb).filter((child) => child >= from)
  const child = (...relations: readonly string[]) => children.find((index) => relations.includes(tree.relation[index] ?? ''))
  if (speaks) {
    const clause = child('ccomp')
    const start = clause === undefined ? null : bareClauseStart(sentence, tree, verb, from, clause)
    if (start !== null) return within(sentence, start, endOfClause(sentence, verb, start, lexicon), 'clause')
    if (clause === undefined && use.frames.has('clause') && beginsClause(sentence, verb, from))
      return within(sentence, from, endOfClause(sentence, verb, from, lexicon), 'clause')
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
    if (clause !== undefined) return within(sentence, from, beforePause(sentence.tokens, from, extentOf(tree, clause).last), 'infinitive')
  }
  if (use.frames.has('object')) return objectFrom(sentence, tree, verb, from, children, lexicon)
  return null
}

/** The quotation after a verb that speaks only where one follows; null where none does. */
export function quotedAfter(sentence: Sentence, from: number, quotations: readonly Quotation[], lexicon: Lexicon): Complement | null {
  const quotation = openingAfter(sentence, from, quotations, lexicon)?.quotation
  return quotation === undefined ? null : quoted(quotation)
}

function quoted(quotation: Quotation): Complement {
  return { content: quotation, frame: 'clause', quotation }
}

/** Whether a clause that is said may open soon after a word. */
export function opensWithin({ tokens }: Sentence, from: number, lexicon: Lexicon): boolean {
  return tokens.slice(from, from + adjunctReach).some((token) => opensClause(token, token.index === from, lexicon) || isQuoteMark(token))
}

/** A quotation, "that" or a colon after a verb with only adjuncts between. */
function openingAfter(
  { tokens }: Sentence,
  from: number,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): { readonly at: number; readonly quotation?: Quotation } | null {
  for (let at = from; at < Math.min(tokens.length, from + adjunctReach); at++) {
    const token = tokens[at]
    if (token === undefined) return null
    if (isQuoteMark(token)) {
      const quotation = quotations.find(({ start }) => start === token.start)
      return quotation === undefined ? null : isWhole(quotation, at, from) ? { at, quotation } : null
    }
    if (opensClause(token, at === from, lexicon)) return { at }
    if (token.text === ':') return nextQuotation(tokens[at + 1], quotations) ?? { at: at + 1 }
    if (isFiniteVerb(token) || token.text === ';' || token.text === '.') return null
  }
  return null
}

/** "that" opens what is said anywhere before it, unless it belongs to a noun ("the group that"); "how" and the like only right after the verb. */
function opensClause({ lower, pos }: Token, atOnce: boolean, lexicon: Lexicon): boolean {
  if (!lexicon.clauseOpeners.has(lower) || pos === 'DET') return false
  return atOnce || (lower === 'that' && pos === 'SCONJ')
}

function nextQuotation(token: Sentence['tokens'][number] | undefined, quotations: readonly Quotation[]) {
  const quotation = token === undefined ? undefined : quotations.find(({ start }) => start === token.start)
  return quotation === undefined ? null : { at: token?.index ?? 0, quotation }
}

function isWhole(quotation: Quotation, at: number, from: number): boolean {
  return quotation.end > quotation.start && at >= from
}

/** Where a clause without "that" begins: right after the verb and the hearers, times and places that hang on it. Null where a pause comes first. */
function bareClauseStart({ tokens }: Sentence, tree: Tree, verb: number, from: number, clause: number): number | null {
  let at = from
  for (const child of tree.children(verb)) {
    if (child < at || child > clause || !/^(?:obl|advmod|obj|iobj|nmod)/.test(tree.relation[child] ?? '')) continue
    const { first, last } = extentOf(tree, child)
    if (first === at && last < clause) at = last + 1
  }
  return isPause(tokens[at]) || at > clause ? null : at
}

/** Words from the start of a clause to its verb: "the head of the prison's guards had fled". */
const longestOpening = 14

/** Whether a clause without "that" begins right after a verb, read from tags: for where the parse sees none. */
function beginsClause({ tokens }: Sentence, verb: number, from: number): boolean {
  if (tokens[verb - 1]?.lower === 'to' || !inPhrase(tokens[from])) return false
  for (let at = from + 1; at < Math.min(tokens.length, from + longestOpening); at++) {
    const token = tokens[at]
    if (token === undefined || isPause(token) || token.tag.startsWith('W') || token.pos === 'SCONJ') return false
    if (isFiniteVerb(token)) return true
  }
  return false
}

/** The last word of a clause that is said: the sentence's, or the last before words that are no longer the speaker's. */
function endOfClause(sentence: Sentence, verb: number, start: number, lexicon: Lexicon): number {
  const { tokens } = sentence
  const tree = sentence.tree()
  const fronted = standsBeforeItsMainClause(tokens, verb)
  for (let at = start + 1; at < tokens.length; at++) {
    if (tokens[at]?.text === ';') return at - 1
    if (fronted && tokens[at]?.text === ',' && tokens.slice(at).some(isFiniteVerb)) return at - 1
    if (!isPause(tokens[at - 1]) && tokens[at]?.pos !== 'CCONJ') continue
    if (leavesClause(sentence, tree, verb, at, lexicon)) return at - 1
  }
  return tokens.length - 1
}

/** Whether a verb of speech stands in a clause that opens the sentence and hangs on what follows: "While she says that he fled, …", "Declaring that he had won, …". */
function standsBeforeItsMainClause(tokens: Sentence['tokens'], verb: number): boolean {
  const opener = tokens.find(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ' && pos !== 'ADV')
  const first = tokens[0]
  if (first !== undefined && first.index < verb && (first.pos === 'SCONJ' || first.tag === 'WRB'))
    return !tokens.slice(1, verb).some((token) => isPause(token) || isFiniteVerb(token))
  if (opener === undefined || opener.index > verb) return false
  const participle =
    opener.index === verb || tokens.slice(opener.index, verb + 1).every(({ pos }) => pos === 'AUX' || pos === 'VERB' || pos === 'ADV')
  return participle && /^VB[GND]$/.test(opener.tag)
}

/** Whether a new turn of the outlet's begins at a word after a pause: another verb beside the verb of speech, or a participle that says how it was said. */
function leavesClause({ tokens }: Sentence, tree: Tree, verb: number, at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (prepositionAt(tokens, at, lexicon) !== undefined || lexicon.contrasts.has(token.lower)) return true
  if (token.tag === 'VBG' && lexicon.verbs.has(token.lemma)) return true
  if (token.tag === 'VBG' && tree.head[at] === verb) return true
  if (token.pos !== 'CCONJ' || tokens[at + 1]?.lower === 'that') return false
  return tree.children(verb).some((child) => tree.relation[child] === 'conj' && child > at && extentOf(tree, child).first <= at)
}

function hasTo({ tokens }: Sentence, tree: Tree, clause: number): boolean {
  return tree.children(clause).some((child) => child < clause && tokens[child]?.lower === 'to')
}

function objectFrom(
  sentence: Sentence,
  tree: Tree,
  verb: number,
  from: number,
  children: readonly number[],
  lexicon: Lexicon,
): Complement | null {
  const { tokens } = sentence
  if (isPause(tokens[from]) && !isQuoteMark(tokens[from])) return null
  if (tokens[from]?.tag === 'VBG' && tokens[from]?.pos !== 'NOUN')
    return within(sentence, from, endOfClause(sentence, verb, from, lexicon), 'object')
  const object = children.find((child) => /^(?:obj|iobj|obl|ccomp|xcomp|nsubj)$/.test(tree.relation[child] ?? ''))
  if (object === undefined) return null
  const { first } = extentOf(tree, object)
  if (first > from + 3) return null
  const inside = children.filter(
    (child) =>
      /^(?:obj|iobj|obl|ccomp|xcomp|advcl|nmod)/.test(tree.relation[child] ?? '') && !isPause(tokens[extentOf(tree, child).first - 1]),
  )
  const last = Math.max(...[object, ...inside].map((child) => extentOf(tree, child).last))
  return within(sentence, Math.max(first, from), beforePause(tokens, object, last), 'object')
}

/** The last word before the next pause outside quotation marks, no further than a word. */
function beforePause(tokens: Sentence['tokens'], from: number, last: number): number {
  let inside = false
  for (let at = from; at <= last; at++) {
    if (isQuoteMark(tokens[at])) inside = !inside
    else if (!inside && at > from && isPause(tokens[at]) && !goesOnAsList(tokens, at)) return at - 1
  }
  return last
}

/** Whether a comma stands between the members of a list: a thing follows, or "and" with the last of them. */
function goesOnAsList(tokens: Sentence['tokens'], comma: number): boolean {
  if (tokens[comma]?.text !== ',') return false
  const next = tokens[comma + 1]
  if (next?.pos === 'CCONJ')
    return !tokens.slice(comma + 2, comma + 2 + lastMemberOpening).some((token) => isFiniteVerb(token) || token.tag === 'PRP')
  return next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos)
}

/** Words after the "and" of a list in which a clause would show its verb: "and the mayor left". */
const lastMemberOpening = 4

function within({ tokens }: Sentence, first: number, last: number, frame: ContentFrame): Complement | null {
  const content = spanOf(tokens, first, last)
  const says = tokens.slice(first, last + 1).some(({ pos }) => pos !== 'PUNCT')
  return content === null || !says ? null : { content, frame, quotation: null }
}

/** A stretch that ends inside a quotation which begins within it, drawn to the quotation's end, no further than the sentence's: "called it “a disgrace to us all”". */
function wholeQuotations(complement: Complement | null, sentence: Sentence, quotations: readonly Quotation[]): Complement | null {
  if (complement === null || complement.quotation !== null) return complement
  const { content } = complement
  const cut = quotations.find(
    ({ start, end, closed }) => closed && start >= content.start && start < content.end && end > content.end && end <= sentence.end + 1,
  )
  return cut === undefined ? complement : { ...complement, content: { start: content.start, end: cut.end } }
}
