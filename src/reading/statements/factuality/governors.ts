import type { Sentence, Token } from '../../parts.js'
import { hasOwnSubject, phraseStart, type VerbGroup, verbGroup } from '../clause.js'
import type { Lexicon } from '../lexicon.js'
import type { Mark, Marked } from './marks.js'
import { asserts, isForestalled } from './openings.js'

type Sets = Lexicon['sets']

/** Auxiliaries, adverbs and governors of a verb group. A perfect makes "must", "would" and "could" a condition: "would have been freed". */
export function marksOfGroup(sentence: Sentence, group: VerbGroup, lexicon: Lexicon): readonly Marked[] {
  const { tokens } = sentence
  const { sets } = lexicon
  const parts = group.parts.flatMap((at): readonly Marked[] => {
    const word = tokens[at]?.lower ?? ''
    const perfect = group.parts.some((later) => later > at && tokens[later]?.lemma === 'have')
    const marked = (mark: Mark): readonly Marked[] => [{ mark, word, at }]
    if (sets.negators.has(word)) return asserts(tokens, at, lexicon) ? [] : marked('negative')
    if (sets.hedges.has(word)) return marked('hedged')
    if (sets.hedgingModals.has(word)) return perfect ? marked('hedged') : [...marked('hedged'), ...marked('planned')]
    if (sets.inferringModals.has(word) && perfect) return marked('hedged')
    if (sets.demandingModals.has(word)) return marked(perfect ? 'conditional' : 'demanded')
    if (sets.planningModals.has(word)) return marked('planned')
    if (sets.ablingModals.has(word) && !perfect && sets.negators.has(tokens[at + 1]?.lower ?? '')) return []
    if (sets.conditionalModals.has(word) && !perfect && isForestalled(sentence, group, lexicon)) return marked('negative')
    if (sets.conditionalModals.has(word)) return marked(perfect ? 'conditional' : 'planned')
    return []
  })
  const negated = group.governors
    .flatMap((at) => tokens.slice(at + 1, group.verb))
    .find(({ lower, index }) => sets.negators.has(lower) && !group.parts.includes(index))
  const governors = [...group.governors, ...governorOfInfinitive(tokens, group)].flatMap((at) => {
    const token = governorThroughObject(tokens, at, sets)
    const linkedByTo = tokens.slice(at + 1, group.verb).some(({ lower }) => lower === 'to')
    return token === undefined ? [] : governorMarks(tokens, token, linkedByTo, isPerfectInfinitive(tokens, group), sets)
  })
  const leading = tokens[group.start - 1]
  const paired: readonly Marked[] =
    leading !== undefined && sets.pairing.has(leading.lower) ? [{ mark: 'negative', word: leading.lower, at: leading.index }] : []
  return [
    ...parts,
    ...paired,
    ...governors,
    ...(negated === undefined ? [] : [{ mark: 'negative' as const, word: negated.lower, at: negated.index }]),
    ...marksAfterBe(tokens, group.verb, sets),
    ...marksOfVerbBefore(tokens, group, sets),
  ]
}

/** "avoided being arrested", "risk losing", "feared drowned": what the verb right before an "-ing" form leaves undone or open, and before a participle leaves unsure. */
function marksOfVerbBefore(tokens: readonly Token[], { start, verb }: VerbGroup, sets: Sets): readonly Marked[] {
  const before = tokens[start - 1]
  if (before?.pos !== 'VERB') return []
  if (tokens[start]?.tag === 'VBG')
    return marksOfGovernor(before, false, sets).filter(({ mark }) => mark === 'negative' || mark === 'planned' || mark === 'hedged')
  const unsure = start === verb && tokens[verb]?.tag === 'VBN' && /^VB[ND]$/.test(before.tag)
  return unsure && (sets.hedgingVerbs.has(before.lemma) || sets.hedgingPassives.has(before.lemma))
    ? [{ mark: 'hedged', word: before.lower, at: before.index }]
    : []
}

/** Words after a form of "be" in which its negation stands: "is no longer in custody". */
const afterBe = 3

/** "is not in custody": the verb "be" is negated and hedged from behind. */
function marksAfterBe(tokens: readonly Token[], verb: number, sets: Sets): readonly Marked[] {
  if (tokens[verb]?.lemma !== 'be') return []
  for (const { lower, pos, index } of tokens.slice(verb + 1, verb + 1 + afterBe)) {
    if (sets.negators.has(lower)) return [{ mark: 'negative', word: lower, at: index }]
    if (pos !== 'ADV') return []
  }
  return []
}

