import { AttestError } from '../model/errors.js'
import type { EventId } from '../model/ids.js'
import type { AttributeValue, CaseView, Event, OriginFold, RecordReport } from '../model/record.js'
import { standingTypes } from '../model/report.js'
import { clauseOf, eventNoun } from './account.js'
import { eventAddress, passageAddress, reportAddress } from './addresses.js'
import { whenInWords } from './dates.js'
import { CountApart, CountAsOne, CountedApart } from './fold-acts.js'
import { DoneLine, type Shown } from './forms.js'
import { type Lookup, lookUp } from './lookup.js'
import { OriginDrawing } from './origin-drawing.js'
import { byOrigin, reportsOf, type Way, waysToOrigins } from './origin-ways.js'
import { html, Page } from './shell.js'
import { capital, counted, countedRange, reportName } from './words.js'

/** Who rests on whom, of one happening or of everything read: drawn, in words, with every reason for counting two as one and the act that takes it back. */
export function originsPage(view: CaseView, shown: Shown = {}, of: EventId | null = null): string {
  const lookup = lookUp(view)
  const event = of === null ? null : (lookup.event(of) ?? null)
  if (of !== null && event === null)
    throw new AttestError('page/no-event', `This case knows no happening ${of}. A decision may have joined it with another.`)
  const ways = waysToOrigins(view, event === null ? undefined : event.statements.flatMap((id) => lookup.statement(id) ?? []))
  const folds = view.record.folds.filter((fold) => event === null || concerns(fold, ways))
  const back = event === null ? '/origins' : `/origins?event=${event.id}`
  return html(
    <Page view={view} title="Origins" place="Origins">
      <DoneLine shown={shown} view={view} back={back} />
      <div class="with-aside">
        <div class="title">
          <h1>Who rests on whom</h1>
          <p class="lead">{leadOf(ways, event, lookup)}</p>
          <ChooseEvent view={view} chosen={event} lookup={lookup} />
        </div>
        <Lines />
      </div>
      <OriginDrawing ways={ways} view={view} id="map" />
      {ways.length === 0 ? null : <InWords ways={ways} lookup={lookup} />}
      <Folds folds={folds} lookup={lookup} back={back} />
      <CountAsOne view={view} ways={ways} back={back} problem={shown.problem} />
      <CountedApart view={view} lookup={lookup} back={back} />
      {event === null ? <Credits reports={view.record.reports} /> : null}
    </Page>,
  )
}

/** Whether a fold has to do with any of these ways: whom a credit line names matters only to what the report says in its own voice. */
function concerns({ a }: OriginFold, ways: readonly Way[]): boolean {
  if (a.name === null) return ways.some(({ report, kind }) => report.id === a.report && kind !== 'named')
  return ways.some(({ report, through, roots, statements }) =>
    a.report === null
      ? [...roots, ...through].includes(a.name ?? '')
      : report.id === a.report && statements.some(({ sources }) => sources.at(-1) === a.name),
  )
}

function leadOf(ways: readonly Way[], event: Event | null, lookup: Lookup): string {
  if (ways.length === 0) return 'Nothing read yet leads back to anybody.'
  const reports = reportsOf(ways).length
  const lead = `${counted(reports, 'report')} ${reports === 1 ? 'leads' : 'lead'} back to`
  const only = 'Only origins are counted: what two outlets have from the same source is one origin, whoever prints it.'
  if (event === null) return `${capital(lead)} ${counted(byOrigin(ways).length, 'source')}. ${only}`
  const { least, most } = countOf(event.happened.values)
  return `${capital(clauseOf(event, lookup))}: ${lead} ${countedRange(least, most, 'origin')}. ${only}`
}

/** How many origins tell a happening, at the least and at the most. */
function countOf(values: readonly AttributeValue[]): { readonly least: number; readonly most: number } {
  const [only, second] = values
  const most = new Set(values.flatMap(({ origins }) => origins)).size
  return { most, least: second === undefined ? (only?.originsAtLeast ?? most) : most }
}

/** Happenings that more than one statement tells: of the rest there is nothing to draw. */
function ChooseEvent({ view, chosen, lookup }: { readonly view: CaseView; readonly chosen: Event | null; readonly lookup: Lookup }) {
  const key = ({ time, id }: Event) => `${time.values[0]?.value ?? '9999'} ${id}`
  const several = view.record.events
    .filter((event) => (event.statements.length > 1 && !standingTypes.includes(event.type)) || event === chosen)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
  if (several.length === 0) return null
  return (
    <form method="get" action="/origins" class="choose">
      <label for="o-event">Happening</label>
      <select id="o-event" name="event">
        <option value="">Everything read</option>
        {several.map((event) => (
          <option value={event.id} {...(event === chosen ? { selected: true } : {})}>
            {whenInWords(event.time, null).words}: {inShort(clauseOf(event, lookup))}
          </option>
        ))}
      </select>
      <button type="submit">Show</button>
      {chosen === null ? null : <a href={eventAddress(chosen.id)}>{eventNoun(chosen)} on the timeline</a>}
    </form>
  )
}

