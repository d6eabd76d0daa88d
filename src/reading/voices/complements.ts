import type { Span } from '../../model/report.js'
import type { ContentFrame } from '../../model/words/voices.js'
import type { Sentence, Token, Tree } from '../parts.js'
import { endOfClause } from './clause-ends.js'
import { type Lexicon, tellsTime, type VerbUse } from './lexicon.js'
import { endsAsSentence, extentOf, isFiniteVerb, isPause, isQuoteMark, isSubordinator, spanOf } from './phrases.js'
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
  const leadsToVerb = use.frames.has('infinitive') && lexicon.marks.to.has(sentence.tokens[from]?.lower ?? '')
  if (!speaks && !leadsToVerb && !use.frames.has('urging') && !use.frames.has('object')) return null
  const tree = sentence.tree()
  const clauseFrom = (start: number) => within(sentence, start, endOfClause(sentence, verb, start, quotations, lexicon), 'clause')
  const opening = speaks ? openingAfter(sentence, from, use, quotations, lexicon) : null
  if (opening?.quotation !== undefined) return quoted(opening.quotation)
  if (opening !== null) return clauseFrom(opening.at)
  const children = tree.children(verb).filter((child) => child >= from)
  const child = (...relations: readonly string[]) => children.find((index) => relations.includes(tree.relation[index] ?? ''))
  if (speaks) {
    const clause = child('ccomp')
    const start = clause === undefined ? null : bareClauseStart(sentence, tree, verb, from, clause)
    if (start !== null) return clauseFrom(start)
    const bare = beginningOfClause(sentence, verb, from, use, lexicon)
    if (bare !== null) return clauseFrom(bare)
  }
  if (use.frames.has('urging')) {
    const clause = child('xcomp', 'ccomp', 'advcl')
    const somebody = child('obj', 'iobj', 'obl')
    if (clause !== undefined && hasTo(sentence, tree, clause, lexicon))
      return within(
        sentence,
        Math.max(from, Math.min(extentOf(tree, clause).first, somebody === undefined ? clause : extentOf(tree, somebody).first)),
        extentOf(tree, clause).last,
        'urging',
      )
  }
  if (leadsToVerb) {
    const clause = child('xcomp', 'ccomp', 'advcl')
    if (clause !== undefined) return within(sentence, from, beforePause(sentence.tokens, from, extentOf(tree, clause).last), 'infinitive')
  }
  if (use.frames.has('object')) return objectFrom(sentence, tree, verb, from, children, quotations, lexicon)
  return null
}

const quotingOnly = { frames: new Map<ContentFrame, boolean>() }

/** The quotation after a verb that speaks only where one follows; null where none does. */
export function quotedAfter(sentence: Sentence, from: number, quotations: readonly Quotation[], lexicon: Lexicon): Complement | null {
  const quotation = openingAfter(sentence, from, quotingOnly, quotations, lexicon)?.quotation
  return quotation === undefined ? null : quoted(quotation)
}

function quoted(quotation: Quotation): Complement {
  return { content: quotation, frame: 'clause', quotation }
}

/** Whether a clause that is said may open soon after a word. */
export function opensWithin({ tokens }: Sentence, from: number, lexicon: Lexicon): boolean {
  return tokens
    .slice(from, from + adjunctReach)
    .some((token) => opensClause(tokens, token.index, token.index === from, false, lexicon) || isQuoteMark(token))
}

/** A quotation, "that" or a colon after a verb with only hearers, times and places between. Where a thing stands between, it is said too: "described the plan as “reckless”". */
function openingAfter(
  sentence: Sentence,
  from: number,
  use: Pick<VerbUse, 'frames'>,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): { readonly at: number; readonly quotation?: Quotation } | null {
  const { tokens } = sentence
  let hears = use.frames.has('hearer')
  if (tokens[from]?.pos === 'CCONJ') return null
  for (let at = from; at < Math.min(tokens.length, from + adjunctReach); at++) {
    const token = tokens[at]
    if (token === undefined) return null
    if (isQuoteMark(token)) {
      const quotation = quotations.find(({ start }) => start === token.start)
      if (quotation === undefined) return null
      return at > from && isPause(tokens[at - 1]) ? { at, quotation } : openingInPhrase(sentence, from, at, use, quotation, lexicon)
    }
    if (hears && isPause(token)) hears = false
    const past = pastAside(tokens, at, lexicon)
    if (past !== null) return { at: past }
    if (opensClause(tokens, at, at === from || (hears && at === phraseEnd(tokens, from, tokens.length)), hears, lexicon))
      return at === from ? { at } : { at: pastAdjuncts(sentence, from, at, use, lexicon) }
    if (token.text === ':') return nextQuotation(tokens[at + 1], quotations) ?? { at: at + 1 }
    if (isFiniteVerb(token) || token.text === ';' || token.text === '.') return null
    if (token.pos === 'CCONJ' && isPause(tokens[at - 1])) return null
  }
  return null
}

/** Words of an aside between a verb of speech and "that": ", quoting a source in the ministry,". */
const longestAside = 16

