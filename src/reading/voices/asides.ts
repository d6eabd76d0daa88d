import type { Span } from '../../model/report.js'
import type { Sentence, Token } from '../parts.js'
import { type Lexicon, prepositionAt, tellsTime } from './lexicon.js'
import {
  endsAsSentence,
  isAcronym,
  isFiniteVerb,
  isName,
  isPause,
  isQuoteMark,
  isSubordinator,
  isWrittenAsName,
  spanOf,
} from './phrases.js'
import type { Quotation } from './quotations.js'
import { extendedByTree, inPhrase, phraseStart, type Subject } from './subjects.js'

/** Where a verb's group begins, whether the speaker may stand after it, and whether the hearer may. */
interface Manner {
  readonly start: number
  readonly turns: boolean
  readonly hears: boolean
}

/** "…, he said, …": an attribution beside what is said. */
export interface Aside {
  readonly subject: Subject
  readonly content: Span
}

/**
 * The aside that a verb of speech makes; null where it makes none. Read from pauses and tags: parses of such sentences are often wrong.
 * `from` is the first word after the verb and its particles; `turns`: the speaker may stand after the verb ("said Anna Berg"); `hears`: the hearer may ("told ANSA").
 */
export function asideAt(
  sentence: Sentence,
  verb: number,
  from: number,
  { start, turns, hears }: Manner,
  quotations: readonly Quotation[],
  lexicon: Lexicon,
): Aside | null {
  const { tokens } = sentence
  if (!isMainVerb(tokens, verb, start) || lexicon.clauseOpeners.has(tokens[from]?.lower ?? '')) return null
  const quoted = quotationBefore(sentence, start, quotations)
  const turned = turns ? turnedSubject(sentence, start, from, quoted !== null, lexicon) : null
  const subject = turned ?? precedingSubject(tokens, start, lexicon)
  if (subject === null || lexicon.relatives.has(tokens[subject.head]?.lower ?? '')) return null
  const opening = Math.min(start, subject.first)
  const first = lexicon.marks.as.has(tokens[opening - 1]?.lower ?? '') ? opening - 1 : opening
  const quotation = turned === null ? quotationBefore(sentence, first, quotations) : quoted
  const saysMore = () => first === 0 && (tokens.slice(from).some(isFiniteVerb) || (!hears && hasObject(sentence, verb, from)))
  if (quotation !== null && !quotationFollows(tokens, from, quotations) && !saysMore()) {
    const last = lastOf(tokens, Math.max(from - 1, subject.last)) ?? verb
    const next = quotationAfter(tokens, last, quotations)
    const led = first === 0 ? quotation : (leftOf(tokens, first, last, quotations, isFiniteVerb, lexicon) ?? quotation)
    return { subject, content: { start: Math.min(led.start, quotation.start), end: next?.end ?? quotation.end } }
  }
  if (first === 0 && lexicon.marks.as.has(tokens[0]?.lower ?? '')) {
    const rest = restAfter(tokens, subject.last < verb ? (lastOf(tokens, from - 1) ?? -1) : -1, quotations, lexicon)
    return rest === null ? null : { subject, content: rest }
  }
  if (first === 0 || !isPause(tokens[first - 1])) return null
  const last = lastOf(tokens, Math.max(from - 1, subject.last))
  if (last === null) return null
  if (onlyOpens(tokens, first)) {
    const rest = restAfter(tokens, last, quotations, lexicon)
    return rest === null ? null : { subject, content: rest }
  }
  const left = leftOf(tokens, first, last, quotations, turned === null ? isFiniteVerb : isVerb, lexicon)
  if (left === null) return null
  if (turned === null && !hears && (hasObject(sentence, verb, from) || isThing(sentence, from, lexicon))) return null
  return { subject, content: { start: left.start, end: Math.max(left.end, resumption(tokens, last, quotations, lexicon) ?? left.end) } }
}

/** The quotation that ends right before a word, in this sentence or as the one before it: "“Who knew?” Anna Berg asked". */
function quotationBefore({ tokens, start }: Sentence, first: number, quotations: readonly Quotation[]): Quotation | null {
  const mark = [tokens[first - 1], tokens[first - 2]].find(isQuoteMark)
  const before = first === 0 ? start : mark === undefined ? null : mark.end
  const quotation = quotations.find(
    ({ end, closed }) => closed && before !== null && (first === 0 ? end <= before && before - end <= sentenceGap : end === before),
  )
  return quotation === undefined || (first === 0 && quotation.end - quotation.start < shortestSentence) ? null : quotation
}

