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
  /** Written form, in order -> reports that use it for this party. */
  readonly forms: ReadonlyMap<string, Iterable<ReportId>>
  readonly reports: ReadonlySet<ReportId>
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

/** Of writings that differ in accents and capitals only, the one with most accents and fewest capitals (Hissène Habré, not HISSENE HABRE). */
export function bestWritten(names: readonly string[]): string {
  const marks = (name: string) => (name.match(/[^\p{ASCII}]/gu)?.length ?? 0) * 10 - (name.match(/\p{Lu}/gu)?.length ?? 0)
  return [...names].sort((a, b) => marks(b) - marks(a) || (a < b ? -1 : 1))[0] ?? ''
}
