import type { Sentence } from '../parts.js'
import type { Attribution } from './attribution.js'
import { turn } from './line-cues.js'
import { isFiniteVerb } from './phrases.js'
import type { Quotation } from './quotations.js'

/** The attributions with the quotations that follow on theirs and have no speaker of their own: in the same paragraph ("“…,” she said. “…”"), or in the next where a quotation was left open. What is said then runs from the first to the last. Marks around a title in the attribution's own sentence (“The World at One”) are passed over. */
export function withFollowingQuotations(
  attributions: readonly Attribution[],
  quotations: readonly Quotation[],
  text: string,
): readonly Attribution[] {
  const owners = ownersOf(attributions, quotations)
  const ends = new Map<Attribution, number>()
  let owner: Attribution | undefined
  let before: Quotation | undefined
  for (const quotation of quotations) {
    const own = owners.get(quotation)
    if (own === undefined && owner !== undefined && quotation.end <= owner.sentence.end) continue
    if (own !== undefined || owner === undefined) owner = own
    else if (goesOn(before, quotation, text) || followsOn(owner, ends.get(owner), quotation, text)) ends.set(owner, quotation.end)
    else owner = undefined
    before = quotation
  }
  return attributions.map((attribution) => {
    const end = ends.get(attribution)
    return end === undefined || attribution.content === null ? attribution : { ...attribution, content: { ...attribution.content, end } }
  })
}

/**
 * The attributions of quotations that make a paragraph of their own and name nobody: they are the words of whoever the paragraph before ended with, as readers take them ("… he told the court. ¶ “They came at five.”").
 * `left` are the attributions so far.
 */
export function standingAlone(
  left: readonly Attribution[],
  quotations: readonly Quotation[],
  sentences: readonly Sentence[],
): readonly Attribution[] {
  const owners = ownersOf(left, quotations)
  const [firsts, lasts] = [new Map<number, Sentence>(), new Map<number, Sentence>()]
  for (const sentence of sentences) {
    if (!firsts.has(sentence.block)) firsts.set(sentence.block, sentence)
    lasts.set(sentence.block, sentence)
  }
  const speakers = new Map<number, Attribution>()
  for (const attribution of left) {
    const { sentence, tells, speaker, content } = attribution
    const last = lasts.get(sentence.block)
    const endsIt = sentence === last || (content?.end ?? 0) >= (last?.end ?? 0) - closingSigns
    if (tells && speaker !== null && endsIt) speakers.set(sentence.block, attribution)
  }
  return quotations.flatMap((quotation) => {
    const { block, start, end } = quotation
    const [first, last] = [firsts.get(block), lasts.get(block)]
    if (first === undefined || last === undefined || start > first.start || end < last.end - closingSigns || owners.has(quotation))
      return []
    const speaking = speakers.get(block - 1)
    if (speaking === undefined || speakers.has(block) || !first.tokens.some(isFiniteVerb)) return []
    const alone: Attribution = {
      ...speaking,
      cue: null,
      content: { start, end },
      mode: 'direct',
      why: `stands alone after ${speaking.why}`,
    }
    speakers.set(block, alone)
    return [alone]
  })
}

/** A stop and a mark that may stand behind what is said at the end of a paragraph. */
const closingSigns = 2

/**
 * The attributions with each turn of a transcript drawn to the next turn: past its paragraph only where turns were taken by two, over paragraphs of the same kind that are no stage direction ("(Applause.)", "[The witness leaves.]").
 */
export function withWholeTurns(attributions: readonly Attribution[], sentences: readonly Sentence[]): readonly Attribution[] {
  const taken = attributions.filter(({ why }) => why === turn)
  const turns = new Set(taken.map(({ sentence }) => sentence.index))
  const converse = new Set(taken.map(({ sentence, speaker }) => sentence.tokens[speaker ?? -1]?.lower)).size > 1
  return attributions.map((attribution) => {
    const { sentence, content, why } = attribution
    if (why !== turn || content === null) return attribution
    let last = sentence
    for (let next = sentences[last.index + 1]; next !== undefined && !turns.has(next.index); next = sentences[last.index + 1]) {
      if (next.block !== sentence.block && (!converse || next.kind !== sentence.kind || /^[([]$/.test(next.tokens[0]?.text ?? ''))) break
      last = next
    }
    return last === sentence ? attribution : { ...attribution, content: { start: content.start, end: last.end } }
  })
}

/** Whether a quotation left open at the end of its paragraph goes on in the next, which opens with marks again. */
function goesOn(before: Quotation | undefined, { start, block }: Quotation, text: string): boolean {
  return (
    before !== undefined &&
    !before.closed &&
    block === before.block + 1 &&
    start - before.end <= paragraphGap &&
    /^\s*$/.test(text.slice(before.end, start))
  )
}

/** Blanks and line ends between two paragraphs. */
const paragraphGap = 8

/** Whose words a quotation is: the widest attribution that covers it. */
function ownersOf(attributions: readonly Attribution[], quotations: readonly Quotation[]): ReadonlyMap<Quotation, Attribution> {
  const owners = new Map<Quotation, Attribution>()
  for (const attribution of attributions) {
    const { content } = attribution
    if (content === null || attribution.mode === 'indirect') continue
    for (let index = firstFrom(quotations, content.start); index < quotations.length; index++) {
      const quotation = quotations[index]
      if (quotation === undefined || quotation.start >= content.end) break
      const other = owners.get(quotation)?.content
      if (other === undefined || other === null || other.end - other.start < content.end - content.start) owners.set(quotation, attribution)
    }
  }
  return owners
}

function firstFrom(quotations: readonly Quotation[], start: number): number {
  let [low, high] = [0, quotations.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether nothing but the rest of the attribution's own sentence stands between what its speaker said and a quotation that opens a sentence. */
function followsOn({ sentence, content }: Attribution, extended: number | undefined, quotation: Quotation, text: string): boolean {
  const end = extended ?? content?.end ?? 0
  const from = extended === undefined ? Math.max(end, Math.min(sentence.end, quotation.start)) : end
  const gap = text.slice(from, quotation.start)
  return (
    quotation.start >= end &&
    quotation.start - from <= longestGap &&
    /^\s*$/.test(gap) &&
    !gap.includes('\n\n') &&
    /[.!?,:]["”’']*\s*$/.test(text.slice(Math.max(0, quotation.start - longestGap), quotation.start))
  )
}

/** Blanks between two sentences: more are a gap in the page. */
const longestGap = 4
