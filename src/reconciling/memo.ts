/** What was computed before, by a digest of all it was computed from. An empty memo and a full one give the same results; only the time differs. */
export interface Memo {
  get(key: string): unknown
  set(key: string, value: unknown): void
}

/** The value for a key, computed if it is not remembered. `key` must name everything `compute` looks at. */
export function remembered<T>(memo: Memo | undefined, key: () => string, compute: () => T): T {
  if (memo === undefined) return compute()
  const at = key()
  const known = memo.get(at) as T | undefined
  if (known !== undefined) return known
  const value = compute()
  memo.set(at, value)
  return value
}

/** A memo that keeps what the last run used and forgets what it did not, so that a server that runs for months holds one record's worth. Call `turn` before each run. */
export class LastRunMemo implements Memo {
  #before = new Map<string, unknown>()
  #now = new Map<string, unknown>()

  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  get(key: string): unknown {
    if (!this.#now.has(key) && this.#before.has(key)) this.#now.set(key, this.#before.get(key))
    return this.#now.get(key)
  }

  set(key: string, value: unknown): void {
    this.#now.set(key, value)
  }
}
