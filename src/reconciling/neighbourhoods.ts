/** Things that share a key, directly or over others, together: each neighbourhood can be worked out by itself. Things and keys keep their order. */
export function neighbourhoods<T>(things: readonly T[], keysOf: (thing: T) => readonly string[]): readonly (readonly T[])[] {
  const parent = things.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root] ?? root
    for (let at = index; parent[at] !== root; ) {
      const next = parent[at] ?? root
      parent[at] = root
      at = next
    }
    return root
  }
  const firstWith = new Map<string, number>()
  for (const [index, thing] of things.entries()) {
    for (const key of keysOf(thing)) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, index)
      else {
        const [a, b] = [rootOf(first), rootOf(index)]
        parent[Math.max(a, b)] = Math.min(a, b)
      }
    }
  }
  const found = new Map<number, T[]>()
  for (const [index, thing] of things.entries()) {
    const root = rootOf(index)
    const group = found.get(root)
    if (group === undefined) found.set(root, [thing])
    else group.push(thing)
  }
  return [...found.values()]
}
