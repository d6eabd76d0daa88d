import type { StatementType } from '../../model/report.js'
import type { Sentence, Token } from '../parts.js'
import { phraseStart, type VerbGroup } from './clause.js'
import type { Reader } from './draft.js'
import type { Lexicon } from './lexicon.js'
import { phraseAt } from './triggers.js'

/** Whether a clause says what the law is or how things always go, and so tells no happening: "Law 12 does not let the police ...", "the clerk then passes it to the judge". */
export function isGeneric(
  sentence: Sentence,
  group: VerbGroup,
  subject: readonly number[],
  told: boolean,
  { lexicon, ruleBlocks }: Pick<Reader, 'lexicon' | 'ruleBlocks'>,
): boolean {
  if (subject.some((head) => lexicon.sets.anyone.has(sentence.tokens[head]?.lower ?? ''))) return true
  if (isCapacity(sentence, group, lexicon) || isAnybody(sentence, group, subject, lexicon)) return true
  return (
    isProvidedByLaw(sentence, group, subject, lexicon) ||
    (!told && tellsHowItGoes(sentence, group, lexicon, ruleBlocks.has(sentence.block)))
  )
}

/** "the power to arrest", "fit to travel", "no means of bringing him back": what may or can be done. */
function isCapacity({ tokens }: Sentence, { governors }: VerbGroup, { sets }: Lexicon): boolean {
  return governors.some((at) => {
    const token = tokens[at]
    return token !== undefined && (sets.capacities.has(token.lemma) || (token.pos === 'ADJ' && sets.capacities.has(token.lower)))
  })
}

/** "a person who is arrested", "every detainee has": in the present, of a person who is nobody in particular. In a headline "a man is held" is told of one man. */
function isAnybody({ tokens, kind }: Sentence, group: VerbGroup, subject: readonly number[], { sets }: Lexicon): boolean {
  if (kind !== 'paragraph') return false
  const finite = [...group.parts, group.verb].flatMap((at) => tokens[at] ?? []).find(({ tag }) => /^(?:VB[ZPD]|MD)$/.test(tag))
  if (finite === undefined || finite.tag === 'VBD' || group.parts.some((at) => tokens[at]?.lemma === 'have' || tokens[at]?.tag === 'VBG'))
    return false
  return subject.some((head) => {
    const determiner = tokens[head - 1]
    return (
      tokens[head]?.pos === 'NOUN' &&
      sets.people.has(tokens[head]?.lemma ?? '') &&
      sets.indefinite.has(determiner?.lower ?? '') &&
      tokens[head + 1]?.tag === 'WP'
    )
  })
}

/**
 * "police may detain a suspect", "a suspect must be brought before a judge", "member states must hand over suspects": in the outlet's own words, what may or must be done to somebody who is nobody in particular,
 * by nobody or by many without a number. Said by somebody, it may be a demand.
 */
export function isAllowance(
  sentence: Sentence,
  group: VerbGroup,
  doer: readonly number[],
  done: readonly number[],
  { lexicon: { sets }, voices }: Pick<Reader, 'lexicon' | 'voices'>,
): boolean {
  const { tokens, kind, index } = sentence
  if (kind !== 'paragraph' || done.length === 0 || (voices.get(index) ?? []).length > 0) return false
  const modal = group.parts.some((at) => tokens[at]?.tag === 'MD' && sets.allowing.has(tokens[at]?.lower ?? ''))
  if (!modal || group.parts.some((at) => tokens[at]?.lemma === 'have')) return false
  const many = (head: number) => /^NNS$/.test(tokens[head]?.tag ?? '') && !/^(?:DET|NUM|PRON|PART|PROPN)$/.test(tokens[head - 1]?.pos ?? '')
  const nobodyInParticular = (head: number) =>
    tokens[head]?.pos === 'NOUN' && (sets.indefinite.has(tokens[head - 1]?.lower ?? '') || many(head))
  return done.every(nobodyInParticular) && doer.every((head) => tokens[head]?.pos === 'NOUN' && (nobodyInParticular(head) || many(head)))
}

