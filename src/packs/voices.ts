import { z } from 'zod'
import type { VoiceWords } from '../model/words/voices.js'

/** The shape of `packs/languages/<code>/voices.yaml`. */
export const voicesSchema: z.ZodType<VoiceWords> = z.record(z.string(), z.unknown())
