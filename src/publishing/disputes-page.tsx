import type { AttributeValue, CaseView, Event, Judged } from '../model/record.js'
import { standingTypes } from '../model/report.js'
import { clauseOf, disputedIn, eventNoun, type Named, questionOf, ValueWords } from './account.js'
import { disputeId, eventAddress } from './addresses.js'
import { When } from './dates.js'
import { DisputeActs } from './dispute-acts.js'
import { DoneLine, type FormProblem, type Shown, UndoForm } from './forms.js'
import { type Lookup, lookUp } from './lookup.js'
import { Dots, originsInWords, StatusMark } from './marks.js'
import { inOrder, PassageLinks, Replaced, Says, statementsIn } from './says.js'
import { html, Page } from './shell.js'
import { capital, counted, dayInWords, listed } from './words.js'

interface DisputeShown {
  readonly event: Event
  readonly named: Named
}

/** Where accounts differ: each question with its sides in columns and what a person said of it; what is settled stays, with its reason. */
export function disputesPage(view: CaseView, shown: Shown = {}): string {
  const lookup = lookUp(view)
  const disputes = view.record.events
    .flatMap((event) => disputedIn(event).map((named) => ({ event, named })))
    .sort((a, b) => Number(isStanding(a.event)) - Number(isStanding(b.event)) || timeKey(a.event).localeCompare(timeKey(b.event)))
  const settled = disputes.filter(({ named }) => saidOf(named) === 'settled')
  const open = disputes.filter(({ named }) => saidOf(named) !== 'settled')
  return html(
    <Page view={view} title="Disputes" place="Disputes">
      <DoneLine shown={shown} view={view} back="/disputes" />
      <div class="title">
        <h1>Where accounts differ</h1>
        {disputes.length === 0 ? (
          <p class="lead">No accounts differ, among the {counted(view.record.reports.length, 'report')} read.</p>
        ) : (
          <>
            <p class="lead">
              Two accounts are in dispute when they cannot both be true. Each side is shown with everyone who holds it. The number of
              origins is a count, not a verdict.
            </p>
            <p class="note">
              {standingOf(disputes)} “Sunday” and “January 19”, or a town and its country, are no dispute: one is only narrower than the
              other.
            </p>
          </>
        )}
      </div>
      {open.map((dispute) => (
        <Dispute {...dispute} lookup={lookup} problem={shown.problem} />
      ))}
      {settled.length === 0 ? null : <Settled disputes={settled} lookup={lookup} />}
    </Page>,
  )
}

function saidOf({ attribute }: Named): Judged['says'] | 'open' {
  return attribute.judged?.says ?? 'open'
}

/** "Seven open, one explained, three settled." */
function standingOf(disputes: readonly DisputeShown[]): string {
  const count = (...says: readonly (Judged['says'] | 'open')[]) => disputes.filter(({ named }) => says.includes(saidOf(named))).length
  const parts = [
    [count('open', 'left-open'), 'open'],
    [count('explained'), 'explained'],
    [count('settled'), 'settled'],
  ] as const
  return `${capital(listed(parts.filter(([number]) => number > 0).map(([number, word]) => counted(number, word, word))))}.`
}

function isStanding({ type }: Event): boolean {
  return standingTypes.includes(type)
}

function timeKey({ time, id }: Event): string {
  return `${time.values[0]?.value ?? '9999'} ${id}`
}

function Dispute({ event, named, lookup, problem }: DisputeShown & { readonly lookup: Lookup; readonly problem: FormProblem | undefined }) {
  const id = disputeId(event.id, named.key)
  const sides = inOrder(named.attribute.values, lookup)
  const first = event.time.values[0]?.value
  return (
    <article class="dispute" id={id} aria-labelledby={`${id}-h`}>
      <header>
        <h2 id={`${id}-h`}>{questionOf(event, named.key)}</h2>
        <p class="note">
          {isStanding(event) ? eventNoun(event) : <a href={eventAddress(event.id)}>{eventNoun(event)}</a>}
          {named.key === 'time' || first === undefined ? null : (
            <>
              {', '}
              <When edtf={first} />
            </>
          )}
          {named.key === 'happened' ? null : `: ${clauseOf(event, lookup)}`}.
        </p>
      </header>
      <div class="sides">
        {sides.map((side) => (
          <Side side={side} named={named} lookup={lookup} />
        ))}
      </div>
      <div class="outcome">
        <LeftOver event={event} named={named} lookup={lookup} />
        <StateOf judged={named.attribute.judged} id={id} />
        <DisputeActs
          id={id}
          named={named}
          sides={sides}
          question={questionOf(event, named.key)}
          problem={problem?.form === id ? problem : undefined}
        />
      </div>
    </article>
  )
}

