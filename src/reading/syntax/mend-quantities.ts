import type { SyntaxWords } from '../../model/words/syntax.js'

interface Word {
  readonly lower: string
}

/** What stands before a number and measures it. */
export interface Measures {
  /** Of more than one word ("more than", "as many as"), by the first of them; the longest first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  /** What opens a range, and what joins its ends: "between 20 and 30". */
  readonly ranges: ReadonlyMap<string, string>
  /** Words that count as numbers do: "a dozen", "half". */
  readonly rounds: ReadonlySet<string>
  /** Words for stretches of time. */
  readonly units: ReadonlySet<string>
  /** The first words of phrases and ranges. */
  readonly openers: ReadonlySet<string>
}

/** The measures of a pack, ready to be looked up. */
export function measuresOf({ measures, ranges, rounds, timeUnits }: SyntaxWords): Measures {
  const phrases = new Map<string, (readonly string[])[]>()
  for (const words of measures.map((measure) => measure.split(' ')).sort((a, b) => b.length - a.length)) {
    const beside = phrases.get(words[0]!)
    if (beside === undefined) phrases.set(words[0]!, [words])
    else beside.push(words)
  }
  const openers = new Set([...phrases.keys(), ...Object.keys(ranges)])
  return { phrases, ranges: new Map(Object.entries(ranges)), rounds: new Set(rounds), units: new Set(timeUnits), openers }
}

/**
 * The words that measure a number, by their indexes in order: in "more than 12 monks" and "between 20 and 30 students" all words stand in the noun's phrase.
 * They are tagged in place as its modifiers. `names` are the tags by their numbers, as "VERB|VB".
 */
export function mendQuantities(words: readonly Word[], tags: Uint8Array, names: readonly string[], measures: Measures): readonly number[] {
  const found: number[] = []
  for (let index = 0; index + 1 < words.length; index++) {
    const { lower } = words[index]!
    if (!measures.openers.has(lower)) continue
    for (const at of measuringAt(index)) {
      tags[at] = names.indexOf('ADJ|JJ')
      found.push(at)
    }
  }
  return found

  function measuringAt(index: number): readonly number[] {
    const { lower } = words[index]!
    const standsHere = (measure: readonly string[]) => measure.every((word, at) => words[index + at]?.lower === word)
    const length = measures.phrases.get(lower)?.find(standsHere)?.length
    if (length !== undefined && isAmount(index + length) && !countsTime(index + length))
      return Array.from({ length }, (_, at) => index + at)
    const joint = measures.ranges.get(lower)
    return joint !== undefined && words[index + 2]?.lower === joint && isRange(index + 1) ? [index, index + 1, index + 2] : []
  }

  function nameAt(index: number): string {
    return names[tags[index] ?? -1] ?? ''
  }

  /** "12", "half", "a dozen". */
  function isAmount(index: number): boolean {
    return nameAt(index) === 'NUM|CD' || isRound(index) || (nameAt(index) === 'DET|DT' && isRound(index + 1))
  }

  function isRound(index: number): boolean {
    return measures.rounds.has(words[index]?.lower ?? '')
  }

  /** "up to 30 years": so long, and nobody. */
  function countsTime(amount: number): boolean {
    return measures.units.has(words[amount + 1]?.lower ?? '') || measures.units.has(words[amount + 2]?.lower ?? '')
  }

  /** Two numbers with a word between, and what they count: no years ("from 2014 to 2016 prisoners were"). */
  function isRange(from: number): boolean {
    const isNumber = (index: number) => nameAt(index) === 'NUM|CD' && !/^(?:19|20)\d\d$/.test(words[index]?.lower ?? '')
    return isNumber(from) && isNumber(from + 2) && nameAt(from + 3) === 'NOUN|NNS' && !countsTime(from + 2)
  }
}

/** Heads and relations of a sentence that was parsed without some of its words: each of them hangs on the next word that was parsed. */
export function withWordsAgain(
  { head, relation }: { readonly head: readonly number[]; readonly relation: readonly string[] },
  kept: readonly number[],
  length: number,
): { readonly head: number[]; readonly relation: string[] } {
  const whole = { head: new Array<number>(length), relation: new Array<string>(length).fill('advmod') }
  let at = kept.length - 1
  for (let index = length - 1; index >= 0; index--) {
    if (kept[at] !== index) {
      whole.head[index] = kept[at + 1]!
      continue
    }
    whole.head[index] = head[at] === -1 ? -1 : kept[head[at]!]!
    whole.relation[index] = relation[at]!
    at--
  }
  return whole
}
