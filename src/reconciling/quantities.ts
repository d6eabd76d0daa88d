import type { Knowledge } from '../model/packs.js'

/** How many are told of, from the fewest to the most that the words allow. */
export interface Quantity {
  readonly least: number
  readonly most: number
}

/** How descriptions are counted, by the words for numbers. */
export interface Quantities {
  /** The first number of a description as the range it allows: "some 40 men", "over a million people"; null where none is told. */
  quantityIn(text: string): Quantity | null
  /** The description without its number and what bounds it. */
  withoutQuantity(text: string): string
  /** Whether it tells of some by age or sex, so that others may be there too: "two children". */
  isPartOfPeople(text: string): boolean
}

/** "About" leaves a fifth open on either side: counts of people are rounded to the nearest hundred of some hundreds. */
const aboutShare = 0.2
/** "Up to 30,000" is said by those who think of many; half of it is as low as they would call it so. */
const upToShare = 0.5

const compiled = new WeakMap<Knowledge, Quantities>()

export function quantitiesOf(knowledge: Knowledge): Quantities {
  const made = compiled.get(knowledge)
  if (made !== undefined) return made
  const quantities = compile(knowledge)
  compiled.set(knowledge, quantities)
  return quantities
}

function compile({ comparing: { numberWords, scaleWords, numberBounds, partOfPeople } }: Knowledge): Quantities {
  const part = new Set(partOfPeople)
  const numbers = new Map(Object.entries(numberWords))
  const scales = new Map(Object.entries(scaleWords))
  const pluralScales = new Map([...scales].map(([word, scale]) => [`${word}s`, scale]))
  const isBound = new Set([...numberBounds.atLeast, ...numberBounds.atMost, ...numberBounds.about].flatMap((phrase) => phrase.split(' ')))
  const numberOf = (word: string): number | null =>
    /^\d/.test(word) ? Number(word.replace(/[,.](?=\d{3})/g, '')) : (numbers.get(word) ?? null)
  const isCounted = (word: string) => numberOf(word) !== null || scales.has(word) || pluralScales.has(word)
  return {
    quantityIn: (text) => {
      const words = wordsOf(text)
      const from = words.findIndex(isCounted)
      if (from === -1) return null
      const counted = words.slice(from, from + 1 + words.slice(from + 1).findIndex((word) => !isCounted(word) && word !== 'and'))
      const told = counted.length > 0 ? counted : words.slice(from)
      const plural = told.map((word) => pluralScales.get(word)).find((scale) => scale !== undefined)
      if (plural !== undefined) return { least: plural, most: Number.POSITIVE_INFINITY }
      return bounded(composed(told, numberOf, scales), words.slice(0, from).join(' '), numberBounds)
    },
    withoutQuantity: (text) =>
      wordsOf(text)
        .filter((word) => !isCounted(word) && !isBound.has(word))
        .join(' '),
    isPartOfPeople: (text) => wordsOf(text).some((word) => part.has(word)),
  }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\d+(?:[,.]\d+)*|[\p{L}\p{M}'’]+/gu) ?? []
}

/** "Ninety three" adds, "two hundred" multiplies. */
function composed(words: readonly string[], numberOf: (word: string) => number | null, scales: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const word of words) {
    const scale = scales.get(word)
    sum = scale === undefined ? sum + (numberOf(word) ?? 0) : Math.max(sum, 1) * scale
  }
  return sum
}

function bounded(number: number, before: string, bounds: Knowledge['comparing']['numberBounds']): Quantity {
  const says = (phrases: readonly string[]) => phrases.some((phrase) => ` ${before} `.includes(` ${phrase} `))
  if (says(bounds.about)) return { least: number * (1 - aboutShare), most: number * (1 + aboutShare) }
  if (says(bounds.atLeast)) return { least: number, most: Number.POSITIVE_INFINITY }
  if (says(bounds.atMost)) return { least: number * upToShare, most: number }
  return { least: number, most: number }
}

/** Whether all that `b` allows is allowed by `a`; no number allows any. */
export function holds(a: Quantity | null, b: Quantity | null): boolean {
  return a === null || (b !== null && a.least <= b.least && b.most <= a.most)
}
