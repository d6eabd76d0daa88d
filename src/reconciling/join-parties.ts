import type { PartyJudgement } from './judge-parties.js'
import type { PartyLink } from './party-decisions.js'
import type { PartyName } from './party-names.js'

/** Two names and how they stand to each other. */
export interface PartyEdge extends PartyJudgement {
  readonly a: string
  readonly b: string
}

export interface JoinedParties {
  /** Keys of names, joined; each in order. */
  readonly groups: readonly (readonly string[])[]
  /** Why names of a group were joined, by the group's first key. */
  readonly because: ReadonlyMap<string, readonly string[]>
  /** Pairs a person is asked about. */
  readonly open: readonly PartyEdge[]
  /** Lines whose word could not be followed, because other lines say the opposite. */
  readonly contradicted: readonly { readonly line: number; readonly message: string }[]
}

/**
 * Joins names into parties. Decisions come first and rule; then what is sure, the best first; then short names that can mean one party only. Nothing is joined across
 * a "not the same" or an "unsure", at any distance: whoever keeps two names apart keeps apart all that was joined to them.
 */
export function joinParties(names: readonly PartyName[], edges: readonly PartyEdge[], links: readonly PartyLink[]): JoinedParties {
  const groups = new Groups(names.map(({ key }) => key))
  const nameOf = new Map(names.map((name) => [name.key, name]))
  const said = (key: string) => nameOf.get(key)?.name ?? key
  const { kept, contradicted } = withoutContradictions(links)
  for (const { a, b, says } of kept) if (says === 'same') groups.join(a, b)
  for (const { a, b, says } of links) if (says !== 'same') groups.keepApart(a, b)
  const because: (readonly [string, string])[] = kept
    .filter(({ says }) => says === 'same')
    .map(({ a, b, line, who, because: reason }) => [a, `“${said(a)}” and “${said(b)}”: ${who} said so on line ${line}: ${reason}`])
  const open: PartyEdge[] = []
  const decided = new Set(links.map(({ a, b }) => [a, b].sort().join('\n')))
  const sorted = [...edges].sort((p, q) => q.score - p.score || (p.a + p.b < q.a + q.b ? -1 : 1))
  const take = (edge: PartyEdge) => {
    if (groups.same(edge.a, edge.b)) return
    if (groups.apart(edge.a, edge.b) || (edge.explained !== true && bothInOneReport(edge, nameOf))) {
      if (!open.includes(edge)) open.push(edge)
      return
    }
    groups.join(edge.a, edge.b)
    because.push([edge.a, `“${said(edge.a)}” and “${said(edge.b)}”: ${edge.because.join('; ')}`])
  }
  for (const edge of sorted) if (edge.verdict === 'sure') take(edge)
  // A short name may be clear only after longer ones are joined (Bemba, when Jean-Pierre Bemba and Jean-Pierre Bemba Gombo are one): until nothing moves.
  const short = sorted.filter(({ verdict }) => verdict === 'short')
  // An acronym is what it is drawn from, where it is drawn from one name, whatever else it is a part of ("the ANSA agency"); an office is whoever is called so.
  for (const edge of clearShortNames(
    short.filter(({ explained }) => explained),
    groups,
  ))
    take(edge)
  for (let before = -1; before !== groups.count; ) {
    before = groups.count
    for (const edge of clearShortNames(short, groups)) take(edge)
  }
  for (const edge of short) if (!groups.same(edge.a, edge.b) && !open.includes(edge)) open.push(edge)
  for (const edge of sorted) if (edge.verdict === 'open' && !groups.same(edge.a, edge.b)) open.push(edge)
  for (const { a, b, says, line } of links)
    if (says === 'unsure') open.push({ a, b, verdict: 'open', score: 0.5, because: [`a person could not tell, on line ${line}`] })
  return {
    groups: groups.all(),
    because: collected(because, groups),
    open: open.filter(
      ({ a, b, because: reasons }) => !decided.has([a, b].sort().join('\n')) || reasons[0]?.startsWith('a person could not tell'),
    ),
    contradicted,
  }
}

/** Short names all of whose meanings are one party by now. */
function clearShortNames(short: readonly PartyEdge[], groups: Groups): readonly PartyEdge[] {
  const meanings = new Map<string, Set<string>>()
  for (const edge of short) {
    const name = shorterOf(edge)
    const longer = edge.a === name ? edge.b : edge.a
    if (!groups.same(name, longer)) meanings.set(name, (meanings.get(name) ?? new Set()).add(groups.of(longer)))
  }
  return short.filter((edge) => !groups.same(edge.a, edge.b) && meanings.get(shorterOf(edge))?.size === 1)
}

