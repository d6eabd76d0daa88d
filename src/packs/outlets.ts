import { z } from 'zod'
import type { Outlet } from '../model/packs.js'

/** The shape of a file under `packs/outlets/`. */
export const outletsSchema: z.ZodType<readonly Outlet[]> = z.array(
  z.strictObject({
    name: z.string().min(1),
    names: z.array(z.string().min(1)),
    kind: z.enum(['agency', 'newspaper', 'broadcaster', 'site', 'organization', 'authority']),
  }),
)
