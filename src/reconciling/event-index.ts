import type { EventId, StatementId } from '../model/ids.js'
import { type StatementType, statementTypes } from '../model/report.js'
import { type Account, compareAccounts } from './account.js'
import { bestBearing } from './bears-on.js'
import { EventBlock, mostAlike, mostOfOneMaker } from './event-blocks.js'
import { eventFit, type FitGround } from './event-fit.js'
import { looseKeys, makerKeys, withKeys } from './event-keys.js'
import { bestEvent, decided, type JoinedEvent } from './events.js'
import { Happening } from './happening.js'
import type { EventDecision } from './reviewed-statements.js'
import { SharedTexts } from './shared-things.js'
import type { Told } from './told.js'
import { WaitingAccounts } from './waiting-accounts.js'

/** What changed among the happenings since it was last asked. */
export interface HappeningChange {
  /** Happenings of which anything changed, gone ones included. */
  readonly events: ReadonlySet<EventId>
  /** Demands, plans and conditions that are now about another happening. */
  readonly about: ReadonlySet<Account>
}

/** A happening with what one statement is laid beside of it. */
interface Candidate {
  readonly happening: Happening
  readonly told: readonly Told[]
  readonly closed: boolean
}

/**
 * The statements that tell something, joined into happenings: dated ones first, which make the happenings; then the others, each with the one it fits best of those begun before it.
 *
 * It is kept so that one more statement is laid beside its neighbours only. What a statement is taken for depends on the accounts before it that share a key with it. So whoever stands after a
 * statement that came, left or was taken for another happening, and shares a key with that happening, waits to be laid beside it again, in order; where the answer is the one it had before, nothing
 * goes on from there. What comes out is what comes out when all are laid side by side from the beginning.
 */
export class EventIndex {
  readonly #blocks = new Map<number, Account | EventBlock>()
  readonly #numbers = new Map<string, number>()
  readonly #byId = new Map<EventId, Happening>()
  readonly #decided = new Map<string, Happening>()
  #decisions: readonly EventDecision[] = []
  /** The statements that people's decisions are about, and the accounts they are now. */
  #decidedOn: ReadonlySet<StatementId> = new Set()
  readonly #decidedAccounts = new Map<StatementId, Account>()
  #mustDecide = false
  readonly #waiting = new WaitingAccounts()
  readonly #reasons = new SharedTexts()
  readonly #touched = new Set<Happening>()
  readonly #about = new Set<Account>()
  /** The last account laid beside others; after it, nobody can have looked at what came before. */
  #last: Account | null = null

  constructor(private readonly ground: FitGround) {}

