import type { ReportId } from '../model/ids.js'
import type { Statement } from '../model/report.js'
import { folded } from './name-token.js'
import type { PartyUse } from './party-names.js'
import { type ReportParties, tidy } from './report-parties.js'

/** What a report contributes to the names of the record: each of its parties, with what it says of it. */
export function partyUses(report: ReportId, statements: readonly Statement[], parties: ReportParties): readonly PartyUse[] {
  const context = contexts(statements, parties)
  return parties.parties.map((party, index) => ({ report, party, context: context[index] ?? [] }))
}

/** Words that a report says of each of its parties: what it does or suffers in statements, its offices and their bodies. */
function contexts(statements: readonly Statement[], { byName }: ReportParties): readonly (readonly string[])[] {
  const found: string[][] = []
  const say = (name: string, words: readonly string[]) => {
    const index = byName.get(folded(tidy(name)))
    if (index !== undefined) found[index] = [...(found[index] ?? []), ...words]
  }
  for (const statement of statements) {
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
