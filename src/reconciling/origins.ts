import type { ReportId } from '../model/ids.js'
import type { Entity } from '../model/record.js'
import type { ReportHead, Statement } from '../model/report.js'
import { folded } from './name-token.js'
import { neighbourhoods } from './neighbourhoods.js'
import type { OriginDecisions } from './origin-decisions.js'
import type { OutletNames } from './outlet-names.js'

/** A root that a statement may rest on. Equal keys are one source; the label is how it is shown. */
export interface Root {
  readonly key: string
  readonly label: string
  /** Who wrote it, where a report speaks for itself: one author in two outlets is one origin. */
  readonly author?: string
}

/** What a report says of who speaks in it. */
export type OriginHead = Pick<ReportHead, 'outlet' | 'author' | 'url'>

/** What origins need to know of the record. */
export interface OriginGround {
  readonly outlets: OutletNames
  head(report: ReportId): OriginHead | undefined
  credits(report: ReportId): readonly string[]
  original(report: ReportId): ReportId | undefined
  /** The party a name in a report means, whatever its spelling, with all its names. */
  party(report: ReportId, name: string): Pick<Entity, 'id' | 'kind' | 'name' | 'names'> | null
  /** The outlet whose reports are in the record that goes by this name, as its reports bear it; or null. */
  outletCalled(name: string): string | null
  /** What people said of who rests on whom. */
  readonly decided: OriginDecisions
}

/** Outlets are known by their name without its article. */
export function outletKey(name: string): string {
  return folded(name).replace(/^the /, '')
}

/** Whether two lists of roots are the same to who counts and shows them. */
export function sameRoots(a: readonly Root[], b: readonly Root[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ key, label, author }, index) => key === b[index]?.key && label === b[index]?.label && author === b[index]?.author)
  )
}

const unnamedKey = 'unnamed '

/** Whether a root is a source that is only described. */
export function isUnnamed({ key }: Root): boolean {
  return key.startsWith(unnamedKey)
}

/** Small words that make no difference between two descriptions of an unnamed source. */
const fillers = /^(?:a|an|the|one|of|in|at|from|with|to|who|that|which|s)$/

/**
 * The roots a statement rests on: its last source; or, in the outlet's own voice, the outlet; or the original's outlet where the report is a copy; or the agencies its credit lines name. Several only where a
 * credit names several and nobody can say which.
 */
export function rootsOf(report: ReportId, { sources }: Pick<Statement, 'sources'>, ground: OriginGround): readonly Root[] {
  const last = sources.at(-1)
  return last === undefined ? ownVoice(report, ground) : [namedRoot(report, last, ground)]
}

/** `through` holds the reports one came by, so that decisions which lead in a circle end. */
function ownVoice(report: ReportId, ground: OriginGround, through: readonly ReportId[] = []): readonly Root[] {
  const said = ground.decided.ownVoiceRestsOn(report)
  if (said?.name != null) return [namedRoot(said.report ?? report, said.name, ground)]
  for (const other of [said?.report, ground.original(report)])
    if (other != null && other !== report && !through.includes(other) && ground.original(other) !== report)
      return ownVoice(other, ground, [...through, report])
  const credits = ground.credits(report)
  if (credits.length > 0) return credits.map((name) => namedRoot(report, name, ground))
  return [outletRoot(report, ground)]
}

function outletRoot(report: ReportId, ground: OriginGround): Root {
  const head = ground.head(report)
  const author = head?.author ? ground.party(report, head.author) : null
  // "Our correspondent" is nobody who could be met again.
  const names = head?.outlet ? [head.outlet] : []
  const written =
    author?.kind === 'person' && ground.decided.countedApart({ report, names }) !== 'everywhere' ? { author: author.name } : {}
  if (head?.outlet) return { ...namedRoot(report, head.outlet, ground), ...written }
  const host = head?.url === null || head?.url === undefined ? null : /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(head.url)?.[1]
  return host ? { key: `outlet ${host}`, label: host } : { key: `report ${report}`, label: `an unnamed outlet (${report.slice(7, 15)})` }
}

/** A short form of a party may be an agency's too (AFP is also an army); its full name may not. */
const longerThanAcronyms = 5
function isLong(name: string): boolean {
  return name.length >= longerThanAcronyms
}

