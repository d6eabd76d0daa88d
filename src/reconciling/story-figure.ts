import type { EntityId } from '../model/ids.js'
import type { Statement } from '../model/report.js'
import { befallsPersons } from './event-fit.js'
import type { KnownPlaces } from './known-places.js'
import type { Party } from './told.js'

/** Whoever the others of a story are told beside must be told of this many times as often as the next: a story of two suspects is about neither alone. */
const clearlyMore = 2

/** The person a story is about, or null where it is about nobody or about several: to whom most of what it tells has happened. A sentence of it that names nobody means that person more likely than another. */
export function storyFigure(statements: readonly Pick<Statement, 'type' | 'patient'>[], partyOf: (name: string) => Party): Party | null {
  const told = new Map<string, { readonly party: Party; times: number }>()
  for (const { type, patient } of statements) {
    if (!befallsPersons(type)) continue
    for (const party of patient.map(partyOf)) {
      if (party.kind !== 'person') continue
      const known = told.get(party.key) ?? { party, times: 0 }
      known.times++
      told.set(party.key, known)
    }
  }
  const [first, second] = [...told.values()].sort((a, b) => b.times - a.times || (a.party.key < b.party.key ? -1 : 1))
  return first !== undefined && first.times >= clearlyMore * (second?.times ?? 1) ? first.party : null
}

export const nobodyNamed: readonly EntityId[] = []

/** Whom and what the statements of a story name, in order, countries aside, which many stories have in common: what tells whether another story that names nobody is of the same affair. */
export function castOf(
  statements: readonly Pick<Statement, 'agent' | 'patient' | 'recipient' | 'place'>[],
  partiesCalled: (name: string) => readonly Party[],
  places: KnownPlaces,
): readonly EntityId[] {
  const parties = statements
    .flatMap(({ agent, patient, recipient, place }) => [...agent, ...patient, ...recipient, ...place])
    .flatMap(partiesCalled)
  const named = parties.flatMap(({ entity, named, value }) =>
    named && entity !== null && places.named(value)?.kind !== 'country' ? [entity] : [],
  )
  return [...new Set(named)].sort()
}
