import type { Span } from '../../model/report.js'
import type { Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import { complementAfter } from './complements.js'
import { type Lexicon, type VerbUse, verbUseAt } from './lexicon.js'
import { extentOf, isFiniteVerb, isPause, isQuoteMark, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { adjacentSubject, invertedSubject, type Subject, subjectOf } from './subjects.js'

/** The attributions that verbs of speech, thought and wish make in a sentence. `quotations` are those of its block. */
export function readVerbCues(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  return sentence.tokens.flatMap((token) => {
    if (token.pos !== 'VERB') return []
    const use = verbUseAt(sentence, token.index, lexicon) ?? (lexicon.quoteVerbs.has(token.lemma) ? quoting : null)
    return use === null ? [] : (atVerb(sentence, token, use, quotations) ?? [])
  })
}

const quoting: VerbUse = { particles: [], frames: new Map() }

function atVerb(sentence: Sentence, verb: Token, use: VerbUse, quotations: readonly Quotation[]): Attribution | null {
  const { tokens } = sentence
  const from = verb.index + 1 + use.particles.length
  const passive = isPassive(sentence, verb)
  if (passive) return null
  const cue = cueOf(tokens, verb.index, from - 1)
  const inverted = isInverted(sentence, verb.index, from)
  if (inverted) return before(sentence, verb, from, use, cue, quotations)
  const subject = subjectOf(sentence, verb.index) ?? adjacentSubject(sentence, verb.index)
  const after = complementAfter(sentence, verb.index, from, use === quoting ? { frames: quotesOnly } : use, quotations)
  if (after !== null && (use !== quoting || after.quotation !== null)) {
    return {
      sentence,
      source: sourceSpan(tokens, subject),
      speaker: subject?.head ?? null,
      cue,
      content: after.content,
      mode: modeOf(after.content, quotations),
      tells: use.frames.get(after.frame) ?? use.frames.get('hearer') ?? true,
      why: `${after.frame}: ${verb.lemma}`,
    }
  }
  return before(sentence, verb, from, use, cue, quotations)
}

const quotesOnly: VerbUse['frames'] = new Map([['clause', true]])

/** What stands before: "…, he said", "“…,” said Anna Berg". */
function before(
  sentence: Sentence,
  verb: Token,
  from: number,
  use: VerbUse,
  cue: Span,
  quotations: readonly Quotation[],
): Attribution | null {
  if (use !== quoting && !use.frames.has('clause') && !use.frames.has('hearer')) return null
  const { tokens } = sentence
  const aside = asideOf(sentence, verb.index, from)
  if (aside === null) return null
  const { first, subject, last } = aside
  const mark = tokens[first - 1]
  const quotation = isQuoteMark(mark) ? quotations.find(({ start, end }) => end === mark?.end && start < (mark?.start ?? 0)) : undefined
  if (use === quoting && quotation === undefined) return null
  const resumes = resumption(sentence, last, quotations)
  const clause = spanOf(tokens, 0, first - 1)
  if (clause === null || !tokens.slice(0, first).some(({ pos }) => pos !== 'PUNCT')) return null
  const left = quotation === undefined ? clause : { start: Math.min(quotation.start, clause.start), end: quotation.end }
  const content = { start: left.start, end: Math.max(left.end, resumes ?? left.end) }
  return {
    sentence,
    source: sourceSpan(tokens, subject),
    speaker: subject.head,
    cue,
    content,
    mode: quotation === undefined ? modeOf(content, quotations) : 'direct',
    tells: true,
    why: `after: ${verb.lemma}`,
  }
}

/** Whether the verb comes right after a pause and before its speaker: "“…,” said Anna Berg". */
function isInverted(sentence: Sentence, verb: number, from: number): boolean {
  const { tokens } = sentence
  const next = tokens[from]
  if (verb === 0 || !isPause(tokens[verb - 1]) || next === undefined || !/^(?:PROPN|DET|NOUN|PRON|ADJ|NUM)$/.test(next.pos)) return false
  if (!isFiniteVerb(tokens[verb] ?? next) && tokens[verb]?.tag !== 'VBN') return false
  const tree = sentence.tree()
  const subject = tree.children(verb).find((child) => /^nsubj/.test(tree.relation[child] ?? ''))
  return subject === undefined ? isQuoteMark(tokens[verb - 1]) || isQuoteMark(tokens[verb - 2]) : subject > verb
}

interface Aside {
  readonly first: number
  readonly last: number
  readonly subject: Subject
}

/** The words "he said" as an aside between pauses; null where the verb is none. */
function asideOf(sentence: Sentence, verb: number, from: number): Aside | null {
  const { tokens } = sentence
  const tree = sentence.tree()
  const subject = isInverted(sentence, verb, from)
    ? invertedSubject(sentence, from)
    : (subjectOf(sentence, verb) ?? adjacentSubject(sentence, verb))
  if (subject === null || relatives.has(tokens[subject.head]?.lower ?? '') || !canBeAside(tokens, verb)) return null
  const first = Math.min(groupStart(tokens, verb), subject.head < verb ? subject.first : verb)
  if (first === 0 || !isPause(tokens[first - 1])) return null
  let last = Math.max(from - 1, subject.last)
  while (last + 1 < tokens.length && !isPause(tokens[last + 1])) {
    const next = tokens[last + 1]
    if (next !== undefined && isFiniteVerb(next)) return null
    last++
  }
  const extent = extentOf(tree, verb)
  if (subject.head > verb) last = Math.max(last, Math.min(extent.last, subject.last))
  return { first, last, subject }
}

const relatives = new Set(['who', 'which', 'that', 'whom'])

/** "He said" can be an aside, "to say" cannot. */
function canBeAside(tokens: readonly Token[], verb: number): boolean {
  const tag = tokens[verb]?.tag
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'VBN' || tokens[groupStart(tokens, verb)]?.pos === 'AUX'
}

/** Where what is said goes on after an aside: the end of the sentence, or of the quotation that begins there. Null where it does not. */
function resumption({ tokens }: Sentence, last: number, quotations: readonly Quotation[]): number | null {
  let at = last + 1
  while (at < tokens.length && isPause(tokens[at]) && !isQuoteMark(tokens[at])) at++
  const next = tokens[at]
  if (next === undefined) return null
  const quotation = quotations.find(({ start }) => start === next.start)
  if (quotation !== undefined) return quotation.end
  if (next.tag === 'VBG' || next.pos === 'CCONJ' || next.pos === 'SCONJ' || next.pos === 'ADP') return null
  return spanOf(tokens, at, tokens.length - 1)?.end ?? null
}

function groupStart(tokens: readonly Token[], verb: number): number {
  let first = verb
  while (first > 0 && /^(?:AUX|ADV|PART)$/.test(tokens[first - 1]?.pos ?? '')) first--
  return first
}

/** The verb with its auxiliaries and particles. */
function cueOf(tokens: readonly Token[], verb: number, last: number): Span {
  const first = tokens[groupStart(tokens, verb)] ?? tokens[verb]
  return { start: first?.start ?? 0, end: tokens[last]?.end ?? 0 }
}

function isPassive({ tokens }: Sentence, verb: Token): boolean {
  if (verb.tag !== 'VBN') return false
  for (let at = verb.index - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token?.pos === 'ADV' || token?.pos === 'PART') continue
    return token?.pos === 'AUX' ? token.lemma === 'be' : true
  }
  return true
}

function sourceSpan(tokens: readonly Token[], subject: Subject | null): Span | null {
  return subject === null ? null : spanOf(tokens, subject.first, subject.last)
}
