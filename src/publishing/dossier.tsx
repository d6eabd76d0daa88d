import type { OriginAnchor } from '../model/decision.js'
import type { ReportId, StatementId } from '../model/ids.js'
import type { AttributeValue, CaseRecord, CaseView, Event, Finding, RecordReport, RecordStatement } from '../model/record.js'
import { standingTypes } from '../model/report.js'
import { timeInWords } from '../model/time.js'
import { disputedIn, EventMarks, eventNoun, GoesWith, type Named, questionOf, sayingOf, ValueWords } from './account.js'
import { elementId } from './addresses.js'
import { confidenceWords } from './confidence.js'
import { coverageInWords } from './coverage.js'
import { When, whenInWords } from './dates.js'
import { Corrections } from './dossier-corrections.js'
import { DossierOrigins } from './dossier-origins.js'
import { outcomeWords, sharePercent } from './how-it-came.js'
import { type Lookup, lookUp } from './lookup.js'
import { Dots, FindingMark, originsInWords, StatusMark } from './marks.js'
import { periodsOf } from './periods.js'
import { provenanceOf } from './provenance.js'
import { recordJson } from './record-json.js'
import { Chain, inOrder, mannerInWords, statementsIn } from './says.js'
import { html } from './shell.js'
import { styleSheet } from './style-sheet.js'
import { capital, counted, dayInWords, listed, momentInWords, onOneLine, outletName, setting, shortDigest } from './words.js'

export interface DossierFile {
  readonly name: string
  readonly content: string
}

/** What of the case is not in the dossier: counted there, and not shown. */
export interface LeftOut {
  readonly proposed: number
  readonly rejected: number
}

/**
 * The public dossier as files of one folder, which need nothing else to be read. `view` holds a record computed from accepted statements only, so that no
 * count and no dispute rests on a proposal; whatever else may still stand in it is taken out here once more.
 */
export function dossierFiles(view: CaseView, leftOut: LeftOut): readonly DossierFile[] {
  const only = { ...view, record: acceptedOnly(view.record) }
  return [
    { name: 'index.html', content: dossierPage(only, leftOut) },
    { name: 'attest.css', content: styleSheet },
    { name: 'record.json', content: `${JSON.stringify(recordJson(only.record), null, 1)}\n` },
  ]
}

/** The record without what no person has accepted: statements, values and happenings that rest on others, and parties that only they name. */
function acceptedOnly(record: CaseRecord): CaseRecord {
  const statements = record.statements.filter(({ state }) => state === 'accepted')
  const accepted = new Set(statements.map(({ id }) => id))
  const events = record.events.filter((event) => event.statements.length > 0 && event.statements.every((id) => accepted.has(id)))
  const parties = new Set([
    ...statements.flatMap(({ agentEntities, patientEntities, recipientEntities, placeEntities }) => [
      ...agentEntities,
      ...patientEntities,
      ...recipientEntities,
      ...placeEntities,
    ]),
    ...events.flatMap(({ agent, patient, recipient, place }) =>
      [agent, patient, recipient, place].flatMap(({ values }) => values.flatMap(({ entity }) => entity ?? [])),
    ),
  ])
  const cited = new Set(statements.map(({ report }) => report))
  const rests = ({ statements: on, against }: Finding) => [...on, ...against].every((id) => accepted.has(id))
  return {
    ...record,
    statements,
    events,
    reports: record.reports
      .filter(({ id }) => cited.has(id))
      .map((report) => (report.copyOf === null || cited.has(report.copyOf) ? report : { ...report, copyOf: null })),
    entities: record.entities.filter(({ id }) => parties.has(id)),
    findings: statements.length === 0 ? [] : record.findings.filter(rests),
    possible: [],
    folds: record.folds.filter(
      ({ kind, a, b }) => isCited(a, statements) && (kind === 'credit' || isCited(b, statements)), // whom a report credits stands with the report
    ),
    orphans: [],
  }
}

