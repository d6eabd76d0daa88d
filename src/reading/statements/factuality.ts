import type { Sentence, Token } from '../parts.js'
import { phraseStart, type VerbGroup, verbGroup } from './clause.js'
import type { Lexicon } from './lexicon.js'

/** Whether a clause says that it happened, how surely, and in which mood, with what says so. */
export interface Factuality {
  readonly polarity: 'positive' | 'negative'
  readonly certainty: 'certain' | 'hedged'
  readonly modality: 'actual' | 'demanded' | 'planned' | 'conditional'
  /** The word that hedges, in small letters. */
  readonly hedge?: string
  readonly why: readonly string[]
}

type Mark = 'negative' | 'hedged' | 'demanded' | 'planned' | 'conditional'
interface Marked {
  readonly mark: Mark
  readonly word: string
}

/** The factuality of a verb: its auxiliaries and adverbs, what governs it, its subject, what opens its clause, and the clauses around it. */
export function factualityOfVerb(sentence: Sentence, group: VerbGroup, subject: readonly number[], lexicon: Lexicon): Factuality {
  const own = [
    ...marksOfGroup(sentence, group, lexicon),
    ...marksOfSubject(sentence.tokens, subject, lexicon),
    ...marksOfOpening(sentence, group, lexicon),
    ...marksAfter(sentence.tokens, group.verb, lexicon),
  ]
  return settled([
    ...own,
    ...marksOfClausesAbove(sentence, group, lexicon),
    ...marksOfBareForm(sentence, group),
    ...marksOfAccusation(sentence, group.verb, lexicon),
    ...marksOfUntruth(sentence, group.start, lexicon),
  ])
}

/** The factuality of a noun: its determiner and adjectives ("no tip", "an alleged massacre"), and the verb it hangs on ("demanded his release"). `support` is the verb that makes it a deed. */
export function factualityOfNoun(sentence: Sentence, first: number, noun: number, support: VerbGroup | null, lexicon: Lexicon): Factuality {
  const { sets } = lexicon
  const before = sentence.tokens.slice(Math.max(0, first - 1), noun).flatMap((token): readonly Marked[] => {
    if (sets.negators.has(token.lower)) return [{ mark: 'negative', word: token.lower }]
    if (sets.hedgingAdjectives.has(token.lower)) return [{ mark: 'hedged', word: token.lower }]
    const plans = sets.planningNouns.has(token.lemma) && token.pos !== 'ADP' && token.pos !== 'ADV'
    return plans ? [{ mark: 'planned', word: token.lower }] : []
  })
  const governor = support ?? governorOfNoun(sentence, noun)
  const accused = marksOfAccusation(sentence, noun, lexicon)
  if (governor === null) return settled([...before, ...accused])
  const verb = sentence.tokens[governor.verb]
  const own =
    verb === undefined
      ? []
      : marksOfGovernor(verb, false, sets).filter(({ mark }) => support === null || mark === 'hedged' || mark === 'negative')
  const around = [
    ...marksOfGroup(sentence, governor, lexicon),
    ...marksOfOpening(sentence, governor, lexicon),
    ...marksAfter(sentence.tokens, governor.verb, lexicon),
  ]
  return settled([...before, ...own, ...around, ...accused, ...marksOfClausesAbove(sentence, governor, lexicon)])
}

/** Words from an accusing word to the "of", "with" or "that" which brings in the accusation: "accused the former head of the guard of". */
const longestAccused = 10

/** Words after that in which the accusation may run on. */
const longestAccusation = 30

/** The word that accuses, where what stands at a token is what somebody is accused of: by the order of words alone, so that a parse gone wrong loses no hedge. Null where none does. */
export function accusationOf({ tokens }: Sentence, at: number, { sets }: Lexicon): number | null {
  for (let back = at - 1; back >= Math.max(0, at - longestAccused - longestAccusation); back--) {
    const token = tokens[back]
    if (token === undefined || /^(?:[;:.]|who|whom|which|whose)$/.test(token.lower)) return null
    if (sets.accusing.has(token.lemma) && /^(?:VERB|NOUN|ADJ)$/.test(token.pos)) return opensAccusation(tokens, back, at) ? back : null
    if (isFiniteVerb(tokens, back)) return null
  }
  return null
}

