import type { RecordReport } from '../model/record.js'
import { type BlockKind, isRead, type Quote, type ReadReport } from '../model/report.js'
import { folded } from './name-token.js'

/** Characters a quote has at most, as everywhere. */
const longestQuote = 600

/** What an editor did to a copy: the share of its words that stand in sentences of the original, the sentences he added, and those he left out. */
export function changedInCopy(copy: ReadReport, original: ReadReport): NonNullable<RecordReport['copy']> {
  const [own, others] = [sentences(copy), sentences(original)]
  const [ownWords, otherWords] = [new Set(own.map(({ words }) => words)), new Set(others.map(({ words }) => words))]
  const added = own.filter(({ words }) => !otherWords.has(words))
  const all = lengthOf(own)
  return {
    of: original.report.id,
    // Two digits: more would say more than sentences can.
    share: all === 0 ? 0 : Math.round((100 * (all - lengthOf(added))) / all) / 100,
    added: added.map(({ quote }) => quote),
    leftOut: others.filter(({ words }) => !ownWords.has(words)).map(({ quote }) => quote),
  }
}

interface Sentence {
  readonly quote: Quote
  /** Its words without signs and capitals, by which two are compared. */
  readonly words: string
}

function lengthOf(some: readonly Sentence[]): number {
  return some.reduce((sum, { words }) => sum + words.length, 0)
}

/** Lines that say who wrote, where and for whom: each outlet's own, whatever it took over. */
const signing: ReadonlySet<BlockKind> = new Set(['byline', 'dateline', 'credit'])

/** The sentences of the story. An ending within a sentence ("Gen. Najim") cuts both texts alike, so it does no harm. */
function sentences({ text, blocks }: ReadReport): readonly Sentence[] {
  return blocks
    .filter(({ kind }) => isRead(kind) && !signing.has(kind))
    .flatMap((block) => {
      const found: Sentence[] = []
      for (const match of text.slice(block.start, block.end).matchAll(/\S[^.!?\n]*[.!?\n]*/gu)) {
        const exact = match[0].trimEnd().slice(0, longestQuote)
        const start = block.start + match.index
        const words = folded(match[0])
        if (words !== '') found.push({ quote: { start, end: start + exact.length, exact }, words })
      }
      return found
    })
}
