import { z } from 'zod'
import type { Compatible } from '../model/packs.js'

/** The shape of `packs/places/compatible.yaml`. */
export const compatibleSchema: z.ZodType<readonly Compatible[]> = z.array(
  z.strictObject({ wide: z.string().min(1), narrow: z.array(z.string().min(1)).min(1) }),
)
