import type { EntityId, ReportId } from '../model/ids.js'

/**
 * Kin a party names by itself. A person has a handful of offices; a state has thousands of office holders, and each of them names the state, so the state need not name them. It names the other
 * parties with many.
 */
const mostKin = 12

const noKin: readonly EntityId[] = []

/** Who holds an office in which body, and which body runs which, both ways, as reports say. */
export class KinIndex {
  readonly #said = new Map<ReportId, readonly (readonly [EntityId, EntityId])[]>()
  readonly #times = new Map<EntityId, Map<EntityId, number>>()
  readonly #shown = new Map<EntityId, readonly EntityId[]>()

  /** Takes in what a report says, in the place of what it said before, and gives the pairs that are new or gone. */
  put(report: ReportId, pairs: readonly (readonly [EntityId, EntityId])[]): readonly EntityId[] {
    const before = this.#said.get(report) ?? []
    if (pairs.length === 0) this.#said.delete(report)
    else this.#said.set(report, pairs)
    const touched = new Set<EntityId>()
    const count = (from: EntityId, to: EntityId, by: number) => {
      const times = this.#times.get(from) ?? new Map<EntityId, number>()
      this.#times.set(from, times)
      const [was, is] = [times.get(to) ?? 0, (times.get(to) ?? 0) + by]
      if (is > 0) times.set(to, is)
      else times.delete(to)
      if (was > 0 !== is > 0) touched.add(from)
    }
    for (const [pairsNow, by] of [
      [pairs, 1],
      [before, -1],
    ] as const)
      for (const [a, b] of pairsNow) {
        count(a, b, by)
        count(b, a, by)
      }
    return [...touched]
  }

  /** Works out anew whom these parties name, and gives those, they and their kin, that now name others. */
  settle(touched: ReadonlySet<EntityId>): ReadonlySet<EntityId> {
    const again = new Set(touched)
    for (const id of touched) {
      const size = this.#times.get(id)?.size ?? 0
      if (Math.abs(size - mostKin) <= 1) for (const other of this.#times.get(id)?.keys() ?? []) again.add(other) // it may have become one with many, or one no more
    }
    const changed = new Set<EntityId>()
    for (const id of again) {
      const now = this.#toShow(id)
      if (now.join() === this.of(id).join()) continue
      changed.add(id)
      if (now.length === 0) this.#shown.delete(id)
      else this.#shown.set(id, now)
    }
    return changed
  }

  #toShow(id: EntityId): readonly EntityId[] {
    const all = this.#times.get(id)
    if (all === undefined) return []
    if (all.size <= mostKin) return [...all.keys()].sort()
    const withMany = [...all.keys()].filter((other) => (this.#times.get(other)?.size ?? 0) > mostKin)
    if (withMany.length > 0) return withMany.sort()
    let first: EntityId | null = null
    for (const other of all.keys()) if (first === null || other < first) first = other
    return first === null ? [] : [first]
  }

  /** The kin a party names. Of two that are kin at least one names the other. */
  of(id: EntityId): readonly EntityId[] {
    return this.#shown.get(id) ?? noKin
  }

  areKin(a: EntityId, b: EntityId): boolean {
    return this.#times.get(a)?.has(b) ?? false
  }
}
