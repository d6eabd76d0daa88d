import { partyAt } from '../parties/lookup.js'
import type { Parties, Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import type { Lexicon } from './lexicon.js'
import { isFiniteVerb, isName, isQuoteMark, modeOf, spanOf } from './phrases.js'
import type { Quotation } from './quotations.js'

/** Words of a speaker before a headline's colon or after its dash: "Justice ministry sources: …". More are a clause. */
const longestLabel = 7

/** The attributions that the make-up of a line makes (a plain text's title is its first sentence): "ICC: Italy failed to …", "… - source", "Berg: “…”". */
export function readLineCues(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): readonly Attribution[] {
  const colon = atColon(sentence, quotations, lexicon)
  const dash = atDash(sentence, quotations, lexicon)
  return [colon, dash].flatMap((attribution) => attribution ?? [])
}

/** What `why` says of a turn in a transcript, and of a title's label. */
export const turn = 'turn'
const titleLabel = 'colon'

/**
 * The attributions without labels that are nobody's: those that only say where a thing happened ("NAIROBI: A court …", "Chile: Judge frees …"; a place that is quoted speaks), and those of a box of facts
 * ("CHARGES: …"), which stand once and name no one.
 */
export function withoutIdleLabels(attributions: readonly Attribution[], parties: Parties, lexicon: Lexicon): readonly Attribution[] {
  const taken = new Map<string, number>()
  for (const { why, sentence, speaker } of attributions) {
    const label = sentence.tokens[speaker ?? -1]
    if (why === turn && label !== undefined) taken.set(label.text, (taken.get(label.text) ?? 0) + 1)
  }
  return attributions.filter(({ why, sentence, speaker, mode }) => {
    const label = sentence.tokens[speaker ?? -1]
    if (why === titleLabel) return mode === 'direct' || !isPlace(label, parties)
    if (why !== turn || label === undefined) return true
    const speaks =
      partyAt(parties, label) !== undefined ||
      lexicon.speakers.has(label.lower) ||
      [lexicon.asking, lexicon.answering].some((set) => set.has(label.text))
    return !isPlace(label, parties) && (speaks || (taken.get(label.text) ?? 0) > 1)
  })
}

function isPlace(label: Token | undefined, parties: Parties): boolean {
  return label !== undefined && partyAt(parties, label)?.kind === 'place'
}

function atColon(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens, kind } = sentence
  const colon = tokens.slice(0, longestLabel + longestOffice + 1).findIndex(({ text }) => text === ':')
  if (colon < 1 || colon + 1 >= tokens.length) return null
  const label = tokens.slice(0, endOfName(tokens, colon))
  if (label.length > longestLabel) return null
  if (!isLabel(label) && !isTurn(label, lexicon)) return null
  const titled = kind === 'headline' || kind === 'heading' || sentence.index === 0
  const takesTurn = isTurn(label, lexicon)
  if (!isQuoteMark(tokens[colon + 1]) && !takesTurn && !(titled && canSpeak(label, lexicon) && !isSaidByAnother(sentence, colon, lexicon)))
    return null
  const quotation = quotations.find(({ start }) => start === tokens[colon + 1]?.start)
  const content = quotation ?? spanOf(tokens, colon + 1, tokens.length - 1)
  if (content === null) return null
  return {
    sentence,
    source: spanOf(tokens, 0, colon - 1),
    speaker: headOfLabel(label, lexicon),
    quoter: null,
    hearer: null,
    cue: spanOf(tokens, colon, colon) ?? { start: tokens[colon]?.start ?? 0, end: tokens[colon]?.end ?? 0 },
    content: { start: content.start, end: content.end },
    mode: takesTurn ? 'direct' : modeOf(content, quotations),
    tells: true,
    why: takesTurn ? turn : titleLabel,
  }
}

/** Words in brackets between a name and its colon: "KARL HOLM (harbour clerk): …". */
const longestOffice = 8

/** Where the name before a colon ends: before the bracket that tells the office, if one does. */
function endOfName(tokens: readonly Token[], colon: number): number {
  const open = tokens[colon - 1]?.text === ')' ? tokens.findLastIndex(({ text, index }) => text === '(' && index < colon) : -1
  return open < 1 ? colon : open
}

/** Whether a title names its speaker at its end, so that what stands before the colon is only what it is about: "Chile: …, says jurist". */
function isSaidByAnother({ tokens }: Sentence, colon: number, lexicon: Lexicon): boolean {
  return tokens.some(
    ({ index, lemma }) =>
      index > colon + 1 &&
      tokens[index - 1]?.text === ',' &&
      lexicon.verbs.get(lemma)?.some(({ particles, frames }) => particles.length === 0 && frames.has('clause')) === true,
  )
}

/** The head word of a label: "our correspondent in Rabat" is the correspondent. */
function headOfLabel(label: readonly Token[], lexicon: Lexicon): number {
  const tie = label.findIndex(({ index, pos, lower }) => index > 0 && pos === 'ADP' && lexicon.ties.has(lower))
  return (tie === -1 ? label.length : tie) - 1
}

/** Whether a label stands as transcripts name who takes the turn: in capitals ("KATE BERG: …"), or as "Q" and "A". */
function isTurn(label: readonly Token[], lexicon: Lexicon): boolean {
  const letters = label.map(({ text }) => text).join('')
  if (lexicon.headings.has(letters.toLowerCase())) return false
  return lexicon.asking.has(letters) || lexicon.answering.has(letters) || /^[\p{Lu}.’'-]{3,}$/u.test(letters)
}

/** A name, or a document that speaks ("Report: …"); "A gift to impunity: …" is nobody. */
function canSpeak(label: readonly Token[], lexicon: Lexicon): boolean {
  const last = label.at(-1)
  if (last === undefined || lexicon.headings.has(last.lower)) return false
  return last.pos === 'PROPN' || lexicon.documents.has(last.lemma) || lexicon.speakers.has(last.lemma)
}

function isLabel(label: readonly Token[]): boolean {
  const last = label.at(-1)
  return last !== undefined && isName(last) && !label.some((token) => isFiniteVerb(token) || token.pos === 'PUNCT' || token.pos === 'VERB')
}

/** "… - source": only in a headline, and only somebody who can speak. */
function atDash(sentence: Sentence, quotations: readonly Quotation[], lexicon: Lexicon): Attribution | null {
  const { tokens, kind } = sentence
  if (kind !== 'headline') return null
  let dash = tokens.length - 1
  while (dash > 0 && !/^(?:-|–|—|--)$/.test(tokens[dash]?.text ?? '')) dash--
  const label = tokens.slice(dash + 1)
  if (dash < 2 || label.length === 0 || label.length > longestLabel || !isLabel(label) || !canSpeak(label, lexicon)) return null
  const content = spanOf(tokens, 0, dash - 1)
  if (content === null) return null
  return {
    sentence,
    source: spanOf(tokens, dash + 1, tokens.length - 1),
    speaker: tokens.length - 1,
    quoter: null,
    hearer: null,
    cue: { start: tokens[dash]?.start ?? 0, end: tokens[dash]?.end ?? 0 },
    content,
    mode: modeOf(content, quotations),
    tells: true,
    why: 'dash',
  }
}
