import { countOf, type Members, membersOf, withMember, withoutMember } from './members.js'

/** Sets of things under keys. A key under which nothing stands takes no room, and one under which a single thing stands takes no set: most are so. */
export class SetsByKey<K, T extends string | object> {
  readonly #under = new Map<K, Members<T>>()

  get(key: K): ReadonlySet<T> {
    const members = this.#under.get(key)
    return members instanceof Set ? members : new Set(membersOf(members))
  }

  /** What stands under a key, to be gone through once. */
  under(key: K): Iterable<T> {
    return membersOf(this.#under.get(key))
  }

  count(key: K): number {
    return countOf(this.#under.get(key))
  }

  add(key: K, thing: T): void {
    const before = this.#under.get(key)
    const after = withMember(before, thing)
    if (after !== before) this.#under.set(key, after)
  }

  delete(key: K, thing: T): void {
    const before = this.#under.get(key)
    if (before === undefined) return
    const after = withoutMember(before, thing)
    if (after === undefined) this.#under.delete(key)
    else if (after !== before) this.#under.set(key, after)
  }
}
