import { z } from 'zod'
import { statementTypes } from '../model/report.js'
import { type HappeningWords, roleNames } from '../model/words/happenings.js'

const role = z.enum(roleNames)
const words = z.array(z.string().min(1))
const detailValue = z.union([z.string(), z.boolean(), z.array(z.string())])

const frame = z.strictObject({
  subject: role.optional(),
  object: role.optional(),
  by: role.optional(),
  possessor: role.optional(),
  after: z.record(z.string(), role).optional(),
})

const trigger = z.strictObject({
  type: z.enum(statementTypes),
  frame,
  verbs: words.optional(),
  nouns: words.optional(),
  with: words.optional(),
  object: words.optional(),
  notObject: words.optional(),
  subject: words.optional(),
  notSubject: words.optional(),
  needs: words.optional(),
  person: z.enum(['patient', 'agent', 'either']).optional(),
  filled: z.enum(['place', 'patient']).optional(),
  voice: z.enum(['passive', 'active']).optional(),
  unless: words.optional(),
  bare: z.boolean().optional(),
  close: z.boolean().optional(),
  deedOnly: z.boolean().optional(),
  polarity: z.literal('negative').optional(),
  certainty: z.literal('hedged').optional(),
  modality: z.enum(['demanded', 'planned']).optional(),
  detail: z.record(z.string(), detailValue).optional(),
})

const attribute = z.string().min(1).optional()
const expected = z.strictObject({
  type: z.enum(statementTypes),
  agent: attribute,
  patient: attribute,
  recipient: attribute,
  place: attribute,
  polarity: attribute,
  certainty: attribute,
  modality: attribute,
})

/** The shape of `packs/languages/<code>/happenings.yaml`. */
export const happeningsSchema: z.ZodType<HappeningWords> = z.strictObject({
  triggers: z.array(trigger),
  details: z.array(z.strictObject({ type: z.enum(statementTypes), key: z.string().min(1), value: detailValue, words })),
  factuality: z.strictObject({
    negators: words,
    negativeVerbs: words,
    negativeNouns: words,
    hedges: words,
    hedgingAdjectives: words,
    hedgingVerbs: words,
    hedgingPassives: words,
    seeming: words,
    accusing: words,
    accusingFor: words,
    refusing: words,
    untrue: words,
    undoing: words,
    forestalling: words,
    approving: words,
    blocking: words,
    hedgingNouns: words,
    hedgingModals: words,
    demandingModals: words,
    demandingVerbs: words,
    demandingNouns: words,
    wishing: words,
    planningModals: words,
    conditionalModals: words,
    planningVerbs: words,
    planningNouns: words,
    realising: words,
    negatingSubjects: words,
    conditions: words,
    invertedConditions: words,
  }),
  offices: z.strictObject({
    titles: words,
    former: words,
    heads: words,
    headedBy: words,
    becoming: words,
    leaving: words,
    ofStates: words,
  }),
  aliases: words,
  occurring: words,
  people: words,
  nobody: words,
  places: z.strictObject({ nouns: words, prepositions: words, ways: words, vehicles: words, moments: words, parts: words }),
  goingOn: words,
  blame: words,
  praise: words,
  calledBlame: words,
  calledPraise: words,
  acts: words,
  merits: words,
  wrongs: words,
  claims: words,
  charging: words,
  denials: z.strictObject({ denying: words, confirming: words, falsehoods: words }),
  compounds: z.strictObject({ control: words, support: words }),
  small: z.strictObject({
    articles: words,
    persons: words,
    ours: words,
    personal: words,
    impersonal: words,
    calling: words,
    standIns: words,
    giving: words,
  }),
  law: z.strictObject({ texts: words, provides: words, always: words, anyone: words, indefinite: words, capacities: words }),
  cases: z.array(
    z.strictObject({ text: z.string().min(1), reads: z.array(expected).optional(), not: z.array(z.enum(statementTypes)).optional() }),
  ),
})