/** Of two names, the one that is a part of the other. */
export function shorterOf({ a, b, shorter }: PartyEdge): string {
  return shorter ?? (wordCount(a) <= wordCount(b) ? a : b)
}

function wordCount(key: string): number {
  return key.split(' ').length
}

/** One report that names both as two parties knows more than a spelling: only full names that are nearly equal are joined against it. */
function bothInOneReport({ a, b, score, verdict }: PartyEdge, nameOf: ReadonlyMap<string, PartyName>): boolean {
  if (verdict === 'sure' && score >= 0.9) return false
  return haveOneReport(nameOf.get(a), nameOf.get(b))
}

/** Whether one report uses both names. */
function haveOneReport(a: PartyName | undefined, b: PartyName | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const [few, many] = a.reports.size < b.reports.size ? [a.reports, b.reports] : [b.reports, a.reports]
  for (const report of few) if (many.has(report)) return true
  return false
}

function collected(because: readonly (readonly [string, string])[], groups: Groups): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [key, reason] of because) {
    const first = groups.of(key)
    found.set(first, [...(found.get(first) ?? []), reason])
  }
  return found
}

/**
 * The links with those left out that contradict each other: where "same" leads from one name to another and "not the same" keeps these two apart, the "same" links on the way are
 * set aside and reported. Nobody but a person can say which of them was the mistake.
 */
function withoutContradictions(links: readonly PartyLink[]): {
  readonly kept: readonly PartyLink[]
  readonly contradicted: JoinedParties['contradicted']
} {
  let kept = links
  const contradicted: { line: number; message: string }[] = []
  for (const apart of links.filter(({ says }) => says === 'not-same')) {
    for (;;) {
      const way = wayBetween(
        apart.a,
        apart.b,
        kept.filter(({ says }) => says === 'same'),
      )
      if (way === null) break
      const others = way.map(({ line }) => line)
      for (const { line } of way)
        contradicted.push({
          line,
          message: `line ${line} says “same”, but with ${wordsOf(others.filter((other) => other !== line))}line ${apart.line}, which says “not the same”, it cannot stand; none of the “same” lines is followed until one of them is undone`,
        })
      kept = kept.filter((link) => !way.includes(link))
    }
  }
  return { kept, contradicted: contradicted.sort((p, q) => p.line - q.line) }
}

function wordsOf(lines: readonly number[]): string {
  return lines.length === 0 ? '' : `line${lines.length > 1 ? 's' : ''} ${lines.join(', ')} and `
}

/** The shortest chain of links from one name to another, or null. */
function wayBetween(from: string, to: string, links: readonly PartyLink[]): readonly PartyLink[] | null {
  const cameBy = new Map<string, PartyLink | null>([[from, null]])
  const queue = [from]
  for (const at of queue) {
    if (at === to) break
    for (const link of links) {
      const next = link.a === at ? link.b : link.b === at ? link.a : null
      if (next !== null && !cameBy.has(next)) {
        cameBy.set(next, link)
        queue.push(next)
      }
    }
  }
  if (!cameBy.has(to)) return null
  const way: PartyLink[] = []
  for (let at = to, link = cameBy.get(at); link !== null && link !== undefined; link = cameBy.get(at)) {
    way.push(link)
    at = link.a === at ? link.b : link.a
  }
  return way
}

/** Names in groups, each known by its first name in order; and groups that must stay apart. */
class Groups {
  readonly #members = new Map<string, string[]>()
  readonly #groupOf = new Map<string, string>()
  readonly #apart: (readonly [string, string])[] = []

  constructor(keys: readonly string[]) {
    for (const key of keys) {
      this.#members.set(key, [key])
      this.#groupOf.set(key, key)
    }
  }

  get count(): number {
    return this.#members.size
  }

  of(key: string): string {
    return this.#groupOf.get(key) ?? key
  }

  same(a: string, b: string): boolean {
    return this.of(a) === this.of(b)
  }

  join(a: string, b: string): void {
    const [first, second] = [this.of(a), this.of(b)].sort()
    if (first === undefined || second === undefined || first === second) return
    const members = [...(this.#members.get(first) ?? []), ...(this.#members.get(second) ?? [])]
    this.#members.set(first, members)
    this.#members.delete(second)
    for (const member of members) this.#groupOf.set(member, first)
  }

  keepApart(a: string, b: string): void {
    this.#apart.push([a, b])
  }

  apart(a: string, b: string): boolean {
    const [x, y] = [this.of(a), this.of(b)]
    return this.#apart.some(([p, q]) => (this.of(p) === x && this.of(q) === y) || (this.of(p) === y && this.of(q) === x))
  }

  all(): readonly (readonly string[])[] {
    return [...this.#members.values()].map((members) => [...members].sort()).sort((p, q) => ((p[0] ?? '') < (q[0] ?? '') ? -1 : 1))
  }
}
