import type { CaseView, RecordReport } from '../model/record.js'
import { reportAddress } from './addresses.js'
import { When } from './dates.js'
import { grouped, lookUp } from './lookup.js'
import { html, Page } from './shell.js'
import { capital, counted, languageName, outletName, setting } from './words.js'

/** Every report of the case, in order of publication, with what waits for a person in it. */
export function reportsPage(view: CaseView): string {
  const { reports, statements } = view.record
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
      {reports.length === 0 ? null : <ReportTable view={view} />}
    </Page>,
  )
}

function ReportTable({ view }: { readonly view: CaseView }) {
  const ofReport = grouped(view.record.statements, ({ report }) => report)
  const inOrder = [...view.record.reports].sort(
    (a, b) => (a.published ?? '9999').localeCompare(b.published ?? '9999') || a.id.localeCompare(b.id),
  )
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
          {inOrder.map((report) => {
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
                  {report.language === null ? null : <span class="small">{languageName(report.language)}</span>}
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

/** Whose text it prints, and the agencies its credit line names. */
function RestsOn({ report, view }: { readonly report: RecordReport; readonly view: CaseView }) {
  const original = report.copyOf === null ? undefined : lookUp(view).report(report.copyOf)
  if (original === undefined && report.credits.length === 0) return 'names nobody for the whole report'
  return (
    <>
      {original === undefined ? null : (
        <>
          prints the text of <a href={reportAddress(original.id)}>{outletName(original)}</a>
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