/** Whether what is shown rests on a source: on the report, or on somebody of that name. */
function isCited({ report, name }: OriginAnchor, statements: readonly RecordStatement[]): boolean {
  return statements.some(
    (statement) =>
      (report === null || statement.report === report) &&
      (name === null || statement.sources.includes(name) || statement.roots?.includes(name) === true),
  )
}

/** What every part of the dossier needs: the record, and the number each report has among the sources. */
interface Sources {
  readonly lookup: Lookup
  readonly number: (report: ReportId) => number
}

function dossierPage(view: CaseView, leftOut: LeftOut): string {
  const { record } = view
  const reports = [...record.reports].sort(
    (a, b) => (a.published ?? '9999').localeCompare(b.published ?? '9999') || a.id.localeCompare(b.id),
  )
  const numbers = new Map(reports.map(({ id }, index) => [id, index + 1]))
  const sources: Sources = { lookup: lookUp(view), number: (id) => numbers.get(id) ?? 0 }
  const events = record.events.filter(({ type }) => !standingTypes.includes(type))
  const differ = record.events.flatMap((event) => disputedIn(event).map((named) => ({ event, named })))
  const empty = record.statements.length === 0
  const citedReports = (ids: readonly ReportId[]) => <CitedReports ids={ids} sources={sources} />
  const corrections = empty ? null : Corrections({ view, lookup: sources.lookup, cited: citedReports })
  const isAmended = corrections !== null
  const places = [
    ['days', 'The days', events.length > 0],
    ['differ', 'Where accounts differ', differ.length > 0],
    ['law', 'The law', record.findings.length > 0],
    ['origins', 'Origins', !empty],
    ['unknown', 'Not known', !empty],
    ['corrections', 'Corrections', isAmended],
    ['sources', 'Sources', !empty],
  ] as const
  return html(
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Dossier · ${view.name}`.slice(0, 70)}</title>
        <link rel="stylesheet" href="attest.css" />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the record
        </a>
        <header>
          <div class="top">
            <p class="brand">Attest</p>
            <p class="case">
              Public dossier · <bdi>{view.name}</bdi>
            </p>
          </div>
          {empty ? null : (
            <nav class="case-nav" aria-label="This dossier">
              <ul>
                {places.map(([id, words, there]) =>
                  there ? (
                    <li>
                      <a href={`#${id}`}>{words}</a>
                    </li>
                  ) : null,
                )}
              </ul>
            </nav>
          )}
        </header>
        <main id="main">
          <article class="dossier">
            <header class="title">
              <h1>
                <bdi>{view.name}</bdi>
              </h1>
              <p class="lead">
                {empty ? 'No statement has been accepted by a person yet, so there is nothing to show.' : leadOf(record, events)}
              </p>
              <p class="facts">{leftOutInWords(leftOut, empty)}</p>
            </header>
            {empty ? null : <HowToRead />}
            {events.length === 0 ? null : <Days events={events} sources={sources} />}
            {differ.length === 0 ? null : <Differ differ={differ} sources={sources} />}
            {record.findings.length === 0 ? null : <TheLaw view={view} sources={sources} />}
            {empty ? null : <DossierOrigins view={view} lookup={sources.lookup} cited={citedReports} />}
            {empty ? null : <NotKnown view={view} />}
            {corrections}
            {empty ? null : <SourceList view={view} reports={reports} lookup={sources.lookup} />}
          </article>
        </main>
        <footer>
          <p>
            This dossier is computed from kept reports and {counted(view.log.decisions, 'logged decision')}. Anyone holding the case can
            compute it again and compare.{' '}
            {view.log.last === null ? null : (
              <>
                Last line of the log: <span class="digest">{shortDigest(view.log.last)}</span>.{' '}
              </>
            )}
            Not legal advice.
          </p>
        </footer>
      </body>
    </html>,
  )
}

function leadOf(record: CaseRecord, events: readonly Event[]): string {
  return `${capital(counted(record.reports.length, 'report'))} ${record.reports.length === 1 ? 'tells' : 'tell'} of ${counted(
    events.length,
    'happening',
  )}. This page says who reports what, where accounts agree, and where they do not.`
}

