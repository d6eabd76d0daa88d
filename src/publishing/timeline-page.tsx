import type { EventId } from '../model/ids.js'
import type { CaseView, Event } from '../model/record.js'
import { standingTypes } from '../model/report.js'
import { Account, AttributeTable, disputedIn, EventMarks, eventNoun, GoesWith } from './account.js'
import { elementId, eventAddress, originsAddress, timelineAddress } from './addresses.js'
import { Coverage, coverageInWords } from './coverage.js'
import { leadingValue, When, whenInWords } from './dates.js'
import { Glance } from './glance.js'
import { Legend } from './legend.js'
import { type Lookup, lookUp } from './lookup.js'
import { PageLinks, timelinePages } from './paging.js'
import { type Period, periodsOf } from './periods.js'
import { Says, statementsIn } from './says.js'
import { html, Page } from './shell.js'
import { Ruler, Strip } from './strip.js'
import { capital, counted, datesInWords, dayInWords } from './words.js'

/** What happened and who says so: every happening in order of time, with its origins and its quotes; many of them on several pages. */
export function timelinePage(view: CaseView, asked = 1): string {
  const lookup = lookUp(view)
  const events = happenings(view)
  const pages = timelinePages(periodsOf(events))
  const number = Math.min(Math.max(1, asked), pages.length)
  const here = pages[number - 1] ?? []
  return html(
    <Page view={view} title={number === 1 ? 'Timeline' : `Timeline, page ${number}`} place="Timeline">
      <div class="with-aside">
        <div class="title">
          <h1>What happened, and who says so</h1>
          <p class="lead">{leadOf(view, events)}</p>
          <DifferLine events={events} />
          <p class="note">{waitingOf(view)}</p>
        </div>
        <Legend />
      </div>
      <Glance events={events} />
      <PageLinks
        number={number}
        of={pages.length}
        address={timelineAddress}
        label="Pages"
        words={(page) => stretchOf(pages[page - 1] ?? [])}
      />
      {here.length < fewestToJump ? null : <Jump periods={here} />}
      {view.record.reports.length === 0 ? (
        <p class="empty">
          No report has been taken in yet. <a href="/intake">Add one</a>.
        </p>
      ) : events.length === 0 ? (
        <p class="empty">
          No account taken in says that anything happened. <a href="/reports">See what was read</a>.
        </p>
      ) : (
        here.map((period) => <PeriodSection period={period} lookup={lookup} />)
      )}
      <PageLinks
        number={number}
        of={pages.length}
        address={timelineAddress}
        label="Pages, again"
        words={(page) => stretchOf(pages[page - 1] ?? [])}
      />
      <Silence view={view} events={events} />
    </Page>,
  )
}

/** The page of the timeline on which a happening stands; null for what stands for a time and has no place on it. */
export function timelinePageOf(view: CaseView, id: EventId): number | null {
  const at = timelinePages(periodsOf(happenings(view))).findIndex((periods) =>
    periods.some(({ events }) => events.some((event) => event.id === id)),
  )
  return at === -1 ? null : at + 1
}

/** With fewer periods than this a page is gone through faster than a list of them. */
const fewestToJump = 4

/** Links to the periods of this page. */
function Jump({ periods }: { readonly periods: readonly Period[] }) {
  return (
    <nav class="pages" aria-label="Periods on this page">
      <ol>
        {periods.map((period) => (
          <li>
            <a href={`#p-${period.id}`}>{withYear(period)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What a page holds, by its first and last period. */
function stretchOf(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return 'Nothing'
  return first === last ? withYear(first) : `${withYear(first)} … ${withYear(last)}`
}

/** A period's heading by itself: the year of a day stands beside its heading on the page, and in it here. */
function withYear({ kind, id, heading }: Period): string {
  return kind === 'day' ? `${heading} ${id.slice(2, 6)}` : heading
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

/** What the record rests on, and what waits for a person. */
function waitingOf(view: CaseView) {
  const { record } = view
  const copies = record.reports.filter(({ copyOf }) => copyOf !== null).length
  const waiting = record.statements.filter(({ state }) => state === 'proposed').length
  return (
    <>
      {coverageInWords(view.record.reports)}
      {copies === 0 ? '' : ` ${capital(counted(copies, 'of them is a copy of another', 'of them are copies of others'))}.`}
      {' Hours stand as the reports give them. '}
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
  const first = leadingValue(event.time)?.value
  const bearing = lookup.bearingOn(event.id).filter(({ state }) => state !== 'rejected')
  return (
    <li class="event" id={elementId(event.id)}>
      <p class="when">
        {first === undefined || isOpen(event.time) ? when.words : <When edtf={first}>{when.words}</When>}
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
          {event.because.length === 0 ? null : <p class="small">Taken for one happening: {datesInWords(event.because.join('; '))}.</p>}
          <GoesWith event={event} lookup={lookup} address={eventAddress} />
          {
            <p class="small no-print">
              <a href={eventAddress(event.id)}>This happening by itself</a> · <a href={originsAddress(event.id)}>Who rests on whom in it</a>
            </p>
          }
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

/** Whether accounts differ on it and nobody has settled which to prefer. */
function isOpen({ status, judged }: Event['time']): boolean {
  return status === 'disputed' && judged?.keeps === undefined
}

/** What silence means here, with what was read. */
function Silence({ view, events }: { readonly view: CaseView; readonly events: readonly Event[] }) {
  if (view.record.reports.length === 0) return null
  const undated = events.filter(({ time }) => time.status === 'unknown').length
  return (
    <section aria-labelledby="silence">
      <h2 id="silence">What was listened to, and what silence means</h2>
      <p>
        Where this timeline is silent, nobody here reports it: no account taken in says so. It may still have happened.{' '}
        {undated === 0 ? '' : `Of ${counted(undated, 'happening')} nobody here gives the time.`}
      </p>
      <Coverage view={view} linked />
    </section>
  )
}
