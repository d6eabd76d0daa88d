import type { Place } from '../model/packs.js'
import type { EventCondition, ProcedurePack } from '../model/procedure-pack.js'
import type { Reconciled } from '../model/record.js'
import { localDay } from './counting/clock-time.js'
import { mainPerson } from './custody.js'
import { type Evidence, evidenceFor, type Ground, type Person, whereIs } from './evidence.js'
import { groundOf } from './sight.js'
import { eventName, momentsInWords } from './wording.js'
import { standsIn, wordsOf } from './words-of.js'

/** A pack that may apply, and why. */
export interface Proposal {
  readonly pack: ProcedurePack
  readonly because: string
}

/** The packs that may apply to a record, by its states, courts and dates, each with the reason. A person may choose otherwise. */
export function proposePacks(packs: readonly ProcedurePack[], record: Reconciled, places: readonly Place[] = []): readonly Proposal[] {
  const spoken = wordsSpoken(record)
  return packs.flatMap((pack) => {
    const because = reasonFor(pack, record, places, spoken)
    return because === null ? [] : [{ pack, because }]
  })
}

function reasonFor(pack: ProcedurePack, record: Reconciled, places: readonly Place[], spoken: readonly string[]): string | null {
  const { events, names, without } = pack.proposedWhen
  if (firstSpoken(without, spoken) !== null) return null
  const words = names.map((group) => firstSpoken(group, spoken))
  if (words.includes(null)) return null
  const ground = groundOf(pack, record, places)
  const person = mainPerson(ground)
  const found = events.map((alternatives) => evidenceHere(alternatives, pack, ground, person))
  if (found.includes(null)) return null
  const told = found.flatMap((evidence) => (evidence === null ? [] : [inWords(evidence)]))
  return [...told, ...words.map((word) => `the record speaks of “${word}”`)].join('; ')
}

/** The first event of the person the record is about that fulfils one of the conditions within the pack's days. What must be here is known to be here, not only not abroad. */
function evidenceHere(
  alternatives: readonly EventCondition[],
  { proposedWhen }: ProcedurePack,
  ground: Ground,
  person: Person,
): Evidence | null {
  const { from = '', to = '9999' } = proposedWhen
  const fits = (condition: EventCondition, { event, says, moments, places }: Evidence) =>
    says.length > 0 &&
    (condition.place !== 'here' || whereIs(event, places, ground) === 'here') &&
    moments.every(
      ({ first, last }) => (last === null || localDay(last, ground.zone) >= from) && (first === null || localDay(first, ground.zone) <= to),
    )
  for (const condition of alternatives) {
    const found = evidenceFor(condition, ground, person).find((evidence) => fits(condition, evidence))
    if (found !== undefined) return found
  }
  return null
}

function inWords(evidence: Evidence): string {
  const [who] = evidence.event.patient.values
  const place = evidence.places.find((name) => /^\p{Lu}/u.test(name))
  const where = place === undefined ? '' : ` in ${place}`
  return `${eventName(evidence)} of ${who?.value ?? 'a person'}${where} ${momentsInWords(evidence.moments)}`
}

/** Everything the record says in words: names, titles and quotes. */
function wordsSpoken(record: Reconciled): readonly string[] {
  return [
    ...record.entities.flatMap(({ names }) => names.map(({ value }) => wordsOf(value))),
    ...record.reports.map(({ title }) => wordsOf(title ?? '')),
    ...record.statements.filter(({ state }) => state !== 'rejected').map(({ quote }) => wordsOf(quote.exact)),
  ]
}

function firstSpoken(names: readonly string[], spoken: readonly string[]): string | null {
  return names.find((name) => spoken.some((text) => standsIn(wordsOf(name), text))) ?? null
}
