import type { Sentence, Token } from '../parts.js'
import type { Attribution } from './attribution.js'
import { canTell, type Lexicon } from './lexicon.js'
import { spanOf } from './phrases.js'
import { extendedByTree, headAfter } from './subjects.js'

/** The attributions that "citing", "quoting" and "which cited" make in a sentence: whoever is cited told what the citing speaker hands on. `spoken` are the sentence's other attributions. */
export function readHandedOn(sentence: Sentence, spoken: readonly Attribution[], lexicon: Lexicon): readonly Attribution[] {
  const handing = sentence.tokens.filter(
    ({ lemma, tag, index }) => lexicon.handing.has(lemma) && (tag === 'VBG' || sentence.tokens[index - 1]?.tag === 'WDT'),
  )
  return handing.flatMap((token) => handedOn(sentence, token, spoken, lexicon) ?? [])
}

function handedOn(sentence: Sentence, verb: Token, spoken: readonly Attribution[], lexicon: Lexicon): Attribution | null {
  const { tokens } = sentence
  const head = headAfter(sentence, verb.index + 1)
  const source = tokens[head ?? -1]
  if (head === null || source === undefined || !canTell(source, lexicon)) return null
  const around = spoken.filter(({ tells, content, cue }) => tells && content !== null && cue !== null && !contains(content, verb))
  const widest = around.reduce<Attribution | null>((best, each) => (best === null || width(each) > width(best) ? each : best), null)
  const content = widest?.content ?? spanOf(tokens, 0, verb.index - 1)
  if (content === null) return null
  const { first, last } = extendedByTree(sentence, { head, first: verb.index + 1, last: head })
  return {
    sentence,
    source: spanOf(tokens, first, last),
    speaker: head,
    quoter: null,
    hearer: null,
    cue: { start: verb.start, end: verb.end },
    content,
    mode: widest?.mode ?? 'indirect',
    tells: true,
    why: `handed on: ${verb.lemma}`,
  }
}

function contains({ start, end }: { readonly start: number; readonly end: number }, token: Token): boolean {
  return start <= token.start && end >= token.end
}

function width({ content }: Attribution): number {
  return content === null ? 0 : content.end - content.start
}