function leftOutInWords({ proposed, rejected }: LeftOut, empty: boolean): string {
  const waiting =
    proposed === 0
      ? ''
      : `${capital(counted(proposed, 'statement'))} read by machine ${proposed === 1 ? 'waits' : 'wait'} for a person and ${proposed === 1 ? 'is' : 'are'} not shown. `
  const refused = rejected === 0 ? '' : `${capital(counted(rejected, 'statement'))} ${rejected === 1 ? 'was' : 'were'} rejected.`
  return `${empty ? '' : 'Every statement here has been accepted by a person. '}${waiting}${refused}`.trim()
}

function HowToRead() {
  return (
    <>
      <h2 id="read">How to read this page</h2>
      <p>
        <span class="dots" aria-hidden="true">
          <i class="full" />
          <i class="full" />
        </span>
        A dot is one independent origin. Outlets that rest on the same agency or the same document count once.{' '}
        <span class="dots" aria-hidden="true">
          <i class="hollow" />
        </span>
        A ring is an origin that only ever hedges.{' '}
        <span class="dots" aria-hidden="true">
          <i class="perhaps" />
        </span>
        A dotted ring is an unnamed source that may be one of the others, so that the count is a range. <StatusMark status="agreed" /> means
        two origins or more and no rival; <StatusMark status="single" /> means one origin; <StatusMark status="disputed" /> means accounts
        that cannot both be true; <StatusMark status="unknown" /> means that no account we have read says. Numbers lead to the sources.
      </p>
    </>
  )
}

/** The numbers of the sources behind statements, each once. */
function Cited({ ids, sources }: { readonly ids: readonly StatementId[]; readonly sources: Sources }) {
  return <CitedReports ids={statementsIn(ids, sources.lookup).map(({ report }) => report)} sources={sources} />
}

/** The numbers of reports among the sources, each once. */
function CitedReports({ ids, sources }: { readonly ids: readonly ReportId[]; readonly sources: Sources }) {
  const numbers = [...new Set(ids.map(sources.number))].filter((number) => number > 0).sort((a, b) => a - b)
  if (numbers.length === 0) return null
  return (
    <sup>
      {numbers.map((number) => (
        <a href={`#src-${number}`} aria-label={`source ${number}`}>
          {number}
        </a>
      ))}
    </sup>
  )
}

function Days({ events, sources }: { readonly events: readonly Event[]; readonly sources: Sources }) {
  const inTime = periodsOf(events).flatMap((period) => period.events)
  return (
    <>
      <h2 id="days">The days</h2>
      <dl class="days">
        {inTime.map((event) => {
          const when = whenInWords(event.time, null)
          const first = event.time.values[0]?.value
          return (
            <>
              <dt id={elementId(event.id)}>
                {first === undefined || event.time.status === 'disputed' ? when.words : <When edtf={first} />}
                {when.beside === null ? null : <span class="small">{when.beside}</span>}
              </dt>
              <dd>
                <strong>{eventNoun(event)}.</strong> {sayingOf(event, sources.lookup)}
                <Cited ids={event.statements} sources={sources} />
                <span class="marks">
                  <EventMarks event={event} />
                </span>
                <GoesWith event={event} lookup={sources.lookup} address={(id) => `#${elementId(id)}`} />
                <Quotes statements={statementsIn(event.statements, sources.lookup)} sources={sources} />
              </dd>
            </>
          )
        })}
      </dl>
    </>
  )
}