function opensAccusation(tokens: readonly Token[], accusing: number, at: number): boolean {
  const noun = tokens[accusing]?.pos === 'NOUN'
  const opening = tokens
    .slice(accusing + 1, Math.min(at, accusing + 1 + longestAccused))
    .find(({ lower }) => lower === 'of' || lower === 'with' || (noun && (lower === 'that' || lower === 'against')) || lower === 'over')
  return opening !== undefined
}

function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token !== undefined && (token.pos === 'VERB' || token.pos === 'AUX') && /^(?:VBD|VBZ|VBP|MD)$/.test(token.tag)
}

function marksOfAccusation(sentence: Sentence, at: number, lexicon: Lexicon): readonly Marked[] {
  const accusing = accusationOf(sentence, at, lexicon)
  return accusing === null ? [] : [{ mark: 'hedged', word: sentence.tokens[accusing]?.lower ?? '' }]
}

/** Words from "not true that" to the verb of what is said not to be so. */
const longestUntrue = 12

function marksOfUntruth({ tokens }: Sentence, start: number, { untrue }: Lexicon): readonly Marked[] {
  for (const phrase of untrue)
    for (let at = Math.max(0, start - longestUntrue); at <= start - phrase.length; at++)
      if (phrase.every((word, index) => tokens[at + index]?.lower === word)) return [{ mark: 'negative', word: phrase.join(' ') }]
  return []
}

/** The factuality of words that name without a verb of their own: "was reportedly the head of", "is not a member of". */
export function factualityBetween(tokens: readonly Token[], { sets }: Lexicon): Factuality {
  return settled(
    tokens.flatMap((token): readonly Marked[] => {
      if (sets.hedges.has(token.lower) || sets.hedgingAdjectives.has(token.lower)) return [{ mark: 'hedged', word: token.lower }]
      return sets.negators.has(token.lower) ? [{ mark: 'negative', word: token.lower }] : []
    }),
  )
}

/** What the marks say together. Two negations make an assertion; of several moods the one nearest the verb is told. */
function settled(marks: readonly Marked[]): Factuality {
  const negations = marks.filter(({ mark }) => mark === 'negative').length
  const mood = marks.find(({ mark }) => mark === 'demanded' || mark === 'planned' || mark === 'conditional')?.mark
  const hedge = marks.find(({ mark }) => mark === 'hedged')?.word
  return {
    polarity: negations % 2 === 1 ? 'negative' : 'positive',
    certainty: hedge === undefined ? 'certain' : 'hedged',
    modality: mood === 'demanded' || mood === 'planned' || mood === 'conditional' ? mood : 'actual',
    ...(hedge === undefined ? {} : { hedge }),
    why: marks.map(({ mark, word }) => `${mark}: “${word}”`),
  }
}

/** Auxiliaries, adverbs and governors of a verb group. A perfect makes "must", "would" and "could" a condition: "would have been freed". */
function marksOfGroup({ tokens }: Sentence, group: VerbGroup, { sets }: Lexicon): readonly Marked[] {
  const parts = group.parts.flatMap((at): readonly Marked[] => {
    const word = tokens[at]?.lower ?? ''
    const perfect = group.parts.some((later) => later > at && tokens[later]?.lemma === 'have')
    const marked = (mark: Mark): readonly Marked[] => [{ mark, word }]
    if (sets.negators.has(word)) return marked('negative')
    if (sets.hedges.has(word)) return marked('hedged')
    if (sets.hedgingModals.has(word)) return perfect ? marked('hedged') : [...marked('hedged'), ...marked('planned')]
    if (sets.demandingModals.has(word)) return marked(perfect ? 'conditional' : 'demanded')
    if (sets.planningModals.has(word)) return marked('planned')
    if (word === 'could' && !perfect && sets.negators.has(tokens[at + 1]?.lower ?? '')) return []
    if (sets.conditionalModals.has(word)) return marked(perfect ? 'conditional' : 'planned')
    return []
  })
  const negated = group.governors
    .flatMap((at) => tokens.slice(at + 1, group.verb))
    .find(({ lower, index }) => sets.negators.has(lower) && !group.parts.includes(index))
  const governors = [...group.governors, ...governorOfInfinitive(tokens, group)].flatMap((at) => {
    const token = governorThroughObject(tokens, at, sets)
    const linkedByTo = tokens.slice(at + 1, group.verb).some(({ lower }) => lower === 'to')
    return token === undefined ? [] : governorMarks(tokens, token, linkedByTo, sets)
  })
  return [...parts, ...governors, ...(negated === undefined ? [] : [{ mark: 'negative' as const, word: negated.lower }])]
}

