import type { EntityId } from '../model/ids.js'
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
  const values = groups
    .map(valueFrom)
    .sort((a, b) => b.origins.length - a.origins.length || b.statements.length - a.statements.length || (a.value < b.value ? -1 : 1))
  if (groups.some((a, index) => groups.slice(index + 1).some((b) => rival(a, b, rules)))) return { status: 'disputed', values }
  return { status: values.some(({ origins }) => origins.length >= originsToAgree) ? 'agreed' : 'single', values }
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

function valueFrom(group: readonly Stated[]): AttributeValue {
  const first = group[0] as Stated
  const statements = [...new Map(group.map(({ by }) => [by.id, by])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    value: first.value,
    ...(first.entity === null ? {} : { entity: first.entity }),
    statements: statements.map(({ id }) => id),
    origins: independentOrigins(statements.map(({ roots }) => roots)),
    ...(statements.every(({ statement }) => statement.certainty === 'hedged') ? { hedged: true as const } : {}),
  }
}
