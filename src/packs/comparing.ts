import { z } from 'zod'
import type { ComparingWords } from '../model/words/comparing.js'

const words = z.array(z.string().min(1))

/** The shape of `packs/names/comparing.yaml`. */
export const comparingSchema: z.ZodType<ComparingWords> = z.strictObject({
  titles: words,
  suffixes: words,
  particles: words,
  weakParticles: words,
  gluedArticles: words,
  commonNames: words,
  joiningWords: words,
  legalForms: z.array(words.min(1)),
  sameWords: z.array(words.min(2)),
  headWords: words,
  kindWords: words,
  placeWords: words,
  numberWords: z.record(z.string(), z.number().int()),
  scaleWords: z.record(z.string(), z.number().int()),
  numberBounds: z.strictObject({ atLeast: words, atMost: words, about: words }),
  anybody: words,
  partOfPeople: words,
  bodies: z.array(words.min(2)),
  organs: z.array(z.strictObject({ bodies: words.min(1), organs: words.min(1), side: z.enum(['court', 'state']) })),
})
