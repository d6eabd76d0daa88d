import type { StatementType } from '../../model/report.js'
import { clauseMapOf, tenseOf } from '../times/clause-map.js'
import type { Draft } from './draft.js'
import { type Story, storyTimeOf } from './story-time.js'
import { type Around, type TimeOfClaim, timeAt } from './time-of-clause.js'

/** Standing facts: a date beside a name or a title is another happening's. */
const timeless: ReadonlySet<StatementType> = new Set(['role', 'alias'])

/** When a claim's happening was: as its own words tell, else as the report's order makes sure. `own` says that the outlet tells it in its own voice. */
export function timeOfClaim(draft: Draft, around: Around, own: boolean, story: Story): TimeOfClaim {
  if (timeless.has(draft.type)) return { value: null, why: [], counted: null }
  const told = withoutImpossible(timeAt(draft, around), draft, story)
  const implied = told.value === null && told.counted === null && told.impossible !== true ? storyTimeOf(draft, own, story) : null
  if (implied === null) return told
  const text = around.text.slice(implied.reading.start, implied.reading.end)
  return { value: { edtf: implied.edtf, text }, why: [`time: “${text}” (${implied.why})`], counted: null }
}

/** What is done by asking for something: it was done when it was asked for. */
const asking: ReadonlySet<StatementType> = new Set(['alert', 'warrant-request', 'demand', 'inquiry', 'complaint', 'appeal', 'referral'])

/** What has happened lies not ahead of publication, and what is planned or asked for not behind it: a time that says so was told of something else, and the claim's own is left open. */
function withoutImpossible(told: TimeOfClaim, draft: Draft, { published, words }: Story): TimeOfClaim & { readonly impossible?: true } {
  if (told.value === null || published === null) return told
  const { edtf, text } = told.value
  const { sentence, token, factuality } = draft
  const tense = tenseOf(sentence, clauseMapOf(sentence, words), token)
  const open = (why: string) => ({ value: null, why: [`time: “${text}” ${why}`], counted: null, impossible: true as const })
  if (factuality.modality === 'actual' && (tense === 'past' || tense === 'earlier') && beginsAfter(edtf, published))
    return open('lies after publication, and what has happened does not')
  if (
    (factuality.modality === 'planned' || (factuality.modality === 'demanded' && !asking.has(draft.type))) &&
    endsBefore(edtf, published) &&
    !wasPlanned(draft, words.groups['past-plans'])
  )
    return open('lies before publication, and what is planned or asked for does not')
  return told
}

function beginsAfter(edtf: string, published: string): boolean {
  const day = edtf.split('/')[0]?.match(/^\d{4}(?:-\d{2}){0,2}/)?.[0]
  return day !== undefined && day > published.slice(0, day.length)
}

function endsBefore(edtf: string, published: string): boolean {
  const day = edtf
    .split('/')
    .at(-1)
    ?.match(/^\d{4}(?:-\d{2}){0,2}/)?.[0]
  return day !== undefined && day < published.slice(0, day.length)
}

/** Words back from a verb to what planned it: "was on Monday due to be brought". */
const plannedReach = 8

/** "was due to appear on Monday", read on Wednesday: then it was a plan. */
function wasPlanned({ sentence: { tokens }, token }: Draft, plans: readonly string[] | undefined): boolean {
  return tokens.slice(Math.max(0, token - plannedReach), token).some(({ lower }) => plans?.includes(lower))
}
