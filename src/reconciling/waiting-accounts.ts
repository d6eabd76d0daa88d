import { type Account, compareAccounts } from './account.js'

/** Accounts that wait, given out in order: a heap. One that is added while others wait takes its place among them. */
export class WaitingAccounts {
  readonly #heap: Account[] = []

  add(account: Account): void {
    if (account.isWaiting) return
    account.isWaiting = true
    this.#heap.push(account)
    this.#rise(this.#heap.length - 1)
  }

  /** It need not wait any more; its place is passed over when its turn comes. */
  remove(account: Account): void {
    account.isWaiting = false
  }

  next(): Account | null {
    for (;;) {
      const first = this.#heap[0]
      const last = this.#heap.pop()
      if (first === undefined || last === undefined) return null
      if (this.#heap.length > 0) {
        this.#heap[0] = last
        this.#sink(0)
      }
      if (!first.isWaiting) continue
      first.isWaiting = false
      return first
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]]
    return x !== undefined && y !== undefined && compareAccounts(x, y) < 0
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a], this.#heap[b]]
    if (x === undefined || y === undefined) return
    this.#heap[a] = y
    this.#heap[b] = x
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1
      if (!this.#isBefore(at, above)) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let first = at
      if (this.#isBefore(left, first)) first = left
      if (this.#isBefore(right, first)) first = right
      if (first === at) return
      this.#swap(at, first)
      at = first
    }
  }
}
