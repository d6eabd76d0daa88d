import type { KnownName } from './known-name.js'
import { candidateKeys } from './name-keys.js'
import type { NameWords } from './name-words.js'

/**
 * Names under one key that are still all compared with each other. In a case of one affair a key has a handful; where a hundred names share their first consonants, those say nothing any more, and the
 * narrower key takes their place. Two words say enough for fewer names to be left apart by the rest of their consonants.
 */
const [mostUnderKey, mostUnderPair] = [100, 30] as const

function mostUnder(key: string): number {
  return key.startsWith('p:') && key.includes('+') ? mostUnderPair : mostUnderKey
}

/** Which names are compared: those that share a key. A crowded key is left for its narrower one, so that what one more name costs does not grow with the record. */
export class NameBlocks {
  /** Key -> names under it, each with whether it is only a part of the name. Also those for which the key is too crowded to be looked under. */
  readonly #under = new Map<string, Map<string, boolean>>()
  readonly #keysOf = new Map<string, readonly BlockKey[]>()

  constructor(private readonly words: NameWords) {}

  /** Takes names in, in the place of what they were called before; `undefined` for names no longer used. Gives, for each name that may now be compared with others, those it shares a key with. */
  settle(names: readonly (readonly [key: string, name: KnownName | undefined])[]): ReadonlyMap<string, Compared> {
    const again = new Map<string, Compared['asBefore']>()
    for (const [key, name] of names) {
      again.set(key, false)
      const [before, after] = [this.#keysOf.get(key) ?? [], name === undefined ? [] : blockKeys(name, this.words)]
      for (const { key: at } of before) if (!after.some((one) => one.key === at)) this.#leave(at, key, again)
      for (const one of after) this.#enter(one, key, again)
      if (name === undefined) this.#keysOf.delete(key)
      else this.#keysOf.set(key, after)
    }
    return new Map([...again].map(([key, asBefore]) => [key, { others: this.#compared(key), asBefore }]))
  }

  #enter({ key: at, part }: BlockKey, name: string, again: Map<string, boolean>): void {
    const under = this.#under.get(at) ?? new Map<string, boolean>()
    this.#under.set(at, under)
    under.set(name, part)
    if (under.size === mostUnder(at) + 1) for (const other of under.keys()) again.set(other, again.get(other) ?? true)
  }

  #leave(at: string, name: string, again: Map<string, boolean>): void {
    const under = this.#under.get(at)
    if (!under?.delete(name)) return
    if (under.size === mostUnder(at)) for (const other of under.keys()) again.set(other, false)
    if (under.size === 0) this.#under.delete(at)
  }

  #isCrowded(at: string): boolean {
    return (this.#under.get(at)?.size ?? 0) > mostUnder(at)
  }

  /** Two names are compared over a key that is the whole of one of them. A narrower key counts only where the wider one is crowded. */
  #compared(name: string): ReadonlySet<string> {
    const found = new Set<string>()
    for (const { key, part, of } of this.#keysOf.get(name) ?? []) {
      if (this.#isCrowded(key) || (of !== null && !this.#isCrowded(of))) continue
      for (const [other, otherPart] of this.#under.get(key) ?? []) if (other !== name && !(part && otherPart)) found.add(other)
    }
    return found
  }
}

/** Whom a name is compared with. `asBefore`: with some of those it was compared with before and nobody else, because a key became too crowded. */
interface Compared {
  readonly others: ReadonlySet<string>
  readonly asBefore: boolean
}

interface BlockKey {
  readonly key: string
  readonly part: boolean
  /** The wider key that it stands in for. */
  readonly of: string | null
}

function blockKeys(name: KnownName, words: NameWords): readonly BlockKey[] {
  return candidateKeys(name, words).flatMap(({ key, part, narrower }): BlockKey[] => [
    { key, part, of: null },
    ...narrower.map((narrow) => ({ key: narrow, part, of: key })),
  ])
}