/** Blanks between a quotation that ends a sentence and the words that say whose it is. */
const sentenceGap = 2

/** Signs of a quotation that can be a sentence: shorter ones are a word held in marks. */
const shortestSentence = 8

/** Whether a verb leads to a quotation of its own. */
function quotationFollows(tokens: readonly Token[], from: number, quotations: readonly Quotation[]): boolean {
  const next = tokens.find((token) => token.index >= from && isPause(token))
  const at = next?.text === ',' || next?.text === ':' ? tokens[next.index + 1] : next
  return isQuoteMark(at) && quotations.some(({ start }) => start === at?.start)
}

/** The quotation that goes on right after an aside and its pause. */
function quotationAfter(tokens: readonly Token[], last: number, quotations: readonly Quotation[]): Quotation | undefined {
  let at = last + 1
  while (isPause(tokens[at]) && at < tokens.length && !isQuoteMark(tokens[at])) at++
  return quotations.find(({ start }) => start === tokens[at]?.start)
}

/** Whether a thing stands after the verb, which then is no aside: "has always maintained his innocence". */
function hasObject(sentence: Sentence, verb: number, from: number): boolean {
  const { tokens } = sentence
  const tree = sentence.tree()
  const pause = tokens.findIndex((token) => token.index >= from && isPause(token))
  return tree
    .children(verb)
    .some((child) => child >= from && (pause === -1 || child < pause) && /^(?:obj|iobj|ccomp|xcomp)$/.test(tree.relation[child] ?? ''))
}

/** Whether a phrase begins at a word that is neither a time nor a place: "proposed a plan". */
function isThing(sentence: Sentence, from: number, lexicon: Lexicon): boolean {
  const { tokens } = sentence
  if (!inPhrase(tokens[from])) return false
  let head = from
  while (inPhrase(tokens[head + 1])) head++
  return !tellsTime(sentence, head, lexicon)
}

/** "He said" can be an aside; "to say" and "saying" cannot. */
function isMainVerb(tokens: readonly Token[], verb: number, start: number): boolean {
  const tag = tokens[verb]?.tag
  return (
    tag === 'VBD' ||
    tag === 'VBZ' ||
    tag === 'VBP' ||
    tag === 'NNS' ||
    (tag === 'VB' && isPause(tokens[verb - 1])) ||
    (tag === 'VBN' && tokens[verb - 1]?.pos !== 'AUX') ||
    tokens[start]?.pos === 'AUX' ||
    (start < verb && tokens[start] !== undefined && isFiniteVerb(tokens[start]))
  )
}

/** The speaker after the verb: "said Anna Berg, a lawyer". The words after it must not go on as a clause. */
function turnedSubject(sentence: Sentence, start: number, from: number, quoted: boolean, lexicon: Lexicon): Subject | null {
  const { tokens } = sentence
  if (start === 0 ? !quoted : !isPause(tokens[start - 1])) return null
  if (!quoted && (tokens[start]?.pos === 'AUX' || !(isToldBefore(tokens, start) || goesOnAsClause(sentence, from)))) return null
  if (!(inPhrase(tokens[from]) || isAcronym(tokens[from])) || (tokens[from]?.tag === 'PRP$' && !quoted)) return null
  if (tokens[from]?.tag === 'PRP' && inPhrase(tokens[from + 1])) return null
  let head = from
  while (inPhrase(tokens[head + 1]) || joinsNames(tokens, head + 1)) head++
  const next = tokens[head + 1]
  if (
    !(isName(tokens[head]!) || isAcronym(tokens[head]) || (isWrittenAsName(tokens, head) && /^\p{Ll}/u.test(tokens[start]?.text ?? ''))) ||
    (next !== undefined && (isFiniteVerb(next) || lexicon.marks.that.has(next.lower) || next.tag === 'VBG'))
  )
    return null
  if (
    from === head &&
    commaBefore(tokens, start) &&
    !isAcronym(tokens[head]) &&
    standsApart(tokens, precedingSubject(tokens, start, lexicon))
  )
    return null
  const whole = withoutContent(tokens, extendedByTree(sentence, { head, first: from, last: head }), lexicon)
  const joined = tokens.findIndex(
    ({ index, pos }) => index > head + 1 && index <= whole.last && pos === 'CCONJ' && isPause(tokens[index - 1]),
  )
  return joined !== -1 && tokens[joined + 1]?.pos === 'VERB' ? { ...whole, last: joined - 2 } : whole
}

