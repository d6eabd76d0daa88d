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
  const words = [...line.matchAll(/[\p{L}\p{N}&.'’-]+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  const found: Outlet[] = []
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestName, words.length - at)
    let outlet: Outlet | null = null
    for (; length > 0; length--) {
      const [first, last] = [words[at], words[at + length - 1]]
      if (first === undefined || last === undefined) continue
      outlet = named(line.slice(first.start, last.end).replace(/[.'’-]+$/u, ''))
      if (outlet !== null && !(length === 1 && isPartOfName(line, first))) break
      outlet = null
    }
    if (outlet !== null && !found.includes(outlet)) found.push(outlet)
    at += Math.max(1, length)
  }
  return found
}

/** A word beside another name's word is part of that name: Petra Novak is no agency. Capitals throughout are an agency's way of signing. */
function isPartOfName(
  line: string,
  { text, start, end }: { readonly text: string; readonly start: number; readonly end: number },
): boolean {
  if (text === text.toUpperCase()) return false
  return (
    /^ \p{Lu}\p{Ll}/u.test(line.slice(end, end + 3)) ||
    /\p{Lu}\p{Ll}+ $/u.test(
      line.slice(Math.max(0, start - 20), start).replace(/(?:^|.*[.:] )(?:By|With|From|Source|Additional reporting by) $/u, ''),
    )
  )
}