/** A choice in a list is read at a glance: longer, it is cut. */
const longestChoice = 90

function inShort(words: string): string {
  return words.length <= longestChoice ? words : `${words.slice(0, longestChoice).trimEnd()}…`
}

function Lines() {
  const line = (kind: string, d: string) => (
    <svg class="line" viewBox="0 0 100 16" aria-hidden="true" focusable="false">
      <path class={kind} d={d} />
    </svg>
  )
  return (
    <section class="legend" aria-labelledby="ol">
      <h2 id="ol">Lines</h2>
      <dl>
        <dt>
          {line('l', 'M2 8h96')}
          <span class="vh">A line</span>
        </dt>
        <dd>Names it in the text.</dd>
        <dt>
          {line('l credit', 'M2 8h96')}
          <span class="vh">A dotted line</span>
        </dt>
        <dd>Names it in a credit line only.</dd>
        <dt>
          {line('l', 'M2 6h96M2 10h96')}
          <span class="vh">A double line</span>
        </dt>
        <dd>Prints its text, whole or reworded.</dd>
        <dt>
          <span class="dots" aria-hidden="true">
            <i class="full" />
          </span>
          <span class="vh">A dot</span>
        </dt>
        <dd>Origin: the account goes no further back.</dd>
      </dl>
    </section>
  )
}

function InWords({ ways, lookup }: { readonly ways: readonly Way[]; readonly lookup: Lookup }) {
  return (
    <section aria-labelledby="roots">
      <h2 id="roots">The same, in words</h2>
      <ul class="tree">
        {byOrigin(ways).map(([root, own]) => (
          <li>
            <h3>
              <span class="dots" aria-hidden="true">
                <i class="full" />
              </span>
              <bdi>{root}</bdi>
              {own.every(({ kind }) => kind === 'own') ? ', in its own voice' : ''}
            </h3>
            <ul>
              {own.map((way) => (
                <WayInWords way={way} root={root} lookup={lookup} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One way from a report to its origin: how, through whom, and the passages that say so. */
function WayInWords({ way, root, lookup }: { readonly way: Way; readonly root: string; readonly lookup: Lookup }) {
  const { report, kind, through, roots } = way
  const original = kind === 'copy' && report.copyOf !== null ? lookup.report(report.copyOf) : undefined
  const others = roots.filter((other) => other !== root)
  return (
    <li>
      <a href={reportAddress(report.id)}>
        <bdi>{reportName(report)}</bdi>
      </a>
      {kind === 'own' ? ' names no source for this' : null}
      {kind === 'credit' ? ' credits it, for the whole report' : null}
      {kind === 'credit' && others.length > 0 ? <>, with {<bdi>{others.join(', ')}</bdi>}; which of them it is, nobody can say</> : null}
      {kind === 'decided' ? ' has it from there, by a person’s decision' : null}
      {original === undefined ? null : (
        <>
          {' prints the text of '}
          <a href={reportAddress(original.id)}>
            <bdi>{reportName(original)}</bdi>
          </a>
        </>
      )}
      {through.map((name) => (
        <>
          {', through '}
          <strong>
            <bdi>{name}</bdi>
          </strong>
        </>
      ))}
      {': '}
      <Passages way={way} lookup={lookup} />
    </li>
  )
}

function Passages({ way, lookup }: { readonly way: Way; readonly lookup: Lookup }) {
  const inOrder = [...way.statements].sort((a, b) => lookup.numberOf(a.id) - lookup.numberOf(b.id))
  return (
    <span class="via">
      {counted(inOrder.length, 'statement')}{' '}
      {inOrder.map((statement) => {
        const number = lookup.numberOf(statement.id)
        return (
          <>
            <a class="n" href={passageAddress(statement)} aria-label={`statement ${number}`}>
              {number}
            </a>{' '}
          </>
        )
      })}
    </span>
  )
}

/** Every two that are counted as one, with the reason, and the act that counts them apart. */
function Folds({ folds, lookup, back }: { readonly folds: readonly OriginFold[]; readonly lookup: Lookup; readonly back: string }) {
  return (
    <section aria-labelledby="folds">
      <h2 id="folds">Counted as one, and why</h2>
      {folds.length === 0 ? (
        <p>Nothing is: each source stands for itself.</p>
      ) : (
        <>
          <p class="note">Kept, and not counted as another origin. A person may count them apart; that can be undone.</p>
          <ul class="log compact folds">
            {folds.map((fold) => (
              <CountApart fold={fold} lookup={lookup} back={back} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Credits({ reports }: { readonly reports: readonly RecordReport[] }) {
  const crediting = reports.filter(({ credits }) => credits.length > 0)
  if (crediting.length === 0) return null
  return (
    <section aria-labelledby="credits">
      <h2 id="credits">Named in a credit line</h2>
      <p class="note">A credit line says whom the whole report rests on. It states nothing by itself.</p>
      <ul class="log compact">
        {crediting.map((report) => (
          <li>
            <a href={reportAddress(report.id)}>
              <bdi>{reportName(report)}</bdi>
            </a>{' '}
            credits <bdi>{report.credits.join(', ')}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
