import type { ComparingWords } from './words/comparing.js'
import type { FurnitureWords } from './words/furniture.js'
import type { HappeningWords } from './words/happenings.js'
import type { NameWords } from './words/names.js'
import type { SyntaxPack } from './words/syntax.js'
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
  readonly syntax: SyntaxPack
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
  /** The name is also a person's or an everyday word ("Jordan", "Split"): the text must say that the place is meant. */
  readonly ambiguous?: boolean | undefined
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

export type { ProcedurePack } from './procedure-pack.js'