  /** Takes an account in. */
  put(account: Account): void {
    for (const key of this.#makerKeys(account)) this.#enter(account, key, mostOfOneMaker)
    for (const key of this.#otherKeys(account)) this.#enter(account, key, mostAlike)
    this.#wait(account)
    if (this.#decidedOn.has(account.told.id)) this.#decideAlso(account)
  }

  /** Takes an account out. Its parties must be as they were when it came in: the keys it stands under are drawn from them. */
  remove(account: Account): void {
    this.#takeOut(account)
    this.#waiting.remove(account)
    for (const key of this.#makerKeys(account)) this.#leave(account, key)
    for (const key of this.#otherKeys(account)) this.#leave(account, key)
    if (this.#decidedAccounts.delete(account.told.id)) this.#mustDecide = true
    account.isDecided = false
  }

  /** The people's decisions on who tells what, in the place of those before; `accounts` are those of the reports they are about. */
  decide(decisions: readonly EventDecision[], accounts: Iterable<Account>): void {
    this.#decisions = decisions
    this.#decidedOn = new Set(decisions.flatMap(({ statements }) => statements))
    this.#decidedAccounts.clear()
    for (const account of accounts) if (this.#decidedOn.has(account.told.id)) this.#decideAlso(account)
    this.#mustDecide = true
  }

  #decideAlso(account: Account): void {
    this.#decidedAccounts.set(account.told.id, account)
    this.#mustDecide = true
  }

  /** Under which keys it is looked for and looks: those of whoever makes its happening. */
  #makerKeys({ told }: Account): Iterable<number> {
    return this.#numbered(makerKeys(told, this.ground.phrases), told, 0)
  }

  /** And the others. */
  #otherKeys({ told, tells }: Account): Iterable<number> {
    return this.#numbered(tells ? looseKeys(told) : withKeys(told), told, 1)
  }

  /** Keys as numbers: what it is (a party, a story, a month, a word), the type, and which of the two sorts. Small numbers take no room where they are a key. */
  #numbered(keys: readonly string[], { statement: { type } }: Told, sort: 0 | 1): Iterable<number> {
    const place = typePlaces.get(type) ?? 0
    return new Set(keys.map((key) => (this.#numberOf(key) * statementTypes.length + place) * 2 + sort))
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#numbers.size)
    return this.#numbers.size - 1
  }

  #enter(account: Account, key: number, most: number): void {
    const before = this.#blocks.get(key)
    if (before === undefined)
      this.#blocks.set(key, account) // most stand alone, and need no block
    else if (before instanceof EventBlock) before.add(account, this.#wait)
    else {
      const block = new EventBlock(most)
      block.add(before, this.#wait)
      block.add(account, this.#wait)
      this.#blocks.set(key, block)
    }
  }

  #leave(account: Account, key: number): void {
    const block = this.#blocks.get(key)
    if (block instanceof EventBlock) block.remove(account, this.#wait)
    if (block === account || (block instanceof EventBlock && block.size === 0)) this.#blocks.delete(key)
  }

  /** The accounts that one is laid beside under a key; `all`: not only those that look at all. */
  #soughtBy(account: Account, key: number, all = true): Iterable<Account> {
    const block = this.#blocks.get(key)
    return block === undefined ? nobody : block instanceof EventBlock ? block.soughtBy(account, all ? 'all' : 'looking at all') : [block]
  }

  /** The accounts that are laid beside one under a key; `all`: not only those that look at all. */
  #seeking(account: Account, key: number, all = true): Iterable<Account> {
    const block = this.#blocks.get(key)
    return block === undefined ? nobody : block instanceof EventBlock ? block.seeking(account, all ? 'all' : 'looking at all') : [block]
  }

  #isCrowded(key: number): boolean {
    const block = this.#blocks.get(key)
    return block instanceof EventBlock && block.isCrowded
  }

  readonly #wait = (account: Account): void => {
    if (!account.isDecided || !account.tells) this.#waiting.add(account)
  }

  /** Lays what waits beside its neighbours, in order, until nothing moves. */
  settle(): HappeningChange {
    if (this.#mustDecide) this.#followDecisions()
    for (let account = this.#waiting.next(); account !== null; account = this.#waiting.next()) {
      if (account.tells) this.#place(account)
      else this.#lookOn(account)
      if (this.#last === null || this.#last.isBefore(account)) this.#last = account
    }
    return this.#changed()
  }

  #followDecisions(): void {
    this.#mustDecide = false
    const here = { has: (id: StatementId) => this.#decidedAccounts.get(id)?.tells ?? false }
    const { together, alone } = decided(here, this.#decisions)
    const wanted = [
      ...together.filter(({ ids }) => ids.length > 0),
      ...[...alone].map(([id, because]) => ({ ids: [id], because: [because], closed: true })),
    ]
    const texts = new Set(wanted.map((one) => JSON.stringify(one)))
    for (const [text, happening] of this.#decided) {
      const isWhole = texts.has(text) && happening.accounts.filter(({ isDecided }) => isDecided).length === JSON.parse(text).ids.length
      if (isWhole) continue
      this.#decided.delete(text)
      for (const account of happening.accounts.filter(({ isDecided }) => isDecided)) {
        this.#takeOut(account)
        account.isDecided = false
        this.#wait(account)
      }
      // Whoever joined it by itself looks again.
      for (const account of happening.accounts) this.#wait(account)
    }
    for (const one of wanted) {
      const text = JSON.stringify(one)
      if (this.#decided.has(text)) continue
      const happening = new Happening(one.because, one.closed)
      this.#decided.set(text, happening)
      for (const account of one.ids.flatMap((id) => this.#decidedAccounts.get(id) ?? [])) {
        this.#takeOut(account)
        this.#waiting.remove(account)
        account.isDecided = true
        this.#putInto(happening, account, [])
      }
    }
  }

  #place(account: Account): void {
    const best = bestEvent(account.told, this.#candidates(account), this.ground)
    if (best === null) {
      if (account.happening !== null && account.happening.accounts[0] === account && account.happening.decided.length === 0) {
        this.#because(account, [])
        return
      }
      this.#takeOut(account)
      this.#putInto(new Happening(), account, [])
      return
    }
    const { happening } = best.event
    if (account.happening !== happening) {
      this.#takeOut(account)
      this.#putInto(happening, account, best.fit.because)
    } else this.#because(account, best.fit.because)
  }

  #because(account: Account, because: readonly string[]): void {
    if (account.because.join('\n') === because.join('\n')) return
    account.because = this.#reasons.list(because)
    if (account.happening !== null) this.#touched.add(account.happening)
  }

  #lookOn(account: Account): void {
    const happening = bestBearing(account.told, this.#candidates(account), this.ground)?.happening ?? null
    if (account.happening === happening) return
    account.happening?.isNoMoreAbout(account)
    account.happening = happening
    happening?.isAbout(account)
    this.#about.add(account)
  }

  /** The happenings with an account before this one that shares a key with it, in the order they were begun in. */
  #candidates(account: Account): readonly Candidate[] {
    const found = new Set<Happening>()
    for (const key of this.#makerKeys(account))
      for (const other of this.#soughtBy(account, key))
        if (other.tells && other.happening !== null && other.isBefore(account)) found.add(other.happening)
    for (const key of this.#otherKeys(account))
      for (const other of this.#soughtBy(account, key, account.looksAtAll))
        if (other.tells && other.happening !== null && (account.looksAtAll || other.lacksMaker) && other.isBefore(account))
          found.add(other.happening)
    return [...found]
      .sort((a, b) => compareAccounts(a.accounts[0] as Account, b.accounts[0] as Account))
      .map((happening) => ({ happening, told: happening.before(account), closed: happening.closed }))
  }

  #putInto(happening: Happening, account: Account, because: readonly string[]): void {
    account.because = this.#reasons.list(because)
    account.happening = happening
    happening.add(account)
    this.#touched.add(happening)
    this.#wake(this.#seeing(account, happening), account, happening)
  }

  #takeOut(account: Account): void {
    const { happening } = account
    if (happening === null) return
    account.happening = null
    if (!account.tells) {
      happening.isNoMoreAbout(account)
      return
    }
    const seeing = this.#seeing(account, happening)
    happening.remove(account)
    this.#touched.add(happening)
    this.#wake(seeing, account, happening)
  }

  /** Those after an account that may see its happening otherwise when it comes or goes. */
  #seeing(account: Account, happening: Happening): ReadonlySet<Account> {
    const found = new Set<Account>()
    if (this.#last === null || (account !== this.#last && !account.isBefore(this.#last))) return found
    const isNoticed = happening.isSampled(account)
    const [seen, seenByAll] = [new Set<number>(), new Set<number>()]
    const find = (member: Account, key: number, byAll: boolean) => {
      const isCrowded = this.#isCrowded(key)
      if (!isCrowded && (seenByAll.has(key) || (!byAll && seen.has(key)))) return
      ;(byAll ? seenByAll : seen).add(key)
      const leads = isNoticed || isCrowded ? leadsNobody : this.#leadsThereAlready(key, account, happening)
      for (const other of this.#seeking(member, key, byAll)) {
        if (other.isWaiting || !(byAll || other.looksAtAll) || !account.isBefore(other)) continue
        const isNews = !(other.looksAtAll ? leads.all : leads.most)
        if (isNews || other.told.story === account.told.story) found.add(other)
      }
    }
    for (const member of isNoticed ? happening.accounts : [account]) {
      for (const key of this.#makerKeys(member)) find(member, key, true)
      for (const key of this.#otherKeys(member)) find(member, key, member.lacksMaker)
    }
    return found
  }

  /** Whether an earlier account of a happening stands under the same key, so that whoever looks there meets the happening without this one: those who look at all, and the others. */
  #leadsThereAlready(key: number, account: Account, happening: Happening): { readonly all: boolean; readonly most: boolean } {
    const isOfMakers = key % 2 === 0
    const earlier = [...this.#soughtBy(account, key)].filter((other) => other.happening === happening && other.isBefore(account))
    return { all: earlier.length > 0, most: earlier.some(({ lacksMaker }) => isOfMakers || lacksMaker) }
  }

  /** Lets those wait for whom the happening, as it now is, may be another answer than the one they have. To whom it does not fit at all it never was the answer, unless they are of it or its story. */
  #wake(seeing: ReadonlySet<Account>, account: Account, happening: Happening): void {
    for (const other of seeing) {
      const isConcerned = other.happening === happening || other.told.story === account.told.story
      if (isConcerned || this.#fits(other, happening)) this.#wait(other)
    }
  }

  #fits(account: Account, happening: Happening): boolean {
    const told = happening.before(account)
    return told.length > 0 && (told.some(({ story }) => story === account.told.story) || eventFit(account.told, told, this.ground) !== null)
  }

  #changed(): HappeningChange {
    const events = new Set<EventId>()
    const about = new Set(this.#about)
    for (const happening of this.#touched) {
      happening.rest()
      const now = happening.idNow()
      if (happening.id !== null) events.add(happening.id)
      if (now !== null) events.add(now)
      if (happening.id === now) continue
      for (const account of happening.aboutIt) about.add(account)
      if (happening.id !== null && this.#byId.get(happening.id) === happening) this.#byId.delete(happening.id)
      happening.id = now
    }
    for (const happening of this.#touched) if (happening.id !== null) this.#byId.set(happening.id, happening)
    this.#touched.clear()
    this.#about.clear()
    return { events, about }
  }

  /** The happening with this id: its statements, and why they were taken for one. */
  event(id: EventId): JoinedEvent | undefined {
    const happening = this.#byId.get(id)
    return happening === undefined ? undefined : { id, told: happening.told, because: happening.because }
  }

  typeOf(id: EventId): StatementType | undefined {
    return this.#byId.get(id)?.accounts[0]?.told.statement.type
  }

  ids(): Iterable<EventId> {
    return this.#byId.keys()
  }
}

const nobody: readonly Account[] = []
const leadsNobody = { all: false, most: false }

const typePlaces: ReadonlyMap<string, number> = new Map(statementTypes.map((type, place) => [type, place]))