/** Whether a clause stands before a verb of speech, so that its speaker may stand after it: a verb besides those of "who" and "which". */
function isToldBefore(tokens: readonly Token[], start: number): boolean {
  const before = tokens.slice(0, start)
  const finite = before.filter(isFiniteVerb).length
  return finite === 0 ? before.some(isVerb) : finite > before.filter(({ tag }) => tag.startsWith('W')).length
}

/** Whether what is said goes on, as a clause, behind the speaker: "under the law, says a lawyer, he should have been freed". */
function goesOnAsClause({ tokens }: Sentence, from: number): boolean {
  const pause = tokens.find((token) => token.index > from && isPause(token))
  return pause !== undefined && inPhrase(tokens[pause.index + 1]) && tokens.slice(pause.index + 1).some(isFiniteVerb)
}

/** A speaker without what is said: after a pause "that" begins no description ("said a professor, that would be a first"). */
function withoutContent(tokens: readonly Token[], subject: Subject, lexicon: Lexicon): Subject {
  const that = tokens.find(
    ({ index, lower }) => index > subject.head + 1 && index <= subject.last && lexicon.marks.that.has(lower) && isPause(tokens[index - 1]),
  )
  return that === undefined ? subject : { ...subject, last: that.index - 2 }
}

/** Whether a short word stands within a foreign name: "Voix des Collines", "Corriere della Sera". */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  const [before, word, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return before?.pos === 'PROPN' && after?.pos === 'PROPN' && word !== undefined && /^\p{Ll}{1,5}$/u.test(word.text) && word.pos !== 'CCONJ'
}

/** Whether a phrase before a verb stands between pauses, as a speaker does: "Karl Holm, the colonel, said Monday", not "after the fall of the colonel, reported Reuters". */
export function standsApart(tokens: readonly Token[], subject: Subject | null): boolean {
  return subject !== null && (subject.first === 0 || isPause(tokens[subject.first - 1]))
}

function commaBefore(tokens: readonly Token[], start: number): boolean {
  return tokens[start - 1]?.text === ','
}

/** Segments between commas that may describe a speaker before the verb: "his lawyer, Karl Diouf, told". */
const longestDescription = 3

/** The speaker right before the verb, with what describes it between commas. */
export function precedingSubject(tokens: readonly Token[], start: number, lexicon: Lexicon): Subject | null {
  const described = subjectWithWho(tokens, start, lexicon)
  if (described !== null) return described
  let end = start - 1
  let found: Subject | null = null
  for (let segment = 0; segment < longestDescription && end >= 0; segment++) {
    if (segment > 0 || tokens[end]?.text === ',') {
      if (tokens[end]?.text !== ',') break
      end--
    }
    const phrase = nominalBefore(tokens, end, lexicon)
    if (phrase === null || (found !== null && tokens[phrase.first]?.pos === 'ADP')) break
    found = found === null ? phrase : joined(tokens, phrase, found)
    end = phrase.first - 1
    if (segment === 0 && tokens[start - 1]?.text !== ',') break
  }
  return found
}

/** Words of a "who" clause between a speaker and the verb. */
const longestWhoClause = 30

/** "…, Karl Holm, who runs the port, said": the speaker whose "who" clause ends right before the verb. */
function subjectWithWho(tokens: readonly Token[], start: number, lexicon: Lexicon): Subject | null {
  if (tokens[start - 1]?.text !== ',') return null
  for (let at = start - 2; at > Math.max(1, start - longestWhoClause); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.]$/.test(token.text) || isQuoteMark(token)) return null
    if (token.tag !== 'WP' || tokens[at - 1]?.text !== ',') continue
    const subject = nominalBefore(tokens, at - 2, lexicon)
    return subject === null || !(subject.first === 0 || isPause(tokens[subject.first - 1])) ? null : { ...subject, last: start - 2 }
  }
  return null
}

/** Whether a word ends, leftwards, the phrase before a verb: another verb, "because", "days after"; "the then minister" is one phrase. */
function isBreak(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at]
  if (token !== undefined && lexicon.timeLinks.has(token.lower)) return true
  return token !== undefined && (isFiniteVerb(token) || (token.pos === 'SCONJ' && tokens[at - 1]?.pos !== 'DET'))
}