/** "called on Lima to free him": where a name or a pronoun stands between, the infinitive hangs on what governs that. Empty where something else governs it already, or it has no "to". */
function governorOfInfinitive(tokens: readonly Token[], { verb, governors, start }: VerbGroup): readonly number[] {
  const before = tokens[start - 1]
  const to = tokens.slice(start - 1, verb).some(({ lower, index }) => lower === 'to' && index >= start - 1)
  if (governors.length > 0 || tokens[verb]?.tag !== 'VB' || !to || before === undefined) return []
  const at = before.lower === 'to' ? start - 2 : start - 1
  return /^(?:PROPN|PRON|NUM)$/.test(tokens[at]?.pos ?? '') ? [at] : []
}

/** "asked the judges to free him": where the word before "to" is whom somebody asks, lets or forces, the verb that has it as its object governs; a noun that speaks of a plan or a decision governs itself. */
function governorThroughObject(tokens: readonly Token[], at: number, sets: Lexicon['sets']): Token | undefined {
  const token = tokens[at]
  if (token === undefined || !/^(?:NOUN|PROPN|PRON|NUM)$/.test(token.pos)) return token
  if ([sets.negativeNouns, sets.planningNouns, sets.hedgingNouns, sets.realising].some((set) => set.has(token.lemma))) return token
  let before = phraseStart(tokens, at) - 1
  const plan = tokens[before]?.lower === 'of' ? tokens[before - 1] : undefined
  if (plan?.pos === 'NOUN') return plan
  if (tokens[before]?.pos === 'ADP') before--
  const above = tokens[before]
  return above?.pos === 'VERB' || sets.demandingVerbs.has(above?.lemma ?? '') ? above : token
}

function governorMarks(tokens: readonly Token[], token: Token, linkedByTo: boolean, sets: Lexicon['sets']): readonly Marked[] {
  const before = [tokens[token.index - 1], tokens[token.index - 2]]
  const passive = before.some((part) => part?.lemma === 'be')
  const marks = marksOfGovernor(token, passive, sets)
  if (marks.length > 0 || !linkedByTo) return marks
  if (token.pos === 'AUX' || token.lemma === 'have')
    return tokens[token.index + 1]?.lower === 'yet'
      ? [{ mark: 'negative', word: 'yet to' }]
      : token.lemma === 'be'
        ? [{ mark: 'planned', word: `${token.lower} to` }]
        : []
  if (token.lower === 'yet') return [{ mark: 'negative', word: 'yet to' }]
  return sets.realising.has(token.lemma) ? [] : [{ mark: 'planned', word: `${token.lower} to` }]
}

/** What a governing verb, noun or adjective says of what it governs: "failed", "alleged", "demanded", "plans". */
function marksOfGovernor(token: Token, passive: boolean, sets: Lexicon['sets']): readonly Marked[] {
  const marked = (mark: Mark): readonly Marked[] => [{ mark, word: token.lower }]
  if (sets.negativeVerbs.has(token.lemma) || sets.negativeNouns.has(token.lemma)) return marked('negative')
  if (sets.hedgingVerbs.has(token.lemma) || sets.hedgingNouns.has(token.lemma) || (passive && sets.hedgingPassives.has(token.lemma)))
    return marked('hedged')
  if (sets.demandingVerbs.has(token.lemma)) return marked('demanded')
  return sets.planningVerbs.has(token.lemma) || sets.planningNouns.has(token.lemma) ? marked('planned') : []
}

/** "nobody", "no judge", "neither the family nor". */
function marksOfSubject(tokens: readonly Token[], subject: readonly number[], { sets }: Lexicon): readonly Marked[] {
  for (const head of subject) {
    const negator = tokens.slice(Math.max(0, head - 3), head + 1).find(({ lower }) => sets.negatingSubjects.has(lower))
    if (negator !== undefined) return [{ mark: 'negative', word: negator.lower }]
  }
  return []
}

/** Words before a verb group in which its clause may open. */
const longestOpening = 14