/**
 * What a verb without auxiliary, "to" or subject of its own shares with the verb it is joined to: "failed to arrest and surrender him", "was never charged or tried".
 * After "but" it shares nothing.
 */
export function marksShared(sentence: Sentence, group: VerbGroup, lexicon: Lexicon): readonly Marked[] {
  const { tokens, tree } = sentence
  const arcs = tree()
  const first = arcs.relation[group.verb] === 'conj' ? (arcs.head[group.verb] ?? -1) : -1
  const leader = tokens[first]
  if (leader === undefined || first > group.verb || !/^(?:VERB|AUX)$/.test(leader.pos)) return []
  const tag = tokens[group.verb]?.tag ?? ''
  const own =
    group.governors.length > 0 || group.parts.some((at) => tokens[at]?.pos === 'AUX' || (tokens[at]?.pos === 'PART' && tag !== 'VB'))
  if (own || !/^(?:VB|VBN|VBG)$/.test(tag) || tag !== leader.tag || hasOwnSubject(sentence, group.verb)) return []
  const joint = tokens.slice(first, group.verb).findLast(({ pos }) => pos === 'CCONJ')
  if (joint?.lower === 'but' || joint?.lower === 'yet') return []
  const shared = verbGroup(sentence, first)
  const marks = [...marksOfGroup(sentence, shared, lexicon), ...marksShared(sentence, shared, lexicon)]
  return lexicon.sets.pairing.has(joint?.lower ?? '') ? marks.filter(({ mark }) => mark !== 'negative') : marks
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
function governorThroughObject(tokens: readonly Token[], at: number, sets: Sets): Token | undefined {
  const token = tokens[at]
  if (token === undefined || !/^(?:NOUN|PROPN|PRON|NUM)$/.test(token.pos)) return token
  const speaking = [sets.negativeNouns, sets.planningNouns, sets.hedgingNouns, sets.realising, sets.demandingNouns]
  if (speaking.some((set) => set.has(token.lemma))) return token
  let before = phraseStart(tokens, at) - 1
  const plan = tokens[before]?.lower === 'of' ? tokens[before - 1] : undefined
  if (plan?.pos === 'NOUN') return plan
  if (tokens[before]?.pos === 'ADP') before--
  const above = tokens[before]
  return above?.pos === 'VERB' || sets.demandingVerbs.has(above?.lemma ?? '') ? above : token
}

/** "to have been arrested": what an infinitive in the perfect tells has been. */
function isPerfectInfinitive(tokens: readonly Token[], { parts }: VerbGroup): boolean {
  return parts.some((at) => tokens[at]?.lemma === 'have' && tokens[at - 1]?.lower === 'to')
}

function governorMarks(tokens: readonly Token[], token: Token, linkedByTo: boolean, perfect: boolean, sets: Sets): readonly Marked[] {
  if (sets.wishing.has(token.lemma) && tokens[token.index + 1]?.lower === 'to')
    return [{ mark: 'planned', word: token.lower, at: token.index }]
  const marks = marksOfGovernor(token, isPassive(tokens, token) || (linkedByTo && /^VB[ND]$/.test(token.tag)), sets)
  if (marks.length > 0 || !linkedByTo) return marks
  const at = token.index
  const yet: readonly Marked[] = [{ mark: 'negative', word: 'yet to', at }]
  if (token.pos === 'AUX' || token.lemma === 'have')
    return tokens[at + 1]?.lower === 'yet' ? yet : token.lemma === 'be' ? [{ mark: 'planned', word: `${token.lower} to`, at }] : []
  if (token.lower === 'yet') return yet
  return perfect || sets.realising.has(token.lemma)
    ? []
    : [{ mark: 'planned', word: `${token.lower} to`, at, purpose: token.pos !== 'ADJ' }]
}

function isPassive(tokens: readonly Token[], { index }: Token): boolean {
  return [tokens[index - 1], tokens[index - 2]].some((part) => part?.lemma === 'be')
}

/** What a governing verb, noun or adjective says of what it governs: "failed", "alleged", "demanded", "plans". */
export function marksOfGovernor({ lemma, lower, index: at }: Token, passive: boolean, sets: Sets): readonly Marked[] {
  const marked = (mark: Mark): readonly Marked[] => [{ mark, word: lower, at }]
  if (sets.negativeVerbs.has(lemma) || sets.negativeNouns.has(lemma)) return marked('negative')
  if (sets.hedgingVerbs.has(lemma) || sets.hedgingNouns.has(lemma) || (passive && sets.hedgingPassives.has(lemma))) return marked('hedged')
  if (sets.demandingVerbs.has(lemma) || sets.demandingNouns.has(lemma) || sets.demandingModals.has(lower)) return marked('demanded')
  const plans = [sets.planningVerbs, sets.planningNouns].some((set) => set.has(lemma) || set.has(lower))
  return plans ? marked('planned') : []
}

/** Clauses up the tree that colour what they hold: "alleged that ...", "allegations that ...", "demanded that ...", "considered freeing". At most three up: a longer way is mostly a parse gone wrong. */
export function marksOfClausesAbove(sentence: Sentence, group: VerbGroup, lexicon: Lexicon): readonly Marked[] {
  const { sets } = lexicon
  const tree = sentence.tree()
  const { tokens } = sentence
  let at = group.verb
  for (let step = 0; step < 3; step++) {
    const head = tree.head[at] ?? -1
    const token = tokens[head]
    if (token === undefined || (sets.hedgingNouns.has(token.lemma) && asserts(tokens, head - 1, lexicon))) return []
    const relation = tree.relation[at] ?? ''
    if (!/^(?:ccomp|xcomp|acl|advcl|conj|csubj)/.test(relation) || (relation === 'advcl' && isFiniteClause(sentence, at))) return []
    const wish = tokens[tree.head[head] ?? -1]
    if (
      relation === 'acl' &&
      tokens[at]?.tag === 'VBN' &&
      tree.relation[head] === 'obj' &&
      wish !== undefined &&
      sets.wishing.has(wish.lemma)
    )
      return [{ mark: 'demanded', word: wish.lower, at: wish.index }]
    if (tokens[at]?.tag === 'VBG' && head === group.start - 1 && group.parts.length === 0) {
      const marks = marksOfGovernor(token, false, sets).filter(({ mark }) => mark === 'planned' || mark === 'negative')
      if (marks.length > 0) return marks
    }
    if (/^(?:ccomp|xcomp|acl|csubj)/.test(relation) && relation !== 'acl:relcl' && !group.governors.includes(head)) {
      const bare = isBare(tokens[at], group, tokens)
      const wanted = sets.wishing.has(token.lemma) && /^VB[ND]$/.test(tokens[at]?.tag ?? '') && !hasAuxiliary(tokens, group)
      const marks = marksOfGovernor(token, isPassive(tokens, token), sets).filter(
        ({ mark }) => mark === 'hedged' || (mark === 'demanded' && (bare || wanted)),
      )
      if (marks.length > 0) return marks
    }
    at = head
  }
  return []
}

function hasAuxiliary(tokens: readonly Token[], { parts }: VerbGroup): boolean {
  return parts.some((at) => tokens[at]?.pos === 'AUX')
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
export function governorOfNoun(sentence: Sentence, noun: number): VerbGroup | null {
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

/** "that he be freed": a form of "be" that no auxiliary and no "to" stands before asks for something. */
export function marksOfBareForm({ tokens }: Sentence, group: VerbGroup): readonly Marked[] {
  const first = group.parts.map((at) => tokens[at]).find((token) => token?.pos === 'AUX' || token?.pos === 'PART')
  const bare = first?.lower === 'be' || (first?.tag === 'VB' && first.lower === first.lemma)
  return first !== undefined && bare && group.governors.length === 0 ? [{ mark: 'demanded', word: first.lower, at: first.index }] : []
}

/** "nobody", "no judge", "neither the family nor"; the "no" of "no fewer than ten" measures and denies nothing. */
export function marksOfSubject(tokens: readonly Token[], subject: readonly number[], { sets }: Lexicon): readonly Marked[] {
  for (const head of subject) {
    const negator = tokens
      .slice(Math.max(0, head - 3), head + 1)
      .find(({ lower, pos }) => sets.negatingSubjects.has(lower) && pos !== 'ADJ')
    if (negator !== undefined) return [{ mark: 'negative', word: negator.lower, at: negator.index }]
  }
  return []
}
