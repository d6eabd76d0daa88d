/** What stands in a set of things, in as little room as it needs: nothing, one thing, a short list, and only then a set. Most sets of a record hold one thing, and a million sets take two hundred bytes each. */
export type Members<T extends string | object> = undefined | T | readonly T[] | Set<T>

/** The longest list that is looked through; beyond it a set is quicker. */
const longestList = 8

const none: readonly never[] = []

export function membersOf<T extends string | object>(members: Members<T>): Iterable<T> {
  if (members === undefined) return none
  return isList(members) || members instanceof Set ? members : [members as T]
}

export function countOf<T extends string | object>(members: Members<T>): number {
  if (members === undefined) return 0
  return isList(members) ? members.length : members instanceof Set ? members.size : 1
}

export function hasMember<T extends string | object>(members: Members<T>, thing: T): boolean {
  if (isList(members)) return members.includes(thing)
  return members instanceof Set ? members.has(thing) : members === thing
}

/** The same with one more. A set is the same set, changed. */
export function withMember<T extends string | object>(members: Members<T>, thing: T): Members<T> {
  if (members === undefined) return thing
  if (members instanceof Set) return members.add(thing)
  if (hasMember(members, thing)) return members
  const list = isList(members) ? members.concat(thing) : [members as T, thing]
  return list.length > longestList ? new Set(list) : list
}

/** The same without one. A set is the same set, changed; it stays one until it holds few enough for a list of half the longest, so that what comes and goes at the border does not make it anew each time. */
export function withoutMember<T extends string | object>(members: Members<T>, thing: T): Members<T> {
  if (members === undefined || !hasMember(members, thing)) return members
  if (members instanceof Set) {
    members.delete(thing)
    return members.size > longestList / 2 ? members : [...members]
  }
  if (!isList(members)) return undefined
  const left = members.filter((one) => one !== thing)
  return left.length > 1 ? left : left[0]
}

function isList<T extends string | object>(members: Members<T>): members is readonly T[] {
  return Array.isArray(members)
}
