import type { Knowledge, Outlet } from '../model/packs.js'
import { folded } from './name-token.js'

/** Outlets by every name they go by. */
export interface OutletNames {
  /** The outlet a name means, or null. Names of up to four letters must be written in capitals, or "ap" and "pa" would be everywhere. */
  named(name: string): Outlet | null
  /** Every outlet named in a line, in order, each once. */
  namedIn(line: string): readonly Outlet[]
}

/** A name in capitals up to this long is an acronym and must be written so. */
const acronymLetters = 4
/** Words of the longest name in use ("Agenzia Nazionale Stampa Associata", "Deutsche Presse-Agentur"). */
const longestName = 6

const compiled = new WeakMap<Knowledge, OutletNames>()

export function outletNamesOf(knowledge: Knowledge): OutletNames {
  const made = compiled.get(knowledge)
  if (made !== undefined) return made
  const byName = new Map<string, Outlet>()
  const acronyms = new Map<string, Outlet>()
  for (const outlet of knowledge.outlets) {
    for (const name of [outlet.name, ...outlet.names]) {
      const to = isAcronym(name) ? acronyms : byName
      const key = isAcronym(name) ? name : folded(name).replace(/^the /, '')
      if (!to.has(key)) to.set(key, outlet)
    }
  }
  const named = (name: string) => acronyms.get(name.trim()) ?? byName.get(folded(name).replace(/^the /, '')) ?? null
  const names = { named, namedIn: (line: string) => outletsIn(line, named) }
  compiled.set(knowledge, names)
  return names
}

function isAcronym(name: string): boolean {
  return name.length <= acronymLetters && name === name.toUpperCase()
}

function outletsIn(line: string, named: (name: string) => Outlet | null): readonly Outlet[] {
  const words = line.match(/[\p{L}\p{N}&.'’-]+/gu) ?? []
  const found: Outlet[] = []
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestName, words.length - at)
    let outlet: Outlet | null = null
    for (; length > 0 && outlet === null; length--)
      outlet = named(
        words
          .slice(at, at + length)
          .join(' ')
          .replace(/[.'’-]+$/u, ''),
      )
    if (outlet !== null && !found.includes(outlet)) found.push(outlet)
    at += outlet === null ? 1 : length + 1
  }
  return found
}