/** The "that" behind an aside which a comma opens and closes: "told AFP, which first reported it, ¦ that", "said, quoting the minister, ¦ that". Null where none stands there. */
function pastAside(tokens: readonly Token[], comma: number, lexicon: Lexicon): number | null {
  const opener = tokens[comma + 1]
  if (tokens[comma]?.text !== ',' || opener === undefined || !(/^(?:VBG|VBN|WP|WDT)$/.test(opener.tag) || opener.pos === 'ADP')) return null
  for (let at = comma + 2; at < Math.min(tokens.length - 1, comma + longestAside); at++) {
    if (tokens[at]?.text === ',') return lexicon.marks.that.has(tokens[at + 1]?.lower ?? '') ? at + 1 : null
  }
  return null
}

/** A quotation that a phrase runs into: all that is said where it ends as a sentence does and nothing but hearers and times stand before it, else a part of it: "called the vote “a farce” and left". */
function openingInPhrase(
  sentence: Sentence,
  from: number,
  at: number,
  use: Pick<VerbUse, 'frames'>,
  quotation: Quotation,
  lexicon: Lexicon,
): { readonly at: number; readonly quotation?: Quotation } | null {
  const start = pastAdjuncts(sentence, from, at, use, lexicon)
  if (start < at) return use.frames.has('object') && !sentence.tokens.slice(start, at).some(isFiniteVerb) ? null : { at: start }
  return endsAsSentence(sentence.tokens, quotation) ? { at, quotation } : { at }
}

/** The first word from `from` to `until` that is neither hearer nor place nor time: "told reporters in Rome on Tuesday ¦ that". */
function pastAdjuncts(sentence: Sentence, from: number, until: number, use: Pick<VerbUse, 'frames'>, lexicon: Lexicon): number {
  const { tokens } = sentence
  let at = from
  let hears = use.frames.has('hearer')
  while (at < until) {
    const token = tokens[at]
    if (token === undefined) break
    if (isPause(token) || (token.pos === 'ADV' && !token.tag.startsWith('W')) || token.pos === 'PART') at++
    else if (token.pos === 'ADP') at = phraseEnd(tokens, at + 1, until)
    else if (tellsTime(sentence, phraseEnd(tokens, at, until) - 1, lexicon)) at = phraseEnd(tokens, at, until)
    else if (hears) {
      hears = false
      at = phraseEnd(tokens, at, until)
    } else break
  }
  return at
}

/** The first word after the noun phrase that begins at a word: a new determiner or pronoun after a noun begins another. */
function phraseEnd(tokens: Sentence['tokens'], from: number, until: number): number {
  let at = from
  while (at < until && inPhrase(tokens[at]) && !(at > from && /^(?:DT|PRP|PRP\$)$/.test(tokens[at]?.tag ?? ''))) at++
  return Math.max(at, from + 1)
}

/** "that" opens what is said anywhere before it, unless it belongs to a noun ("the group that"); "how" and the like only right after the verb or its hearer. A hearer is told a clause, whatever "that" is taken for. */
function opensClause(tokens: Sentence['tokens'], at: number, atOnce: boolean, hears: boolean, lexicon: Lexicon): boolean {
  const { lower = '', pos = '' } = tokens[at] ?? {}
  if (!lexicon.clauseOpeners.has(lower) || pos === 'DET') return false
  return atOnce || (lexicon.marks.that.has(lower) && (pos === 'SCONJ' || (hears && inPhrase(tokens[at + 1]) && !isPause(tokens[at - 1]))))
}

function nextQuotation(token: Sentence['tokens'][number] | undefined, quotations: readonly Quotation[]) {
  const quotation = token === undefined ? undefined : quotations.find(({ start }) => start === token.start)
  return quotation === undefined ? null : { at: token?.index ?? 0, quotation }
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

/** Where a clause without "that" begins, right after a verb or after its hearer, a time or a place. Null where none does. */
function beginningOfClause(sentence: Sentence, verb: number, from: number, use: Pick<VerbUse, 'frames'>, lexicon: Lexicon): number | null {
  const { tokens } = sentence
  const pause = tokens.find((token) => token.index >= from && isPause(token))?.index ?? tokens.length
  const past = pastAdjuncts(sentence, from, Math.min(pause, from + adjunctReach), use, lexicon)
  if (past > from && past < pause && beginsClause(sentence, verb, past, lexicon)) return past
  return use.frames.has('clause') && beginsClause(sentence, verb, from, lexicon) ? from : null
}

/** Words from the start of a clause to its verb: "the head of the prison's guards who had been told of it in May had fled". */
const longestOpening = 24

/** Whether a clause without "that" begins right after a verb, read from tags: for where the parse sees none. Each "who", "which" or "because" on the way wants a verb of its own. */
function beginsClause({ tokens, kind }: Sentence, verb: number, from: number, lexicon: Lexicon): boolean {
  if (lexicon.marks.to.has(tokens[verb - 1]?.lower ?? '') || !inPhrase(tokens[from])) return false
  const titled = kind === 'headline' || kind === 'heading'
  let wanted = 1
  for (let at = from + 1; at < Math.min(tokens.length, from + longestOpening); at++) {
    const token = tokens[at]
    if (token === undefined || token.text === ';' || token.text === '.' || token.text === ':') return false
    if (token.text === ',' && wanted === 1 && !interrupts(tokens[at + 1])) return false
    if (token.pos === 'CCONJ' && tokens[at - 1]?.text === ',') return false
    if (token.tag.startsWith('W') || isSubordinator(token)) wanted++
    else if ((isFiniteVerb(token) || (titled && isTitleVerb(token))) && tokens[at - 1]?.pos !== 'CCONJ') wanted--
    if (wanted === 0) return true
  }
  return false
}

/** Titles leave out "was" and write "to" for "will". */
function isTitleVerb({ tag }: Token): boolean {
  return tag === 'VBN' || tag === 'TO' || tag === 'VBG'
}

/** Whether a word after a comma begins what interrupts a clause and not another: "said Holm, despite his wealth, was …". */
function interrupts(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'ADP' || token.pos === 'ADV' || token.tag.startsWith('W') || token.tag === 'VBN')
}

