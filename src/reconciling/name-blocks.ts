import type { KnownName } from './known-name.js'
import { candidateKeys } from './name-keys.js'
import type { NameWords } from './name-words.js'
import { SetsByKey } from './sets-by-key.js'

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
  /** Names of which a key is the whole, and those of which it is only a part; also where it is too crowded to be looked under. */
  readonly #wholes = new SetsByKey<string, string>()
  readonly #parts = new SetsByKey<string, string>()
  /** The keys each name stands under, in one text: a name has a dozen. */
  readonly #keysOf = new Map<string, string>()

  constructor(private readonly words: NameWords) {}

  /** Takes names in, in the place of what they were called before; `undefined` for names no longer used. Gives, for each name that may now be compared with others, those it shares a key with. */
  settle(names: readonly (readonly [key: string, name: KnownName | undefined])[]): ReadonlyMap<string, Compared> {
    const again = new Map<string, Compared['asBefore']>()
    for (const [key, name] of names) {
      again.set(key, false)
      const before = this.#keysOf.get(key) ?? ''
      const after = name === undefined ? '' : keysAsText(blockKeys(name, this.words))
      if (after === before) continue
      const keys = keysFromText(after)
      for (const { key: at } of keysFromText(before)) if (!keys.some((one) => one.key === at)) this.#leave(at, key, again)
      for (const one of keys) this.#enter(one, key, again)
      if (name === undefined) this.#keysOf.delete(key)
      else this.#keysOf.set(key, after)
    }
    return new Map([...again].map(([key, asBefore]) => [key, { others: this.#compared(key), asBefore }]))
  }

  #enter({ key: at, part }: BlockKey, name: string, again: Map<string, boolean>): void {
    const before = this.#count(at)
    ;(part ? this.#wholes : this.#parts).delete(at, name)
    ;(part ? this.#parts : this.#wholes).add(at, name)
    if (before < this.#count(at) && this.#count(at) === mostUnder(at) + 1)
      for (const other of this.#under(at)) again.set(other, again.get(other) ?? true)
  }

  #leave(at: string, name: string, again: Map<string, boolean>): void {
    const before = this.#count(at)
    this.#wholes.delete(at, name)
    this.#parts.delete(at, name)
    if (this.#count(at) < before && this.#count(at) === mostUnder(at)) for (const other of this.#under(at)) again.set(other, false)
  }

  #count(at: string): number {
    return this.#wholes.count(at) + this.#parts.count(at)
  }

  *#under(at: string): Generator<string> {
    yield* this.#wholes.under(at)
    yield* this.#parts.under(at)
  }

  #isCrowded(at: string): boolean {
    return this.#count(at) > mostUnder(at)
  }

  /** Two names are compared over a key that is the whole of one of them. A narrower key counts only where the wider one is crowded. */
  #compared(name: string): ReadonlySet<string> {
    const found = new Set<string>()
    for (const { key, part, of } of keysFromText(this.#keysOf.get(name) ?? '')) {
      if (this.#isCrowded(key) || (of !== null && !this.#isCrowded(of))) continue
      for (const other of part ? this.#wholes.under(key) : this.#under(key)) if (other !== name) found.add(other)
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

/** Keys one a line, each after a sign of whether it is the whole or a part, and narrower ones after the wider one they stand in for. */
function keysAsText(keys: readonly BlockKey[]): string {
  return keys.map(({ key, part, of }) => `${part ? '-' : '+'}${of === null ? '' : '>'}${key}`).join('\n')
}

function keysFromText(text: string): readonly BlockKey[] {
  let wider = ''
  return text === ''
    ? []
    : text.split('\n').map((line) => {
        const isNarrower = line[1] === '>'
        const key = line.slice(isNarrower ? 2 : 1)
        if (!isNarrower) wider = key
        return { key, part: line[0] === '-', of: isNarrower ? wider : null }
      })
}
