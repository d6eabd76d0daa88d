import type { AttributeValue, CaseView, Event } from '../model/record.js'
import { standingTypes } from '../model/report.js'
import { clauseOf, disputedIn, eventNoun, type Named, questionOf, ValueWords } from './account.js'
import { disputeId, eventAddress } from './addresses.js'
import { When } from './dates.js'
import { type Lookup, lookUp } from './lookup.js'
import { Dots, originsInWords, StatusMark } from './marks.js'
import { inOrder, Says, statementsIn } from './says.js'
import { html, Page } from './shell.js'
import { capital, counted } from './words.js'

/** Where accounts differ: each question with its sides in columns, everyone who holds a side beneath it. */
export function disputesPage(view: CaseView): string {
  const lookup = lookUp(view)
  const disputes = view.record.events.flatMap((event) => disputedIn(event).map((named) => ({ event, named })))
  const ordered = [...disputes].sort(
    (a, b) => Number(isStanding(a.event)) - Number(isStanding(b.event)) || timeKey(a.event).localeCompare(timeKey(b.event)),
  )
  return html(
    <Page view={view} title="Disputes" place="Disputes">
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
              {capital(counted(disputes.length, 'question'))} open. “Sunday” and “January 19”, or a town and its country, are no dispute:
              one is only narrower than the other.
            </p>
          </>
        )}
      </div>
      {ordered.map(({ event, named }) => (
        <Dispute event={event} named={named} lookup={lookup} />
      ))}
    </Page>,
  )
}

function isStanding({ type }: Event): boolean {
  return standingTypes.includes(type)
}

function timeKey({ time, id }: Event): string {
  return `${time.values[0]?.value ?? '9999'} ${id}`
}

function Dispute({ event, named, lookup }: { readonly event: Event; readonly named: Named; readonly lookup: Lookup }) {
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
        <p>
          <StatusMark status="disputed">Open.</StatusMark> The number of origins is a count, not a verdict.
        </p>
      </div>
    </article>
  )
}

function Side({ side, named, lookup }: { readonly side: AttributeValue; readonly named: Named; readonly lookup: Lookup }) {
  return (
    <section class="side">
      <h3>{named.key === 'happened' ? side.value === 'true' ? 'Yes' : 'No' : <ValueWords attribute={named.key} value={side} />}</h3>
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
      </p>
      <Says statements={statementsIn(side.statements, lookup)} lookup={lookup} />
    </section>
  )
}

/** Accounts of the same happening that take no side in this. */
function LeftOver({ event, named, lookup }: { readonly event: Event; readonly named: Named; readonly lookup: Lookup }) {
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
