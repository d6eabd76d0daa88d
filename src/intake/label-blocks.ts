import type { Block } from '../model/report.js'
import type { FurnitureWords } from '../model/words/furniture.js'
import { type Cues, cuesOf } from './cues.js'
import { cutFusedLines } from './fused-lines.js'
import { kindsInContext } from './kinds-in-context.js'
import { cutUnits, type Hint, type Unit } from './units.js'

/** The text cut into blocks, each with its kind and the reason; together they cover the text, in order, without overlap. */
export function labelBlocks(text: string, hints: readonly Hint[], words: FurnitureWords, outlet: string | null = null): readonly Block[] {
  const cues: Cues = cuesOf(words)
  const units = cutFusedLines(text, cutUnits(text, hints), cues).filter((unit) => unit.end > unit.start)
  const judged = kindsInContext(units, cues, outlet)
  return units.map((unit: Unit, i) => ({
    start: i === 0 ? 0 : unit.start,
    end: units[i + 1]?.start ?? text.length,
    kind: judged[i]?.kind ?? 'paragraph',
    why: judged[i]?.why ?? 'is running text',
  }))
}
