import { z } from 'zod'
import { AttestError } from '../model/errors.js'
import { type Amount, type Calendar, type CountingRule, firstDays, hourReadings, rolls, termUnits } from '../model/procedure-pack.js'
import { checkedYaml } from './checked-yaml.js'

const words = z.string().min(1)
const monthDay = z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'a day is MM-DD or YYYY-MM-DD')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is YYYY-MM-DD')
const spellings = { h: 'h', d: 'd', mo: 'month', y: 'year' } as const

/** `48h`, `10d`, `2mo`, `1y`. */
export const amountSchema = z
  .string()
  .regex(/^\d{1,4}(h|d|mo|y)$/, 'an amount is a number and h, d, mo or y, such as 48h, 10d, 2mo, 1y')
  .transform((text): Amount => {
    const unit = text.replace(/^\d+/, '') as keyof typeof spellings
    return { n: Number.parseInt(text, 10), unit: spellings[unit] }
  })

/** An amount as a person writes it. */
export function parseAmount(text: string): Amount {
  const parsed = amountSchema.safeParse(text)
  if (parsed.success) return parsed.data
  throw new AttestError('counting/amount', `${parsed.error.issues[0]?.message}; given: ${text}`)
}

const correction = z.strictObject({ date: monthDay, name: words, from: day.optional(), to: day.optional() })

const calendarSchema: z.ZodType<Calendar> = z.strictObject({
  id: words,
  names: z.array(words),
  library: words.optional(),
  weekend: z.array(z.number().int().min(1).max(7)),
  add: z.array(correction).default([]),
  drop: z.array(correction).default([]),
  local: z
    .array(z.strictObject({ date: monthDay, name: words, places: z.array(words), unsettled: z.boolean().default(false) }))
    .default([]),
  years: z.strictObject({ from: z.number().int(), to: z.number().int() }),
})

const ruleSchema = z.strictObject({
  id: words,
  says: words,
  basis: words,
  quote: words.optional(),
  confidence: z.enum(['A', 'B', 'C', 'U']),
  by: z.enum(['hours', 'days', 'court-filing']),
  units: z.array(z.enum(termUnits)).min(1),
  amount: amountSchema.optional(),
  zone: words.optional(),
  hours: z.enum(hourReadings).default('elapsed'),
  onlyWorkingDays: z.boolean().default(false),
  firstDay: z.enum(firstDays).default('next'),
  roll: z.enum(rolls).default('none'),
  calendar: words.optional(),
  pause: z.strictObject({ from: monthDay, to: monthDay, since: z.number().int(), basis: words }).optional(),
  closes: z
    .string()
    .regex(/^\d{2}:\d{2}$/, 'a closing hour is HH:MM')
    .optional(),
})

/** Counting rules by id, each with its calendar, and every calendar. */
export interface Counting {
  readonly rules: ReadonlyMap<string, CountingRule>
  readonly calendars: ReadonlyMap<string, Calendar>
}

const countingSchema: z.ZodType<Counting> = z
  .strictObject({ calendars: z.array(calendarSchema), rules: z.array(ruleSchema) })
  .superRefine(({ calendars, rules }, context) => {
    const known = calendars.map(({ id }) => id)
    for (const [index, { calendar }] of rules.entries()) {
      if (calendar === undefined || known.includes(calendar)) continue
      context.addIssue({
        code: 'custom',
        path: ['rules', index, 'calendar'],
        message: `no calendar of that name; allowed: ${known.join(', ')}`,
      })
    }
  })
  .transform(({ calendars, rules }) => {
    const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
    return {
      calendars: byId,
      rules: new Map(
        rules.map(({ calendar, ...rule }) => [rule.id, calendar === undefined ? rule : { ...rule, calendar: byId.get(calendar) }]),
      ),
    }
  })

/** The counting rules of `packs/procedures/counting.yaml`, checked; `file` stands in the error. */
export function parseCounting(yaml: string, file: string): Counting {
  return checkedYaml(yaml, file, countingSchema)
}
