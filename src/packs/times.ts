import { z } from 'zod'
import type { TimeWords } from '../model/words/times.js'

/** The shape of `packs/languages/<code>/times.yaml`. */
export const timesSchema: z.ZodType<TimeWords> = z.record(z.string(), z.unknown())
