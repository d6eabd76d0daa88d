import type { TriggerGroup } from '../../model/words/happenings.js'
import type { Sentence, Token } from '../parts.js'
import type { Lexicon, Pattern, Phrases } from './lexicon.js'

/** A word of a sentence that says a type of happening. `end` is one past the last token of its pattern. */
export interface Trigger {
  readonly group: TriggerGroup
  readonly kind: 'verb' | 'noun'
  /** The verb, or the noun's head. */
  readonly token: number
  readonly start: number
  readonly end: number
  /** Where the words after the first begin: an object may stand between. */
  readonly rest: number
  readonly words: string
}

/** Words between a verb and the rest of its pattern: an object of a few words ("put the former minister behind bars"). */
const longestObject = 8

/** Words between a form of "be" and what it is: a few adverbs ("is now still in custody"). */
const longestAfterBe = 3

/** Every place in a sentence where a word of the lexicon stands for a happening. A word may belong to several types; each is given, and the roles decide. */
export function findTriggers(sentence: Sentence, lexicon: Lexicon): readonly Trigger[] {
  const found: Trigger[] = []
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || !mayOpen(token, lexicon)) continue
    if ((token.pos === 'VERB' && !looksNominal(sentence, at)) || token.pos === 'AUX' || looksVerbal(tokens, at))
      found.push(...verbsAt(tokens, at, lexicon))
    else if (mayBeVerb(tokens, at) && sentence.tree().head[at] === -1)
      found.push(...verbsAt(tokens, at, lexicon).filter(({ start, end, rest }) => rest < end && rest === start + 1))
    else if (isOnlyVerb(sentence, at) || isInfinitive(tokens, at, lexicon)) found.push(...verbsAt(tokens, at, lexicon))
    else found.push(...nounsAt(tokens, at, lexicon))
  }
  return found
}

/** Whether any pattern begins with the word, whatever it is tagged as. */
function mayOpen({ lemma, lower }: Token, { openers }: Lexicon): boolean {
  if (openers.has(lemma) || (lower !== lemma && openers.has(lower))) return true
  return lower.endsWith('ed') && (openers.has(lower.slice(0, -2)) || openers.has(lower.slice(0, -1)))
}

/** A participle that the tagger took for an adjective ("the men arrested were"), or a verb it took for a noun ("to arrest the men", "police arrest the men"). */
function looksVerbal(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.pos === 'ADJ' && before?.lower === 'to' && /^(?:DET|PRON|PROPN)$/.test(after?.pos ?? '')) return true
  if (token?.pos === 'NOUN') {
    const led =
      before !== undefined && (before.lower === 'to' || before.tag === 'MD' || /^(?:NOUN|PROPN)$/.test(before.pos) || before.tag === 'PRP')
    return led && (before?.tag === 'MD' || /^(?:DET|PRON|PROPN)$/.test(after?.pos ?? ''))
  }
  return token?.pos === 'ADJ' && /ed$/.test(token.lower) && after?.pos !== 'NOUN' && after?.pos !== 'PROPN'
}

/** "did not appeal", "has yet to rule": a noun where only a bare verb can stand, after "not" or after the "to" of a word that takes an infinitive. */
function isInfinitive(tokens: readonly Token[], at: number, { sets }: Lexicon): boolean {
  const [before, second, token] = [tokens[at - 1], tokens[at - 2], tokens[at]]
  if (token?.pos !== 'NOUN' || token.tag !== 'NN') return false
  if (before?.pos === 'PART' || before?.pos === 'ADV') return before.lower !== 'to' && (second?.tag === 'MD' || second?.lemma === 'do')
  const governs = [sets.negativeVerbs, sets.planningVerbs, sets.demandingVerbs].some((set) => set.has(second?.lemma ?? ''))
  return before?.lower === 'to' && (second?.lower === 'yet' || (second?.pos === 'VERB' && governs))
}

/** "to make arrests": a plural that the tagger took for a verb, though another verb has it as its object. */
function looksNominal({ tokens, tree }: Sentence, at: number): boolean {
  return (
    tokens[at]?.tag === 'VBZ' &&
    /^(?:VERB|ADJ|NUM)$/.test(tokens[at - 1]?.pos ?? '') &&
    /^(?:obj|obl|nmod)$/.test(tree().relation[at] ?? '')
  )
}

