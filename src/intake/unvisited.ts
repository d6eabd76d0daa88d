import type { Observation } from '../model/decision.js'
import { AttestError } from '../model/errors.js'

/** An address that gave no page to keep, with what was observed there. `retryAfterMs`: how long the server asks to be left alone, where it does. */
export class Unvisited extends AttestError {
  constructor(
    code: string,
    readonly observation: Observation,
    readonly retryAfterMs: number | null = null,
  ) {
    super(code, observation.message)
  }
}