/** Two phrases that describe one speaker: the name is the head, else the first. */
function joined(tokens: readonly Token[], outer: Subject, inner: Subject): Subject {
  const innerIsName = tokens[inner.head]?.pos === 'PROPN' && tokens[outer.head]?.pos !== 'PROPN'
  return { head: innerIsName ? inner.head : outer.head, first: outer.first, last: inner.last }
}

/** The noun phrase ("another" and "some" among them) that ends at a word, with what its prepositions add: "a spokesman for the court", "two people close to him". No verb may stand in it. */
function nominalBefore(tokens: readonly Token[], end: number, lexicon: Lexicon): Subject | null {
  const last = tokens[end]
  if (last !== undefined && !isName(last) && isWrittenAsName(tokens, end) && /^\p{Ll}/u.test(tokens[end + 1]?.text ?? ''))
    return { head: end, first: phraseStart(tokens, end), last: end }
  let first = end
  let head: number | null = null
  while (first >= 0) {
    const token = tokens[first]
    if (token === undefined || isPause(token) || token.tag.startsWith('W') || isBreak(tokens, first, lexicon)) break
    const alone = first === end && token.pos === 'DET'
    if ((isName(token) || alone) && (first === end || !inPhrase(tokens[first + 1]))) head = first
    first--
  }
  first++
  const afterVerb = tokens[first - 1] !== undefined && isFiniteVerb(tokens[first - 1]!) && tokens[end + 1]?.text === ','
  if (head === null || first > end || afterVerb || prepositionAt(tokens, first, lexicon) !== undefined) return null
  return { head, first: phraseStart(tokens, head) < first ? first : Math.min(first, phraseStart(tokens, head)), last: end }
}

/** The last word of the aside: before the next pause, relative clauses included. Null where another clause goes on. */
function lastOf(tokens: readonly Token[], from: number): number | null {
  let last = from
  let relative = false
  while (last + 1 < tokens.length && (!isPause(tokens[last + 1]) || opensMidway(tokens, last + 1))) {
    const next = tokens[last + 1]
    if (next !== undefined && isFiniteVerb(next) && !relative) return null
    relative ||= next?.tag === 'WP' || next?.tag === 'WDT'
    last++
  }
  return tokens[last + 1]?.text === ':' ? null : last
}

/** Whether a quotation mark opens within a phrase: "said the vote “was a farce”". */
function opensMidway(tokens: readonly Token[], at: number): boolean {
  return isQuoteMark(tokens[at]) && at > 0 && !isPause(tokens[at - 1])
}

function isVerb({ pos }: Token): boolean {
  return pos === 'VERB' || pos === 'AUX'
}

/** What stands before the aside and is said: a quotation, with the words that lead to it, or a clause. */
function leftOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  quotations: readonly Quotation[],
  makesClause: (token: Token) => boolean,
  lexicon: Lexicon,
): Span | null {
  const words = spanOf(tokens, afterSemicolon(tokens, first), first - 1)
  if (words === null || tokens.slice(0, first).every(({ pos }) => pos === 'PUNCT')) return null
  const mark = isQuoteMark(tokens[first - 1]) ? tokens[first - 1] : isQuoteMark(tokens[first - 2]) ? tokens[first - 2] : undefined
  const quotation = mark === undefined ? undefined : quotations.find(({ end }) => end === mark.end)
  if (quotation !== undefined) return { start: Math.min(quotation.start, words.start), end: quotation.end }
  if (opensAnew(tokens, last + 1, lexicon)) return null
  if (last + 1 >= tokens.length - 1 && isOpening(tokens, first)) return null
  const clause = tokens.slice(0, first).some(makesClause)
  if (!clause && tokens[last + 1]?.text !== ',') return null
  const aside = timedAside(tokens, 0, first - 1, lexicon)
  return aside === null ? words : spanOf(tokens, afterSemicolon(tokens, first), aside - 1)
}

/** Whether nothing but a clause that wants a main one stands before a speaker: "Asked whether he knew, …", "When she came out, …". */
function isOpening(tokens: readonly Token[], first: number): boolean {
  const opener = tokens.find(({ pos }) => pos !== 'PUNCT' && pos !== 'CCONJ' && pos !== 'ADV')
  if (opener === undefined || opener.index >= first || !(isSubordinator(opener) || /^VB[GND]$/.test(opener.tag))) return false
  return !tokens.slice(opener.index, first - 1).some((token) => token.text === ',')
}

