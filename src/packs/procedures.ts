import { z } from 'zod'
import {
  type Deadline,
  type EventCondition,
  missEffects,
  noticeKinds,
  type ProcedurePack,
  type ProcedureRole,
  type ProcedureStep,
  type StartCondition,
} from '../model/procedure-pack.js'
import { partyKinds, statementTypes } from '../model/report.js'
import { checkedYaml } from './checked-yaml.js'
import { amountSchema, type Counting } from './counting.js'

/** At most so many words of a law are quoted: enough to find the place, and no more than anybody may quote. */
const longestLawQuote = 20

const words = z.string().min(1)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is YYYY-MM-DD')
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item).min(1)]).transform((given) => (Array.isArray(given) ? given : [given]) as z.output<T>[])
const parties = oneOrMore(words)

const conditionFields = {
  type: oneOrMore(z.enum(statementTypes)),
  agent: parties.optional(),
  patient: parties.optional(),
  recipient: parties.optional(),
  detail: z.record(words, parties).optional(),
  polarity: z.enum(['positive', 'negative']).optional(),
  notice: oneOrMore(z.enum(noticeKinds)).optional(),
  place: z.literal('here').optional(),
  remark: words.optional(),
}
const condition: z.ZodType<EventCondition> = z.strictObject(conditionFields)
const conditions = z.array(condition).default([])

const start: z.ZodType<StartCondition> = z.union([
  z.strictObject({ ...conditionFields, fallback: z.boolean().default(false) }).transform((given) => ({ kind: 'event' as const, ...given })),
  z
    .strictObject({ limit: words, remark: words.optional(), fallback: z.boolean().default(false) })
    .transform(({ limit, remark, fallback }) => ({ kind: 'limit' as const, step: limit, remark, fallback })),
])

const extension = z
  .strictObject({ by: amountSchema.optional(), to: amountSchema.optional(), upon: conditions, says: words })
  .refine(
    ({ by, to }) => by === undefined || to === undefined,
    'an extension has "by" (added) or "to" (instead), or neither where the law sets no length',
  )

const deadlineOf = (counting: Counting) =>
  z.union([
    z
      .strictObject({ soft: words, compare: z.array(words).default([]) })
      .transform(({ soft, compare }): Deadline => ({ kind: 'soft', words: soft, compare })),
    z.strictObject({ unverified: words }).transform(({ unverified }): Deadline => ({ kind: 'unverified', words: unverified })),
    z
      .strictObject({
        amount: amountSchema,
        rule: words,
        kind: z.enum(['ceiling', 'floor', 'notice']).default('ceiling'),
        extend: z.array(extension).default([]),
        words: words.optional(),
      })
      .transform(({ rule: id, ...deadline }, context): Deadline => {
        const rule = counting.rules.get(id)
        const allowed = rule === undefined ? [...counting.rules.keys()] : rule.units
        if (rule === undefined || !rule.units.includes(deadline.amount.unit)) {
          const path = rule === undefined ? 'rule' : 'amount'
          const message = rule === undefined ? 'no counting rule of that name' : `${id} does not count in ${deadline.amount.unit}`
          context.addIssue({ code: 'custom', path: [path], message: `${message}; allowed: ${allowed.join(', ')}` })
          return z.NEVER
        }
        return { ...deadline, rule }
      }),
  ])

const role: z.ZodType<ProcedureRole> = z.strictObject({
  id: words,
  is: words,
  names: z.array(words).default([]),
  only: z.array(words).default([]),
  not: z.array(words).default([]),
  kinds: z.array(z.enum(partyKinds)).default([]),
  anywhere: z.boolean().default(false),
})

const language = z.string().regex(/^[a-z]{2,3}$/, 'a language is its two or three letters, such as it, fr, en')

const stepOf = (counting: Counting) =>
  z.strictObject({
    id: words,
    what: words,
    who: words,
    starts: z.array(start).default([]),
    met: conditions,
    missed: conditions,
    cutOff: conditions,
    when: z.enum(['custody', 'any']).default('custody'),
    may: z.boolean().default(false),
    onlyOnceStarted: z.boolean().default(false),
    requires: z.array(words).default([]),
    deadline: deadlineOf(counting).nullable().default(null),
    effect: z.enum(missEffects),
    basis: words,
    quote: words
      .refine((quote) => quote.split(/\s+/).length <= longestLawQuote, `the law's words are quoted with at most ${longestLawQuote} words`)
      .optional(),
    unseen: words.optional(),
    lang: language.optional(),
    source: words,
    confidence: z.enum(['A', 'B', 'C', 'U']),
    note: words.optional(),
    valid: z.strictObject({ from: day.optional(), to: day.optional() }).optional(),
    under: z
      .record(
        words,
        z.strictObject({
          applies: z.boolean().default(true),
          requires: z.array(words).optional(),
          effect: z.enum(missEffects).optional(),
          says: words.optional(),
        }),
      )
      .optional(),
  })

