import { type Account, furthestSought } from './account.js'
import { withOneMore } from './with-one-more.js'

/**
 * Statements that share whoever makes their happening and are still all laid side by side. A case of one affair has some two hundred accounts of its arrest; a key with more is one of a central party (all
 * that the United Nations ever condemned), and says by itself no longer what happening is meant.
 */
export const mostOfOneMaker = 400
/** Statements that share another party, a story or a month: a hundred arrests by one police say less than a hundred of one man. */
export const mostAlike = 100

/**
 * Statements of one type that share a key. Where they are too many, those are laid side by side that are of about one day, or share another party too; and where even these are too many, they say
 * nothing, and other keys must.
 */
export class EventBlock {
  /** A list while it is small: most hold a handful, and a million sets take half a gigabyte. */
  #few: Account[] | null = []
  #many: Set<Account> | null = null
  #narrower: Narrower | null = null

  constructor(
    readonly key: string,
    /** Accounts that it may hold before it is narrowed. */
    private readonly most: number,
  ) {}

  get size(): number {
    return this.#few?.length ?? this.#many?.size ?? 0
  }

  /** Takes an account in, and notes those that now have other neighbours because of how many they are. */
  add(account: Account, again: (account: Account) => void): void {
    if (this.#narrower !== null) {
      this.#many?.add(account)
      this.#narrower.add(account, again)
      return
    }
    this.#few = withOneMore(this.#few ?? [], account, this.#few?.length ?? 0)
    if (this.#few.length <= this.most) return
    this.#narrower = new Narrower(this.most)
    this.#many = new Set(this.#few)
    for (const one of this.#few) {
      this.#narrower.add(one, () => undefined)
      again(one)
    }
    this.#few = null
  }

  remove(account: Account, again: (account: Account) => void): void {
    const at = this.#few?.indexOf(account) ?? -1
    if (at >= 0) this.#few?.splice(at, 1)
    if (!this.#many?.delete(account)) return
    this.#narrower?.remove(account, again)
    if (this.#many.size > this.most) return
    this.#few = [...this.#many]
    this.#many = null
    this.#narrower = null
    for (const one of this.#few) again(one)
  }

  get isCrowded(): boolean {
    return this.#narrower !== null
  }

  /** The accounts it is laid beside under this key. */
  soughtBy(account: Account): Iterable<Account> {
    return this.#few ?? this.#narrower?.soughtBy(account) ?? []
  }

  /** The accounts that are laid beside it under this key. */
  seeking(account: Account): Iterable<Account> {
    return this.#few ?? this.#narrower?.seeking(account) ?? []
  }
}

const none: ReadonlySet<Account> = new Set()

/** Accounts under a crowded key, by their day and by their other parties. */
class Narrower {
  readonly #byDay = new Map<number, Set<Account>>()
  readonly #byParty = new Map<string, Set<Account>>()

  constructor(private readonly most: number) {}

  add(account: Account, again: (account: Account) => void): void {
    const { dayTold: day } = account
    if (day !== null) addTo(this.#byDay, day, account, this.most, again)
    for (const party of partiesOf(account)) addTo(this.#byParty, party, account, this.most, again)
  }

  remove(account: Account, again: (account: Account) => void): void {
    const day = account.dayTold
    if (day !== null) removeFrom(this.#byDay, day, account, this.most, again)
    for (const party of partiesOf(account)) removeFrom(this.#byParty, party, account, this.most, again)
  }

  #notTooMany(some: ReadonlySet<Account> | undefined): ReadonlySet<Account> {
    return some !== undefined && some.size <= this.most ? some : none
  }

  *soughtBy(account: Account): Generator<Account> {
    const days = account.daysSought
    if (days !== null) for (let day = days.from; day <= days.to; day++) yield* this.#notTooMany(this.#byDay.get(day))
    for (const party of partiesOf(account)) yield* this.#notTooMany(this.#byParty.get(party))
  }

  *seeking(account: Account): Generator<Account> {
    const told = account.dayTold
    if (told !== null && this.#notTooMany(this.#byDay.get(told)).size > 0)
      for (let day = told - furthestSought; day <= told + furthestSought; day++)
        for (const other of this.#byDay.get(day) ?? []) {
          const days = other.daysSought
          if (days !== null && days.from <= told && told <= days.to) yield other
        }
    for (const party of partiesOf(account)) yield* this.#notTooMany(this.#byParty.get(party))
  }
}

function addTo<K>(sets: Map<K, Set<Account>>, key: K, account: Account, most: number, again: (account: Account) => void): void {
  const set = sets.get(key) ?? new Set<Account>()
  sets.set(key, set)
  set.add(account)
  if (set.size === most + 1) for (const one of set) again(one)
}

function removeFrom<K>(sets: Map<K, Set<Account>>, key: K, account: Account, most: number, again: (account: Account) => void): void {
  const set = sets.get(key)
  if (set?.delete(account) && set.size === most) for (const one of set) again(one)
  if (set?.size === 0) sets.delete(key)
}

/** The parties it names, in any role, where it happened included. */
function partiesOf({ told: { agent, patient, recipient, place } }: Account): ReadonlySet<string> {
  return new Set([...agent, ...patient, ...recipient, ...place].flatMap(({ entity }) => entity ?? []))
}
