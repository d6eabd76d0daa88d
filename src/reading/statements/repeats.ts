import type { Statement } from '../../model/report.js'
import type { Draft } from './happenings.js'

type Told = Omit<Statement, 'id'> & { readonly kind: Draft['kind'] }

const standing: ReadonlySet<string> = new Set(['role', 'alias', 'control'])

/** The claims without those that only name again what is told: the same claim on overlapping words, a standing fact told before, a bare noun ("the arrest") whose happening a verb states. */
export function withoutRepeats<T extends Told>(told: readonly T[]): readonly T[] {
  const kept: T[] = []
  for (const claim of told) if (!kept.some((other) => repeats(claim, other))) kept.push(claim)
  return kept.filter(
    (claim, index) =>
      claim.kind !== 'noun' ||
      !kept.some(
        (other, place) =>
          other !== claim && presupposes(claim, other) && (other.kind !== 'noun' || !presupposes(other, claim) || place < index),
      ),
  )
}

function repeats(claim: Told, other: Told): boolean {
  if (claim.type !== other.type || claim.polarity !== other.polarity) return false
  const overlaps = claim.quote.start < other.quote.end && other.quote.start < claim.quote.end
  if (overlaps && within(claim.agent, other.agent) && within(claim.patient, other.patient) && within(claim.recipient, other.recipient))
    return true
  return (
    standing.has(claim.type) &&
    same(claim.agent, other.agent) &&
    within(claim.patient, other.patient) &&
    claim.detail.title === other.detail.title &&
    claim.detail.name === other.detail.name
  )
}

/** A noun with no time of its own adds nothing to a claim that tells the same of the same people. */
function presupposes(noun: Told, verb: Told): boolean {
  return (
    noun.type === verb.type &&
    noun.polarity === verb.polarity &&
    noun.modality === verb.modality &&
    noun.time === null &&
    within(noun.patient, verb.patient) &&
    within(noun.agent, verb.agent) &&
    within(noun.recipient, verb.recipient)
  )
}

function within(a: readonly string[], b: readonly string[]): boolean {
  return a.every((name) => b.includes(name))
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return within(a, b) && within(b, a)
}
