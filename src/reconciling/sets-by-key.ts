const none: ReadonlySet<never> = new Set()

/** Sets of things under keys. A key under which nothing stands takes no room, and one under which a single thing stands takes no set: most are so. */
export class SetsByKey<K, T extends string | object> {
  readonly #only = new Map<K, T>()
  readonly #sets = new Map<K, Set<T>>()

  get(key: K): ReadonlySet<T> {
    const only = this.#only.get(key)
    return only === undefined ? (this.#sets.get(key) ?? none) : new Set([only])
  }

  add(key: K, thing: T): void {
    const [only, set] = [this.#only.get(key), this.#sets.get(key)]
    if (set !== undefined) set.add(thing)
    else if (only === undefined) this.#only.set(key, thing)
    else if (only !== thing) {
      this.#only.delete(key)
      this.#sets.set(key, new Set([only, thing]))
    }
  }

  delete(key: K, thing: T): void {
    if (this.#only.get(key) === thing) this.#only.delete(key)
    const set = this.#sets.get(key)
    if (!set?.delete(thing)) return
    const [only] = set
    if (set.size > 1 || only === undefined) return
    this.#sets.delete(key)
    this.#only.set(key, only)
  }
}