/** Where a dispute stands: open, or what a person said of it, with the reason and the way back. */
function StateOf({ judged, id }: { readonly judged: Judged | undefined; readonly id: string }) {
  if (judged === undefined)
    return (
      <p>
        <StatusMark status="disputed">Open.</StatusMark> Nobody has looked into it yet.
      </p>
    )
  const { says, who, when, because, line } = judged
  return (
    <>
      <p>
        {says === 'explained' ? <strong>Explained</strong> : <StatusMark status="disputed">Left open</StatusMark>} by <bdi>{who}</bdi>,{' '}
        {dayInWords(when)}: “{because}” All accounts are kept.
      </p>
      <UndoForm line={line} what="what was said of this dispute" back={`/disputes#${id}`} />
    </>
  )
}

function Side({ side, named, lookup }: { readonly side: AttributeValue; readonly named: Named; readonly lookup: Lookup }) {
  return (
    <section class="side">
      <h3>
        <SideWords side={side} attribute={named.key} />
      </h3>
      <p class="count">
        <Dots values={[side]} />
        {originsInWords(side)}
        {': '}
        {side.origins.map((origin, index) => (
          <>
            {index === 0 ? null : ', '}
            <bdi>{origin}</bdi>
          </>
        ))}
        <Replaced value={side} lookup={lookup} />
      </p>
      <Says statements={statementsIn(side.statements, lookup)} lookup={lookup} />
    </section>
  )
}

function SideWords({ side, attribute }: { readonly side: AttributeValue; readonly attribute: string }) {
  if (attribute === 'happened') return <>{side.value === 'true' ? 'Yes' : 'No'}</>
  return <ValueWords attribute={attribute} value={side} />
}

/** Accounts of the same happening that take no side in this. */
function LeftOver({ event, named, lookup }: DisputeShown & { readonly lookup: Lookup }) {
  const sided = new Set(named.attribute.values.flatMap(({ statements }) => statements))
  const rest = statementsIn(
    event.statements.filter((id) => !sided.has(id)),
    lookup,
  )
  if (rest.length === 0) return null
  return (
    <details>
      <summary>
        {capital(counted(rest.length, 'more statement'))} of the same happening {rest.length === 1 ? 'takes' : 'take'} no side
      </summary>
      <Says statements={rest} lookup={lookup} />
    </details>
  )
}

/** What was settled: every side stays, with who holds it, what was preferred, by whom and why. */
function Settled({ disputes, lookup }: { readonly disputes: readonly DisputeShown[]; readonly lookup: Lookup }) {
  return (
    <section aria-labelledby="settled-h">
      <h2 id="settled-h">Settled</h2>
      <p class="note">
        A settled dispute stays here with its reason: one person’s judgement, which can be undone. No account is dropped by it.
      </p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Set aside</th>
            <th scope="col">Preferred</th>
            <th scope="col">Reason, and who gave it</th>
          </tr>
        </thead>
        <tbody>
          {disputes.map((dispute) => (
            <SettledRow {...dispute} lookup={lookup} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SettledRow({ event, named, lookup }: DisputeShown & { readonly lookup: Lookup }) {
  const { judged, values } = named.attribute
  if (judged === undefined) return null
  const id = disputeId(event.id, named.key)
  const [kept, aside] = [values.filter(({ value }) => value === judged.keeps), values.filter(({ value }) => value !== judged.keeps)]
  return (
    <tr id={id}>
      <th scope="row">
        {questionOf(event, named.key)}
        <span class="small">{isStanding(event) ? eventNoun(event) : <a href={eventAddress(event.id)}>{eventNoun(event)}</a>}</span>
      </th>
      <td data-label="Set aside">
        <Values values={aside} attribute={named.key} lookup={lookup} />
      </td>
      <td data-label="Preferred">
        <Values values={kept} attribute={named.key} lookup={lookup} />
      </td>
      <td data-label="Reason">
        “{judged.because}” <bdi>{judged.who}</bdi>, {dayInWords(judged.when)}
        <UndoForm line={judged.line} what={`settling: ${questionOf(event, named.key)}`} back={`/disputes#${id}`} />
      </td>
    </tr>
  )
}

/** Values with their count and the passages of everyone who holds them. */
function Values({
  values,
  attribute,
  lookup,
}: {
  readonly values: readonly AttributeValue[]
  readonly attribute: string
  readonly lookup: Lookup
}) {
  return (
    <ul class="plain">
      {inOrder(values, lookup).map((value) => (
        <li>
          <SideWords side={value} attribute={attribute} />, {originsInWords(value)}:{' '}
          <PassageLinks statements={statementsIn(value.statements, lookup)} lookup={lookup} />
          <Replaced value={value} lookup={lookup} />
        </li>
      ))}
    </ul>
  )
}