function hasTo({ tokens }: Sentence, tree: Tree, clause: number, lexicon: Lexicon): boolean {
  return tree.children(clause).some((child) => child < clause && lexicon.marks.to.has(tokens[child]?.lower ?? ''))
}

function objectFrom(
  sentence: Sentence,
  tree: Tree,
  verb: number,
  from: number,
  children: readonly number[],
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): Complement | null {
  const { tokens } = sentence
  if (isPause(tokens[from]) && !isQuoteMark(tokens[from])) return null
  if (tokens[from]?.tag === 'VBG' && tokens[from]?.pos !== 'NOUN')
    return within(sentence, from, endOfClause(sentence, verb, from, quotations, lexicon), 'object')
  const object = children.find((child) => /^(?:obj|iobj|obl|ccomp|xcomp|nsubj)$/.test(tree.relation[child] ?? ''))
  if (object === undefined) return null
  const { first } = extentOf(tree, object)
  if (first > from + 3) return null
  const inside = children.filter((child) => belongsToObject(sentence, tree, child, lexicon))
  const last = Math.max(...[object, ...inside].map((child) => extentOf(tree, child).last))
  return within(
    sentence,
    Math.max(first, from),
    withClauseOrQuotation(sentence, verb, beforePause(tokens, object, last), quotations, lexicon),
    'object',
  )
}

/** Whether what hangs on a verb is said of its object ("described the vote as a farce", "accused them of lying") and does not tell, with a verb of its own, when or why the speaker spoke. */
function belongsToObject({ tokens }: Sentence, tree: Tree, child: number, lexicon: Lexicon): boolean {
  const { first, last } = extentOf(tree, child)
  const opener = tokens[first]
  if (opener === undefined || isPause(tokens[first - 1])) return false
  const relation = tree.relation[child] ?? ''
  if (relation === 'obl:unmarked') return opener.pos === 'DET' || opener.tag === 'WRB'
  if (!relation.startsWith('advcl')) return /^(?:obj|iobj|ccomp|xcomp|nmod|obl$)/.test(relation)
  return lexicon.clauseOpeners.has(opener.lower) || !tokens.slice(first, last + 1).some(isFiniteVerb)
}

/** The last word of an object with the clause or quotation that goes on with it: "rejected the idea that he had lied", "called the vote “a farce”". */
function withClauseOrQuotation(sentence: Sentence, verb: number, last: number, quotations: readonly Quotation[], lexicon: Lexicon): number {
  const { tokens } = sentence
  const next = isQuoteMark(tokens[last]) ? tokens[last] : tokens[last + 1]
  if (next === undefined) return last
  if (lexicon.marks.that.has(next.lower) && next.pos === 'SCONJ') return endOfClause(sentence, verb, last + 1, quotations, lexicon)
  if (lexicon.blaming.has(tokens[verb]?.lemma ?? '') && lexicon.blameLinks.has(next.lower))
    return beforePause(tokens, last + 1, endOfClause(sentence, verb, last + 1, quotations, lexicon))
  const quotation = isQuoteMark(next) ? quotations.find(({ start, closed }) => closed && start === next.start) : undefined
  return quotation === undefined ? last : (tokens.findLast(({ end }) => end <= quotation.end)?.index ?? last)
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

/** Signs of a quotation mark: one at the very end of a sentence opens the next. */
const closingMark = 2

/** A stretch that ends inside a quotation which begins within it, drawn to the quotation's end, in a later sentence too: "called it “a disgrace. We will not forget it”". */
function wholeQuotations(complement: Complement | null, sentence: Sentence, quotations: readonly Quotation[]): Complement | null {
  if (complement === null || complement.quotation !== null) return complement
  const { content } = complement
  const cut = quotations.find(
    ({ start, end, closed }) =>
      closed && start >= content.start && start < content.end && start < sentence.end - closingMark && end > content.end,
  )
  return cut === undefined ? complement : { ...complement, content: { start: content.start, end: cut.end } }
}
