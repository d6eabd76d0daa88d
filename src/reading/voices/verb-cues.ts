import type { Span } from '../../model/report.js'
import type { Sentence, Token } from '../parts.js'
import { asideAt, precedingSubject, standsApart } from './asides.js'
import type { Attribution } from './attribution.js'
import { complementAfter, opensWithin, quotedAfter } from './complements.js'
import { isNounOfSpeech, type Lexicon, type VerbUse, verbUseAt } from './lexicon.js'
import { extentOf, groupStart, isFiniteVerb, isName, isPause, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'
import { quotedAsAt } from './quoted-as.js'
import { headAfter, phraseStart, quoterOf, type Subject, subjectOf } from './subjects.js'

/** The attributions that verbs of speech, thought and wish make in a sentence. `quotations` are those of its block. */
export function readVerbCues(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  const cues = sentence.tokens.filter(({ lemma }) => lexicon.cueVerbs.has(lemma))
  return cues.flatMap((token) => {
    if (token.pos === 'VERB' ? isNounOfSpeech(sentence, token, lexicon) : !isTakenForNoun(sentence, token, lexicon)) return []
    const use = verbUseAt(sentence, token.index, lexicon) ?? (lexicon.quoteVerbs.has(token.lemma) ? quoting : null)
    return use === null ? [] : (atVerb(sentence, token, use, quotations, lexicon) ?? [])
  })
}

/** Whether a word that the tags call a noun is a verb of speech: ", a former minister recalls, …", "her lawyers insist she was ill". */
function isTakenForNoun(sentence: Sentence, { tag, index, lower }: Token, lexicon: Lexicon): boolean {
  const { tokens } = sentence
  if (/^NNS?$/.test(tag) && tokens[index + 1]?.tag === 'RP') return (verbUseAt(sentence, index, lexicon)?.particles.length ?? 0) > 0
  if (tag === 'NN')
    return !lexicon.nouns.has(lower) && lexicon.verbs.has(lower) && tokens[index + 1]?.tag === 'PRP' && tokens[index - 1]?.tag !== 'DT'
  if (tag !== 'NNS' || !/^NNP?$/.test(tokens[index - 1]?.tag ?? '')) return false
  const first = phraseStart(tokens, index - 1)
  const determined = /^(?:DET|NUM)$/.test(tokens[first]?.pos ?? '')
  return isPause(tokens[index + 1]) && tokens[first - 1]?.text === ',' && (determined || sentence.kind === 'headline')
}

const quoting: VerbUse = { particles: [], frames: new Map() }

function atVerb(sentence: Sentence, verb: Token, use: VerbUse, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const from = verb.index + 1 + use.particles.length
  const handed = quotedAsAt(sentence, verb.index, lexicon)
  const start = handed?.start ?? groupStart(tokens, verb.index)
  if (isPassive(sentence, verb, from, lexicon) || (verb.index === 0 && verb.tag === 'VBD' && use.frames.has('hearer')))
    return lexicon.raisingPassive.has(verb.lemma) ? null : atPassive(sentence, verb, use, quotations, lexicon)
  const speaks = use === quoting || use.frames.has('clause') || use.frames.has('hearer')
  const aside = speaks
    ? asideAt(
        sentence,
        verb.index,
        from,
        { start, turns: use === quoting || use.frames.has('clause'), hears: use.frames.has('hearer') },
        quotations,
        lexicon,
      )
    : null
  const before = speaks && lexicon.proforms.has(tokens[from]?.lower ?? '') ? clauseBefore(sentence, verb.index) : null
  const found =
    aside !== null || before !== null
      ? null
      : use === quoting
        ? quotedAfter(sentence, from, quotations, lexicon)
        : complementAfter(sentence, verb.index, handed?.from ?? from, use, quotations, lexicon)
  if (aside === null && found === null && before === null) return null
  if (aside !== null && use === quoting && modeOf(aside.content, quotations) === 'indirect') return null
  const subject = aside?.subject ?? speakerOf(sentence, typeof handed?.quoted === 'number' ? start : verb.index, start, lexicon)
  const content = before ?? aside?.content ?? found?.content ?? null
  if (content === null) return null
  const attribution: Attribution = {
    sentence,
    source: subject === null ? null : spanOf(tokens, subject.first, subject.last),
    speaker: subject?.head ?? null,
    quoter: handed?.quoter ?? (subject === null ? null : quoterOf(sentence, subject.head, lexicon)),
    hearer: hearerOf(sentence, verb.index, lexicon),
    cue: spanOf(tokens, start, from - 1),
    content,
    mode: modeOf(content, quotations),
    tells: (found === null || (use.frames.get(found.frame) ?? true)) && isSaid(sentence, verb.index, start, subject, lexicon),
    why: `${found === null ? 'aside' : found.frame}: ${verb.lemma}`,
  }
  return heardFrom(attribution, verb, from, handed?.quoted ?? null, lexicon)
}

/** Whether a verb of speech tells of something said: not where nobody speaks, the verb is negated, or it is only wished, asked for or refused ("refused to say whether"); what somebody "was heard to say" is said. */
function isSaid({ tokens, tree }: Sentence, verb: number, start: number, subject: Subject | null, lexicon: Lexicon): boolean {
  if (subject !== null && [subject.head, subject.first].some((at) => isNobody(tokens, at, lexicon))) return false
  if (tokens.slice(start, verb).some(({ lower }) => lexicon.negations.has(lower))) return false
  if (tokens[verb]?.tag !== 'VB' || !lexicon.marks.to.has(tokens[verb - 1]?.lower ?? '')) return true
  const { head, relation } = tree()
  const governor = tokens[head[verb] ?? -1]
  if (relation[verb] !== 'xcomp' || governor === undefined || governor.pos !== 'VERB') return true
  const isHeard = governor.tag === 'VBN' && !lexicon.verbs.get(governor.lemma)?.some(({ frames }) => frames.has('urging'))
  return isHeard || lexicon.carrying.has(governor.lemma)
}

/** "Nobody", "no court"; "No 10" is somebody. */
function isNobody(tokens: Sentence['tokens'], at: number, lexicon: Lexicon): boolean {
  return lexicon.silent.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.pos !== 'NUM'
}

/** "Heard from a neighbour that", "quoted the minister as saying": the neighbour or minister speaks, and whoever heard or quotes it hands it on. */
function heardFrom(attribution: Attribution, { lemma }: Token, from: number, quoted: number | null, lexicon: Lexicon): Attribution {
  const { sentence, speaker } = attribution
  const { tokens } = sentence
  const heard = lexicon.hearing.has(lemma) && lexicon.marks.from.has(tokens[from]?.lower ?? '') ? headAfter(sentence, from + 1) : null
  const head = quoted ?? heard
  if (head === null) return attribution
  const quoter = speaker !== null && tokens[speaker]?.pos === 'PRON' ? null : speaker
  return { ...attribution, source: spanOf(tokens, quoted === null ? from + 1 : phraseStart(tokens, head), head), speaker: head, quoter }
}

/** "Asked whether he knew, …", "was told by the clerk that": whoever stands after "by" speaks, if anybody. */
function atPassive(sentence: Sentence, verb: Token, use: VerbUse, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const from = verb.index + 1 + use.particles.length
  if (!lexicon.marks.to.has(tokens[from]?.lower ?? '') && !opensWithin(sentence, from, lexicon)) return null
  const found = complementAfter(sentence, verb.index, from, use, quotations, lexicon)
  if (found === null || found.frame === 'object') return null
  const tree = sentence.tree()
  const by = tree.children(verb.index).find((child) => child > verb.index && tree.relation[child] === 'obl:agent')
  const speaker = by === undefined ? null : headAfter(sentence, extentOf(tree, by).first + 1)
  return {
    sentence,
    source: speaker === null ? null : spanOf(tokens, extentOf(tree, by ?? speaker).first + 1, speaker),
    speaker,
    quoter: null,
    hearer: null,
    cue: cueOf(tokens, verb.index, from - 1),
    content: found.content,
    mode: modeOf(found.content, quotations),
    tells: use.frames.get(found.frame) ?? true,
    why: `passive: ${verb.lemma}`,
  }
}

/** What stands before the clause of a verb, past its semicolon or comma: "it was lost; the port said so". */
function clauseBefore({ tokens }: Sentence, verb: number): Span | null {
  let at = verb - 1
  while (at > 0 && !isPause(tokens[at])) at--
  const words = at <= 0 ? null : spanOf(tokens, 0, at - 1)
  return words !== null && tokens.slice(0, at).some(isFiniteVerb) ? words : null
}

/** The verb's subject as the parse has it; where it has only one shared with another verb, the phrase between commas before the verb goes first: "Anna Holm, the minister, has confirmed". */
function speakerOf(sentence: Sentence, verb: number, start: number, lexicon: Lexicon): Subject | null {
  const { tokens } = sentence
  const tree = sentence.tree()
  const parsed = subjectOf(sentence, verb)
  const whose = parsed !== null && tokens[parsed.head]?.tag.startsWith('W') === true && tokens[start - 1]?.text === ',' ? parsed.head : null
  const described = whose === null || tokens[whose - 1]?.text !== ',' ? null : precedingSubject(tokens, whose - 1, lexicon)
  if (described !== null) return described
  const own = tree.children(verb).some((child) => /^[nc]subj/.test(tree.relation[child] ?? ''))
  const apart = parsed !== null && tokens.slice(parsed.head, start).some(({ text }) => text === ';')
  return parsed !== null && !apart && (own || tokens[start - 1]?.text !== ',' || !isFiniteVerb(tokens[start]!))
    ? parsed
    : (precedingSubject(tokens, start, lexicon) ?? parsed)
}

/** Who was told: "told AFP", "said to AFP". */
function hearerOf(sentence: Sentence, verb: number, lexicon: Lexicon): number | null {
  const { tokens } = sentence
  if (lexicon.telling.has(tokens[verb]?.lemma ?? '')) return headAfter(sentence, verb + 1) ?? verb + 1
  if (!tokens.some(({ lower }) => lexicon.marks.to.has(lower))) return null
  const tree = sentence.tree()
  const to = (child: number) => tree.children(child).some((mark) => lexicon.marks.to.has(tokens[mark]?.lower ?? ''))
  return tree.children(verb).find((child) => child > verb && tree.relation[child] === 'obl' && to(child)) ?? null
}

/** The verb with its auxiliaries and particles. */
function cueOf(tokens: readonly Token[], verb: number, last: number): Span {
  const first = tokens[groupStart(tokens, verb)] ?? tokens[verb]
  return { start: first?.start ?? 0, end: tokens[last]?.end ?? 0 }
}

/** "Was accused" and "accused of it" are passive, "have for years accused" is not. */
function isPassive(sentence: Sentence, verb: Token, from: number, lexicon: Lexicon): boolean {
  if (verb.tag !== 'VBN' || isActiveAllTheSame(sentence, verb, from, lexicon)) return false
  const { tokens } = sentence
  for (let at = verb.index - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token?.pos === 'ADV' || token?.pos === 'PART') continue
    if (token?.pos === 'AUX') return lexicon.passives.has(token.lemma)
    break
  }
  const perfect = sentence.tokens
    .slice(Math.max(0, verb.index - auxiliaryReach), verb.index)
    .some(({ lemma, pos }) => lexicon.perfects.has(lemma) && pos !== 'NOUN')
  return !perfect
}

