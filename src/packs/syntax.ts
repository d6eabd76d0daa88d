import { z } from 'zod'
import type { SyntaxWords } from '../model/words/syntax.js'

const words = z.array(z.string().min(1)).readonly()
const forms = z.record(z.string(), z.string().min(1)).readonly()

/** The shape of `packs/languages/<code>/syntax.yaml`. */
export const syntaxSchema: z.ZodType<SyntaxWords> = z.strictObject({
  openAbbreviations: words,
  numberAbbreviations: words,
  closingAbbreviations: words,
  sentenceOpeners: words,
  timeNames: words,
  measures: words,
  ranges: forms,
  rounds: words,
  timeUnits: words,
  fused: z.record(z.string(), z.number().int().positive()).readonly(),
  lemmas: z.strictObject({ verbs: forms, nouns: forms, others: forms }),
})
