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
