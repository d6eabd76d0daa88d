import type { StatementId } from '../model/ids.js'
import type { Unsettled } from '../model/procedure-pack.js'
import { localDay } from './counting/clock-time.js'
import { momentOf } from './moment.js'
import type { Sight } from './sight.js'
import { standsIn, wordsOf } from './words-of.js'

/** Why it is not known whether the law binds those whom these statements are about, on their day; null where that is settled. */
export function whyUnsettled(told: readonly (readonly StatementId[])[], { pack, ground, zone }: Sight): Unsettled | null {
  if (pack.unsettled.length === 0) return null
  const statements = told.flat().flatMap((id) => ground.facts.statements.get(id) ?? [])
  const found = pack.unsettled.find(({ here, from }) => {
    const phrases = here.map(wordsOf)
    return statements.some(({ agent, patient, recipient, place, time }) => {
      const first = time === null ? null : (momentOf(time.edtf, zone)?.first ?? null)
      const names = [...agent, ...patient, ...recipient, ...place].map(wordsOf)
      return first !== null && localDay(first, zone) >= from && names.some((name) => phrases.some((phrase) => standsIn(phrase, name)))
    })
  })
  return found ?? null
}
