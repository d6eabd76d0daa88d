import { AttestError } from '../model/errors.js'
import type { EventId } from '../model/ids.js'
import type { CaseView, Event } from '../model/record.js'
import { Account, AttributeTable, disputedIn, EventMarks, eventNoun, GoesWith, questionOf } from './account.js'
import { disputeAddress, eventAddress, originsAddress, timelineAddress } from './addresses.js'
import { leadingValue, When, whenInWords } from './dates.js'
import { lookUp } from './lookup.js'
import { StatusMark } from './marks.js'
import { OriginDrawing } from './origin-drawing.js'
import { waysToOrigins } from './origin-ways.js'
import { Says, statementsIn } from './says.js'
import { html, Page } from './shell.js'
import { timelinePageOf } from './timeline-page.js'
import { capital, datesInWords } from './words.js'

/** One happening, whole: what accounts say of it, who says so in which words, what each origin gives, what goes with it, who rests on whom. */
export function eventPage(view: CaseView, id: EventId): string {
  const lookup = lookUp(view)
  const event = lookup.event(id)
  if (event === undefined)
    throw new AttestError('page/no-event', `This case knows no happening ${id}. A decision may have joined it with another.`)
  const ways = waysToOrigins(
    view,
    event.statements.flatMap((statement) => lookup.statement(statement) ?? []),
  )
  const bearing = lookup.bearingOn(id).filter(({ state }) => state !== 'rejected')
  const page = timelinePageOf(view, id)
  return html(
    <Page view={view} title={eventNoun(event)} place="Timeline">
      <div class="title">
        <p class="note">{page === null ? 'A fact that stands for a time' : <a href={timelineAddress(page, id)}>On the timeline</a>}</p>
        <h1>{eventNoun(event)}</h1>
        <p class="lead">
          <EventWhen event={event} />
        </p>
        <Account event={event} lookup={lookup} />
        <p>
          <EventMarks event={event} />
        </p>
        <GoesWith event={event} lookup={lookup} address={eventAddress} />
      </div>
      <Disputes event={event} />
      <section aria-labelledby="says">
        <h2 id="says">Who says so</h2>
        <Says statements={statementsIn(event.statements, lookup)} lookup={lookup} />
        <AttributeTable event={event} lookup={lookup} />
        {event.because.length === 0 ? null : <p class="small">Taken for one happening: {datesInWords(event.because.join('; '))}.</p>}
      </section>
      {bearing.length === 0 ? null : (
        <section aria-labelledby="bearing">
          <h2 id="bearing">Demanded, planned or imagined, not told as done</h2>
          <Says statements={bearing} lookup={lookup} />
        </section>
      )}
      <section aria-labelledby="rests">
        <h2 id="rests">Who rests on whom</h2>
        <p>
          <a href={originsAddress(id)}>In words, with what is counted as one and why</a>
        </p>
        <OriginDrawing ways={ways} view={view} id="map" />
      </section>
    </Page>,
  )
}

function EventWhen({ event }: { readonly event: Event }) {
  const when = whenInWords(event.time, null)
  const first = leadingValue(event.time)?.value
  const words = first === undefined || when.words.includes(' or ') ? when.words : <When edtf={first}>{when.words}</When>
  return (
    <>
      {words}
      {when.beside === null ? '' : `: ${when.beside}`}
    </>
  )
}

function Disputes({ event }: { readonly event: Event }) {
  const differ = disputedIn(event)
  if (differ.length === 0) return null
  return (
    <section aria-labelledby="differ">
      <h2 id="differ">Where accounts differ</h2>
      <ul class="log compact">
        {differ.map(({ key, attribute: { judged } }) => (
          <li>
            <StatusMark status="disputed">
              <a href={disputeAddress(event.id, key)}>{questionOf(event, key)}</a>
            </StatusMark>
            {judged === undefined ? null : (
              <>
                {` ${capital(judged.says.replace('-', ' '))} by `}
                <bdi>{judged.who}</bdi>: “{judged.because}”
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
