import type { Decision } from '../model/decision.js'
import type { StatementId } from '../model/ids.js'
import type { Attribute, Event, Judged, Orphan } from '../model/record.js'
import type { ReadReport } from '../model/report.js'
import { type DecisionOf, decisionsOf } from './decisions-of.js'
import { findStatement } from './find-statement.js'

type AboutDispute = 'explain' | 'settle' | 'leave-open'
const saying = { explain: 'explained', settle: 'settled', 'leave-open': 'left-open' } as const
const parts = ['happened', 'agent', 'patient', 'recipient', 'place', 'time'] as const

/**
 * The events with what people said of their disputes beside them; no value and no status changes by it. The last word on one dispute stands. What points to no statement, no happening or no
 * dispute any more is returned as an orphan.
 */
export function judgedDisputes(
  events: readonly Event[],
  decisions: readonly Decision[],
  reports: readonly ReadReport[],
): { readonly events: readonly Event[]; readonly orphans: readonly Orphan[] } {
  const about = decisionsOf(decisions, 'explain', 'settle', 'leave-open')
  if (about.length === 0) return { events, orphans: [] }
  const read = new Map(reports.map((report) => [report.report.id, report]))
  const told = new Map(events.flatMap((event) => event.statements.map((id) => [id, event] as const)))
  const judged = new Map<Event, Map<string, Judged>>()
  const orphans: Orphan[] = []
  for (const decision of about) {
    const { line, act } = decision
    const found = findStatement(act.statement, read.get(act.statement.report))
    const event = typeof found === 'string' ? undefined : told.get(found.id)
    const said = typeof found === 'string' ? found : wordOn(decision, event, found.id)
    if (typeof said === 'string') orphans.push({ line, act: act.act, message: said })
    else if (event !== undefined) judged.set(event, (judged.get(event) ?? new Map<string, Judged>()).set(act.attribute, said))
  }
  return { events: events.map((event) => withWords(event, judged.get(event))), orphans }
}

/** What the decision says of the dispute; or in words why there is none for it to be about. */
function wordOn({ line, who, when, because, act }: DecisionOf<AboutDispute>, event: Event | undefined, told: StatementId): Judged | string {
  if (event === undefined) return 'the statement tells no happening any more; decide again on what is now read there, or undo the decision'
  const attribute = attributeCalled(event, act.attribute)
  if (attribute?.status !== 'disputed')
    return `accounts of that happening no longer differ on “${act.attribute}”; undo the decision, or leave it for when they do`
  const said = { says: saying[act.act], line, who, when, because }
  if (act.act !== 'settle') return said
  const keeps = attribute.values.find(({ statements }) => statements.includes(told))
  return keeps === undefined
    ? `the statement that was preferred gives no “${act.attribute}” any more; decide again`
    : { ...said, keeps: keeps.value }
}

function attributeCalled(event: Event, key: string): Attribute | undefined {
  const part = parts.find((one) => one === key)
  return part === undefined ? event.detail[key] : event[part]
}

function withWords(event: Event, judged: ReadonlyMap<string, Judged> | undefined): Event {
  if (judged === undefined) return event
  const withWord = (key: string, attribute: Attribute): Attribute => {
    const word = judged.get(key)
    return word === undefined ? attribute : { ...attribute, judged: word }
  }
  return {
    ...event,
    ...Object.fromEntries(parts.map((key) => [key, withWord(key, event[key])])),
    detail: Object.fromEntries(Object.entries(event.detail).map(([key, attribute]) => [key, withWord(key, attribute)])),
  }
}
