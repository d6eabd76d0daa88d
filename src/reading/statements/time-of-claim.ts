import type { StatementType } from '../../model/report.js'
import type { Draft } from './draft.js'
import { type Story, storyTimeOf } from './story-time.js'
import { type Around, type TimeOfClaim, timeAt } from './time-of-clause.js'

/** Standing facts: a date beside a name or a title is another happening's. */
const timeless: ReadonlySet<StatementType> = new Set(['role', 'alias'])

/** When a claim's happening was: as its own words tell, else as the report's order makes sure. `own` says that the outlet tells it in its own voice. */
export function timeOfClaim(draft: Draft, around: Around, own: boolean, story: Story): TimeOfClaim {
  if (timeless.has(draft.type)) return { value: null, why: [], counted: null }
  const told = timeAt(draft, around)
  const implied = told.value === null && told.counted === null ? storyTimeOf(draft, own, story) : null
  if (implied === null) return told
  const text = around.text.slice(implied.reading.start, implied.reading.end)
  return { value: { edtf: implied.edtf, text }, why: [`time: “${text}” (${implied.why})`], counted: null }
}
