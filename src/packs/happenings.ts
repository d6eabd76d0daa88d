import { z } from 'zod'
import type { HappeningWords } from '../model/words/happenings.js'

/** The shape of `packs/languages/<code>/happenings.yaml`. */
export const happeningsSchema: z.ZodType<HappeningWords> = z.record(z.string(), z.unknown())