/** "the court upheld the verdict": where nothing else in the sentence is a verb, a noun between a noun and an article is one that the tagger does not know. */
function isOnlyVerb({ tokens, tree, kind }: Sentence, at: number): boolean {
  const between =
    /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '') && /^(?:DET|PRP\$)$/.test(tokens[at + 1]?.pos ?? tokens[at + 1]?.tag ?? '')
  return (
    tokens[at]?.pos === 'NOUN' &&
    between &&
    kind === 'paragraph' &&
    tree().head[at] === -1 &&
    !tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  )
}

/** "the ministry calls on": a plural after a noun, before a preposition, may be a verb where the whole sentence hangs on it. */
function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.tag === 'NNS' && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]?.pos ?? '') && tokens[at + 1]?.pos === 'ADP'
}

/** The patterns of one verb: of each type the longest that fits. */
function verbsAt(tokens: readonly Token[], at: number, lexicon: Lexicon): readonly Trigger[] {
  const token = tokens[at]
  if (token === undefined) return []
  const patterns = verbPatterns(token, lexicon)
  if (patterns === undefined) return []
  const found: Trigger[] = []
  const rests = patterns.some(({ rest }) => rest.length > 0) ? restsOf(tokens, at) : []
  for (const pattern of patterns) {
    const end = endOfVerbPattern(tokens, at, rests, pattern)
    if (end === null || found.some(({ group }) => group === pattern.group)) continue
    found.push({
      group: pattern.group,
      kind: 'verb',
      token: at,
      start: at,
      end,
      rest: end - pattern.rest.length,
      words: [token.lemma, ...pattern.rest].join(' '),
    })
  }
  return found.filter((trigger) => !excluded(tokens, trigger, lexicon) && isNeededThere(tokens, trigger))
}

/** The patterns of the lemma or, of a past form that the lemmatiser may not know, of what else it may come from: "unsealed" is "unseal", "collared" no "collare". */
function verbPatterns({ lemma, lower }: Token, { verbs }: Lexicon): readonly Pattern[] | undefined {
  const own = verbs.get(lemma)
  return own ?? (lower.endsWith('ed') ? (verbs.get(lower.slice(0, -2)) ?? verbs.get(lower.slice(0, -1))) : undefined)
}

/** Where the rest of a verb's pattern may begin: right after the verb, or past words of an object; after a form of "be" past a few adverbs. */
function restsOf(tokens: readonly Token[], verb: number): readonly number[] {
  const isBe = tokens[verb]?.lemma === 'be'
  const farthest = Math.min(verb + 1 + (isBe ? longestAfterBe : longestObject), tokens.length - 1)
  const found: number[] = []
  for (let from = verb + 1; from <= farthest; from++) {
    found.push(from)
    const token = tokens[from]
    const closing = isBe ? -1 : closingComma(tokens, from)
    if (closing !== -1) from = closing
    else if (token === undefined || !(isBe ? standsAfterBe(token) : standsInObject(token) || isParticipleBeforeNoun(tokens, from))) break
  }
  return found
}

function endOfVerbPattern(tokens: readonly Token[], at: number, rests: readonly number[], { rest, group }: Pattern): number | null {
  if (rest.length === 0) return at + 1
  const isBe = tokens[at]?.lemma === 'be'
  for (const from of rests) {
    if (from > at + 1 && group.close === true && !isBe) return null
    if (matches(tokens, from, rest) && !(isBe && isOtherForm(tokens, from, rest))) return from + rest.length
  }
  return null
}

/** "be free" is not "be freed": after "be" a participle tells a deed of its own verb. */
function isOtherForm(tokens: readonly Token[], from: number, rest: readonly string[]): boolean {
  return rest.some((word, index) => tokens[from + index]?.pos === 'VERB' && tokens[from + index]?.lower !== word)
}

/** "is now still", "is not", "is no longer". */
function standsAfterBe({ pos, lower }: Token): boolean {
  return pos === 'ADV' || pos === 'PART' || lower === 'no' || lower === 'longer'
}

/** Words of an apposition inside an object: "asked the minister, Anna Berg, for". */
const longestApposition = 6

