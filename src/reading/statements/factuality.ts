import type { Sentence, Token } from '../parts.js'
import type { VerbGroup } from './clause.js'
import type { Lexicon } from './lexicon.js'

/** Whether a clause says that it happened, how surely, and in which mood, with what says so. */
export interface Factuality {
  readonly polarity: 'positive' | 'negative'
  readonly certainty: 'certain' | 'hedged'
  readonly modality: 'actual' | 'demanded' | 'planned' | 'conditional'
  readonly why: readonly string[]
}

interface Reading {
  negative: boolean
  hedged: boolean
  modality: Factuality['modality']
  why: string[]
}

/** The factuality of a verb: its auxiliaries and adverbs, what governs it, and the clauses around it. */
export function factualityOfVerb(sentence: Sentence, group: VerbGroup, subject: readonly number[], lexicon: Lexicon): Factuality {
  const { tokens } = sentence
  const reading: Reading = { negative: false, hedged: false, modality: 'actual', why: [] }
  const nearest = Math.min(group.verb, ...group.governors.map((governor) => governor + 1).filter((at) => at > 0))
  readParts(tokens, group, reading, lexicon, nearest)
  readGovernors(tokens, group, reading, lexicon)
  readSubject(tokens, subject, reading, lexicon)
  readOpening(sentence, group, reading, lexicon)
  readAround(sentence, group.verb, reading, lexicon)
  return settled(reading)
}

/** The factuality of a noun: its determiner and adjectives ("no tip", "an alleged massacre"), and the verb that governs it. */
export function factualityOfNoun(
  sentence: Sentence,
  first: number,
  noun: number,
  governor: VerbGroup | null,
  lexicon: Lexicon,
): Factuality {
  const { tokens } = sentence
  const { sets } = lexicon
  const reading: Reading = { negative: false, hedged: false, modality: 'actual', why: [] }
  for (let at = Math.max(0, first - 1); at < noun; at++) {
    const word = tokens[at]?.lower ?? ''
    if (word === 'no' || word === 'without' || word === 'any') {
      if (word !== 'any') note(reading, 'negative', word)
    }
    if (sets.hedgingAdjectives.has(word)) note(reading, 'hedged', word)
    if (sets.planningNouns.has(tokens[at]?.lemma ?? '')) note(reading, 'planned', word)
  }
  if (governor !== null) {
    readParts(tokens, governor, reading, lexicon, governor.verb)
    readGovernors(tokens, governor, reading, lexicon)
    readOpening(sentence, governor, reading, lexicon)
    const lemma = tokens[governor.verb]?.lemma ?? ''
    if (sets.hedgingVerbs.has(lemma)) note(reading, 'hedged', lemma)
    if (sets.negativeVerbs.has(lemma)) note(reading, 'negative', lemma)
    readAround(sentence, governor.verb, reading, lexicon)
  }
  return settled(reading)
}

function note(reading: Reading, what: 'negative' | 'hedged' | Factuality['modality'], word: string): void {
  if (what === 'negative') reading.negative = !reading.negative
  else if (what === 'hedged') reading.hedged = true
  else reading.modality = what
  reading.why.push(`${what}: “${word}”`)
}

function settled({ negative, hedged, modality, why }: Reading): Factuality {
  return { polarity: negative ? 'negative' : 'positive', certainty: hedged ? 'hedged' : 'certain', modality, why }
}

