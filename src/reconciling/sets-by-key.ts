const none: ReadonlySet<never> = new Set()

/** Sets of things under keys; a key under which nothing stands takes no room. */
export class SetsByKey<K, T> {
  readonly #sets = new Map<K, Set<T>>()

  get(key: K): ReadonlySet<T> {
    return this.#sets.get(key) ?? none
  }

  add(key: K, thing: T): void {
    const set = this.#sets.get(key)
    if (set === undefined) this.#sets.set(key, new Set([thing]))
    else set.add(thing)
  }

  delete(key: K, thing: T): void {
    const set = this.#sets.get(key)
    if (set === undefined) return
    set.delete(thing)
    if (set.size === 0) this.#sets.delete(key)
  }
}
