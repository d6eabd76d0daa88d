import { type Account, furthestSought, nearestSought } from './account.js'
import { SetsByKey } from './sets-by-key.js'
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
  /** All of them while they are few enough to be laid side by side; first those that look at all. */
  #few: Account[] | null = []
  #lookingAtAll = 0
  #crowd: Crowd | null = null

  constructor(
    /** Accounts that it may hold before it is narrowed. */
    private readonly most: number,
  ) {}

  get size(): number {
    return this.#few?.length ?? this.#crowd?.all.size ?? 0
  }

  /** Takes an account in, and notes those that now have other neighbours because of how many they are. */
  add(account: Account, again: (account: Account) => void): void {
    if (this.#crowd !== null) {
      this.#crowd.add(account, again)
      return
    }
    this.#few = withOneMore(this.#few ?? [], account, account.looksAtAll ? this.#lookingAtAll++ : (this.#few?.length ?? 0))
    if (this.#few.length <= this.most) return
    this.#crowd = new Crowd(this.most)
    for (const one of this.#few) {
      this.#crowd.add(one, () => undefined)
      again(one)
    }
    this.#few = null
    this.#lookingAtAll = 0
  }

  remove(account: Account, again: (account: Account) => void): void {
    const at = this.#few?.indexOf(account) ?? -1
    if (at >= 0) this.#few?.splice(at, 1)
    if (at >= 0 && account.looksAtAll) this.#lookingAtAll--
    if (!this.#crowd?.remove(account, again)) return
    if (this.#crowd.all.size > this.most) return
    this.#few = [...this.#crowd.all].sort((a, b) => Number(b.looksAtAll) - Number(a.looksAtAll))
    this.#lookingAtAll = this.#few.filter(({ looksAtAll }) => looksAtAll).length
    this.#crowd = null
    for (const one of this.#few) again(one)
  }

  get isCrowded(): boolean {
    return this.#crowd !== null
  }

  /** The accounts it is laid beside under this key: all, or only those that look at all. */
  soughtBy(account: Account, which: Which = 'all'): Iterable<Account> {
    return this.#crowd?.soughtBy(account, which) ?? this.#fewOf(which)
  }

  /** The accounts that are laid beside it under this key: all, or only those that look at all. */
  seeking(account: Account, which: Which = 'all'): Iterable<Account> {
    return this.#crowd?.seeking(account, which) ?? this.#fewOf(which)
  }

  #fewOf(which: Which): Iterable<Account> {
    const few = this.#few ?? []
    return which === 'all' || this.#lookingAtAll === few.length ? few : few.slice(0, this.#lookingAtAll)
  }
}

/** Accounts under a crowded key, by their day and by their other parties. */
class Crowd {
  readonly all = new Set<Account>()
  readonly #byDay = new CrowdBy<number>()
  /** Those of them that look at days far from their own: of a month, or of no day. */
  readonly #farByDay = new SetsByKey<number, Account>()
  readonly #byParty = new CrowdBy<string>()

  constructor(private readonly most: number) {}

  add(account: Account, again: (account: Account) => void): void {
    if (this.all.has(account)) return
    this.all.add(account)
    const { dayTold: day } = account
    if (day !== null) addTo(this.#byDay, day, account, this.most, again)
    if (day !== null && account.looksFar) this.#farByDay.add(day, account)
    for (const party of partiesOf(account)) addTo(this.#byParty, party, account, this.most, again)
  }

  /** Lets go of an account, and gives whether it was there. */
  remove(account: Account, again: (account: Account) => void): boolean {
    if (!this.all.delete(account)) return false
    const day = account.dayTold
    if (day !== null) removeFrom(this.#byDay, day, account, this.most, again)
    if (day !== null && account.looksFar) this.#farByDay.delete(day, account)
    for (const party of partiesOf(account)) removeFrom(this.#byParty, party, account, this.most, again)
    return true
  }

  *soughtBy(account: Account, which: Which): Generator<Account> {
    const days = account.daysSought
    if (days !== null)
      for (let day = days.from; day <= days.to; day++) if (this.#says(this.#byDay, day)) yield* this.#byDay.under(day, which)
    for (const party of partiesOf(account)) if (this.#says(this.#byParty, party)) yield* this.#byParty.under(party, which)
  }

  *seeking(account: Account, which: Which): Generator<Account> {
    const told = account.dayTold
    if (told !== null && this.#says(this.#byDay, told))
      for (let day = told - furthestSought; day <= told + furthestSought; day++)
        for (const other of Math.abs(day - told) <= nearestSought ? this.#byDay.under(day, which) : this.#farByDay.under(day)) {
          const days = other.daysSought
          if (days !== null && days.from <= told && told <= days.to) yield other
        }
    for (const party of partiesOf(account)) if (this.#says(this.#byParty, party)) yield* this.#byParty.under(party, which)
  }

  /** Whether what is shared says anything: too many share it otherwise. */
  #says<K>(by: CrowdBy<K>, key: K): boolean {
    return by.count(key) <= this.most
  }
}

/** All of them, or those that look at all: most do not, and most ask for no others. */
type Which = 'all' | 'looking at all'

/** A crowd by its days, or by its parties. */
class CrowdBy<K> {
  readonly #lookingAtAll = new SetsByKey<K, Account>()
  readonly #others = new SetsByKey<K, Account>()

  add(key: K, account: Account): void {
    ;(account.looksAtAll ? this.#lookingAtAll : this.#others).add(key, account)
  }

  delete(key: K, account: Account): void {
    ;(account.looksAtAll ? this.#lookingAtAll : this.#others).delete(key, account)
  }

  count(key: K): number {
    return this.#lookingAtAll.count(key) + this.#others.count(key)
  }

  *under(key: K, which: Which): Generator<Account> {
    yield* this.#lookingAtAll.under(key)
    if (which === 'all') yield* this.#others.under(key)
  }
}

function addTo<K>(by: CrowdBy<K>, key: K, account: Account, most: number, again: (account: Account) => void): void {
  by.add(key, account)
  if (by.count(key) === most + 1) for (const one of by.under(key, 'all')) again(one)
}

function removeFrom<K>(by: CrowdBy<K>, key: K, account: Account, most: number, again: (account: Account) => void): void {
  by.delete(key, account)
  if (by.count(key) === most) for (const one of by.under(key, 'all')) again(one)
}

/** The parties it names, in any role, where it happened included. */
function partiesOf({ told: { agent, patient, recipient, place } }: Account): ReadonlySet<string> {
  return new Set([...agent, ...patient, ...recipient, ...place].flatMap(({ entity }) => entity ?? []))
}
