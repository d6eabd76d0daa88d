import type { DetailValue, StatementType } from '../../model/report.js'
import type { HappeningWords } from '../../model/words/happenings.js'
import type { TimeWords } from '../../model/words/times.js'
import type { Parties, Party, Sentence, TimeReading } from '../parts.js'
import type { Factuality } from './factuality.js'
import type { Lexicon } from './lexicon.js'
import type { Named } from './names.js'
import type { VoicesBySentence } from './sources.js'

/** A claim on its way to a statement: its words, its parties, how it is said. Tokens are indices in the sentence; `last` is inclusive. */
export interface Draft {
  readonly type: StatementType
  readonly sentence: Sentence
  readonly token: number
  readonly first: number
  readonly last: number
  readonly roles: Readonly<Record<'agent' | 'patient' | 'recipient' | 'place', readonly Named[]>>
  readonly factuality: Factuality
  readonly detail: Readonly<Record<string, DetailValue>>
  /** A verb or a pattern states its happening; a noun alone mostly presupposes it. */
  readonly kind: 'verb' | 'noun' | 'pattern'
  /** Whether its trigger is a noun, alone or with a verb that makes it a deed. */
  readonly nominal: boolean
  /** The verbs that tell it: a voice whose cue is one of them tells of this claim and not in it. */
  readonly verbs: readonly number[]
  readonly why: readonly string[]
}

/** What a reader of one sentence needs to know. */
export interface Reader {
  readonly parties: Parties
  /** By the index of the sentence they stand in. */
  readonly times: ReadonlyMap<number, readonly TimeReading[]>
  /** The parties that the report names somewhere, and does not only describe. */
  readonly namedParties: ReadonlySet<number>
  readonly partiesByName: ReadonlyMap<string, Party>
  readonly voices: VoicesBySentence
  readonly outlet: string | null
  /** Names of known publishers and agencies, in small letters. */
  readonly outlets: ReadonlySet<string>
  readonly lexicon: Lexicon
  readonly words: HappeningWords
  readonly timeWords: TimeWords
  /** The blocks that tell what the law is. */
  readonly ruleBlocks: ReadonlySet<number>
  /** What people and things of a state are called, and the state: "norwegian" is Norway. */
  readonly states: ReadonlyMap<string, string>
  readonly stateNames: ReadonlySet<string>
}

export type RoleHeads = Record<'agent' | 'patient' | 'recipient' | 'place', number[]>
