import type { Sentence, Token } from '../../parts.js'
import type { VerbGroup } from '../clause.js'
import type { Lexicon } from '../lexicon.js'
import { phraseAt } from '../triggers.js'
import type { Marked } from './marks.js'

/** Words before a verb group in which its clause may open. */
const longestOpening = 14

/** What opens the clause: "if", "had he been", "should he be"; a negation put first ("nor did he", "at no point was he"); "whether". */
export function marksOfOpening({ tokens }: Sentence, group: VerbGroup, lexicon: Lexicon): readonly Marked[] {
  const { sets } = lexicon
  for (let at = group.start - 1; at >= Math.max(0, group.start - longestOpening); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return []
    const opens = at === 0 || /^[,;:“"—–(]$/.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.pos === 'CCONJ'
    const seeming = phraseEndingAt(tokens, at, lexicon.hedgingPhrases)
    if (seeming !== undefined) return [{ mark: 'hedged', word: seeming, at }]
    if (
      phraseAt(tokens, at, lexicon.conditions) !== undefined ||
      (sets.invertedConditions.has(token.lower) && ((opens && token.pos !== 'VERB') || isSubject(tokens[at + 1])))
    )
      return [{ mark: 'conditional', word: token.lower, at }]
    if (token.lower === 'whether') return marksOfWhether(tokens, group, at)
    if (
      sets.negators.has(token.lower) &&
      !asserts(tokens, at, lexicon) &&
      ((opens && token.pos !== 'DET' && token.pos !== 'ADJ') || isInverted(tokens, at))
    )
      return [{ mark: 'negative', word: token.lower, at }]
    if (token.pos === 'VERB' && at < group.start - 1) return []
  }
  return []
}

/** "it looks as if": the last word of a phrase that hedges what follows, where the phrase ends right there. */
function phraseEndingAt(tokens: readonly Token[], at: number, phrases: Lexicon['hedgingPhrases']): string | undefined {
  const ends = phrases.some(
    (phrase) => phrase.length > 1 && phrase.every((word, index) => tokens[at - phrase.length + 1 + index]?.lower === word),
  )
  return ends ? tokens[at]?.lower : undefined
}

/** "not only was he", "no sooner had he": a negation that denies nothing. */
export function asserts(tokens: readonly Token[], at: number, { asserting }: Lexicon): boolean {
  return phraseAt(tokens, at, asserting) !== undefined
}

/** "whether to free him" is a plan; "whether he was freed" leaves open what happened, and so tells nothing as done. */
function marksOfWhether(tokens: readonly Token[], group: VerbGroup, at: number): readonly Marked[] {
  const marked = (mark: Marked['mark']): Marked => ({ mark, word: 'whether', at })
  return isPast(tokens, group) ? [marked('hedged'), marked('conditional')] : [marked('planned')]
}

function isPast(tokens: readonly Token[], { parts, verb }: VerbGroup): boolean {
  return [...parts, verb].some((at) => tokens[at]?.tag === 'VBD' || (tokens[at]?.lemma === 'have' && tokens[at]?.tag !== 'VB'))
}

/** "at no point was he": after a "no" inside a phrase the auxiliary stands before its subject. */
function isInverted(tokens: readonly Token[], no: number): boolean {
  return tokens[no - 1]?.pos === 'ADP' && tokens[no + 1]?.pos === 'NOUN' && tokens[no + 2]?.pos === 'AUX'
}

/** "should he be": a pronoun that only a subject can be. */
function isSubject(token: Token | undefined): boolean {
  return token?.tag === 'PRP' && token.lemma === token.lower
}

/** "will be freed if a judge agrees", "faces arrest if he lands": what will or would happen, or in the present is said to, beside a clause that says on which condition. */
export function marksOfConditionBeside(sentence: Sentence, group: VerbGroup, lexicon: Lexicon): readonly Marked[] {
  const { tokens, tree } = sentence
  const { sets, conditions } = lexicon
  const modal = group.parts.some((at) => [sets.planningModals, sets.conditionalModals].some((set) => set.has(tokens[at]?.lower ?? '')))
  const open = modal || /^VB[ZP]$/.test(tokens[group.verb]?.tag ?? '')
  if (!open) return []
  const arcs = tree()
  const clauses = arcs.children(group.verb).filter((child) => arcs.relation[child] === 'advcl')
  const marker = clauses
    .flatMap((clause) => arcs.children(clause))
    .find((child) => phraseAt(tokens, child, conditions) !== undefined && /^(?:mark|advmod)$/.test(arcs.relation[child] ?? ''))
  const opening = marker ?? conditionBefore(tokens, group.start, lexicon)
  return opening === null ? [] : [{ mark: 'conditional', word: tokens[opening]?.lower ?? '', at: opening }]
}

/** The word that opens the sentence with a condition, a comma between it and the verb; null where none does. */
function conditionBefore(tokens: readonly Token[], start: number, { sets, conditions }: Lexicon): number | null {
  const first = tokens.find(({ pos }) => pos !== 'PUNCT')
  if (first === undefined || first.index >= start) return null
  const inverted = sets.invertedConditions.has(first.lower) && /^(?:PRON|DET|PROPN)$/.test(tokens[first.index + 1]?.pos ?? '')
  if (phraseAt(tokens, first.index, conditions) === undefined && !inverted) return null
  const commas = tokens.slice(first.index, start).filter(({ text }) => text === ',')
  return commas.length > 0 ? first.index : null
}

/** Words from "not true that" to the verb of what is said not to be so. */
const longestUntrue = 12

export function marksOfUntruth({ tokens }: Sentence, start: number, { untrue }: Lexicon): readonly Marked[] {
  for (const phrase of untrue)
    for (let at = Math.max(0, start - longestUntrue); at <= start - phrase.length; at++)
      if (phrase.every((word, index) => tokens[at + index]?.lower === word)) return [{ mark: 'negative', word: phrase.join(' '), at }]
  return []
}

/** "stopped short of arresting", "instead of arresting", "in vain to arrest": words right before a verb by which it was not done. */
export function marksOfUndoing({ tokens }: Sentence, verb: number, { undoing }: Lexicon): readonly Marked[] {
  let before = verb
  while (/^(?:ADV|AUX)$/.test(tokens[before - 1]?.pos ?? '') && !endsUndoing(tokens, before, undoing)) before--
  const phrase = endsUndoing(tokens, before, undoing)
  return phrase === undefined ? [] : [{ mark: 'negative', word: phrase.join(' '), at: before - phrase.length }]
}

function endsUndoing(tokens: readonly Token[], before: number, undoing: Lexicon['undoing']): readonly string[] | undefined {
  return undoing.find((phrase) => endsAt(tokens, before, phrase))
}

/** Words of a remark between commas: "in actual fact", "however". */
const longestRemark = 7

/** "was not, in fact, arrested": the negation that stands with the helpers before a remark between commas, where the verb follows its second comma. */
export function marksBeforeRemark({ tokens }: Sentence, { start }: VerbGroup, lexicon: Lexicon): readonly Marked[] {
  if (tokens[start - 1]?.text !== ',') return []
  const opening = tokens.slice(Math.max(0, start - longestRemark), start - 1).findLast(({ text }) => text === ',')?.index ?? -1
  if (opening < 0 || tokens.slice(opening, start).some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return []
  let helper = opening
  while (/^(?:AUX|ADV|PART)$/.test(tokens[helper - 1]?.pos ?? '')) helper--
  const helpers = tokens.slice(helper, opening)
  if (!helpers.some(({ pos }) => pos === 'AUX')) return []
  return helpers
    .filter(({ lower, index }) => lexicon.sets.negators.has(lower) && !asserts(tokens, index, lexicon))
    .map(({ lower, index }) => ({ mark: 'negative' as const, word: lower, at: index }))
}

/** "on the verge of arresting", "dreamed of freeing": words right before an "-ing" form by which it was still to come. */
export function marksOfVerging({ tokens }: Sentence, { start, verb }: VerbGroup, { verging }: Lexicon): readonly Marked[] {
  if (!tokens.slice(start, verb + 1).some(({ tag }) => tag === 'VBG')) return []
  const first = tokens.slice(start, verb + 1).find(({ tag }) => tag === 'VBG')?.index ?? verb
  const phrase = verging.find((words) => endsAt(tokens, first, words))
  return phrase === undefined ? [] : [{ mark: 'planned', word: phrase.join(' '), at: first - 1 }]
}

function endsAt(tokens: readonly Token[], before: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => {
    const token = tokens[before - phrase.length + index]
    return token?.lower === word || token?.lemma === word
  })
}

/** "it is high time he was": words before a clause by which it is asked for. */
export function marksOfNeed({ tokens }: Sentence, { start }: VerbGroup, { needed }: Lexicon): readonly Marked[] {
  for (let at = start - 1; at >= Math.max(0, start - longestUntrue); at--) {
    const token = tokens[at]
    if (token === undefined || token.pos === 'VERB' || /^[;:.“”"]$/.test(token.text)) return []
    if (phraseAt(tokens, at, needed) !== undefined) return [{ mark: 'demanded', word: token.lower, at }]
  }
  return []
}

/** "before police could arrest him": what "before" and "could" say was never done. */
export function isForestalled({ tokens }: Sentence, group: VerbGroup, { sets }: Lexicon): boolean {
  for (let at = group.start - 1; at >= Math.max(0, group.start - longestOpening); at--) {
    const token = tokens[at]
    if (token === undefined || token.pos === 'VERB' || token.pos === 'PUNCT') return false
    if (sets.forestalling.has(token.lower)) return true
  }
  return false
}
