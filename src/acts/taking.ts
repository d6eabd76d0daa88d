import type { Found } from '../intake/found.js'
import { AttestError } from '../model/errors.js'
import type { ReportId } from '../model/ids.js'

/** What one file of an `add` or a `build` came to. */
export interface Taking {
  readonly name: string
  readonly outcome: 'taken' | 'known' | 'refused' | 'passed-over'
  readonly report?: ReportId
  /** The first report taken in from the same address: this one is another version of it. */
  readonly versionOf?: ReportId
  readonly code?: string
  readonly message?: string
}

/** Called after each report: how many are done, of how many. */
export type OnProgress = (done: number, of: number) => void

/** What is said of a file that gave no report. */
export function notTaken(found: Exclude<Found, { readonly kind: 'given' }>): Taking {
  if (found.kind === 'passed-over') return { name: found.name, outcome: 'passed-over' }
  return { name: found.name, outcome: 'refused', code: found.code, message: found.message }
}

/** Runs one file's work; what is wrong with that file is its outcome, and the other files go on. */
export async function attempt(name: string, work: () => Promise<Taking>): Promise<Taking> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AttestError && !error.code.startsWith('record/'))
      return { name, outcome: 'refused', code: error.code, message: error.message }
    throw error
  }
}
