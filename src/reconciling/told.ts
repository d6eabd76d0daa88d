import type { EntityId, ReportId, StatementId } from '../model/ids.js'
import type { Entity } from '../model/record.js'
import type { MentionKind, Statement } from '../model/report.js'
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

/** A statement that counts, with its parties known and its roots followed. */
export interface Told {
  readonly id: StatementId
  readonly report: ReportId
  /** The report, or the original it is a copy of: what two copies say is one story. */
  readonly story: ReportId
  readonly published: string | null
  readonly statement: Statement
  /** When it happened, where its own words or its clause say so; null where they do not, or the day is lent. */
  readonly time: string | null
  readonly agent: readonly Party[]
  readonly patient: readonly Party[]
  readonly recipient: readonly Party[]
  readonly place: readonly Party[]
  readonly roots: readonly Root[]
  /** The person its report is about, where it is about one. */
  readonly figure: Party | null
}

/** A party of the record, one object for all statements that name it; whom it names as kin changes as reports come. */
export class KnownParty implements Party {
  readonly key: string
  readonly value: string
  readonly entity: EntityId
  readonly kind: MentionKind

  constructor(
    { id, name, kind }: Pick<Entity, 'id' | 'name' | 'kind'>,
    readonly named: boolean,
    public kin: readonly EntityId[],
  ) {
    this.key = id
    this.value = name
    this.entity = id
    this.kind = kind
  }
}

/** Who is only described and is no party of the record. */
export function unnamedParty(name: string): Party {
  return { key: `text ${folded(name)}`, value: name, entity: null, kind: null, named: false, kin: [] }
}

/** Whether two statements are read from the same words of one report. */
export function areOneSentence(a: Told, b: Told): boolean {
  const [x, y] = [a.statement.quote, b.statement.quote]
  return a.report === b.report && x.start < y.end && y.start < x.end
}