/** What somebody suffers as a practice, and what people say or stand for, may be told of many in the present: "detainees are beaten there". Of the rest such a present tells a rule. */
const toldOfMany: ReadonlySet<StatementType> = new Set([
  'abuse',
  'interception',
  'detention',
  'death',
  'role',
  'control',
  'alias',
  'agreement',
  'support',
  'condemnation',
  'defence',
  'denial',
  'demand',
  'inquiry',
  'welcome',
])

/**
 * "suspects are taken to the cells", "it takes months to extradite a suspect", "arresting a president is never simple": in the outlet's own words, in the plain present or under "can" and "must",
 * with nobody in particular among the parties. In a headline "police free man" is told of one man.
 */
export function isOfNobody(
  sentence: Sentence,
  verb: number,
  type: StatementType,
  parties: readonly number[],
  { lexicon: { sets }, voices }: Pick<Reader, 'lexicon' | 'voices'>,
): boolean {
  const { tokens, kind, index } = sentence
  const at = tokens[verb]?.start ?? 0
  const said = (voices.get(index) ?? []).some(({ content }) => content !== null && content.start <= at && at < content.end)
  if (kind !== 'paragraph' || toldOfMany.has(type) || parties.length === 0 || said) return false
  if (!isRule(finiteOf(sentence, verb), tokens, sets)) return false
  return parties.every((head) => isNobodyInParticular(tokens, head, sets))
}

/** Clauses up the tree in which the finite verb of an infinitive or a participle is looked for. */
const farthestClause = 4

/** The words that carry the tense of a verb: its own finite word and helpers, else those of the nearest clause above that has one. */
function finiteOf({ tokens, tree }: Sentence, verb: number): readonly number[] {
  const arcs = tree()
  for (let at = verb, step = 0; at >= 0 && step <= farthestClause; at = arcs.head[at] ?? -1, step++) {
    const parts = [at, ...arcs.children(at).filter((child) => /^(?:aux|cop)/.test(arcs.relation[child] ?? ''))]
    if (parts.some((part) => /^(?:VB[ZPD]|MD)$/.test(tokens[part]?.tag ?? ''))) return parts
  }
  return []
}

/** A plain present, or a modal of what may or must be. A progressive or a perfect tells of one time. */
function isRule(parts: readonly number[], tokens: readonly Token[], sets: Lexicon['sets']): boolean {
  const tags = parts.map((at) => tokens[at]?.tag ?? '')
  if (tags.includes('VBD') || tags.includes('VBG') || parts.some((at) => tokens[at]?.pos === 'AUX' && tokens[at]?.lemma === 'have'))
    return false
  if (tags.includes('MD')) return parts.some((at) => isOpenModal(tokens[at], sets))
  return tags.some((tag) => tag === 'VBZ' || tag === 'VBP')
}

/** "may", "must", and of what is only imagined "would". */
function isOpenModal(token: Token | undefined, sets: Lexicon['sets']): boolean {
  return token?.tag === 'MD' && (sets.allowing.has(token.lower) || sets.conditionalModals.has(token.lower))
}

/** "a suspect", "every state", "detainees", "the law": nobody who could be named. */
function isNobodyInParticular(tokens: readonly Token[], head: number, sets: Lexicon['sets']): boolean {
  const token = tokens[head]
  if (token === undefined) return false
  if (sets.anyone.has(token.lower) || sets.lawTexts.has(token.lower)) return true
  if (token.pos !== 'NOUN') return false
  const first = tokens[phraseStart(tokens, head)]
  if (sets.indefinite.has(first?.lower ?? '') || sets.indefinite.has(tokens[head - 1]?.lower ?? '')) return true
  return token.tag === 'NNS' && !/^(?:DET|NUM|PRON|PART|PROPN)$/.test(first?.pos ?? '') && tokens[(first?.index ?? 0) - 1]?.tag !== 'POS'
}

