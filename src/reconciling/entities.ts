import type { Decision } from '../model/decision.js'
import { digestOf, type EntityId, type ReportId } from '../model/ids.js'
import type { Entity, Orphan, PossibleMatch } from '../model/record.js'
import type { MentionKind, ReadReport, Statement } from '../model/report.js'
import { type JoinedParties, joinParties, type PartyEdge } from './join-parties.js'
import { judgeParties } from './judge-parties.js'
import { type Memo, remembered } from './memo.js'
import { candidateKeys } from './name-keys.js'
import { folded } from './name-token.js'
import type { NameWords } from './name-words.js'
import { neighbourhoods } from './neighbourhoods.js'
import { type PartyLink, partyDecisions } from './party-decisions.js'
import { type PartyName, type PartyUse, partyKey, partyNames } from './party-names.js'
import { personName } from './person-name.js'
import { type ReportParties, reportParties, tidy } from './report-parties.js'

/** The parties of the record, and which of them a name in a report means. */
export interface RecordParties {
  readonly entities: readonly Entity[]
  readonly possible: readonly PossibleMatch[]
  readonly orphans: readonly Orphan[]
  /** The party a name in a statement of this report means, or null for an unnamed one. */
  entityOf(report: ReportId, name: string): Entity | null
}

/** Joins the parties of all reports. */
export function recordParties(read: readonly ReadReport[], decisions: readonly Decision[], words: NameWords, memo?: Memo): RecordParties {
  const perReport = new Map<ReportId, ReportParties>(
    read.map(
      (report) =>
        [
          report.report.id,
          remembered(
            memo,
            () => digestOf('parties', report.report.id, JSON.stringify([report.mentions, report.statements])),
            () => reportParties(report, words),
          ),
        ] as const,
    ),
  )
  const uses = read.flatMap((report): PartyUse[] => {
    const own = perReport.get(report.report.id)
    if (own === undefined) return []
    const context = contexts(report, own)
    return own.parties.map((party, index) => ({ report: report.report.id, party, context: context[index] ?? [] }))
  })
  const names = partyNames(uses)
  const { links, orphans } = partyDecisions(decisions, names)
  const joined = joinedByNeighbourhood(names, links, words, memo)
  const byKey = new Map(names.map((name) => [name.key, name]))
  const entities = joined.groups.map((group) =>
    entityFrom(
      group.flatMap((key) => byKey.get(key) ?? []),
      joined.because.get(group[0] ?? '') ?? [],
      words,
    ),
  )
  const entityByKey = new Map(joined.groups.flatMap((group, index) => group.map((key) => [key, entities[index]] as const)))
  return {
    entities: [...entities].sort((a, b) => (a.id < b.id ? -1 : 1)),
    possible: possibleMatches(joined.open, entityByKey),
    orphans: [...orphans, ...joined.contradicted.map(({ line, message }) => ({ line, act: 'same', message }))],
    entityOf: onceEach((report, name) => {
      const own = perReport.get(report)
      const index = own?.byName.get(folded(tidy(name)))
      const party = index === undefined ? undefined : own?.parties[index]
      return party === undefined ? null : (entityByKey.get(partyKey(party.kind, party.name)) ?? null)
    }),
  }
}

/** The same look-up, each name of a report looked up once: statements ask for it in every role. */
function onceEach(entityOf: RecordParties['entityOf']): RecordParties['entityOf'] {
  const known = new Map<ReportId, Map<string, Entity | null>>()
  return (report, name) => {
    const own = known.get(report) ?? new Map<string, Entity | null>()
    if (own.size === 0) known.set(report, own)
    const found = own.get(name)
    if (found !== undefined) return found
    const entity = entityOf(report, name)
    own.set(name, entity)
    return entity
  }
}

/** Words that a report says of each of its parties: what it does or suffers in statements, its offices and their bodies. */
function contexts(read: ReadReport, { byName }: ReportParties): readonly (readonly string[])[] {
  const found: string[][] = []
  const say = (name: string, words: readonly string[]) => {
    const index = byName.get(folded(tidy(name)))
    if (index !== undefined) found[index] = [...(found[index] ?? []), ...words]
  }
  for (const statement of read.statements) {
    const { type, agent, patient } = statement
    for (const name of agent)
      say(name, type === 'role' || type === 'control' ? telling([...patient, ...titles(statement)]) : [`${type} by`])
    for (const name of patient) say(name, [`${type} of`])
  }
  return found
}

function titles({ detail }: Statement): readonly string[] {
  return typeof detail.title === 'string' ? [detail.title] : []
}

function telling(phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) => folded(phrase).split(' ')).filter((word) => word.length > 3)
}

/**
 * Judges the names that share a key, and works out each neighbourhood of names that have to do with each other for itself: one more report, or one more decision, changes the
 * neighbourhoods it touches and no other.
 */
