import type { EntityId, ReportId, StatementId } from '../model/ids.js'
import type { Entity } from '../model/record.js'
import type { MentionKind, Span, Statement } from '../model/report.js'
import { folded } from './name-token.js'
import type { Root } from './origins.js'

/** A party or place of a statement: an entity, or an unnamed one by its description. */
export interface Party {
  /** Equal keys are one party. */
  readonly key: string
  readonly value: string
  readonly entity: EntityId | null
  readonly kind: MentionKind | null
  /** Whether it goes by a name of its own; who is only described may be anybody. */
  readonly named: boolean
  /** Bodies a person holds office in, persons who hold office in a body, bodies it runs or is run by, as reports say. */
  readonly kin: readonly EntityId[]
}

/** What a statement says, its parties, times and words aside: one object for many that say the same. */
export type Said = Pick<Statement, 'type' | 'sources' | 'polarity' | 'certainty' | 'modality' | 'detail'>

/** A statement that counts, with its parties known and its roots followed. It stands where its quote stands in its report; the quote itself stays in the reading, and is asked for where it is shown. */
export interface Told extends Span {
  readonly id: StatementId
  readonly report: ReportId
  /** The report, or the original it is a copy of: what two copies say is one story. */
  readonly story: ReportId
  readonly published: string | null
  readonly statement: Said
  /** The time it was read with, EDTF. */
  readonly stated: string | null
  /** When it happened, where its own words or its clause say so; null where they do not, or the day is lent. */
  readonly time: string | null
  readonly agent: readonly Party[]
  readonly patient: readonly Party[]
  readonly recipient: readonly Party[]
  readonly place: readonly Party[]
  readonly roots: readonly Root[]
  /** The person its report is about, where it is about one. */
  readonly figure: Party | null
  /** Whom and what its report names in statements, in order, countries aside; empty where this statement names somebody it befell, and needs no company to be known by. */
  readonly cast: readonly EntityId[]
}

/** A party of the record, one object for all statements that name it; another one where it is called otherwise, or names other kin. */
export class KnownParty implements Party {
  readonly key: string
  readonly value: string
  readonly entity: EntityId
  readonly kind: MentionKind
  /** The party by itself, as most statements name it: one list for all of them. */
  readonly alone: readonly Party[] = [this]

  constructor(
    { id, name, kind }: Pick<Entity, 'id' | 'name' | 'kind'>,
    readonly named: boolean,
    readonly kin: readonly EntityId[],
  ) {
    this.key = id
    this.value = name
    this.entity = id
    this.kind = kind
  }
}

/** Who is only described and is no party of the record. */
export function unnamedParty(name: string): Party {
  return { key: `text ${folded(name)}`, value: name, entity: null, kind: null, named: false, kin: noKin }
}

const noKin: readonly EntityId[] = []

/** Whether two statements are read from the same words of one report. */
export function areOneSentence(a: Told, b: Told): boolean {
  return a.report === b.report && a.start < b.end && b.start < a.end
}
