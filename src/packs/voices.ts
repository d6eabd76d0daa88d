import { z } from 'zod'
import { contentFrames, type VoiceWords } from '../model/words/voices.js'

const words = z.array(z.string().min(1))

/** The shape of `packs/languages/<code>/voices.yaml`. */
export const voicesSchema: z.ZodType<VoiceWords> = z.strictObject({
  verbs: z.array(z.strictObject({ takes: z.array(z.enum(contentFrames)).min(1), tells: z.boolean(), verbs: words })),
  nouns: z.array(z.strictObject({ tells: z.boolean(), links: words, nouns: words })),
  quoteVerbs: words,
  adjectives: words,
  raising: z.strictObject({ active: words, passive: words }),
  hearsay: words,
  prepositions: words,
  documents: words,
  speakers: words,
  handing: words,
  naming: words,
  viewpoints: words,
  concessions: words,
  silent: words,
  negations: words,
  carrying: words,
  headings: words,
  definites: words,
  passives: words,
  perfects: words,
  ownMarks: words,
  ownPress: words,
  asking: words,
  answering: words,
  interviewed: words,
  telling: words,
  hearing: words,
  voicing: words,
  blaming: words,
  blameLinks: words,
  marks: z.strictObject({ that: words, to: words, by: words, as: words, in: words, from: words, like: words }),
  proforms: words,
  clauseOpeners: words,
  relatives: words,
  contrasts: words,
  adjectiveLinks: words,
  times: words,
  timeLinks: words,
  ties: words,
  pronouns: z.strictObject({ person: words, thing: words, several: words }),
  cases: z.array(
    z.strictObject({
      text: z.string().min(1),
      voices: z.array(
        z.strictObject({
          source: z.string().nullable(),
          cue: z.string().optional(),
          content: z.string().nullable(),
          chain: words.optional(),
        }),
      ),
    }),
  ),
})
