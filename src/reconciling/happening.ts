import { digestOf, type EventId } from '../model/ids.js'
import { type Account, compareAccounts } from './account.js'
import type { Told } from './told.js'
import { withOneMore } from './with-one-more.js'

/**
 * Accounts a statement is laid beside at most, its own story's aside. What two hundred accounts of a happening do not say the next ones will not; and the ten thousandth account of it is
 * laid beside no more than the two hundredth.
 */
const mostCompared = 200

/** A happening as its accounts come together. */
export class Happening {
  id: EventId | null = null
  /** In the order in which they were laid beside each other. */
  accounts: readonly Account[] = noAccounts
  /** Demands and plans that are about it. */
  #aboutIt: Set<Account> | null = null
  /** Those with the first ids, which are digests: a sample that does not depend on what came first. Null until there are too many accounts to look at all. */
  #sample: Account[] | null = null
  #told: Told[] | null = null

  constructor(
    /** Why a person said that these tell one happening. */
    readonly decided: readonly string[] = nobodySaidSo,
    /** A person split it off: nothing joins it by itself. */
    readonly closed = false,
  ) {}

  get aboutIt(): Iterable<Account> {
    return this.#aboutIt ?? []
  }

  /** Notes a demand or a plan that is about it. */
  isAbout(account: Account): void {
    this.#aboutIt ??= new Set()
    this.#aboutIt.add(account)
  }

  isNoMoreAbout(account: Account): void {
    this.#aboutIt?.delete(account)
  }

  /** Lets go of what was kept for laying others beside it. */
  rest(): void {
    this.#told = null
  }

  add(account: Account): void {
    const at = this.#firstNotBefore(account)
    if (at === this.accounts.length) this.#told?.push(account.told)
    else this.#told = null
    this.accounts = withOneMore(this.accounts as Account[], account, at)
    if (this.#sample !== null) this.#sample = firstById([...this.#sample, account])
  }

  remove(account: Account): void {
    const at = this.accounts.indexOf(account)
    if (at === -1) return
    this.accounts = this.accounts.toSpliced(at, 1)
    this.#told = null
    if (this.#sample?.includes(account)) this.#sample = null
  }

  /** What a statement is laid beside: the accounts that come before it, or a sample of them with those of its own story. */
  before(account: Account): readonly Told[] {
    const upTo = this.#firstNotBefore(account)
    if (upTo <= mostCompared) {
      if (upTo < this.accounts.length) return this.accounts.slice(0, upTo).map(({ told }) => told)
      this.#told ??= this.accounts.map(({ told }) => told)
      return this.#told
    }
    const earlier = upTo === this.accounts.length ? this.accounts : this.accounts.slice(0, upTo)
    const sample = new Set(this.#sampleOf(earlier))
    for (const other of earlier) if (other.told.story === account.told.story) sample.add(other)
    return [...sample].sort(compareAccounts).map(({ told }) => told)
  }

  /** Whether those that come after an account are laid beside it, as far as it is not of their story. */
  isSampled(account: Account): boolean {
    return this.#sampleOf(this.accounts.slice(0, this.#firstNotBefore(account) + 1)).includes(account)
  }

  #sampleOf(accounts: readonly Account[]): readonly Account[] {
    if (accounts.length !== this.accounts.length) return firstById(accounts)
    this.#sample ??= firstById(accounts)
    return this.#sample
  }

  #firstNotBefore(account: Account): number {
    let [from, to] = [0, this.accounts.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.accounts[middle]?.isBefore(account)) from = middle + 1
      else to = middle
    }
    return from
  }

  /** Its accounts in the order of their ids. */
  get told(): readonly Told[] {
    return this.accounts.map(({ told }) => told).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Why these are accounts of one happening. */
  get because(): readonly string[] {
    return [...new Set([...this.decided, ...this.accounts.flatMap(({ because }) => because)])]
  }

  /** Drawn from its first account, so that it does not depend on what came first; null while it has none. */
  idNow(): EventId | null {
    let first: Told | null = null
    for (const { told } of this.accounts) if (first === null || told.id < first.id) first = told
    return first === null ? null : `ev:${digestOf('event', first.statement.type, first.id)}`
  }
}

const noAccounts: readonly Account[] = []
const nobodySaidSo: readonly string[] = []

/** The accounts with the first ids, as many as are looked at. */
function firstById(accounts: readonly Account[]): Account[] {
  return [...accounts].sort((a, b) => (a.told.id < b.told.id ? -1 : 1)).slice(0, mostCompared)
}
