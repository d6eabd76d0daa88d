import type { Statement } from '../../model/report.js'
import type { Draft } from './draft.js'

type Told = Omit<Statement, 'id'> & { readonly kind: Draft['kind'] }

/** Types that tell a standing fact: told once in one voice, it need not be told again. */
const standing: ReadonlySet<string> = new Set(['role', 'alias', 'control'])

/**
 * The claims without those that only name again what is told: the same claim on overlapping words, a standing fact told before,
 * a bare noun ("the arrest") whose happening another claim states. Each is laid beside its likes only, so the work grows with the text and no faster.
 */
export function withoutRepeats<T extends Told>(told: readonly T[]): readonly T[] {
  const kept = withoutEqual(told)
  const places = new Map(kept.map((claim, place) => [claim, place]))
  const byName = new Map<string, T[]>()
  for (const claim of kept) {
    for (const key of keysOf(claim)) {
      const likes = byName.get(key)
      if (likes === undefined) byName.set(key, [claim])
      else likes.push(claim)
    }
  }
  const isTold = (noun: T) => (byName.get(rarestKey(noun, byName)) ?? []).some((other) => saysMore(other, noun, places))
  return kept.filter((claim) => claim.kind !== 'noun' || !isTold(claim))
}

function withoutEqual<T extends Told>(told: readonly T[]): readonly T[] {
  const recent = new Map<string, T[]>()
  const facts = new Set<string>()
  return told.filter((claim) => {
    const likes = recent.get(claim.type) ?? []
    const fact = standing.has(claim.type) ? factOf(claim) : null
    if ((fact !== null && facts.has(fact)) || likes.some((other) => isSameOnWords(claim, other))) return false
    if (fact !== null) facts.add(fact)
    recent.set(claim.type, [...likes, claim].slice(-nearClaims))
    return true
  })
}

/** Claims come in order of their words: only the last few of a type can overlap a new one. */
const nearClaims = 8

function factOf({ type, agent, polarity, sources, detail }: Told): string {
  return [type, polarity, agent.join('+'), sources.join('<'), String(detail.title ?? detail.name ?? '').toLowerCase()].join('|')
}

function isSameOnWords(claim: Told, other: Told): boolean {
  const overlaps = claim.quote.start < other.quote.end && other.quote.start < claim.quote.end
  return overlaps && claim.polarity === other.polarity && claim.detail.kind === other.detail.kind && isWithin(claim, other)
}

/** Under what a claim is found: its type with each of its names, and its type alone. */
function keysOf({ type, agent, patient, recipient }: Told): readonly string[] {
  return [type, ...[...agent, ...patient, ...recipient].map((name) => `${type}|${name}`)]
}

/** The key of a claim under which the fewest stand: whatever says more than it stands there too. */
function rarestKey<T extends Told>(claim: T, byName: ReadonlyMap<string, readonly T[]>): string {
  return keysOf(claim).reduce((best, key) => ((byName.get(key)?.length ?? 0) < (byName.get(best)?.length ?? 0) ? key : best))
}

/** Whether a claim tells all that a bare noun tells. Of two nouns that tell the same, the first stays. */
function saysMore<T extends Told>(other: T, noun: T, places: ReadonlyMap<T, number>): boolean {
  if (
    other === noun ||
    noun.time !== null ||
    other.polarity !== noun.polarity ||
    other.modality !== noun.modality ||
    !isWithin(noun, other)
  )
    return false
  const equal = other.kind === 'noun' && other.time === null && isWithin(other, noun)
  return !equal || (places.get(other) ?? 0) < (places.get(noun) ?? 0)
}

function isWithin(a: Told, b: Told): boolean {
  return (
    a.agent.every((name) => b.agent.includes(name)) &&
    a.patient.every((name) => b.patient.includes(name)) &&
    a.recipient.every((name) => b.recipient.includes(name))
  )
}