/** The shape of a pack's YAML, with the counting rules its deadlines may name. */
export const packOf = (counting: Counting): z.ZodType<ProcedurePack> =>
  z
    .strictObject({
      id: words,
      title: words,
      jurisdiction: words,
      asOf: day,
      lang: language,
      here: z.array(words).default([]),
      zone: words,
      seat: words.optional(),
      proposedWhen: z.strictObject({
        events: z.array(z.union([condition.transform((one) => [one]), z.array(condition).min(1)])).default([]),
        names: z.array(z.array(words).min(1)).default([]),
        without: z.array(words).default([]),
        from: day.optional(),
        to: day.optional(),
      }),
      opens: z.array(condition).min(1),
      closes: conditions,
      roles: z.array(role),
      readings: z
        .array(
          z.strictObject({
            id: words,
            holder: words,
            says: words,
            source: words,
            when: z.array(words).optional(),
            of: z.enum(['pack', 'steps']).default('steps'),
            applies: z.boolean().default(true),
          }),
        )
        .default([]),
      unsettled: z.array(z.strictObject({ here: z.array(words).min(1), from: day, says: words, source: words })).default([]),
      steps: z.array(stepOf(counting)).min(1),
    })
    .superRefine(({ steps }, context) => {
      for (const [index, { quote, unseen }] of steps.entries()) {
        if ((quote === undefined) === (unseen === undefined))
          context.addIssue({
            code: 'custom',
            path: ['steps', index, 'quote'],
            message: 'a step has either "quote", the law\'s words, or "unseen", why nobody here has seen them',
          })
      }
    })
    .transform(
      (pack): ProcedurePack => ({
        ...pack,
        steps: pack.steps.map((step): ProcedureStep => ({ ...step, quote: step.quote ?? '', lang: step.lang ?? pack.lang })),
      }),
    )
    .superRefine((pack, context) => {
      for (const { path, message } of danglingNames(pack)) context.addIssue({ code: 'custom', path: [...path], message })
    })

interface Dangling {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** Roles that every pack has without defining them. */
const reservedRoles = ['person', 'unstated']

/** Names that point to nothing in the pack: steps required, roles, readings. */
function danglingNames(pack: ProcedurePack): readonly Dangling[] {
  const steps = pack.steps.map(({ id }) => id)
  const readings = pack.readings.map(({ id }) => id)
  const roles = [...reservedRoles, ...pack.roles.map(({ id }) => id)]
  const unknown = (path: readonly (string | number)[], given: string, allowed: readonly string[], what: string): readonly Dangling[] =>
    allowed.includes(given) ? [] : [{ path, message: `no ${what} "${given}" in this pack; allowed: ${allowed.join(', ')}` }]
  const inConditions = (path: readonly (string | number)[], list: readonly (EventCondition | StartCondition)[]) =>
    list.flatMap((given, index) =>
      'step' in given
        ? unknown([...path, index, 'limit'], given.step, steps, 'step')
        : (['agent', 'patient', 'recipient'] as const).flatMap((field) =>
            (given[field] ?? []).flatMap((name) => unknown([...path, index, field], name, roles, 'role')),
          ),
    )
  return [
    ...circularLimits(pack).map((id) => ({
      path: ['steps'],
      message: `the clock of step "${id}" starts with its own end; a limit must lead to an event`,
    })),
    ...repeated(steps).map((id) => ({ path: ['steps'], message: `two steps are called "${id}"; each needs its own id` })),
    ...inConditions(['opens'], pack.opens),
    ...inConditions(['closes'], pack.closes),
    ...pack.proposedWhen.events.flatMap((alternatives, index) => inConditions(['proposedWhen', 'events', index], alternatives)),
    ...pack.steps.flatMap((step, index) => [
      ...inConditions(['steps', index, 'starts'], step.starts),
      ...inConditions(['steps', index, 'met'], step.met),
      ...inConditions(['steps', index, 'missed'], step.missed),
      ...inConditions(['steps', index, 'cutOff'], step.cutOff),
      ...step.requires.flatMap((id, at) => unknown(['steps', index, 'requires', at], id, steps, 'step')),
      ...Object.entries(step.under ?? {}).flatMap(([reading, { requires }]) => [
        ...unknown(['steps', index, 'under', reading], reading, readings, 'reading'),
        ...(requires ?? []).flatMap((id) => unknown(['steps', index, 'under', reading, 'requires'], id, steps, 'step')),
      ]),
    ]),
  ]
}

/** Steps whose clock starts, by way of other steps' ends, with their own. */
function circularLimits({ steps }: ProcedurePack): readonly string[] {
  const limits = new Map(steps.map(({ id, starts }) => [id, starts.flatMap((one) => (one.kind === 'limit' ? [one.step] : []))]))
  const reaches = (from: string, wanted: string, seen: ReadonlySet<string>): boolean =>
    (limits.get(from) ?? []).some((next) => next === wanted || (!seen.has(next) && reaches(next, wanted, new Set([...seen, next]))))
  return steps.map(({ id }) => id).filter((id) => reaches(id, id, new Set([id])))
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) < index)
}

/** A procedure pack from its YAML, checked; `file` stands in the error. A step without basis, quote or source does not load. */
export function parseProcedure(yaml: string, file: string, counting: Counting): ProcedurePack {
  return checkedYaml(yaml, file, packOf(counting))
}
