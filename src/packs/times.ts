import { z } from 'zod'
import { dayParts, neededGroups, phraseGuards, stepOrigins, type TimeWords, timeUnits } from '../model/words/times.js'

const words = z.array(z.string().min(1))
const counted = z.record(z.string(), z.number().int())
const toward = z.union([z.literal(-1), z.literal(0), z.literal(1)])

const phrase = z.strictObject({
  words,
  gives: z.strictObject({
    as: z.enum(['date', 'step', 'duration', 'set', 'vague', 'nothing']),
    unit: z.enum(timeUnits).optional(),
    amount: z.number().int().nullable().optional(),
    half: z.enum(['more', 'of']).optional(),
    toward: toward.optional(),
    from: z.enum(stepOrigins).optional(),
    ordinal: z.enum(['quarter', 'half', 'century', 'day']).optional(),
    quarter: z.number().int().min(1).max(4).optional(),
    part: z.enum(dayParts).optional(),
    minutes: z.number().int().optional(),
    hour: z.number().int().min(0).max(24).optional(),
    running: z.boolean().optional(),
    toTheDay: z.boolean().optional(),
    ended: z.boolean().optional(),
    leadIn: z.number().int().min(1).optional(),
    beside: z.boolean().optional(),
  }),
  guard: z.enum(phraseGuards).optional(),
})

const holiday = z.union([
  z.strictObject({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) }),
  z.strictObject({ month: z.number().int().min(1).max(12), weekday: z.number().int().min(1).max(7), nth: z.number().int().min(-1).max(5) }),
  z.strictObject({ fromEaster: z.number().int() }),
])

/** The shape of `packs/languages/<code>/times.yaml`. */
export const timesSchema: z.ZodType<TimeWords> = z.strictObject({
  months: z.record(z.string(), z.number().int().min(1).max(12)),
  doubtfulMonths: words,
  weekdays: z.record(z.string(), z.number().int().min(1).max(7)),
  doubtfulWeekdays: words,
  numbers: counted,
  multipliers: counted,
  ordinals: counted,
  ordinalEndings: words,
  units: z.record(z.string(), z.strictObject({ unit: z.enum(timeUnits), many: z.boolean().optional() })),
  parts: z.record(z.string(), z.enum(dayParts)),
  seasons: z.record(z.string(), z.number().int().min(21).max(24)),
  decades: counted,
  meridiems: z.record(z.string(), z.enum(['am', 'pm'])),
  zones: z.record(z.string(), z.string().regex(/^(Z|[+-]\d{2}:\d{2})$/)),
  holidays: z.record(z.string(), holiday),
  groups: z
    .record(z.string(), words)
    .refine((groups) => neededGroups.every((name) => groups[name] !== undefined), `groups must hold: ${neededGroups.join(', ')}`),
  phrases: z.array(phrase),
  cases: z.array(
    z.strictObject({
      text: z.string(),
      published: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      times: z.record(z.string(), z.string().nullable()),
    }),
  ),
})