/** What opens the clause: "if", "had he been", "should he be"; a negation put first ("nor did he"). */
function marksOfOpening({ tokens }: Sentence, group: VerbGroup, { sets }: Lexicon): readonly Marked[] {
  for (let at = group.start - 1; at >= Math.max(0, group.start - longestOpening); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return []
    const opens = at === 0 || /^[,;:“"—–(]$/.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.pos === 'CCONJ'
    if (sets.conditions.has(token.lower) || (sets.invertedConditions.has(token.lower) && (opens || isSubject(tokens[at + 1]))))
      return [{ mark: 'conditional', word: token.lower }]
    if (token.lower === 'whether') return [{ mark: 'planned', word: token.lower }]
    if (opens && sets.negators.has(token.lower) && token.pos !== 'DET') return [{ mark: 'negative', word: token.lower }]
    if (token.pos === 'VERB' && at < group.start - 1) return []
  }
  return []
}

/** "should he be": a pronoun that only a subject can be. */
function isSubject(token: Token | undefined): boolean {
  return token?.tag === 'PRP' && token.lemma === token.lower
}

/** "that he be freed": a form of "be" that no auxiliary and no "to" stands before asks for something. */
function marksOfBareForm({ tokens }: Sentence, group: VerbGroup): readonly Marked[] {
  const first = group.parts.map((at) => tokens[at]).find((token) => token?.pos === 'AUX' || token?.pos === 'PART')
  return first !== undefined && first.lower === first.lemma && first.tag === 'VB' && group.governors.length === 0
    ? [{ mark: 'demanded', word: first.lower }]
    : []
}

/** A hedge right after the verb: "left, reportedly, ...". */
function marksAfter(tokens: readonly Token[], verb: number, { sets }: Lexicon): readonly Marked[] {
  for (const token of tokens.slice(verb + 1, verb + 4)) {
    if (token.pos === 'VERB' || token.text === ',') return []
    if (sets.hedges.has(token.lower)) return [{ mark: 'hedged', word: token.lower }]
  }
  return []
}

/** Clauses up the tree that colour what they hold: "alleged that ...", "allegations that ...", "demanded that ...". At most three up: a longer way is mostly a parse gone wrong. */
function marksOfClausesAbove(sentence: Sentence, group: VerbGroup, { sets }: Lexicon): readonly Marked[] {
  const tree = sentence.tree()
  let at = group.verb
  for (let step = 0; step < 3; step++) {
    const head = tree.head[at] ?? -1
    const token = sentence.tokens[head]
    if (token === undefined) return []
    const relation = tree.relation[at] ?? ''
    if (!/^(?:ccomp|xcomp|acl|advcl|conj|csubj)/.test(relation) || (relation === 'advcl' && isFiniteClause(sentence, at))) return []
    if (/^(?:ccomp|xcomp|acl)$/.test(relation) && !group.governors.includes(head)) {
      const marks = marksOfGovernor(token, false, sets).filter(
        ({ mark }) => mark === 'hedged' || (mark === 'demanded' && isBare(sentence.tokens[at], group, sentence.tokens)),
      )
      if (marks.length > 0) return marks
    }
    at = head
  }
  return []
}

/** "because the minister never sent it": a clause with a finite verb of its own tells its own matter. */
function isFiniteClause({ tokens, tree }: Sentence, verb: number): boolean {
  const finite = (at: number) => /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[at]?.tag ?? '')
  const arcs = tree()
  return finite(verb) || arcs.children(verb).some((child) => /^aux/.test(arcs.relation[child] ?? '') && finite(child))
}

/** "demanded that he be freed": what is only asked for stands in its bare form. */
function isBare(token: Token | undefined, group: VerbGroup, tokens: readonly Token[]): boolean {
  return token?.tag === 'VB' || token?.tag === 'VBG' || group.parts.some((at) => tokens[at]?.lower === 'be')
}

/** The verb whose object a noun is: "demanded his release", "called for his release". Any other noun of a clause ("must answer for his arrest") is told as having been. */
function governorOfNoun(sentence: Sentence, noun: number): VerbGroup | null {
  const tree = sentence.tree()
  const first = tree.relation[noun] === 'conj' ? (tree.head[noun] ?? noun) : noun
  const head = tree.head[first] ?? -1
  const token = sentence.tokens[head]
  const wanted =
    tree.relation[first] === 'obl' &&
    tree.children(first).some((child) => sentence.tokens[child]?.lower === 'for' && tree.relation[child] === 'case') &&
    sentence.tokens[head + 1]?.lower === 'for'
  if (token?.pos !== 'VERB' || !(wanted || /^(?:obj|nsubj:pass)$/.test(tree.relation[first] ?? ''))) return null
  return verbGroup(sentence, head)
}
