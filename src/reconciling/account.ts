import { extentOf } from '../model/time.js'
import { lacksMaker } from './event-fit.js'
import type { Happening } from './happening.js'
import { daysOffOf, daysOffWorkedOut } from './happening-time.js'
import { joiningPlace } from './joining-order.js'
import { SharedThings } from './shared-things.js'
import type { Told } from './told.js'

/** One statement on its way to the happening it is an account of. */
export class Account {
  /** The happening it tells; for one that is only about a happening (a demand, a plan), that one. */
  happening: Happening | null = null
  /** Why it was taken for an account of it. */
  because: readonly string[] = noReasons
  #days: DaysSought | null = null
  /** What can be said of it by yes and no, its rank and how many parties it names, in one number: a million accounts are kept. */
  #marks: number

  /** `tells`: it says that something happened or did not; else it only looks for the happening it is about. */
  constructor(
    readonly told: Told,
    tells: boolean,
  ) {
    const { rank, parties } = joiningPlace(told, tells)
    this.#marks = (tells ? tellsMark : 0) | (lacksMaker(told) ? lacksMakerMark : 0) | (rank << rankFrom) | (parties << partiesFrom)
  }

  get tells(): boolean {
    return (this.#marks & tellsMark) !== 0
  }

  /** Whether it names nobody in the role that makes its happening. */
  get lacksMaker(): boolean {
    return (this.#marks & lacksMakerMark) !== 0
  }

  /**
   * Whether it is laid beside all that share any key with it: who names nobody in the role that makes its happening, or only looks for what it is about. The others look, beside those who share their
   * maker, among those only that lack one.
   */
  get looksAtAll(): boolean {
    return this.lacksMaker || !this.tells
  }

  /** A person said which happening it tells. */
  get isDecided(): boolean {
    return (this.#marks & decidedMark) !== 0
  }

  set isDecided(is: boolean) {
    this.#marks = is ? this.#marks | decidedMark : this.#marks & ~decidedMark
  }

  /** It waits to be laid beside its neighbours. */
  get isWaiting(): boolean {
    return (this.#marks & waitingMark) !== 0
  }

  set isWaiting(is: boolean) {
    this.#marks = is ? this.#marks | waitingMark : this.#marks & ~waitingMark
  }

  /** Its place in the order in which statements are laid beside each other: its rank, its time, and how many parties it names. */
  get rank(): number {
    return (this.#marks >> rankFrom) & rankMask
  }

  get time(): string {
    return this.told.time ?? ''
  }

  get parties(): number {
    return this.#marks >> partiesFrom
  }

  /** The day under which it is found where its key is crowded: when it happened, else when it was told. Null where neither is known. */
  get dayTold(): number | null {
    this.#days ??= daysSought(this.told)
    return this.#days.told
  }

  /** The days among which it looks there. */
  get daysSought(): Days | null {
    this.#days ??= daysSought(this.told)
    return this.#days.sought
  }

  /** Whether it looks at days that are far from the one it is found under. */
  get looksFar(): boolean {
    const { dayTold: day, daysSought: days } = this
    return day !== null && days !== null && (days.to - day > nearestSought || day - days.from > nearestSought)
  }

  /** Whether it is laid beside others before the other is. What a person decided stands before everything. */
  isBefore(other: Account): boolean {
    return compareAccounts(this, other) < 0
  }
}

const noReasons: readonly string[] = []
/** Where in the number of marks each stands: four of a bit, three bits of rank, and the parties above them. */
const [tellsMark, lacksMakerMark, decidedMark, waitingMark, rankFrom, rankMask, partiesFrom] = [1, 2, 4, 8, 4, 7, 7] as const

export function compareAccounts(a: Account, b: Account): number {
  if (a.isDecided !== b.isDecided) return a.isDecided ? -1 : 1
  if (!a.isDecided) {
    if (a.rank !== b.rank) return a.rank - b.rank
    if (a.time !== b.time) return a.time < b.time ? -1 : 1
    if (a.parties !== b.parties) return b.parties - a.parties
  }
  return a.told.id < b.told.id ? -1 : a.told.id > b.told.id ? 1 : 0
}

/** Days, counted from 1970. */
interface Days {
  readonly from: number
  readonly to: number
}

/** Days a statement without one of its own looks back from its publication, and ahead of it: news tells of what came last. */
const [newsBack, newsAhead] = [7, 1]
/** Longer stretches of time say hardly when. */
const longestStretch = 31
/** The most days between the day a statement is found under and one it looks at: accounts of one happening differ by seven at most, and one more for clocks on the other side of the earth. */
export const furthestSought = longestStretch + 8
/** The days that a statement of one day looks at on either side of it, at most. */
export const nearestSought = 8

interface DaysSought {
  readonly told: number | null
  readonly sought: Days | null
}

/** One for all accounts of one day that may be as many days off. */
const sharedDays = new SharedThings<DaysSought>()

function daysSought({ time, published, statement }: Told): DaysSought {
  const slack = Math.max(daysOffOf(statement.type), daysOffWorkedOut) + 1
  return sharedDays.get(`${time} ${published} ${slack}`, () => daysAround(time, published, slack))
}

function daysAround(time: string | null, published: string | null, slack: number): DaysSought {
  const when = time === null ? null : daysOf(time)
  if (when !== null) return { told: when.from, sought: { from: when.from - slack, to: when.to + slack } }
  const news = published === null ? null : daysOf(published.slice(0, 10))
  return news === null ? { told: null, sought: null } : { told: news.from, sought: { from: news.from - newsBack, to: news.to + newsAhead } }
}

function daysOf(edtf: string): Days | null {
  const extent = extentOf(edtf)
  if (extent === null || extent.from === null || extent.to === null) return null
  const [from, to] = [Math.floor(extent.from / dayLength), Math.floor((extent.to - 1) / dayLength)]
  return to - from < longestStretch ? { from, to } : null
}

const dayLength = 86_400_000
