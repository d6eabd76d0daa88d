import type { EntityId } from '../model/ids.js'
import type { ProcedurePack } from '../model/procedure-pack.js'
import type { StatementType } from '../model/report.js'
import { type Evidence, evidenceFor, type Ground, type Person } from './evidence.js'

/** The time under a procedure: who is held, the accounts of how it opened and how it ended. */
export interface Custody {
  readonly person: Person
  /** The opening that most independent origins tell. */
  readonly opening: Evidence | null
  /** Further events of the kind that the record keeps apart from it: another date, another arrest. */
  readonly otherOpenings: readonly Evidence[]
  readonly closing: readonly Evidence[]
  /** The instant at which another opening begins that the record keeps apart and that comes after: what follows it is another custody. */
  readonly supersededFrom: number | null
  /** The first instant at which it may have ended; null while no account dates an end. */
  readonly endedFrom: number | null
  /** The instant by which it had certainly ended. */
  readonly endedBy: number | null
}

/** The custody a record tells most about under a pack, as of an instant. Others' arrests, and arrests after its end, are not its. */
export function custodyOf(pack: ProcedurePack, ground: Ground, at: number): Custody {
  const opened = pack.opens
    .flatMap((condition) => evidenceFor(condition, ground, null))
    .filter(({ says, moments }) => says.length > 0 && moments.every(({ first }) => (first ?? 0) <= at))
  const person = personOf(opened, mainPerson(ground))
  const own = opened
    .filter(({ event }) => person === null || event.patient.values.length === 0 || patients(event.patient).includes(person))
    .sort(bySupport)
  const [opening = null, ...otherOpenings] = own
  const since = opening === null ? null : minimum(opening.moments.map(({ first }) => first))
  const until = opening === null ? null : maximum(opening.moments.map(({ last }) => last))
  const later = otherOpenings.flatMap(({ moments }) =>
    moments.flatMap(({ first }) => (first !== null && until !== null && first > until ? [first] : [])),
  )
  const closing = pack.closes
    .flatMap((condition) => evidenceFor(condition, ground, person))
    .filter(
      ({ says, moments }) => says.length > 0 && moments.every(({ first, last }) => (first ?? 0) <= at && (last ?? at) >= (since ?? 0)),
    )
  return {
    person,
    opening,
    otherOpenings,
    closing,
    supersededFrom: minimum(later),
    endedFrom: minimum(closing.flatMap(({ moments }) => moments.map(({ first }) => first))),
    // Of one end told with rival dates the latest is certain; of several ends the first is enough.
    endedBy: minimum(closing.map(({ moments }) => maximum(moments.map(({ last }) => last)))),
  }
}

/** Dated first, then told by more origins, then by more accounts, then the earlier: a stray arrest elsewhere in the record has less behind it. */
function bySupport(a: Evidence, b: Evidence): number {
  return (
    Number(b.moments.length > 0) - Number(a.moments.length > 0) ||
    originsOf(b) - originsOf(a) ||
    b.says.length - a.says.length ||
    (a.moments[0]?.first ?? 0) - (b.moments[0]?.first ?? 0) ||
    (a.event.id < b.event.id ? -1 : 1)
  )
}

function originsOf({ event }: Evidence): number {
  return new Set(event.happened.values.flatMap(({ origins }) => origins)).size
}

/** The person brought under the procedure: the one the record is most about if among them, else the one most accounts name. */
function personOf(opened: readonly Evidence[], main: Person): Person {
  const accounts = new Map<EntityId, number>()
  for (const { event, says } of opened) {
    for (const id of patients(event.patient)) accounts.set(id, (accounts.get(id) ?? 0) + says.length)
  }
  return main !== null && accounts.has(main) ? main : most(accounts)
}

const custodyTypes: readonly StatementType[] = [
  'warrant',
  'alert',
  'arrest',
  'detention',
  'hearing',
  'release',
  'expulsion',
  'extradition',
  'surrender',
  'travel',
  'charge',
  'trial',
]

const mainPersons = new WeakMap<Ground['record'], Person>()

/** The person whom most statements on warrants, custody, hearings and journeys are about: a case is one person's, and others are named beside it. The same for every pack, so looked for once. */
export function mainPerson({ record, facts }: Ground): Person {
  const known = mainPersons.get(record)
  if (known !== undefined) return known
  const statements = new Map<EntityId, number>()
  for (const { type, state, patientEntities } of record.statements) {
    if (state === 'rejected' || !custodyTypes.includes(type)) continue
    for (const id of patientEntities) {
      if (facts.entities.get(id)?.kind === 'person') statements.set(id, (statements.get(id) ?? 0) + 1)
    }
  }
  const person = most(statements)
  mainPersons.set(record, person)
  return person
}

function most(counts: ReadonlyMap<EntityId, number>): Person {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

function patients(patient: Evidence['event']['patient']): readonly EntityId[] {
  return patient.values.flatMap(({ entity }) => entity ?? [])
}

function minimum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function maximum(values: readonly (number | null)[]): number | null {
  return values.length === 0 || values.includes(null) ? null : Math.max(...values.filter((value) => value !== null))
}
