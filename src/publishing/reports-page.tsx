import type { CaseView, RecordReport } from '../model/record.js'
import { reportAddress } from './addresses.js'
import { When } from './dates.js'
import { correctionsIn, outcomeWords, sharePercent } from './how-it-came.js'
import { grouped, lookUp } from './lookup.js'
import { PageLinks, pageOf } from './paging.js'
import { provenanceOf } from './provenance.js'
import { html, Page } from './shell.js'
import { capital, counted, languageName, momentInWords, outletName, setting } from './words.js'

/** Every report of the case, in order of publication, with what waits for a person in it. */
export function reportsPage(view: CaseView, asked = 1): string {
  const { reports, statements } = view.record
  const page = pageOf(inPublication(reports), asked, mostReports)
  const pages = <PageLinks {...page} address={(number) => (number === 1 ? '/reports' : `/reports?page=${number}`)} label="Pages" />
  const waiting = statements.filter(({ state }) => state === 'proposed').length
  return html(
    <Page view={view} title="Reports" place="Reports">
      <div class="title">
        <h1>What was read</h1>
        <p class="lead">
          {reports.length === 0
            ? 'No report has been taken in yet.'
            : `${capital(counted(reports.length, 'report'))}, ${counted(statements.length, 'statement')}. ${
                waiting === 0
                  ? 'Nothing waits for you.'
                  : `${capital(counted(waiting, 'statement'))} ${waiting === 1 ? 'waits' : 'wait'} for a person.`
              }`}
        </p>
        <p>
          <a href="/intake">Add reports</a>
        </p>
      </div>
      {pages}
      {reports.length === 0 ? null : <ReportTable view={view} reports={page.items} />}
      <NotHad view={view} />
    </Page>,
  )
}

/** Addresses that were asked for and never gave a report: what they gave instead, when it was last asked. */
function NotHad({ view }: { readonly view: CaseView }) {
  const had = new Set(
    view.log.entries.flatMap(({ entry }) =>
      entry.kind === 'intake' ? [entry.url, entry.capture?.address, entry.capture?.final].filter((address) => address !== undefined) : [],
    ),
  )
  const last = new Map(
    view.log.entries.flatMap(({ entry }) =>
      entry.kind === 'observation' && entry.outcome !== 'polled' && !had.has(entry.address) ? [[entry.address, entry] as const] : [],
    ),
  )
  if (last.size === 0) return null
  return (
    <section aria-labelledby="not-had">
      <h2 id="not-had">Asked for, and not had</h2>
      <p class="note">What stands there was not read. Gone is not the same as could not be reached.</p>
      <ul class="log compact">
        {[...last.values()].map(({ address, outcome, at, message }) => (
          <li>
            <span class="digest">{address}</span>: <strong>{outcomeWords[outcome]}</strong>, {momentInWords(at)}. {message}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A row weighs about half a kilobyte; more rows are not looked through without a search. */
const mostReports = 150

/** Reports in order of publication, those without a day last. */
export function inPublication(reports: readonly RecordReport[]): readonly RecordReport[] {
  return [...reports].sort((a, b) => (a.published ?? '9999').localeCompare(b.published ?? '9999') || a.id.localeCompare(b.id))
}

function ReportTable({ view, reports }: { readonly view: CaseView; readonly reports: readonly RecordReport[] }) {
  const ofReport = grouped(view.record.statements, ({ report }) => report)
  return (
    <section aria-labelledby="all">
      <h2 id="all">In order of publication</h2>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Report</th>
            <th scope="col">Published</th>
            <th scope="col">Rests on</th>
            <th scope="col">Statements</th>
            <th scope="col">Waiting</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => {
            const own = ofReport.get(report.id) ?? []
            return (
              <tr>
                <th scope="row">
                  <a href={reportAddress(report.id)}>
                    <bdi>{outletName(report)}</bdi>
                  </a>
                  {report.title === null || report.title === outletName(report) ? null : (
                    <span class="note words" {...setting(report.language)}>
                      {report.title}
                    </span>
                  )}
                  <span class="small">{remarksOn(report, view).join('; ')}</span>
                </th>
                <td data-label="Published">{report.published === null ? 'not stated' : <When edtf={report.published.slice(0, 10)} />}</td>
                <td data-label="Rests on">
                  <RestsOn report={report} view={view} />
                </td>
                <td data-label="Statements">{own.length}</td>
                <td data-label="Waiting">{own.filter(({ state }) => state === 'proposed').length}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** Its language, other captures of its address, what that gave when it was last asked, and whether the outlet amended it. */
function remarksOn(report: RecordReport, view: CaseView): readonly string[] {
  const provenance = provenanceOf(view)
  const read = lookUp(view).read(report.id)
  const versions = provenance.versionsOf(report.id)
  const last = provenance.observedOf(report.id).at(-1)
  const amended = read === undefined ? 0 : correctionsIn(read).length
  const first = provenance.intakeOf(report.id)?.entry.versionOf
  return [
    report.language === null ? 'Language not stated' : languageName(report.language),
    first === undefined
      ? versions.length === 0
        ? ''
        : `first of ${counted(versions.length + 1, 'capture')} of its address`
      : 'a later capture of its address',
    last === undefined ? '' : `${outcomeWords[last.outcome]} when last asked for`,
    amended === 0 ? '' : 'amended by its outlet',
  ].filter((remark) => remark !== '')
}

/** Whose text it prints, and the agencies its credit line names. */
function RestsOn({ report, view }: { readonly report: RecordReport; readonly view: CaseView }) {
  const original = report.copyOf === null ? undefined : lookUp(view).report(report.copyOf)
  if (original === undefined && report.credits.length === 0) return 'names nobody for the whole report'
  return (
    <>
      {original === undefined ? null : (
        <>
          prints the text of <a href={reportAddress(original.id)}>{outletName(original)}</a>
          {report.copy === undefined ? '' : `, ${sharePercent(report.copy.share)} of its words`}
          {report.credits.length === 0 ? '' : '; '}
        </>
      )}
      {report.credits.length === 0 ? null : (
        <>
          credits <bdi>{report.credits.join(', ')}</bdi>
        </>
      )}
    </>
  )
}
