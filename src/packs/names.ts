import { z } from 'zod'
import type { NameWords } from '../model/words/names.js'

/** The shape of `packs/languages/<code>/names.yaml`. */
export const namesSchema: z.ZodType<NameWords> = z.record(z.string(), z.unknown())
