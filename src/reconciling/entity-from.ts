import type { EntityId, ReportId } from '../model/ids.js'
import type { Entity } from '../model/record.js'
import type { MentionKind } from '../model/report.js'
import type { NameWords } from './name-words.js'
import type { PartyName } from './party-names.js'
import { personName } from './person-name.js'

/** A party as the record shows it: with every written form of its names and the reports that use it. */
export function entityFrom(
  { id, kind, name }: { readonly id: EntityId; readonly kind: MentionKind; readonly name: string },
  names: readonly PartyName[],
  because: readonly string[],
): Entity {
  const forms = new Map<string, Set<ReportId>>()
  for (const { forms: own } of names) for (const [form, reports] of own) forms.set(form, new Set([...(forms.get(form) ?? []), ...reports]))
  return {
    id,
    kind,
    name,
    names: [...forms.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, reports]) => ({ value, reports: [...reports].sort() })),
    because,
  }
}

/** The kind most reports take the party for. */
export function mostUsedKind(names: readonly PartyName[]): MentionKind {
  const uses = new Map<MentionKind, number>()
  for (const { kind, reports } of names) uses.set(kind, (uses.get(kind) ?? 0) + reports.size)
  return [...uses.entries()].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? 'organization'
}

/** The fullest name, titles not counted, that most reports use; an acronym is never fuller than words. */
export function shownName(names: readonly PartyName[], words: NameWords): string {
  const parts = ({ kind, name }: PartyName) => (kind === 'person' ? personName(name, words).core.length : name.split(' ').length)
  const full = names.filter((name) => parts(name) > 1)
  const sorted = [...(full.length > 0 ? full : names)].sort(
    (a, b) => b.reports.size - a.reports.size || parts(b) - parts(a) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
  )
  return sorted[0]?.name ?? ''
}
