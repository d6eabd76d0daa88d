import type { EntityId, EventId, ReportId, StatementId } from '../model/ids.js'
import type { CaseView, Entity, Event, RecordReport, RecordStatement } from '../model/record.js'
import type { ReadReport } from '../model/report.js'

/** A view with everything found by its id, so that a page costs what it shows and not what the case holds. */
export interface Lookup {
  readonly view: CaseView
  readonly report: (id: ReportId) => RecordReport | undefined
  readonly read: (id: ReportId) => ReadReport | undefined
  readonly statement: (id: StatementId) => RecordStatement | undefined
  readonly entity: (id: EntityId) => Entity | undefined
  readonly event: (id: EventId) => Event | undefined
  /** The happening that a statement tells. */
  readonly eventTold: (id: StatementId) => Event | undefined
  /** Statements that demand, plan or imagine a happening. */
  readonly bearingOn: (id: EventId) => readonly RecordStatement[]
  /** A report's statements in the order of their words. */
  readonly statementsOf: (id: ReportId) => readonly RecordStatement[]
  /** The next statement of the same report that waits for a person; from the last on, the first. Undefined when no other waits. */
  readonly nextWaiting: (id: StatementId) => RecordStatement | undefined
  /** The report whose text another prints and with which it is counted; undefined where a person counts it apart. */
  readonly countedWith: (id: ReportId) => RecordReport | undefined
  /** The party a report means by a name. */
  readonly partyNamed: (name: string, report: ReportId) => Entity | undefined
  /** The number a statement has in its report, from 1. */
  readonly numberOf: (id: StatementId) => number
}

const made = new WeakMap<CaseView, Lookup>()

/** The lookup of a view; made once for each view, which never changes. */
export function lookUp(view: CaseView): Lookup {
  const known = made.get(view)
  if (known !== undefined) return known
  const fresh = makeLookup(view)
  made.set(view, fresh)
  return fresh
}

function makeLookup(view: CaseView): Lookup {
  const { record } = view
  const reports = new Map(record.reports.map((report) => [report.id, report]))
  const read = new Map(view.read.map((one) => [one.report.id, one]))
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]))
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]))
  const events = new Map(record.events.map((event) => [event.id, event]))
  const told = new Map(record.events.flatMap((event) => event.statements.map((id) => [id, event] as const)))
  const bearing = grouped(
    record.statements.filter((statement) => statement.bearsOn !== undefined),
    ({ bearsOn }) => bearsOn as EventId,
  )
  const byReport = grouped(
    [...record.statements].sort((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end),
    ({ report }) => report,
  )
  const numbers = new Map([...byReport.values()].flatMap((list) => list.map(({ id }, index) => [id, index + 1] as const)))
  const copies = new Map(
    record.folds.flatMap(({ kind, a, b }) =>
      kind === 'copy' && a.report !== null && b.report !== null ? [[a.report, b.report] as const] : [],
    ),
  )
  const waiting = new Map([...byReport.values()].flatMap(nextWaitingIn))
  const named = new Map(
    record.entities.flatMap((entity) =>
      entity.names.flatMap(({ value, reports: using }) => using.map((report) => [`${report} ${value}`, entity] as const)),
    ),
  )
  return {
    view,
    report: (id) => reports.get(id),
    read: (id) => read.get(id),
    statement: (id) => statements.get(id),
    entity: (id) => entities.get(id),
    event: (id) => events.get(id),
    eventTold: (id) => told.get(id),
    bearingOn: (id) => bearing.get(id) ?? [],
    statementsOf: (id) => byReport.get(id) ?? [],
    nextWaiting: (id) => waiting.get(id),
    countedWith: (id) => {
      const original = copies.get(id)
      return original === undefined ? undefined : reports.get(original)
    },
    partyNamed: (name, report) => named.get(`${report} ${name}`),
    numberOf: (id) => numbers.get(id) ?? 0,
  }
}

/** Each statement of a report with the next after it that waits, going round at the end. */
function nextWaitingIn(list: readonly RecordStatement[]): readonly (readonly [StatementId, RecordStatement])[] {
  let next = list.find(({ state }) => state === 'proposed')
  const pairs: (readonly [StatementId, RecordStatement])[] = []
  for (const statement of [...list].reverse()) {
    if (next !== undefined && next.id !== statement.id) pairs.push([statement.id, next])
    if (statement.state === 'proposed') next = statement
  }
  return pairs
}

/** Items by key, each group in the order given. */
export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
