import type { Sentence, Token } from '../parts.js'
import type { Description } from './descriptions.js'
import type { KindedNaming } from './kinds.js'
import type { Lists } from './lists.js'

/** For each description that stands beside the name of its party, the index of that name: "the minister, Carlo Nordio", "Ibuka, a survivors' association", "rebel leader Foday Sankoh", "Najim is the head of". `indices` are those of the sentence's namings in the report. */
export function besideNames(
  sentence: Sentence,
  descriptions: readonly Description[],
  namings: readonly KindedNaming[],
  indices: readonly number[],
  lists: Lists,
): ReadonlyMap<Description, number> {
  const { tokens } = sentence
  const beside = new Map<Description, number>()
  const startingAt = new Map(namings.map((naming, at) => [naming.from, at] as const))
  const endingAt = new Map(namings.map((naming, at) => [naming.to, at] as const))
  const lower = (index: number): string => tokens[index]?.lower ?? ''
  const describedAt = new Map(descriptions.map((description) => [description.from, description] as const))
  const namedTo = new Set<number>()
  for (const description of descriptions) {
    if (description.plural) continue
    const at = nameAfter(description) ?? nameAfterNext(description) ?? nameAfterClause(description) ?? nameBefore(description)
    // "the lawyer of the sheikh, X": X is the lawyer, whose description ends with the sheikh's and stands before it in the list.
    if (at === undefined || indices[at] === undefined || namedTo.has(description.to)) continue
    beside.set(description, indices[at])
    namedTo.add(description.to)
  }
  return beside

  /** "the minister, X", "prosecutor X", "a man named X", "the prison (Mitiga)". */
  function nameAfter(description: Description): number | undefined {
    const { to } = description
    const direct = startingAt.get(to)
    if (direct !== undefined && fits(description, namings[direct])) return direct
    if (lower(to) === ',') {
      const named = startingAt.get(to + 1) ?? startingAt.get(afterNaming(to + 1))
      const naming = named === undefined ? undefined : namings[named]
      if (named === undefined || naming === undefined || !fits(description, naming)) return undefined
      // "a preacher close to the former president, X": X is the preacher.
      if (lower(description.from - 2) === 'close' && lower(description.from - 1) === 'to') return undefined
      if (description.reference === 'indefinite' || description.reference === 'bare') {
        // "a lawyer, Miloš Šaljić, said": only between commas; else it may be a list or a new clause.
        return lower(naming.to) === ',' && !continuesList(naming.to) ? named : undefined
      }
      return continuesList(naming.to) || opensMainClause(tokens, description.from, naming.to) ? undefined : named
    }
    let cue = to
    while (tokens[cue]?.pos === 'AUX' || tokens[cue]?.pos === 'ADV') cue++
    const named = startingAt.get(afterNaming(cue))
    // "was named as Berg's successor": what is Berg's is not Berg.
    return named !== undefined && /^['’]s?$/.test(lower(namings[named]?.to ?? 0)) ? undefined : kindred(description, named)
  }

  /** The token after words that bring in a name: "named", "identified only as", "known to them as"; -1 where none stand. */
  function afterNaming(from: number): number {
    const cue = lower(from)
    if (lists.naming.has(cue)) return from + 1
    if (!lists.namingAs.has(cue)) return -1
    for (let at = from + 1; at < from + longestNaming; at++) {
      if (lower(at) === 'as') return at + 1
      if (tokens[at]?.pos === 'PUNCT' || tokens[at]?.pos === 'VERB') return -1
    }
    return -1
  }

  /** "his co-accused, rebel leader X", "a preacher close to the president, X": the name stands after the description that follows. */
  function nameAfterNext(description: Description): number | undefined {
    const { to } = description
    const close = lower(to) === 'close' && lower(to + 1) === 'to'
    const next = describedAt.get(close ? to + 2 : to + 1)
    if (next === undefined || next.plural) return undefined
    if (close) return lower(next.to) === ',' ? kindred(description, startingAt.get(next.to + 1)) : undefined
    return lower(to) === ',' ? kindred(description, startingAt.get(next.to)) : undefined
  }

  /** "A doctor who treated the prisoners, X, said": the name between commas after a relative clause is that of the noun before it. */
  function nameAfterClause(description: Description): number | undefined {
    if (lower(description.to) !== 'who' || description.kind !== 'person') return undefined
    for (let index = description.to + 1; index < description.to + longestClause; index++) {
      if (index >= tokens.length || /^["“”;:()–—]$/.test(lower(index))) return undefined
      if (lower(index) !== ',') continue
      const named = kindred(description, startingAt.get(index + 1))
      const after = named === undefined ? undefined : namings[named]?.to
      return after !== undefined && lower(after) === ',' && !continuesList(after) ? named : undefined
    }
    return undefined
  }

  /** "X, the director of", "X, 58, a trader", "X is the head of". */
  function nameBefore(description: Description): number | undefined {
    const { from, to, reference } = description
    let comma = from - 1
    if (lists.tenure.has(lower(comma))) comma--
    if (lower(comma) === ',' && tokens[comma - 1]?.pos === 'NUM' && lower(comma - 2) === ',') comma -= 2
    const before = endingAt.get(comma)
    if (lower(comma) === ',' && before !== undefined) {
      if (reference === 'bare' && !description.office) return undefined
      const after = lower(to)
      const closes = to >= tokens.length || /^[,.;):—–-]$/.test(after) || lists.closing.has(after) || tokens[to]?.tag === 'VBN'
      if (!closes || (after === ',' && listedAfter(to))) return undefined
      return kindred(description, before)
    }
    const copula = lists.copulas.has(lower(from - 1)) ? from - 1 : undefined
    if (copula !== undefined && lower(copula) !== 'as' && description.kind === 'person' && description.office) {
      const aged = lower(copula - 1) === ',' && tokens[copula - 2]?.pos === 'NUM' && lower(copula - 3) === ','
      const subject = endingAt.get(aged ? copula - 3 : copula)
      return subject !== undefined && tokens[(namings[subject]?.from ?? 0) - 1]?.pos !== 'ADP' ? kindred(description, subject) : undefined
    }
    return undefined
  }

  function kindred(description: Description, at: number | undefined): number | undefined {
    return at !== undefined && fits(description, namings[at]) ? at : undefined
  }

  /** Whether a comma or "and" after a name goes on to another name: then the description and the name are two of a list. */
  function continuesList(to: number): boolean {
    if (lower(to) === 'and' || lower(to) === 'or') return startingAt.has(to + 1)
    return lower(to) === ',' && startingAt.has(to + 1) && ['and', ','].includes(lower(namings[startingAt.get(to + 1) ?? 0]?.to ?? 0))
  }

  function listedAfter(to: number): boolean {
    return startingAt.has(to + 1) && lower(namings[startingAt.get(to + 1) ?? 0]?.to ?? 0) === 'and'
  }
}

/**
 * Whether a name after the comma of a description is the subject of a clause that the phrase only leads to: in "Despite pressure from the minister, Karl Holm
 * was freed" nobody says that Holm is minister. The description is governed, and the name runs into its verb with no comma to close an apposition.
 */
export function opensMainClause(tokens: readonly Token[], description: number, afterName: number): boolean {
  const before = tokens[description - 1]
  let verb = afterName
  while (tokens[verb]?.pos === 'ADV') verb++
  const finite = tokens[verb]?.pos === 'AUX' || (tokens[verb]?.pos === 'VERB' && /^VB[DZP]$/.test(tokens[verb]?.tag ?? ''))
  return finite && (before?.pos === 'ADP' || before?.pos === 'VERB' || before?.pos === 'SCONJ')
}

/** Tokens from "identified" to the name: "identified by the police only as". */
const longestNaming = 7

/** Tokens of a relative clause before the name of its noun: a longer one has names of its own. */
const longestClause = 12

function fits({ kind }: Description, naming: KindedNaming | undefined): boolean {
  if (naming === undefined) return false
  if (kind === 'facility') return naming.kind === 'facility' || naming.kind === 'place'
  return naming.kind === kind
}
