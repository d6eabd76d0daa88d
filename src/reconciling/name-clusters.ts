import { type PartyEdge, shorterOf } from './join-parties.js'

/** What clusters need to know of the names. */
export interface NameGround {
  isName(key: string): boolean
  /** The judgements on a name beside others. */
  edges(key: string): Iterable<PartyEdge>
  /** The names a person said are the same party's. */
  same(key: string): readonly string[]
}

/**
 * Names that could come to be one party, together: what is sure or was decided, and a short name with what it is short for where all of that lies in one cluster. A short name with meanings in
 * two clusters can never be clear, so it holds nothing together; and however many people are called by one family name, their clusters stay small.
 */
export class NameClusters {
  readonly #clusterOf = new Map<string, Cluster>()

  /**
   * Works out the clusters around names whose judgements changed. Gives the first names of clusters that are no more, and the names of each that changed, in order, under their first.
   * Only clusters of touched names are taken apart: any other was put together by judgements that still stand.
   */
  settle(
    touched: Iterable<string>,
    ground: NameGround,
  ): { readonly gone: readonly string[]; readonly changed: ReadonlyMap<string, readonly string[]> } {
    const gone = new Set<string>()
    const names = new Set<string>()
    for (const key of touched) {
      for (const member of this.#clusterOf.get(key)?.names ?? [key]) names.add(member)
    }
    for (const key of names) {
      const before = this.#clusterOf.get(key)
      if (before !== undefined) gone.add(before.first)
      this.#clusterOf.delete(key)
    }
    const changed = new Set<Cluster>()
    for (const key of names) {
      if (!ground.isName(key)) continue
      const cluster = new Cluster(key)
      this.#clusterOf.set(key, cluster)
      changed.add(cluster)
    }
    const unclear: string[] = []
    const join = (a: string, b: string) => {
      const [x, y] = [this.#clusterOf.get(a), this.#clusterOf.get(b)]
      if (x === undefined || y === undefined || x === y) return
      const [large, small] = x.names.length >= y.names.length ? [x, y] : [y, x]
      for (const cluster of [large, small]) if (!changed.has(cluster)) gone.add(cluster.first)
      for (const key of small.names) {
        this.#clusterOf.set(key, large)
        large.names.push(key)
        // Whoever is short for one of these, or for what one of these is short for too, may be clear by now.
        unclear.push(key)
        for (const edge of ground.edges(key)) if (edge.verdict === 'short' && shorterOf(edge) !== key) unclear.push(shorterOf(edge))
      }
      changed.delete(small)
      changed.add(large)
    }
    for (const key of names) {
      unclear.push(key)
      for (const edge of ground.edges(key)) {
        if (edge.verdict === 'sure') join(edge.a, edge.b)
        if (edge.verdict === 'short' && shorterOf(edge) !== key) unclear.push(shorterOf(edge))
      }
      for (const other of ground.same(key)) join(key, other)
    }
    for (let key = unclear.pop(); key !== undefined; key = unclear.pop()) {
      for (const meaning of [this.#onlyOtherMeaning(key, ground, true), this.#onlyOtherMeaning(key, ground, false)])
        if (meaning !== null) join(key, meaning)
    }
    return {
      gone: [...gone],
      changed: new Map([...changed].map((cluster) => [cluster.inOrder(), cluster.names] as const)),
    }
  }

  /** A name of the one cluster besides its own that a short name, or an acronym, can mean; null where there is none, or there are several. */
  #onlyOtherMeaning(key: string, ground: NameGround, asAcronym: boolean): string | null {
    const own = this.#clusterOf.get(key)
    const meanings = new Map<Cluster, string>()
    for (const edge of ground.edges(key)) {
      if (edge.verdict !== 'short' || shorterOf(edge) !== key || (asAcronym && edge.explained !== true)) continue
      const name = edge.a === key ? edge.b : edge.a
      const cluster = this.#clusterOf.get(name)
      if (cluster !== undefined && cluster !== own) meanings.set(cluster, name)
      if (meanings.size > 1) return null
    }
    const [meaning] = meanings.values()
    return meaning ?? null
  }
}

class Cluster {
  readonly names: string[]
  /** Its first name in order, once it is put in order. */
  first: string

  constructor(name: string) {
    this.names = [name]
    this.first = name
  }

  inOrder(): string {
    this.names.sort()
    this.first = this.names[0] ?? this.first
    return this.first
  }
}
