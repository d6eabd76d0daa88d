/** Lists up to this long are made anew for one more, so that they take the room of what they hold: a list that is pushed to makes room for seventeen, and most of a million lists hold three. */
const longestMadeAnew = 8

/** A list with one more thing at a place of it. A long one is the same list, changed. */
export function withOneMore<T>(list: T[], thing: T, at: number): T[] {
  if (list.length < longestMadeAnew) return list.slice(0, at).concat([thing], list.slice(at))
  list.splice(at, 0, thing)
  return list
}