/** Auxiliaries, adverbs and negations. `nearest` is where the verb's own group begins, after the last governor. */
function readParts(tokens: readonly Token[], group: VerbGroup, reading: Reading, { sets }: Lexicon, nearest: number): void {
  const perfect = group.parts.some((at) => tokens[at]?.lemma === 'have' && at >= nearest)
  for (const at of group.parts) {
    const token = tokens[at]
    if (token === undefined) continue
    if (sets.negators.has(token.lower)) note(reading, 'negative', token.lower)
    else if (sets.hedges.has(token.lower)) note(reading, 'hedged', token.lower)
    else if (sets.hedgingModals.has(token.lower)) note(reading, 'hedged', token.lower)
    else if (sets.demandingModals.has(token.lower)) note(reading, perfect ? 'conditional' : 'demanded', token.lower)
    else if (sets.planningModals.has(token.lower)) note(reading, 'planned', token.lower)
    else if (token.lower === 'would' || token.lower === 'could')
      note(reading, perfect ? 'conditional' : token.lower === 'would' ? 'planned' : 'conditional', token.lower)
    else if (token.lower === 'to' && tokens[at - 1]?.lemma === 'be') note(reading, 'planned', `${tokens[at - 1]?.lower} to`)
    else if (token.lower === 'without') note(reading, 'negative', token.lower)
  }
}

function readGovernors(tokens: readonly Token[], group: VerbGroup, reading: Reading, { sets }: Lexicon): void {
  for (const at of group.governors) {
    const token = tokens[at]
    if (token === undefined) continue
    const passive = tokens[at - 1]?.lemma === 'be' || (tokens[at - 1]?.pos === 'ADV' && tokens[at - 2]?.lemma === 'be')
    if (sets.negativeVerbs.has(token.lemma) || sets.negativeNouns.has(token.lemma) || token.lower === 'unable')
      note(reading, 'negative', token.lower)
    else if (token.lower === 'yet' || (token.lemma === 'have' && tokens[at + 1]?.lower === 'yet')) note(reading, 'negative', 'yet to')
    else if (sets.hedgingVerbs.has(token.lemma) || (passive && sets.hedgingPassives.has(token.lemma))) note(reading, 'hedged', token.lower)
    else if (
      sets.planningVerbs.has(token.lemma) ||
      sets.planningNouns.has(token.lemma) ||
      /^(?:due|about|set|likely|ready|scheduled)$/.test(token.lower)
    )
      note(reading, 'planned', token.lower)
    else if (sets.demandingVerbs.has(token.lemma)) note(reading, 'demanded', token.lower)
  }
}

function readSubject(tokens: readonly Token[], subject: readonly number[], reading: Reading, { sets }: Lexicon): void {
  for (const head of subject) {
    for (let at = Math.max(0, head - 3); at <= head; at++) {
      const word = tokens[at]?.lower ?? ''
      if (at === head ? /^(?:nobody|none|nothing|no-one)$/.test(word) : (word === 'no' || word === 'neither') && sets.negators.has(word)) {
        note(reading, 'negative', word)
        return
      }
    }
  }
}

/** What opens the clause: "if", "had he been", "should he be"; a negation put first ("nor did he"). */
function readOpening({ tokens }: Sentence, group: VerbGroup, reading: Reading, { sets }: Lexicon): void {
  for (let at = group.start - 1; at >= Math.max(0, group.start - 14); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return
    const opens = at === 0 || /^[,;:“"—–(]$/.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.lower === 'and'
    const condition =
      sets.conditions.has(token.lower) && (token.pos === 'SCONJ' || opens || token.lower === 'if' || token.lower === 'unless')
    if (condition && (/^(?:if|unless)$/.test(token.lower) || (opens && /^(?:had|should|were)$/.test(token.lower)))) {
      note(reading, 'conditional', token.lower)
      return
    }
    if (opens && token.lower === 'nor') note(reading, 'negative', token.lower)
    if (token.pos === 'VERB' && at < group.start - 1) return
  }
}

/** Hedges elsewhere in the clause: "reportedly" before the subject. */
function readAround({ tokens }: Sentence, verb: number, reading: Reading, { sets }: Lexicon): void {
  for (let at = verb + 1; at < Math.min(tokens.length, verb + 4); at++) {
    const token = tokens[at]
    if (token === undefined || token.pos === 'VERB' || token.text === ',') return
    if (sets.hedges.has(token.lower)) note(reading, 'hedged', token.lower)
  }
}