/** The comma that closes what the comma at a token opens, no verb between; -1 where none does. */
function closingComma(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ',') return -1
  for (let next = at + 1; next <= at + longestApposition; next++) {
    if (tokens[next]?.text === ',') return next
    if (tokens[next]?.pos === 'VERB' || tokens[next]?.pos === 'AUX') return -1
  }
  return -1
}

/** Words that an object between a verb and the rest of its pattern may hold: no other verb, no finite helper of one, no clause, no preposition but "of". */
function standsInObject(token: Token): boolean {
  const isFiniteHelper = token.pos === 'AUX' && token.tag !== 'VB'
  return (
    token.pos !== 'VERB' &&
    !isFiniteHelper &&
    token.pos !== 'SCONJ' &&
    !/^[;:,]$/.test(token.text) &&
    (token.pos !== 'ADP' || token.lower === 'of')
  )
}

/** "a suspended sentence". */
function isParticipleBeforeNoun(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.tag === 'VBN' && /^(?:DET|ADJ|NUM)$/.test(tokens[at - 1]?.pos ?? '') && /^(?:NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? '')
  )
}

function nounsAt(tokens: readonly Token[], at: number, lexicon: Lexicon): readonly Trigger[] {
  const token = tokens[at]
  if (token === undefined) return []
  const written = lexicon.nouns.get(token.lower)
  const listed = token.lower === token.lemma ? undefined : lexicon.nouns.get(token.lemma)
  if (written === undefined && listed === undefined) return []
  const found: Trigger[] = []
  for (const pattern of [...(written ?? []), ...(listed ?? [])]) {
    if (!matches(tokens, at + 1, pattern.rest)) continue
    if (found.some(({ group }) => group === pattern.group)) continue
    const end = at + 1 + pattern.rest.length
    const next = tokens[end]
    const modifies = pattern.head === pattern.rest.length && next?.pos === 'NOUN' && next.lower !== token.lower
    if (modifies) continue
    found.push({
      group: pattern.group,
      kind: 'noun',
      token: at + pattern.head,
      start: at,
      end,
      rest: at + 1,
      words: [token.lemma, ...pattern.rest].join(' '),
    })
  }
  return found.filter((trigger) => !excluded(tokens, trigger, lexicon) && isNeededThere(tokens, trigger))
}

export function matches(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  for (let index = 0; index < words.length; index++) {
    const token = tokens[from + index]
    if (token === undefined || (token.lower !== words[index] && token.lemma !== words[index])) return false
  }
  return true
}

/** The longest phrase of a list that begins at a token. */
export function phraseAt(tokens: readonly Token[], at: number, phrases: Phrases): readonly string[] | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const longest = longestAt(tokens, at, phrases.get(token.lower))
  return longest ?? (token.lemma === token.lower ? undefined : longestAt(tokens, at, phrases.get(token.lemma)))
}

function longestAt(
  tokens: readonly Token[],
  at: number,
  phrases: readonly (readonly string[])[] | undefined,
): readonly string[] | undefined {
  return phrases?.find((words) => matches(tokens, at, words))
}

/** Whether the words around the trigger make it something else. */
function excluded(tokens: readonly Token[], trigger: Trigger, lexicon: Lexicon): boolean {
  return (lexicon.unless.get(trigger.group) ?? []).some((phrase) => {
    for (let from = Math.max(0, trigger.start - phrase.length + 1); from < trigger.end; from++)
      if (matches(tokens, from, phrase)) return true
    return false
  })
}

/** Whether a word that the group needs follows within its clause. */
function isNeededThere(tokens: readonly Token[], { group, end, token }: Trigger): boolean {
  const needs = group.needs ?? []
  if (needs.length === 0) return true
  // "forcibly returned": a verb's own adverb stands before it.
  const own = tokens[token - 1]?.pos === 'ADV' ? token - 1 : token + 1
  for (let at = group.nouns === undefined ? own : Math.max(0, token - 6); at < Math.min(tokens.length, end + 12); at++) {
    const candidate = tokens[at]
    if (candidate === undefined || (at > end && /^[;:]$/.test(candidate.text))) break
    if (needs.includes(candidate.lower) || needs.includes(candidate.lemma)) return true
  }
  return false
}
