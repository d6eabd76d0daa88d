import type { EntityId, StatementId } from '../model/ids.js'
import type { Attribute, AttributeValue } from '../model/record.js'
import { independentOrigins } from './origins.js'
import type { Told } from './told.js'

/** One value that one statement gives an attribute. */
export interface Stated {
  /** Equal keys are one value. */
  readonly key: string
  readonly value: string
  readonly entity: EntityId | null
  readonly by: Told
}

/** What can be true together. */
export interface ValueRules {
  /** Whether `a` says the same as `b`, more widely: Italy and Turin, January and the 19th. */
  isWider(a: Stated, b: Stated): boolean
  /** Whether the two cannot both be true. Asked only of values neither of which is wider than the other. */
  areRivals(a: Stated, b: Stated): boolean
  /** Whether one voice that says both contradicts itself: only "it happened" and "it did not" are never two parts of one thing. */
  readonly oneVoiceMayDiffer?: true
}

const unknownAttribute: Attribute = { status: 'unknown', values: [] }

/** Independent origins that make a value agreed. */
const originsToAgree = 2

/** An attribute with every value, what each rests on, and whether they agree. */
export function attributeOf(stated: readonly Stated[], rules: ValueRules): Attribute {
  if (stated.length === 0) return unknownAttribute
  const groups = narrowed(grouped(stated), rules)
  const replaced = new Map(groups.map((group) => [group, laterWords(group, groups, rules)]))
  const values = groups
    .map((group) => valueFrom(group, replaced.get(group) ?? []))
    .sort((a, b) => b.origins.length - a.origins.length || b.statements.length - a.statements.length || (a.value < b.value ? -1 : 1))
  const standing = groups.filter((group) => replaced.get(group)?.length === 0)
  if (standing.some((a, index) => standing.slice(index + 1).some((b) => rival(a, b, rules)))) return { status: 'disputed', values }
  return { status: values.some((value) => leastOrigins(value) >= originsToAgree) ? 'agreed' : 'single', values }
}

function leastOrigins({ origins, originsAtLeast }: AttributeValue): number {
  return originsAtLeast ?? origins.length
}

/** The later statements by which whoever gave a value gave a rival of it; none where anybody stands by it. */
function laterWords(group: readonly Stated[], groups: readonly (readonly Stated[])[], rules: ValueRules): readonly StatementId[] {
  const rivals = groups.filter((other) => other !== group && rival(group, other, rules)).flat()
  const later = group.map(({ by }) => rivals.filter((other) => isLaterWordOf(other.by, by)).map((other) => other.by.id))
  return later.every((ids) => ids.length > 0) ? [...new Set(later.flat())].sort() : []
}

/** An outlet's later report in its own voice corrects its earlier one, and what others have from that. A witness who says another thing later does not: that is for a person to see. */
function isLaterWordOf(later: Told, earlier: Told): boolean {
  const [a, b] = [later.roots[0], earlier.roots[0]]
  return (
    later.statement.sources.length === 0 &&
    later.roots.length === 1 &&
    earlier.roots.length === 1 &&
    a?.key === b?.key &&
    later.published !== null &&
    earlier.published !== null &&
    later.published.slice(0, 10) > earlier.published.slice(0, 10)
  )
}

function grouped(stated: readonly Stated[]): readonly (readonly Stated[])[] {
  const byKey = new Map<string, Stated[]>()
  for (const one of stated) {
    const group = byKey.get(one.key)
    if (group === undefined) byKey.set(one.key, [one])
    else group.push(one)
  }
  return [...byKey.values()]
}

/** The groups with every wider value folded into the narrower one that it agrees with. Where it agrees with two that disagree it stays by itself: Italy decides nothing between Turin and Rome. */
function narrowed(groups: readonly (readonly Stated[])[], rules: ValueRules): readonly (readonly Stated[])[] {
  const kept = new Map(groups.map((group, index) => [index, [...group]]))
  const first = (index: number) => groups[index]?.[0] as Stated
  for (const index of groups.keys()) {
    const narrower = [...groups.keys()].filter(
      (other) =>
        other !== index && rules.isWider(first(index), first(other)) && !(rules.isWider(first(other), first(index)) && other > index),
    )
    if (narrower.length === 0 || narrower.some((a) => narrower.some((b) => a < b && rival(groups[a] ?? [], groups[b] ?? [], rules))))
      continue
    const narrowest = narrower.find((a) => narrower.every((b) => a === b || rules.isWider(first(b), first(a)))) ?? narrower[0]
    const into = narrowest === undefined ? undefined : kept.get(narrowest)
    const own = kept.get(index)
    if (into === undefined || own === undefined) continue
    into.push(...own)
    kept.delete(index)
  }
  return [...kept.values()]
}

function rival(a: readonly Stated[], b: readonly Stated[], rules: ValueRules): boolean {
  const [x, y] = [a[0], b[0]]
  if (x === undefined || y === undefined) return false
  const voices = new Set(a.map(voiceOf))
  if (!rules.oneVoiceMayDiffer && b.some((one) => voices.has(voiceOf(one)))) return false
  return !rules.isWider(x, y) && !rules.isWider(y, x) && rules.areRivals(x, y)
}

/** Who says it where. One voice of one story does not contradict itself: what it says twice are two parts of one thing (left Turin, landed in Tripoli). */
function voiceOf({ by }: Stated): string {
  return `${by.story} ${by.roots.map(({ key }) => key).join()}`
}

function valueFrom(group: readonly Stated[], replacedBy: readonly StatementId[]): AttributeValue {
  const first = group[0] as Stated
  const statements = [...new Map(group.map(({ by }) => [by.id, by])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const { labels, atLeast } = independentOrigins(statements.map(({ roots }) => roots))
  return {
    value: first.value,
    ...(first.entity === null ? {} : { entity: first.entity }),
    statements: statements.map(({ id }) => id),
    origins: labels,
    ...(atLeast < labels.length ? { originsAtLeast: atLeast } : {}),
    ...(statements.every(({ statement }) => statement.certainty === 'hedged') ? { hedged: true as const } : {}),
    ...(replacedBy.length === 0 ? {} : { replacedBy }),
  }
}