/** The words themselves, each with its outlet, its chain and its number. */
function Quotes({ statements, sources }: { readonly statements: readonly RecordStatement[]; readonly sources: Sources }) {
  return (
    <details>
      <summary>In whose words</summary>
      <ul class="says">
        {statements.map((statement) => {
          const report = sources.lookup.report(statement.report)
          const manner = mannerInWords(statement)
          return (
            <li>
              <cite>
                <bdi>{report === undefined ? 'A report' : outletName(report)}</bdi>
              </cite>
              <span class="via">
                <Chain sources={statement.sources} />
                {manner === null ? null : `; ${manner}`}
              </span>
              <Cited ids={[statement.id]} sources={sources} />
              <q {...setting(report?.language ?? null)}>{onOneLine(statement.quote.exact)}</q>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function Differ({
  differ,
  sources,
}: {
  readonly differ: readonly { readonly event: Event; readonly named: Named }[]
  readonly sources: Sources
}) {
  return (
    <>
      <h2 id="differ">Where accounts differ</h2>
      <p>Each side with everyone who holds it, most origins first. The number of origins is a count, not a verdict.</p>
      {differ.map(({ event, named }) => (
        <>
          <h3>{questionOf(event, named.key)}</h3>
          <ul class="log">
            {inOrder(named.attribute.values, sources.lookup).map((side) => (
              <Side side={side} named={named} sources={sources} />
            ))}
          </ul>
          <Judgement named={named} />
        </>
      ))}
    </>
  )
}

/** What a person said of the dispute. Who it was stands in the case's log; here the judgement stands for itself. */
function Judgement({ named: { key, attribute } }: { readonly named: Named }) {
  const { judged, values } = attribute
  const kept = values.find(({ value }) => value === judged?.keeps)
  if (judged === undefined) return null
  return (
    <p>
      <strong>{capital(judged.says.replace('-', ' '))}</strong> by a person, {dayInWords(judged.when)}
      {kept === undefined ? null : (
        <>
          , preferring <SideWords attribute={key} side={kept} />
        </>
      )}
      : “{judged.because}” Every account is kept.
    </p>
  )
}

function SideWords({ attribute, side }: { readonly attribute: string; readonly side: AttributeValue }) {
  if (attribute === 'happened') return <>{side.value === 'true' ? 'Yes' : 'No'}</>
  return <ValueWords attribute={attribute} value={withoutPage(side)} />
}

/** A party's value without its page: the dossier has none. */
function withoutPage({ entity: _page, ...value }: AttributeValue): AttributeValue {
  return value
}

function Side({ side, named, sources }: { readonly side: AttributeValue; readonly named: Named; readonly sources: Sources }) {
  return (
    <li>
      <strong>
        <SideWords attribute={named.key} side={side} />
      </strong>
      {side.origins.length === 1 ? ', says ' : ', say '}
      <bdi>{listed(side.origins)}</bdi>
      <Cited ids={side.statements} sources={sources} /> <Dots values={[side]} />
      {originsInWords(side)}
      {side.replacedBy === undefined ? '' : ', later corrected by the same origin'}
      <Quotes statements={statementsIn(side.statements, sources.lookup)} sources={sources} />
    </li>
  )
}

function TheLaw({ view, sources }: { readonly view: CaseView; readonly sources: Sources }) {
  return (
    <>
      <h2 id="law">The steps of the law</h2>
      <p>
        Accounts compared with the words of a law. Where the law gives no number of hours, the gap is shown and no verdict. Not legal
        advice.
      </p>
      {view.record.findings.map((finding) => {
        const pack = view.procedures.find(({ id }) => id === finding.procedure)
        const reading = pack?.readings.find(({ id }) => id === finding.reading)
        return (
          <>
            <h3>{pack?.steps.find(({ id }) => id === finding.step)?.what ?? capital(finding.step.replace(/[._-]+/g, ' '))}</h3>
            <div class="law">
              {finding.quote === '' ? null : (
                <p class="words">
                  <q lang={finding.lang}>{finding.quote}</q>
                </p>
              )}
              <p>{finding.basis}</p>
              {confidenceWords[finding.confidence] === undefined ? null : (
                <p class="note unverified">{confidenceWords[finding.confidence]}</p>
              )}
            </div>
            <p>
              <FindingMark status={finding.status} />
              {finding.reading === null ? '' : `, on the reading: ${reading?.says ?? finding.reading}`}.{' '}
              {finding.due === null ? '' : `Due ${timeInWords(finding.due)}. `}
              {finding.done === null ? '' : `Done ${timeInWords(finding.done)}. `}
              {finding.reasoning.map(({ text }) => text).join(' ')}
              <Cited ids={[...finding.statements, ...finding.against]} sources={sources} />
            </p>
          </>
        )
      })}
    </>
  )
}

/** What silence means here, and what it can be measured by: everything taken in, not only what is cited. */
function NotKnown({ view: { record, read } }: { readonly view: CaseView }) {
  const undated = record.events.filter(({ type, time }) => !standingTypes.includes(type) && time.status === 'unknown').length
  return (
    <>
      <h2 id="unknown">Not known</h2>
      <p>
        What is not here, no accepted statement says. Nobody here reports it; it may still have happened.{' '}
        {undated === 0 ? '' : `Of ${counted(undated, 'happening')} nobody here gives the time. `}
        What was taken in: {coverageInWords(read.map(({ report }) => report))}{' '}
        {capital(counted(record.reports.length, 'of these reports is', 'of these reports are'))} cited here.
      </p>
    </>
  )
}

function SourceList({
  view,
  reports,
  lookup,
}: {
  readonly view: CaseView
  readonly reports: readonly RecordReport[]
  readonly lookup: Lookup
}) {
  const last = view.log.entries.at(-1)
  return (
    <>
      <h2 id="sources">Sources</h2>
      <ol class="sources">
        {reports.map((report, index) => (
          <li id={`src-${index + 1}`}>
            <Source report={report} lookup={lookup} />
          </li>
        ))}
      </ol>
      <h3>To cite</h3>
      <p class="note">
        Attest, “<bdi>{view.name}</bdi>”{last === undefined ? '' : `, as of ${momentInWords(last.when)}`}
        {view.log.last === null ? (
          ''
        ) : (
          <>
            , log line <span class="digest">{shortDigest(view.log.last)}</span>
          </>
        )}
        .
      </p>
      <p class="note no-print">
        The same as <a href="record.json">JSON</a>, in which each field carries its sources and its quotes.
      </p>
    </>
  )
}

function Source({ report, lookup }: { readonly report: RecordReport; readonly lookup: Lookup }) {
  const original = report.copyOf === null ? undefined : lookup.report(report.copyOf)
  return (
    <>
      <bdi>{outletName(report)}</bdi>
      {report.author === null ? null : (
        <>
          , <bdi>{report.author}</bdi>
        </>
      )}
      {report.published === null ? ', no date stated' : `, ${dayInWords(report.published)}`}
      {report.title === null || report.title === outletName(report) ? null : (
        <>
          {', '}
          <q {...setting(report.language)}>{report.title}</q>
        </>
      )}
      {report.credits.length === 0 ? null : (
        <>
          , crediting <bdi>{listed(report.credits)}</bdi>
        </>
      )}
      {original === undefined ? null : (
        <>
          ; prints the text of <bdi>{outletName(original)}</bdi>
          {report.copy === undefined ? '' : `, ${sharePercent(report.copy.share)} of its words`}
          {lookup.countedWith(report.id) === undefined ? '' : ', and is not counted again'}
        </>
      )}
      <Later report={report} lookup={lookup} />.{' '}
      {report.url !== null && /^https?:/.test(report.url) ? (
        <>
          <a href={report.url} rel="noreferrer">
            {report.url}
          </a>{' '}
        </>
      ) : null}
      <span class="digest">{shortDigest(report.id)}</span>
    </>
  )
}

/** Whether it is a later capture of a page, and what its address gave when it was last asked. */
function Later({ report, lookup }: { readonly report: RecordReport; readonly lookup: Lookup }) {
  const provenance = provenanceOf(lookup.view)
  const last = provenance.observedOf(report.id).at(-1)
  return (
    <>
      {provenance.intakeOf(report.id)?.entry.versionOf === undefined ? '' : ', a later capture of its address'}
      {last === undefined ? '' : `; ${outcomeWords[last.outcome]} when last asked for, ${dayInWords(last.at)}`}
    </>
  )
}
