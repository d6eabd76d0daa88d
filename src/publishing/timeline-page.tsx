import type { CaseView, Event } from '../model/record.js'
import { standingTypes } from '../model/report.js'
import { Account, AttributeTable, disputedIn, EventMarks, eventNoun } from './account.js'
import { elementId } from './addresses.js'
import { When, whenInWords } from './dates.js'
import { Glance } from './glance.js'
import { Legend } from './legend.js'
import { type Lookup, lookUp } from './lookup.js'
import { type Period, periodsOf } from './periods.js'
import { Says, statementsIn } from './says.js'
import { html, Page } from './shell.js'
import { Ruler, Strip } from './strip.js'
import { capital, counted, dayInWords, languageName, listed } from './words.js'

/** What happened and who says so: every happening in order of time, with its origins and its quotes. */
export function timelinePage(view: CaseView): string {
  const lookup = lookUp(view)
  const events = happenings(view)
  return html(
    <Page view={view} title="Timeline" place="Timeline">
      <div class="with-aside">
        <div class="title">
          <h1>What happened, and who says so</h1>
          <p class="lead">{leadOf(view, events)}</p>
          <DifferLine events={events} />
          <p class="note">{coverageOf(view)}</p>
        </div>
        <Legend />
      </div>
      <Glance events={events} />
      {view.record.reports.length === 0 ? (
        <p class="empty">
          No report has been taken in yet. <a href="/intake">Add one</a>.
        </p>
      ) : events.length === 0 ? (
        <p class="empty">
          No account taken in says that anything happened. <a href="/reports">See what was read</a>.
        </p>
      ) : (
        periodsOf(events).map((period) => <PeriodSection period={period} lookup={lookup} />)
      )}
      <Silence view={view} events={events} />
    </Page>,
  )
}

/** Events that happen at a time; offices, names and pacts stand on the page of their party. */
function happenings({ record }: CaseView): readonly Event[] {
  return record.events.filter(({ type }) => !standingTypes.includes(type))
}

function leadOf({ record }: CaseView, events: readonly Event[]): string {
  const days = events.flatMap(({ time }) => time.values.slice(0, 1).map(({ value }) => value)).filter((value) => /^\d{4}/.test(value))
  const sorted = days.map((value) => value.split('/')[0] as string).sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  const reports = counted(record.reports.length, 'report')
  if (events.length === 0) return `${capital(reports)} read, and no happening told in them yet.`
  const span = first === undefined || last === undefined ? '' : ` between ${dayInWords(first)} and ${dayInWords(last)}`
  const agreed = events.filter(({ happened }) => happened.status === 'agreed').length
  return `${capital(reports)} ${record.reports.length === 1 ? 'tells' : 'tell'} of ${counted(events.length, 'happening')}${first === last ? '' : span}. ${capital(
    agreed === 0 ? 'none' : counted(agreed, 'of them', 'of them'),
  )} ${agreed === 1 ? 'is' : 'are'} told by two independent origins or more.`
}

function DifferLine({ events }: { readonly events: readonly Event[] }) {
  const differ = events.filter((event) => disputedIn(event).length > 0)
  if (events.length === 0) return null
  if (differ.length === 0) return <p>No accounts differ, among those read.</p>
  return (
    <p>
      Accounts <a href="/disputes">differ about {counted(differ.length, 'of these happenings', 'of these happenings')}</a>. A claim that
      somebody did wrong is shown as the claim of whoever makes it.
    </p>
  )
}

/** What the record rests on: how many reports, in which languages, of which days, and what waits for a person. */
function coverageOf({ record }: CaseView) {
  const languages = [...new Set(record.reports.flatMap(({ language }) => language ?? []))].map(languageName).sort()
  const days = record.reports.flatMap(({ published }) => published?.slice(0, 10) ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const copies = record.reports.filter(({ copyOf }) => copyOf !== null).length
  const waiting = record.statements.filter(({ state }) => state === 'proposed').length
  return (
    <>
      {capital(counted(record.reports.length, 'report'))}
      {languages.length === 0 ? '' : ` in ${listed(languages)}`}
      {copies === 0 ? '' : `, ${counted(copies, 'of them a copy of another', 'of them copies of others')}`}
      {first === undefined || last === undefined
        ? ''
        : `, published ${first === last ? `on ${dayInWords(first)}` : `from ${dayInWords(first)} to ${dayInWords(last)}`}`}
      .{' Hours stand as the reports give them. '}
      {waiting === 0 ? (
        'Nothing waits for you.'
      ) : (
        <>
          {capital(counted(waiting, 'statement'))} still {waiting === 1 ? 'waits' : 'wait'} for a person to{' '}
          <a href="/reports">accept or reject {waiting === 1 ? 'it' : 'them'}</a>.
        </>
      )}
    </>
  )
}

function PeriodSection({ period, lookup }: { readonly period: Period; readonly lookup: Lookup }) {
  const heading = `p-${period.id}`
  return (
    <section class="period" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{period.heading}</h2>
        {period.scale === null ? <div class="ruler" /> : <Ruler scale={period.scale} />}
        <p class="note">{period.note}</p>
      </header>
      <ol class="events">
        {period.events.map((event) => (
          <EventRow event={event} period={period} lookup={lookup} />
        ))}
      </ol>
    </section>
  )
}

function EventRow({ event, period, lookup }: { readonly event: Event; readonly period: Period; readonly lookup: Lookup }) {
  const day = period.kind === 'day' ? period.id.slice(2) : null
  const when = whenInWords(event.time, day)
  const first = event.time.values[0]?.value
  const bearing = lookup.bearingOn(event.id).filter(({ state }) => state !== 'rejected')
  return (
    <li class="event" id={elementId(event.id)}>
      <p class="when">
        {first === undefined || event.time.status === 'disputed' ? when.words : <When edtf={first}>{when.words}</When>}
        {when.beside === null ? null : <small>{when.beside}</small>}
      </p>
      <div>{period.scale === null ? null : <Strip time={event.time} scale={period.scale} />}</div>
      <div>
        <h3>{eventNoun(event)}</h3>
        <Account event={event} lookup={lookup} />
        <details class="who">
          <summary>
            <EventMarks event={event} /> <span class="more">who says so</span>
          </summary>
          <Says statements={statementsIn(event.statements, lookup)} lookup={lookup} />
          <AttributeTable event={event} lookup={lookup} />
          {event.because.length === 0 ? null : <p class="small">Taken for one happening: {event.because.join('; ')}.</p>}
          {bearing.length === 0 ? null : (
            <>
              <h4>Demanded, planned or imagined, not told as done</h4>
              <Says statements={bearing} lookup={lookup} />
            </>
          )}
        </details>
      </div>
    </li>
  )
}

/** What silence means here, with what was read. */
function Silence({ view, events }: { readonly view: CaseView; readonly events: readonly Event[] }) {
  if (events.length === 0) return null
  const undated = events.filter(({ time }) => time.status === 'unknown').length
  const languages = [...new Set(view.record.reports.flatMap(({ language }) => language ?? []))].map(languageName).sort()
  return (
    <section aria-labelledby="silence">
      <h2 id="silence">What this timeline cannot say</h2>
      <p>
        It rests on {counted(view.record.reports.length, 'report')}
        {languages.length === 0 ? '' : ` in ${listed(languages)}`}.{' '}
        {undated === 0 ? '' : `${capital(counted(undated, 'happening'))} ${undated === 1 ? 'has' : 'have'} no stated time. `}
        Silence here means that no account read so far says so; it may still have happened.
      </p>
    </section>
  )
}
