import type { Span } from '../../model/report.js'
import type { Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import { complementAfter } from './complements.js'
import { type Lexicon, type VerbUse, verbUseAt } from './lexicon.js'
import { extentOf, isFinite, isName, isPause, isQuoteMark, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { adjacentSubject, type Subject, subjectOf } from './subjects.js'

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
  const left = quotation ?? spanOf(tokens, 0, first - 1)
  if (left === null) return null
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

interface Aside {
  readonly first: number
  readonly last: number
  readonly subject: Subject
}

/** The words "he said" as an aside between pauses; null where the verb is none. */
function asideOf(sentence: Sentence, verb: number, from: number): Aside | null {
  const { tokens } = sentence
  const tree = sentence.tree()
  const subject = subjectOf(sentence, verb) ?? adjacentSubject(sentence, verb)
  if (subject === null) return null
  const first = Math.min(groupStart(tokens, verb), subject.head < verb ? subject.first : verb)
  if (first === 0 || !isPause(tokens[first - 1])) return null
  let last = Math.max(from - 1, subject.last)
  while (last + 1 < tokens.length && !isPause(tokens[last + 1])) {
    const next = tokens[last + 1]
    if (next !== undefined && isFinite(next)) return null
    last++
  }
  const extent = extentOf(tree, verb)
  if (subject.head > verb) last = Math.max(last, Math.min(extent.last, subject.last))
  return { first, last, subject }
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

function modeOf(content: Span, quotations: readonly Quotation[]): 'direct' | 'indirect' | 'mixed' {
  const inside = quotations.filter(({ start, end }) => start < content.end && end > content.start)
  if (inside.length === 0) return 'indirect'
  return inside.some(({ start, end }) => start <= content.start + 1 && end >= content.end - 1) ? 'direct' : 'mixed'
}

export { isName, modeOf }