/** Words from "have" to its participle: "have for many years accused". */
const auxiliaryReach = 5

/** Whether a verb that is tagged as a participle is the verb of a sentence: right after "she" or beside another such verb, behind a pause and a name, with an object or a clause after it ("critics accused the court of", "the governor posted on Monday that"), or as the only verb. "Said by telephone" tells the means, "said by a guard" who said it. */
function isActiveAllTheSame(sentence: Sentence, verb: Token, from: number, lexicon: Lexicon): boolean {
  const { tokens, kind } = sentence
  const start = groupStart(tokens, verb.index)
  const before = tokens[start - 1]
  if (before === undefined || tokens.slice(start, verb.index).some(({ pos }) => pos === 'AUX')) return false
  if (lexicon.pronouns.has(before.lower)) return true
  if (lexicon.marks.by.has(tokens[from]?.lower ?? ''))
    return tokens[from + 1]?.tag === 'NN' && precedingSubject(tokens, start, lexicon) !== null
  const tree = sentence.tree()
  const beside = tokens[tree.head[verb.index] ?? -1]
  if (before.pos === 'CCONJ' && tree.relation[verb.index] === 'conj' && beside !== undefined && isFiniteVerb(beside)) return true
  if (!isName(before)) return false
  if (before.pos === 'PROPN' && standsApart(tokens, precedingSubject(tokens, start, lexicon))) return true
  if (!lexicon.naming.has(verb.lemma) && /^(?:DT|PRP|PRP\$|NNP|NNPS)$/.test(tokens[from]?.tag ?? '')) return true
  if (kind === 'headline' || kind === 'heading' || tokens.slice(0, verb.index).some(isFiniteVerb)) return false
  return !tokens.some(isFiniteVerb) || opensThat(sentence, from, lexicon)
}

/** Whether "that" opens a clause soon after a word. */
function opensThat({ tokens }: Sentence, from: number, lexicon: Lexicon): boolean {
  const next = tokens.find((token) => token.index >= from && (isFiniteVerb(token) || isPause(token) || lexicon.marks.that.has(token.lower)))
  return next?.pos === 'SCONJ'
}
