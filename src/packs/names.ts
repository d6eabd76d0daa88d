import { z } from 'zod'
import { partyKinds } from '../model/report.js'
import type { NameWords } from '../model/words/names.js'

const words = z.array(z.string().min(1))

/** The shape of `packs/languages/<code>/names.yaml`. */
export const namesSchema: z.ZodType<NameWords> = z.strictObject({
  person: z.strictObject({
    titles: words,
    feminineTitles: words,
    masculineTitles: words,
    suffixes: words,
    particles: words,
    given: z.strictObject({ feminine: words, masculine: words, either: words }),
    offices: words,
    beforeGeneral: words,
    people: words,
    protagonists: words,
    charges: words,
    functions: words,
    fateNouns: words,
    fateVerbs: words,
    alike: z.array(words),
    feminineNouns: words,
    masculineNouns: words,
    groups: words,
    kin: words,
    tenure: words,
  }),
  organization: z.strictObject({
    heads: words,
    capitalHeads: words,
    wideHeads: words,
    seatedHeads: words,
    innerHeads: words,
    officeHeads: words,
    fields: words,
    complements: words,
    broad: z.record(z.string().min(1), words),
    names: words,
    acronyms: z.array(z.strictObject({ short: z.string().min(2), long: z.string().min(1) })),
    notAcronyms: words,
  }),
  facility: z.strictObject({ seatedHeads: words, heads: words, capitalHeads: words }),
  place: z.strictObject({ heads: words, before: words, directions: words, prepositions: words }),
  law: z.strictObject({ heads: words, numbered: words }),
  notNames: words,
  openers: words,
  alias: words,
  assumed: words,
  articles: words,
  demonstratives: words,
  actingVerbs: words,
  speechVerbs: words,
  ofVerbs: words,
  pronouns: z.strictObject({
    thirdPerson: z.array(
      z.strictObject({
        word: z.string().min(1),
        gender: z.enum(['feminine', 'masculine', 'neuter', 'unknown']),
        plural: z.boolean(),
        use: z.enum(['subject', 'object', 'possessive', 'reflexive']),
      }),
    ),
    firstPerson: words,
    firstPersonPlural: words,
  }),
  phrases: z.strictObject({
    possessives: words,
    measures: words,
    quantities: words,
    partitives: words,
    knowing: words,
    fieldEndings: words,
  }),
  cases: z.array(z.strictObject({ text: z.string().min(1), names: z.record(z.string().min(1), z.enum(partyKinds)) })),
})