/** The root that a name in a report means, as people said where they did. */
function namedRoot(report: ReportId, name: string, ground: OriginGround): Root {
  const party = ground.party(report, name)
  const root = rootCalled(name, party, ground)
  if (ground.decided.areNone) return root
  const source = { report, names: [name, root.label, ...(party?.names.map(({ value }) => value) ?? [])] }
  const together = ground.decided.together(source)
  if (together !== null) return { key: together.key, label: together.label }
  if (ground.decided.countedApart(source) !== 'here') return root
  return { key: `apart ${report} ${root.key}`, label: `${root.label} (${ground.head(report)?.outlet ?? report.slice(7, 15)})` }
}

function rootCalled(name: string, party: ReturnType<OriginGround['party']>, ground: OriginGround): Root {
  // An outlet is one source under every name, whether it speaks for itself ("told the Ledger") or is cited.
  for (const form of [name, ...(party === null ? [] : [party.name]), ...(party?.names.map(({ value }) => value).filter(isLong) ?? [])]) {
    const outlet = ground.outlets.named(form)
    if (outlet !== null) return { key: `outlet ${outletKey(outlet.name)}`, label: outlet.name }
    const own = ground.outletCalled(form)
    if (own !== null) return { key: `outlet ${outletKey(own)}`, label: own }
  }
  if (party !== null) return { key: party.id, label: party.name }
  if (/\p{Lu}/u.test(name.slice(0, 1))) return { key: `outlet ${outletKey(name)}`, label: name }
  // Two unnamed sources described in the same words are counted once: who they are nobody knows, and counting them twice would make a certainty of it.
  const words = outletKey(name)
    .split(' ')
    .filter((word) => !fillers.test(word))
  return { key: `${unnamedKey}${[...words].sort().join(' ')}`, label: name }
}

/** The independent origins behind some statements, each by its label, and how many they are at the least: two unnamed sources are neither the same nor different. */
export interface Origins {
  readonly labels: readonly string[]
  readonly atLeast: number
}

/**
 * Every certain root counts, roots by one author once; statements that may rest on one of several agencies add an origin only where none of these is counted already. Two outlets that both carry
 * ANSA are one voice heard twice.
 */
export function independentOrigins(roots: readonly (readonly Root[])[]): Origins {
  const certain = new Map<string, string>()
  for (const [root, second] of roots) if (root !== undefined && second === undefined) keepFirst(certain, root)
  const open: { keys: Set<string>; labels: Set<string> }[] = []
  for (const some of roots) {
    if (some.length < 2 || some.some(({ key }) => certain.has(key))) continue
    const touching = open.filter(({ keys }) => some.some(({ key }) => keys.has(key)))
    const merged = { keys: new Set(some.map(({ key }) => key)), labels: new Set(some.map(({ label }) => label)) }
    for (const other of touching) {
      for (const key of other.keys) merged.keys.add(key)
      for (const label of other.labels) merged.labels.add(label)
      open.splice(open.indexOf(other), 1)
    }
    open.push(merged)
  }
  const labels = [...byOneAuthor(certain, roots), ...open.map(({ labels: some }) => [...some].sort().join(' or '))].sort()
  const unnamed = [...certain.keys()].filter((key) => key.startsWith(unnamedKey)).length
  return { labels, atLeast: unnamed > 1 ? labels.length - unnamed + 1 : labels.length }
}

/** The labels of certain roots, those of outlets for which one author wrote drawn together. */
function byOneAuthor(certain: ReadonlyMap<string, string>, roots: readonly (readonly Root[])[]): readonly string[] {
  const authors = new Map<string, Set<string>>()
  for (const [root] of roots)
    if (root?.author !== undefined && certain.has(root.key)) authors.set(root.key, (authors.get(root.key) ?? new Set()).add(root.author))
  const together = neighbourhoods([...certain.keys()].sort(), (key) => [
    key,
    ...[...(authors.get(key) ?? [])].map((author) => `by ${author}`),
  ])
  return together.map((keys) => {
    const labels = keys.map((key) => certain.get(key) ?? key).sort()
    const shared = [...new Set(keys.flatMap((key) => [...(authors.get(key) ?? [])]))].filter(
      (author) => keys.filter((key) => authors.get(key)?.has(author)).length > 1,
    )
    return labels.length === 1 ? (labels[0] ?? '') : `${labels.join(' and ')} (${shared.sort().join(', ')})`
  })
}

/** One label a key, the same whatever comes first. */
function keepFirst(labels: Map<string, string>, { key, label }: Root): void {
  const known = labels.get(key)
  if (known === undefined || label < known) labels.set(key, label)
}
