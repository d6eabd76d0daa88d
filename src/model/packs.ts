import type { Confidence } from './record.js'
import type { BlockKind, StatementType } from './report.js'
import type { ComparingWords } from './words/comparing.js'
import type { FurnitureWords } from './words/furniture.js'
import type { HappeningWords } from './words/happenings.js'
import type { NameWords } from './words/names.js'
import type { TimeWords } from './words/times.js'
import type { VoiceWords } from './words/voices.js'

/** What a language brings: one file each under `packs/languages/<code>/`. */
export interface LanguagePack {
  readonly code: string
  readonly furniture: FurnitureWords
  readonly names: NameWords
  readonly times: TimeWords
  readonly voices: VoiceWords
  readonly happenings: HappeningWords
  /** The trained weights of the tagger and parser (`syntax.bin`): bytes that only the reading room understands, decoded when first needed. */
  readonly syntax: Uint8Array
}

/** A place, a court or a prison by its names in use. `within` is the id of the place around it. */
export interface Place {
  readonly id: string
  readonly kind: 'country' | 'region' | 'city' | 'court' | 'prison' | 'airport' | 'water'
  readonly names: readonly string[]
  readonly within?: string | undefined
  /** IANA zone, for places where a clock time may be stated. */
  readonly zone?: string | undefined
  /** What people of the place are called: "Libyan", "Italian". */
  readonly adjectives?: readonly string[] | undefined
}

/** A publisher or an agency. An agency's text stands in other outlets. */
export interface Outlet {
  readonly name: string
  readonly names: readonly string[]
  readonly kind: 'agency' | 'newspaper' | 'broadcaster' | 'site' | 'organization' | 'authority'
}

/** Values of one attribute that can both be true: the second says the first more narrowly ("Digos" for "police"). */
export interface Compatible {
  readonly wide: string
  readonly narrow: readonly string[]
}

export interface Knowledge {
  readonly places: readonly Place[]
  readonly outlets: readonly Outlet[]
  readonly compatible: readonly Compatible[]
  readonly comparing: ComparingWords
}

/** A condition on events. `agent`, `patient` and `recipient` name roles that the pack defines. */
export interface EventCondition {
  readonly type: StatementType
  readonly agent?: string | undefined
  readonly patient?: string | undefined
  readonly recipient?: string | undefined
  readonly detail?: Readonly<Record<string, string>> | undefined
  readonly polarity?: 'positive' | 'negative' | undefined
}

export interface ProcedureRole {
  readonly id: string
  readonly is: string
  readonly names: readonly string[]
}

export interface ProcedureReading {
  readonly id: string
  readonly holder: string
  readonly says: string
}

export interface Deadline {
  readonly amount: number | null
  readonly unit: 'h' | 'd' | 'month' | 'year' | 'soft'
  readonly rule?: string | undefined
  readonly words?: string | undefined
  readonly kind: 'ceiling' | 'floor'
}

export interface ProcedureStep {
  readonly id: string
  readonly what: string
  readonly who: string
  /** Events that start its clock; several are candidate starts. */
  readonly starts: readonly EventCondition[]
  /** Events that meet it. */
  readonly met: readonly EventCondition[]
  readonly requires: readonly string[]
  readonly deadline: Deadline | null
  readonly effect: string
  readonly basis: string
  readonly quote: string
  readonly source: string
  readonly confidence: Confidence
  readonly valid?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined
  /** Readings under which it applies; absent: all. */
  readonly readings?: readonly string[] | undefined
}

export interface ProcedurePack {
  readonly id: string
  readonly title: string
  readonly jurisdiction: string
  readonly asOf: string
  /** Names whose presence in the record proposes this pack: all groups must be found. */
  readonly proposedWhen: readonly (readonly string[])[]
  readonly roles: readonly ProcedureRole[]
  readonly readings: readonly ProcedureReading[]
  readonly steps: readonly ProcedureStep[]
}

/** Everything data brings, checked when it is loaded. */
export interface Packs {
  readonly languages: ReadonlyMap<string, LanguagePack>
  readonly knowledge: Knowledge
  readonly procedures: readonly ProcedurePack[]
}

export type { BlockKind }
