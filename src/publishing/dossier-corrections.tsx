import type { Child } from 'hono/jsx'
import type { Act } from '../model/decision.js'
import type { CaseView, Event, RecordReport, RecordStatement } from '../model/record.js'
import { attributesOf, eventNoun, ValueWords } from './account.js'
import { correctedInWords } from './acts-in-words.js'
import { attributeLabel, happeningNoun } from './clauses.js'
import { correctionsIn } from './how-it-came.js'
import { type LoggedDecision, loggedDecisions } from './logged-decisions.js'
import type { Lookup } from './lookup.js'
import { dayInWords, outletName, setting } from './words.js'

/** Something amended, by us or by an outlet, and when. */
interface Amended {
  readonly when: string | null
  readonly words: Child
}

/** What was amended and when: our own corrections and withdrawals, the outlets' own, and values their givers replaced. Null where nothing was. */
export function Corrections({
  view,
  lookup,
  cited,
}: {
  readonly view: CaseView
  readonly lookup: Lookup
  readonly cited: (reports: readonly RecordReport['id'][]) => Child
}) {
  const amended = [
    ...ours(view, lookup, cited),
    ...theirs(view.record.reports, lookup, cited),
    ...replaced(view.record.events, cited, lookup),
  ]
  if (amended.length === 0) return null
  const latestFirst = [...amended].sort((a, b) => (a.when === b.when ? 0 : (a.when ?? '') > (b.when ?? '') ? -1 : 1))
  return (
    <>
      <h2 id="corrections">Corrections</h2>
      <p>We correct in the open: what was amended, by us or by those we read, stays here with its day and its reason.</p>
      <ol class="log">
        {latestFirst.map(({ when, words }) => (
          <li>
            {when === null ? 'Day not stated' : <time datetime={when}>{dayInWords(when)}</time>}: {words}
          </li>
        ))}
      </ol>
    </>
  )
}

function anchored(act: Act): string | null {
  return (act.act === 'accept' || act.act === 'correct' || act.act === 'reject') && 'statement' in act ? act.statement.statement : null
}

/** Statements that a person corrected, and statements that had been accepted and are so no longer: of these the kind and the reason, not the words. */
function ours(view: CaseView, lookup: Lookup, cited: (reports: readonly RecordReport['id'][]) => Child): readonly Amended[] {
  const decisions = loggedDecisions(view)
  const byLine = new Map(decisions.map((decision) => [decision.line, decision]))
  const found: Amended[] = []
  for (const decision of decisions) {
    const { act } = decision
    const id = anchored(act)
    const statement = view.record.statements.find((one) => one.id === id)
    if (act.act === 'correct' && decision.undoneBy === null && statement !== undefined)
      found.push({
        when: dayOfLine(decision),
        words: (
          <>
            {whichStatement(statement, lookup)}
            {cited([statement.report])} was read wrongly. Now {correctedInWords(act.correction)}. “{decision.because}”
          </>
        ),
      })
    const ended = withdrawal(decision, decisions, byLine)
    if (ended !== null && statement === undefined && 'statement' in act)
      found.push({
        when: dayOfLine(ended),
        words: (
          <>
            Withdrawn: what was shown of {happeningNoun(act.statement.type).toLowerCase()} after{' '}
            {withdrawnFrom(lookup.report(act.statement.report))}
            {cited([act.statement.report])}. “{ended.because}”
          </>
        ),
      })
  }
  return found
}

function withdrawnFrom(report: RecordReport | undefined): Child {
  return report === undefined ? 'a report that is not cited any more' : <bdi>{outletName(report)}</bdi>
}

/** The line by which an acceptance ended: it was taken back, or the statement was rejected later. */
function withdrawal(
  { act, line, undoneBy }: LoggedDecision,
  decisions: readonly LoggedDecision[],
  byLine: ReadonlyMap<number, LoggedDecision>,
): LoggedDecision | null {
  const id = anchored(act)
  if (id === null || act.act === 'reject') return null
  if (undoneBy !== null) return byLine.get(undoneBy) ?? null
  return (
    decisions.find((later) => later.line > line && later.undoneBy === null && later.act.act === 'reject' && anchored(later.act) === id) ??
    null
  )
}

function dayOfLine({ when }: LoggedDecision): string {
  return when.slice(0, 10)
}

function whichStatement({ type, report }: RecordStatement, lookup: Lookup): Child {
  const head = lookup.report(report)
  return (
    <>
      {happeningNoun(type)}, in <bdi>{head === undefined ? 'a report' : outletName(head)}</bdi>
    </>
  )
}

/** Where an outlet says itself that it amended its text. Its day stands in its words, or nowhere. */
function theirs(
  reports: readonly RecordReport[],
  lookup: Lookup,
  cited: (reports: readonly RecordReport['id'][]) => Child,
): readonly Amended[] {
  return reports.flatMap((report) => {
    const read = lookup.read(report.id)
    return (read === undefined ? [] : correctionsIn(read)).map(({ words }) => ({
      when: null,
      words: (
        <>
          <bdi>{outletName(report)}</bdi>
          {cited([report.id])} amended its text: <q {...setting(report.language)}>{words}</q>
        </>
      ),
    }))
  })
}

/** Values that whoever gave them replaced later: both stay, the earlier one disputes nothing. */
function replaced(events: readonly Event[], cited: (reports: readonly RecordReport['id'][]) => Child, lookup: Lookup): readonly Amended[] {
  return events.flatMap((event) =>
    attributesOf(event).flatMap(({ key, attribute }) =>
      attribute.values.flatMap((value): readonly Amended[] => {
        const later = (value.replacedBy ?? []).flatMap((id) => lookup.statement(id) ?? [])
        const [first] = later
        if (first === undefined) return []
        const { entity: _page, ...shown } = value
        return [
          {
            when: lookup.report(first.report)?.published?.slice(0, 10) ?? null,
            words: (
              <>
                <bdi>{value.origins.join(', ')}</bdi> had given another account of {eventNoun(event).toLowerCase()} (
                {attributeLabel(event.type, key).toLowerCase()}: <ValueWords attribute={key} value={shown} />) and replaced it
                {cited(later.map(({ report }) => report))}.
              </>
            ),
          },
        ]
      }),
    ),
  )
}