function joinedByNeighbourhood(
  names: readonly PartyName[],
  links: readonly PartyLink[],
  words: NameWords,
  memo: Memo | undefined,
): JoinedParties {
  const edges = edgesOf(names, words, memo)
  const keysOf = new Map<string, string[]>()
  const addKey = (name: string, key: string) => keysOf.set(name, [...(keysOf.get(name) ?? []), key])
  for (const { a, b } of [...edges, ...links]) for (const name of [a, b]) addKey(name, `${a}\n${b}`)
  const edgesAt = new Map<string, PartyEdge[]>()
  for (const edge of edges) edgesAt.set(edge.a, [...(edgesAt.get(edge.a) ?? []), edge])
  const linksAt = new Map<string, PartyLink[]>()
  for (const link of links) linksAt.set(link.a, [...(linksAt.get(link.a) ?? []), link])
  const groups: (readonly string[])[] = []
  const because = new Map<string, readonly string[]>()
  const open: PartyEdge[] = []
  const contradicted: { readonly line: number; readonly message: string }[] = []
  for (const near of neighbourhoods(names, ({ key }) => keysOf.get(key) ?? [])) {
    const keys = near.map(({ key }) => key)
    if (near.length === 1) {
      groups.push(keys)
      continue
    }
    const ownEdges = keys.flatMap((key) => edgesAt.get(key) ?? [])
    const ownLinks = keys.flatMap((key) => linksAt.get(key) ?? []).sort((a, b) => a.line - b.line)
    const result = remembered(
      memo,
      () => digestOf('joined', JSON.stringify([near.map(({ key, name, reports }) => [key, name, reports]), ownEdges, ownLinks])),
      () => joinParties(near, ownEdges, ownLinks),
    )
    groups.push(...result.groups)
    for (const [key, reasons] of result.because) because.set(key, reasons)
    open.push(...result.open)
    contradicted.push(...result.contradicted)
  }
  return { groups, because, open, contradicted }
}

/** The pairs of names that share a key, judged. A pair's judgement depends on the two alone, so it is remembered for itself. */
function edgesOf(names: readonly PartyName[], words: NameWords, memo: Memo | undefined): readonly PartyEdge[] {
  const byKey = new Map<string, { readonly index: number; readonly part: boolean }[]>()
  for (const [index, name] of names.entries())
    for (const { key, part } of candidateKeys(name, words)) {
      const block = byKey.get(key)
      if (block === undefined) byKey.set(key, [{ index, part }])
      else block.push({ index, part })
    }
  const contents = names.map((name) =>
    once(() => digestOf(name.key, name.name, JSON.stringify([...name.forms.keys()]), JSON.stringify([...name.context]))),
  )
  const judged = new Map<number, PartyEdge | null>()
  for (const near of byKey.values()) {
    for (const [at, first] of near.entries()) {
      for (const second of near.slice(at + 1)) {
        const pair = first.index * names.length + second.index
        const [a, b] = [names[first.index], names[second.index]]
        if ((first.part && second.part) || a === undefined || b === undefined || judged.has(pair)) continue
        const judgement = remembered(
          memo,
          () => `pair ${contents[first.index]?.()} ${contents[second.index]?.()}`,
          () => judgeParties(a, b, words) ?? 'apart',
        )
        judged.set(pair, judgement === 'apart' ? null : { ...judgement, a: a.key, b: b.key })
      }
    }
  }
  return [...judged.values()].filter((edge): edge is PartyEdge => edge !== null)
}

/** The value, computed when first asked for. */
function once<T>(compute: () => T): () => T {
  let value: { readonly is: T } | undefined
  return () => {
    value ??= { is: compute() }
    return value.is
  }
}

/** The entity of some names: known by the first of them, shown by the fullest that most reports use, with every written form and its reports. */
function entityFrom(names: readonly PartyName[], because: readonly string[], words: NameWords): Entity {
  const forms = new Map<string, Set<ReportId>>()
  for (const name of names)
    for (const [form, reports] of name.forms) for (const report of reports) forms.set(form, (forms.get(form) ?? new Set()).add(report))
  return {
    id: `en:${digestOf('entity', names[0]?.key ?? '')}`,
    kind: mostUsedKind(names),
    name: shownName(names, words),
    names: [...forms.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, reports]) => ({ value, reports: [...reports].sort() })),
    because,
  }
}

function mostUsedKind(names: readonly PartyName[]): MentionKind {
  const uses = new Map<MentionKind, number>()
  for (const { kind, reports } of names) uses.set(kind, (uses.get(kind) ?? 0) + reports.length)
  return [...uses.entries()].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? 'organization'
}

/** The fullest name, titles not counted, that most reports use; an acronym is never fuller than words. */
function shownName(names: readonly PartyName[], words: NameWords): string {
  const parts = ({ kind, name }: PartyName) => (kind === 'person' ? personName(name, words).core.length : name.split(' ').length)
  const full = names.filter((name) => parts(name) > 1)
  const sorted = [...(full.length > 0 ? full : names)].sort(
    (a, b) => b.reports.length - a.reports.length || parts(b) - parts(a) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
  )
  return sorted[0]?.name ?? ''
}

function possibleMatches(open: readonly PartyEdge[], entityByKey: ReadonlyMap<string, Entity | undefined>): readonly PossibleMatch[] {
  const found = new Map<string, PossibleMatch>()
  for (const { a, b, score, because } of open) {
    const ids = [entityByKey.get(a)?.id, entityByKey.get(b)?.id].sort() as [EntityId | undefined, EntityId | undefined]
    const [x, y] = ids
    if (x === undefined || y === undefined || x === y) continue
    const known = found.get(`${x} ${y}`)
    if (known === undefined || known.score < score) found.set(`${x} ${y}`, { a: x, b: y, score, because })
  }
  return [...found.values()].sort((p, q) => q.score - p.score || (p.a + p.b < q.a + q.b ? -1 : 1))
}