/** The verb is what a law does, or stands in what a law's verb governs. */
function isProvidedByLaw({ tokens, tree }: Sentence, group: VerbGroup, subject: readonly number[], { sets }: Lexicon): boolean {
  const arcs = tree()
  const isText = (head: number) => {
    const token = tokens[head]
    const before = tokens[head - 1]
    return token !== undefined && (sets.lawTexts.has(token.lower) || (token.pos === 'NUM' && sets.lawTexts.has(before?.lower ?? '')))
  }
  if (subject.some(isText) && sets.lawProvides.has(tokens[group.verb]?.lemma ?? '')) return true
  for (let at = group.verb, step = 0; step < 3; step++) {
    if (!/^(?:xcomp|ccomp|advcl|obj|obl)$/.test(arcs.relation[at] ?? '')) break
    at = arcs.head[at] ?? -1
    if (at < 0) break
    const provides = sets.lawProvides.has(tokens[at]?.lemma ?? '')
    if (provides && arcs.children(at).some((child) => /^nsubj/.test(arcs.relation[child] ?? '') && isText(child))) return true
  }
  return providedBefore(tokens, group.start, isText, sets.lawProvides)
}

/** Words from a law's verb to what it governs: "does not allow the border guards to". */
const longestProvision = 8

/** The same by the order of words, where the parse slips: a law's name, its verb, then the clause, with no other finite verb between. */
function providedBefore(
  tokens: Sentence['tokens'],
  start: number,
  isText: (head: number) => boolean,
  provides: ReadonlySet<string>,
): boolean {
  for (let at = start; at >= Math.max(1, start - longestProvision); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return false
    if (token.pos !== 'VERB' || token.tag === 'VBN' || token.tag === 'VBG' || at === start) continue
    if (!provides.has(token.lemma)) return false
    return tokens.slice(Math.max(0, at - longestProvision), at).some(({ index, pos }) => pos !== 'VERB' && isText(index))
  }
  return false
}

/** The paragraphs that tell a rule: a law's text and what it provides, in the present, in one sentence. What else stands there in the present tells how things go. */
export function blocksOfRules(sentences: readonly Sentence[], { sets }: Lexicon): ReadonlySet<number> {
  const isText = ({ lower, pos }: Token) => (pos === 'NOUN' || pos === 'PROPN') && sets.lawTexts.has(lower)
  const rules = sentences.filter(({ tokens }) =>
    tokens.some((token) => provides(token, sets) && tokens.slice(Math.max(0, token.index - longestProvision), token.index).some(isText)),
  )
  return new Set(rules.map(({ block }) => block))
}

function provides({ lemma, tag, pos }: Token, sets: Lexicon['sets']): boolean {
  return pos === 'VERB' && /^(?:VB|VBZ|VBP)$/.test(tag) && sets.lawProvides.has(lemma)
}

/** Outside headlines, a plain present among rules, beside a word for what always is, or after "then" between subject and verb. */
function tellsHowItGoes({ tokens, kind }: Sentence, group: VerbGroup, { always }: Lexicon, amongRules: boolean): boolean {
  if (kind === 'headline' || kind === 'standfirst' || kind === 'caption' || kind === 'heading') return false
  const parts = [...group.parts, group.verb].flatMap((at) => tokens[at] ?? [])
  const finite = parts.find(({ tag }) => /^(?:VB[ZPD]|MD)$/.test(tag))
  if (
    finite === undefined ||
    !/^VB[ZP]$/.test(finite.tag) ||
    parts.some(({ tag, lemma }) => tag === 'VBG' || (lemma === 'have' && tag !== 'VB'))
  )
    return false
  return (
    amongRules || tokens.some(({ index }) => phraseAt(tokens, index, always) !== undefined) || parts.some(({ lower }) => lower === 'then')
  )
}