/** The comma before words that set what is said against another time ("…, two days after the court had met") and end at a word: the outlet's own. Null where there are none. */
function timedAside(tokens: readonly Token[], from: number, last: number, lexicon: Lexicon): number | null {
  for (let comma = last - 1; comma > from; comma--) {
    if (tokens[comma]?.text === ',') return isTimed(tokens, comma + 1, lexicon) ? comma : null
  }
  return null
}

/** Whether a length of time with "after" or "before" begins at a word: "more than two years after". */
function isTimed(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const link = tokens.slice(from, from + longestLength).findIndex(({ lower }) => lexicon.timeLinks.has(lower))
  return link > 0 && lexicon.times.has(tokens[from + link - 1]?.lemma ?? '')
}

/** Words of a length of time: "a little more than twenty-two years after". */
const longestLength = 8

/** Whether a quotation begins after a verb of speech and its pause as a sentence of its own: then what stands before the speaker is the outlet's ("Asked whether he knew, he said: “No.”"). */
function opensAnew(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const mark = [tokens[from], tokens[from + 1]].find(isQuoteMark)
  const word = mark === undefined ? undefined : tokens[mark.index + 1]
  return word !== undefined && /^\p{Lu}/u.test(word.text) && (word.pos !== 'PROPN' || lexicon.selves.has(word.lower))
}

/** "…, where, the judges found, …", "And yet, the judges found, …": the words before the aside only open what is said. */
function onlyOpens(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 2]
  if (first > 1 && tokens[first - 1]?.text === ',' && tokens.slice(0, first).every(({ pos }) => /^(?:PUNCT|CCONJ|ADV)$/.test(pos)))
    return true
  return first >= 2 && before !== undefined && (before.tag.startsWith('W') || before.pos === 'SCONJ' || before.pos === 'CCONJ')
}

function restAfter(tokens: readonly Token[], last: number, quotations: readonly Quotation[], lexicon: Lexicon): Span | null {
  const start = tokens[last + 2]?.start
  const end = resumption(tokens, last, quotations, lexicon)
  return start === undefined || end === null || end <= start ? null : { start, end }
}

/** Where what is said goes on after an aside: the end of the sentence, or of the quotation that begins there. Null where it does not. */
function resumption(tokens: readonly Token[], last: number, quotations: readonly Quotation[], lexicon: Lexicon): number | null {
  if (tokens[last + 1]?.text === ';')
    return goesOnInPast(tokens, last + 2, lexicon) ? (spanOf(tokens, last + 2, tokens.length - 1)?.end ?? null) : null
  let at = last + 1
  while (at < tokens.length && isPause(tokens[at]) && !isQuoteMark(tokens[at])) at++
  const next = tokens[at]
  if (next === undefined) return null
  const quotation = quotations.find(({ start }) => start === next.start)
  if (quotation !== undefined && endsAsSentence(tokens, quotation)) return quotation.end
  if (next.tag === 'VBG' || next.tag === 'WP' || prepositionAt(tokens, at, lexicon) !== undefined || isTimed(tokens, at, lexicon))
    return null
  const stop = tokens.findIndex(
    ({ text, index }) =>
      index > at && (text === ';' || (isPause(tokens[index - 1]) && prepositionAt(tokens, index, lexicon) !== undefined)),
  )
  return spanOf(tokens, at, stop === -1 ? tokens.length - 1 : stop - 1)?.end ?? null
}

/** Whether what was said goes on past a semicolon: in the past, with nobody else who speaks ("prisoners were starved, the judgment finds; two were held as hostages"). */
function goesOnInPast(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  const rest = tokens.slice(from)
  const finite = rest.filter(isFiniteVerb)
  return (
    finite.length > 0 &&
    finite.every(({ tag }) => tag === 'VBD') &&
    !rest.some((token) => token.text === ';') &&
    !finite.some(({ pos, lemma }) => pos === 'VERB' && lexicon.verbs.has(lemma))
  )
}

/** The first word after the last semicolon before a word: what stands before it is another's, or the outlet's. */
function afterSemicolon(tokens: readonly Token[], before: number): number {
  for (let at = before - 1; at > 0; at--) if (tokens[at]?.text === ';') return at + 1
  return 0
}
