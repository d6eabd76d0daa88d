import type { ReportId } from '../model/ids.js'
import type { MentionKind } from '../model/report.js'
import { folded } from './name-token.js'
import type { ReportParty } from './report-parties.js'

/** All parties of the reports that bear one fullest name and kind, as one: what is joined with others, and what decisions point to. */
export interface PartyName {
  /** Kind and folded name: one for all reports. */
  readonly key: string
  readonly kind: MentionKind
  readonly name: string
  /** Written form -> reports that use it for this party, both in order. */
  readonly forms: ReadonlyMap<string, readonly ReportId[]>
  readonly reports: readonly ReportId[]
  /** Words that reports say of the party: titles, offices, bodies, acts. */
  readonly context: ReadonlySet<string>
}

export function partyKey(kind: MentionKind, name: string): string {
  return `${kind} ${folded(name)}`
}

/** What one report contributes. */
export interface PartyUse {
  readonly report: ReportId
  readonly party: ReportParty
  readonly context: readonly string[]
}

/** The distinct names of all reports, in order of their key. Reports come in any order; what comes out does not depend on it. */
export function partyNames(uses: readonly PartyUse[]): readonly PartyName[] {
  const byKey = new Map<string, { kind: MentionKind; names: Set<string>; forms: Map<string, Set<ReportId>>; context: Set<string> }>()
  for (const { report, party, context } of uses) {
    const key = partyKey(party.kind, party.name)
    const name = byKey.get(key) ?? { kind: party.kind, names: new Set(), forms: new Map(), context: new Set() }
    byKey.set(key, name)
    name.names.add(party.name)
    for (const form of [party.name, ...party.forms]) name.forms.set(form, (name.forms.get(form) ?? new Set()).add(report))
    for (const word of context) name.context.add(word)
  }
  return [...byKey.entries()].sort(byFirst).map(([key, { kind, names, forms, context }]) => ({
    key,
    kind,
    name: bestWritten([...names]),
    forms: new Map([...forms.entries()].sort(byFirst).map(([form, reports]) => [form, [...reports].sort()] as const)),
    reports: [...new Set([...forms.values()].flatMap((reports) => [...reports]))].sort(),
    context: new Set([...context].sort()),
  }))
}

function byFirst<T>(a: readonly [string, T], b: readonly [string, T]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}

/** Of writings that differ in accents and capitals only, the one with most accents and fewest capitals (Hissène Habré, not HISSENE HABRE). */
function bestWritten(names: readonly string[]): string {
  const marks = (name: string) => (name.match(/[^\p{ASCII}]/gu)?.length ?? 0) * 10 - (name.match(/\p{Lu}/gu)?.length ?? 0)
  return [...names].sort((a, b) => marks(b) - marks(a) || (a < b ? -1 : 1))[0] ?? ''
}
