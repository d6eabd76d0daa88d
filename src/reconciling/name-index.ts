import type { Decision, PartyAnchor } from '../model/decision.js'
import { digestOf, type EntityId, type ReportId } from '../model/ids.js'
import type { Entity, Orphan, PossibleMatch } from '../model/record.js'
import { type MentionKind, partyKinds } from '../model/report.js'
import { decisionsOf } from './decisions-of.js'
import { entityFrom, mostUsedKind, shownName } from './entity-from.js'
import { joinParties, type PartyEdge, shorterOf } from './join-parties.js'
import { judgeParties } from './judge-parties.js'
import { KnownName } from './known-name.js'
import { NameBlocks } from './name-blocks.js'
import { NameClusters } from './name-clusters.js'
import { folded } from './name-token.js'
import type { NameWords } from './name-words.js'
import { type PartyLink, partyDecisions } from './party-decisions.js'
import { type PartyUse, partyKey } from './party-names.js'
import { SetsByKey } from './sets-by-key.js'

/** Names that are one party: what a statement needs to know of it. Another object is another party, or one that is called otherwise. */
export interface JoinedParty {
  readonly id: EntityId
  readonly kind: MentionKind
  readonly name: string
  /** The keys of its names, in order. */
  readonly keys: readonly string[]
}

/** What changed among the parties since it was last asked. */
export interface PartyChange {
  /** Parties of which anything changed, gone ones included. */
  readonly entities: ReadonlySet<EntityId>
  /** Reports whose names now mean another party, or one that is called otherwise. */
  readonly reports: ReadonlySet<ReportId>
  /** Parties that are called in one way more or fewer. */
  readonly called: ReadonlySet<EntityId>
}

/**
 * The names of all reports, joined into parties, kept so that one more report or one more word of a person is worked out for the names it touches and no others.
 *
 *   1 a name is compared with those it shares a key with (`name-blocks`)
 *   2 names that could come to be one are a cluster (`name-clusters`)
 *   3 each cluster is joined by itself (`join-parties`)
 *
 * What comes out depends on the reports and decisions, not on their order.
 */
export class NameIndex {
  readonly #names = new Map<string, KnownName>()
  readonly #byForm = new SetsByKey<string, string>()
  readonly #byName = new SetsByKey<string, string>()
  readonly #blocks: NameBlocks
  readonly #edges = new Map<string, Map<string, PartyEdge>>()
  readonly #clusters = new NameClusters()
  readonly #partyOf = new Map<string, JoinedParty>()
  readonly #firstKey = new Map<EntityId, string>()
  readonly #because = new Map<EntityId, readonly string[]>()
  readonly #contradicted = new Map<string, readonly Orphan[]>()
  #decisions: readonly Decision[] = []
  #watched: ReadonlySet<string> = new Set()
  #links: readonly PartyLink[] = []
  #linksAt: ReadonlyMap<string, readonly PartyLink[]> = new Map()
  #orphans: readonly Orphan[] = []

  // What was touched since the last time it was settled.
  readonly #said = new Set<string>()
  readonly #called = new Set<string>()
  readonly #used = new Set<string>()
  readonly #met = new Set<string>()
  #mustLink = false

  constructor(private readonly words: NameWords) {
    this.#blocks = new NameBlocks(words)
  }

  /** Takes in the parties of a report, in the place of those it had before. */
  put(uses: readonly PartyUse[], before: readonly PartyUse[] = []): void {
    this.#forget(before)
    for (const use of uses) {
      const key = partyKey(use.party.kind, use.party.name)
      const name = this.#names.get(key) ?? new KnownName(key, use.party.kind)
      this.#names.set(key, name)
      this.#used.add(key)
      this.#around(name, () => name.add(use))
    }
    this.#meet(uses)
  }

