import type { Sentence, Token } from '../../parts.js'
import type { VerbGroup } from '../clause.js'
import type { Lexicon } from '../lexicon.js'
import type { Marked } from './marks.js'

/** Words before a verb group in which its clause may open. */
const longestOpening = 14

/** What opens the clause: "if", "had he been", "should he be"; a negation put first ("nor did he", "at no point was he"); "whether". */
export function marksOfOpening({ tokens }: Sentence, group: VerbGroup, { sets }: Lexicon): readonly Marked[] {
  for (let at = group.start - 1; at >= Math.max(0, group.start - longestOpening); at--) {
    const token = tokens[at]
    if (token === undefined || /^[;:.“”"]$/.test(token.text)) return []
    const opens = at === 0 || /^[,;:“"—–(]$/.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.pos === 'CCONJ'
    if (sets.conditions.has(token.lower) || (sets.invertedConditions.has(token.lower) && (opens || isSubject(tokens[at + 1]))))
      return [{ mark: 'conditional', word: token.lower, at }]
    if (token.lower === 'whether') return marksOfWhether(tokens, group, at)
    if (sets.negators.has(token.lower) && ((opens && token.pos !== 'DET' && token.pos !== 'ADJ') || isInverted(tokens, at)))
      return [{ mark: 'negative', word: token.lower, at }]
    if (token.pos === 'VERB' && at < group.start - 1) return []
  }
  return []
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

/** "will be freed if a judge agrees": what will or would happen, beside a clause that says on which condition. */
export function marksOfConditionBeside(sentence: Sentence, group: VerbGroup, { sets }: Lexicon): readonly Marked[] {
  const { tokens, tree } = sentence
  const open = group.parts.some((at) => [sets.planningModals, sets.conditionalModals].some((set) => set.has(tokens[at]?.lower ?? '')))
  if (!open) return []
  const arcs = tree()
  const clauses = arcs.children(group.verb).filter((child) => arcs.relation[child] === 'advcl')
  const marker = clauses
    .flatMap((clause) => arcs.children(clause))
    .find((child) => sets.conditions.has(tokens[child]?.lower ?? '') && /^(?:mark|advmod)$/.test(arcs.relation[child] ?? ''))
  const opening = marker ?? conditionBefore(tokens, group.start, sets)
  return opening === null ? [] : [{ mark: 'conditional', word: tokens[opening]?.lower ?? '', at: opening }]
}

/** The word that opens the sentence with a condition, a comma between it and the verb; null where none does. */
function conditionBefore(tokens: readonly Token[], start: number, sets: Lexicon['sets']): number | null {
  const first = tokens.find(({ pos }) => pos !== 'PUNCT')
  if (first === undefined || first.index >= start) return null
  const inverted = sets.invertedConditions.has(first.lower) && /^(?:PRON|DET|PROPN)$/.test(tokens[first.index + 1]?.pos ?? '')
  if (!sets.conditions.has(first.lower) && !inverted) return null
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
  return undoing.find((phrase) => phrase.every((word, index) => tokens[before - phrase.length + index]?.lower === word))
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
