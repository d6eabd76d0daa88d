import { z } from 'zod'
import type { Place } from '../model/packs.js'

/** The shape of a file under `packs/places/`. */
export const placesSchema: z.ZodType<readonly Place[]> = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.enum(['country', 'region', 'city', 'court', 'prison', 'airport', 'water']),
    names: z.array(z.string().min(1)).min(1),
    within: z.string().optional(),
    zone: z.string().optional(),
    adjectives: z.array(z.string().min(1)).optional(),
    ambiguous: z.boolean().optional(),
  }),
)