  #forget(uses: readonly PartyUse[]): void {
    for (const use of uses) {
      const key = partyKey(use.party.kind, use.party.name)
      const name = this.#names.get(key)
      if (name === undefined) continue
      this.#used.add(key)
      this.#around(name, () => name.remove(use))
    }
    this.#meet(uses)
  }

  /** Looks up by which words a name is called before and after a change, and notes it where it is called otherwise. */
  #around(name: KnownName, change: () => boolean): void {
    const [calledBefore, formsBefore] = [name.name, name.writtenForms]
    if (!change()) return
    this.#said.add(name.key)
    const forms = name.writtenForms
    if (name.name === calledBefore && forms.join('\n') === formsBefore.join('\n')) return
    this.#called.add(name.key)
    this.#call(name.key, name.kind, calledBefore, formsBefore, 'delete')
    this.#call(name.key, name.kind, name.name, forms, 'add')
  }

  #call(key: string, kind: MentionKind, name: string, forms: readonly string[], act: 'add' | 'delete'): void {
    const marks = [...new Set(forms.map((form) => partyKey(kind, form)))]
    for (const form of marks) this.#byForm[act](form, key)
    if (name !== '') this.#byName[act](folded(name), key)
    if ([key, ...marks, folded(name)].some((mark) => this.#watched.has(mark))) this.#mustLink = true
  }

  /** Two names that one report uses may no longer be one: noted where it is the first report to do so, or may have been the last. */
  #meet(uses: readonly PartyUse[]): void {
    const keys = new Set(uses.map(({ party }) => partyKey(party.kind, party.name)))
    for (const key of keys) for (const other of this.#edges.get(key)?.keys() ?? []) if (keys.has(other)) this.#met.add(key)
  }

  /** The decisions that stand, in the place of those that stood. */
  decide(decisions: readonly Decision[]): void {
    this.#decisions = decisionsOf(decisions, 'same', 'not-same', 'unsure')
    const anchors = this.#decisions.flatMap(({ act }) => ('a' in act && 'b' in act ? [act.a as PartyAnchor, act.b as PartyAnchor] : []))
    this.#watched = new Set(anchors.flatMap(({ name, kind }) => [partyKey(kind, name), folded(name)]))
    this.#mustLink = true
  }

  /** Works out what was touched. */
  settle(): PartyChange {
    const touched = new Set(this.#met)
    for (const key of this.#said) touched.add(key)
    const compared = this.#blocks.settle([...this.#said].map((key) => [key, this.#living(key)] as const))
    for (const [key, { others, asBefore }] of compared) this.#compare(key, others, asBefore, touched)
    if (this.#mustLink) this.#link(touched)
    for (const key of this.#said) if (this.#living(key) === undefined) this.#drop(key)
    const clusters = this.#clusters.settle(touched, {
      isName: (key) => this.#names.has(key),
      edges: (key) => this.#edges.get(key)?.values() ?? [],
      same: (key) => (this.#linksAt.get(key) ?? []).flatMap(({ a, b, says }) => (says === 'same' ? [a === key ? b : a] : [])),
    })
    const change = this.#rejoined(clusters.gone, clusters.changed)
    this.#said.clear()
    this.#called.clear()
    this.#used.clear()
    this.#met.clear()
    this.#mustLink = false
    return change
  }

  #living(key: string): KnownName | undefined {
    const name = this.#names.get(key)
    return name?.isUsed === true ? name : undefined
  }

  #drop(key: string): void {
    this.#names.delete(key)
    for (const other of this.#edges.get(key)?.keys() ?? []) this.#edges.get(other)?.delete(key)
    this.#edges.delete(key)
  }

  /** Judges a name beside those it shares a key with, and lets go of those it no longer shares one with. */
  #compare(key: string, others: ReadonlySet<string>, asBefore: boolean, touched: Set<string>): void {
    const own = this.#edges.get(key) ?? new Map<string, PartyEdge>()
    for (const other of own.keys()) if (!others.has(other)) this.#setEdge(key, other, null, touched)
    if (asBefore) return
    for (const other of others) {
      if (this.#said.has(other) && other < key) continue // it was judged from the other side
      // What reports say of two names makes a judgement surer; it makes none where the names themselves say nothing.
      const mayDiffer = own.has(other) ? this.#said.has(key) || this.#said.has(other) : this.#isNewPair(key, other)
      if (mayDiffer) this.#setEdge(key, other, this.#judged(key, other), touched)
    }
  }

  #isNewPair(key: string, other: string): boolean {
    return this.#called.has(key) || this.#called.has(other) || !this.#said.has(key)
  }

  #judged(key: string, other: string): PartyEdge | null {
    const [a, b] = (key < other ? [key, other] : [other, key]) as [string, string]
    const [x, y] = [this.#living(a), this.#living(b)]
    const judgement = x === undefined || y === undefined ? null : judgeParties(x, y, this.words)
    return judgement === null ? null : { ...judgement, a, b }
  }

  #setEdge(key: string, other: string, edge: PartyEdge | null, touched: Set<string>): void {
    if (edge === null && !this.#edges.get(key)?.has(other)) return
    for (const [from, to] of [
      [key, other],
      [other, key],
    ] as const) {
      touched.add(from)
      const edges = this.#edges.get(from) ?? new Map<string, PartyEdge>()
      this.#edges.set(from, edges)
      if (edge === null) edges.delete(to)
      else edges.set(to, edge)
    }
  }

  #link(touched: Set<string>): void {
    const { links, orphans } = partyDecisions(this.#decisions, (anchor) => this.#find(anchor))
    const text = (link: PartyLink) => JSON.stringify(link)
    const [before, after] = [new Map(this.#links.map((link) => [text(link), link])), new Map(links.map((link) => [text(link), link]))]
    for (const [at, { a, b }] of [...before, ...after]) if (!before.has(at) || !after.has(at)) touched.add(a).add(b)
    const at = new Map<string, PartyLink[]>()
    for (const link of links) for (const key of new Set([link.a, link.b])) at.set(key, [...(at.get(key) ?? []), link])
    this.#links = links
    this.#linksAt = at
    this.#orphans = orphans
  }

  /** The name of the record a decision points to: the fullest name first, then a written form only one name has. */
  #find({ name, kind }: PartyAnchor): string | null {
    const key = partyKey(kind, name)
    if (this.#living(key) !== undefined) return key
    const only = (found: ReadonlySet<string>) => (found.size === 1 ? ([...found][0] ?? null) : null)
    // A better reader may give the party another kind: the name alone then finds it, where only one party bears it.
    return only(this.#byForm.get(key)) ?? only(this.#byName.get(folded(name)))
  }

  /** Joins the clusters that changed, and tells what came of it. */
  #rejoined(gone: readonly string[], changed: ReadonlyMap<string, readonly string[]>): PartyChange {
    const entities = new Set<EntityId>()
    const reports = new Set<ReportId>()
    const called = new Set<EntityId>()
    const take = (key: string, party: JoinedParty | undefined) => {
      const before = this.#partyOf.get(key)
      if (before === party) return
      if (before !== undefined) entities.add(before.id)
      if (party === undefined) this.#partyOf.delete(key)
      else this.#partyOf.set(key, party)
      const isCalledTheSame = before?.id === party?.id && before?.kind === party?.kind && before?.name === party?.name
      if (!isCalledTheSame) for (const report of this.#names.get(key)?.reports ?? []) reports.add(report)
    }
    for (const first of gone) this.#contradicted.delete(first)
    for (const key of this.#said) if (!this.#names.has(key)) take(key, undefined)
    for (const [first, keys] of changed) {
      const joined = this.#joined(keys)
      if (joined.contradicted.length > 0) this.#contradicted.set(first, joined.contradicted)
      for (const group of joined.groups) {
        const party = this.#party(group)
        for (const key of group) take(key, party)
        this.#because.set(party.id, joined.because.get(group[0] ?? '') ?? [])
        entities.add(party.id)
        called.add(party.id)
      }
    }
    for (const key of this.#used) {
      const before = this.#partyOf.get(key)
      if (before === undefined) continue
      entities.add(before.id)
      if (this.#called.has(key)) called.add(before.id)
      const party = this.#party(before.keys)
      if (party !== before) for (const one of party.keys) take(one, party)
    }
    for (const id of entities) if (this.party(id) === undefined) this.#forgetParty(id)
    return { entities, reports, called }
  }

  #forgetParty(id: EntityId): void {
    this.#because.delete(id)
    this.#firstKey.delete(id)
  }

  #joined(keys: readonly string[]): {
    readonly groups: readonly (readonly string[])[]
    readonly because: ReadonlyMap<string, readonly string[]>
    readonly contradicted: readonly Orphan[]
  } {
    if (keys.length === 1) return { groups: [keys], because: new Map(), contradicted: [] }
    const inside = new Set(keys)
    const names = keys.flatMap((key) => this.#names.get(key) ?? [])
    const edges = new Set<PartyEdge>()
    // A short name's other meanings, though they lie outside, keep it from being clear.
    for (const key of keys)
      for (const edge of this.#edges.get(key)?.values() ?? [])
        if ((inside.has(edge.a) && inside.has(edge.b)) || (edge.verdict === 'short' && inside.has(shorterOf(edge)))) edges.add(edge)
    const links = new Set(keys.flatMap((key) => this.#linksAt.get(key) ?? []).filter(({ a, b }) => inside.has(a) && inside.has(b)))
    const { groups, because, contradicted } = joinParties(
      names,
      [...edges],
      [...links].sort((a, b) => a.line - b.line),
    )
    return {
      groups,
      because,
      contradicted: contradicted.map(({ line, message }) => ({ line, act: 'same', message })),
    }
  }

  /** The party of some names: the same object as before where nothing about it is another. */
  #party(keys: readonly string[]): JoinedParty {
    const names = keys.flatMap((key) => this.#names.get(key) ?? [])
    const party = {
      id: `en:${digestOf('entity', keys[0] ?? '')}` as const,
      kind: mostUsedKind(names),
      name: shownName(names, this.words),
      keys,
    }
    const before = this.#partyOf.get(keys[0] ?? '')
    const isSame =
      before?.id === party.id && before.kind === party.kind && before.name === party.name && before.keys.join('\n') === keys.join('\n')
    if (isSame) return before
    this.#firstKey.set(party.id, keys[0] ?? '')
    return party
  }

  /** The party with this id, while there is one. */
  party(id: EntityId): JoinedParty | undefined {
    const party = this.#partyOf.get(this.#firstKey.get(id) ?? '')
    return party?.id === id ? party : undefined
  }

  /** The party a name of this kind, in its fullest form, means. */
  partyOf(kind: MentionKind, name: string): JoinedParty | undefined {
    return this.#partyOf.get(partyKey(kind, name))
  }

  /** Every written form of a party, in order. */
  formsOf({ keys }: JoinedParty): readonly string[] {
    return [...new Set(keys.flatMap((key) => this.#names.get(key)?.writtenForms ?? []))].sort()
  }

  /** The reports that name a party. */
  *reportsOf({ keys }: JoinedParty): Generator<ReportId> {
    for (const key of keys) yield* this.#names.get(key)?.reports ?? []
  }

  /** Whether a party is called so, in this or another writing. */
  isCalled(name: string): boolean {
    const wanted = folded(name)
    return this.#byName.get(wanted).size > 0 || partyKinds.some((kind) => this.#byForm.get(`${kind} ${wanted}`).size > 0)
  }

  /** A party as the record shows it. */
  entity(id: EntityId): Entity | undefined {
    const party = this.party(id)
    if (party === undefined) return undefined
    return entityFrom(
      party,
      party.keys.flatMap((key) => this.#names.get(key) ?? []),
      this.#because.get(id) ?? [],
    )
  }

  /** All parties of the record, by their ids. */
  *ids(): Generator<EntityId> {
    for (const [key, { id, keys }] of this.#partyOf) if (keys[0] === key) yield id
  }

  /** Decisions that found no footing, or that others contradict. */
  orphans(): readonly Orphan[] {
    return [...this.#orphans, ...[...this.#contradicted.values()].flat()]
  }

  /** Pairs of parties a person is asked about, most alike first. */
  possible(): readonly PossibleMatch[] {
    const best = new Map<string, { readonly match: PossibleMatch; readonly edge: string }>()
    const decided = new Set(this.#links.map(({ a, b }) => [a, b].sort().join('\n')))
    const offer = ({ a, b, score, because }: Pick<PartyEdge, 'a' | 'b' | 'score' | 'because'>) => {
      const [x, y] = [this.#partyOf.get(a)?.id, this.#partyOf.get(b)?.id].sort()
      if (x === undefined || y === undefined || x === y) return
      const [pair, edge] = [`${x} ${y}`, `${a}\n${b}`]
      const known = best.get(pair)
      if (known === undefined || known.match.score < score || (known.match.score === score && edge < known.edge))
        best.set(pair, { match: { a: x, b: y, score, because }, edge })
    }
    for (const [key, edges] of this.#edges)
      for (const edge of edges.values()) if (edge.a === key && !decided.has(`${edge.a}\n${edge.b}`)) offer(edge)
    for (const { a, b, says, line } of this.#links)
      if (says === 'unsure') offer({ a, b, score: unsureScore, because: [`a person could not tell, on line ${line}`] })
    return [...best.values()].map(({ match }) => match).sort((p, q) => q.score - p.score || (p.a + p.b < q.a + q.b ? -1 : 1))
  }
}

/** Where a pair that a person could not tell stands among those that nobody was asked about. */
const unsureScore = 0.5
