import type { Capture, Observation } from '../model/decision.js'
import type { ReportId } from '../model/ids.js'
import type { Sidecar } from '../model/report.js'

/** Bytes waiting to be taken in, with the name they came under and what their sidecar says. */
export interface Gathered {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sidecar: Sidecar
  /** How they came from the network, or how an archive says they did. */
  readonly capture?: Capture
  /** The archive, mail or list they were taken out of, by its bytes. */
  readonly within?: ReportId
}

/** What could not be had, and why. A page that did not answer as a page leaves an observation. */
export interface Refused {
  readonly name: string
  readonly code: string
  readonly message: string
  readonly observation?: Observation
}

/** One thing that a source gave, in the order in which it was met. */
export type Found =
  | ({ readonly kind: 'given' } & Gathered)
  | ({ readonly kind: 'refused' } & Refused)
  | { readonly kind: 'passed-over'; readonly name: string }

/** All that one source gave. */
export interface Gathering {
  readonly given: readonly Gathered[]
  readonly refused: readonly Refused[]
  readonly passedOver: readonly string[]
}
