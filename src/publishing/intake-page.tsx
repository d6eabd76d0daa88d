import type { CaseView, RecordReport } from '../model/record.js'
import { type Block, isRead } from '../model/report.js'
import { reportAddress } from './addresses.js'
import { blockName } from './block-names.js'
import { Field, type FormProblem, Wrong } from './forms.js'
import { grouped, type Lookup, lookUp } from './lookup.js'
import { html, Page } from './shell.js'
import { capital, counted, momentInWords, reportName, shortDigest } from './words.js'

/** What became of one file given to intake while Attest has been running. */
export interface TakenIn {
  readonly name: string
  readonly outcome: 'taken' | 'known' | 'refused' | 'passed-over'
  readonly report?: RecordReport['id']
  readonly message?: string
}

/** The form to take reports in; what was taken in, what was set aside in each, and what was refused and why. */
export function intakePage(view: CaseView, recent: readonly TakenIn[], problem?: FormProblem): string {
  const lookup = lookUp(view)
  return html(
    <Page view={view} title="Intake" place="Intake">
      <div class="title">
        <h1>What was taken in</h1>
        <p class="lead">Every file is kept as it came, under its own fingerprint. What could not be read is listed with the reason.</p>
      </div>
      <Recent recent={recent} lookup={lookup} />
      <AddForm problem={problem} />
      <Taken view={view} lookup={lookup} />
    </Page>,
  )
}

const outcomeWords: Readonly<Record<TakenIn['outcome'], string>> = {
  taken: 'Taken in',
  known: 'Here already; nothing was added',
  refused: 'Not read',
  'passed-over': 'Passed over',
}

function Recent({ recent, lookup }: { readonly recent: readonly TakenIn[]; readonly lookup: Lookup }) {
  if (recent.length === 0) return null
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">Just now</h2>
      <p class="note">Since Attest was started; a refused file has not entered the record.</p>
      <table class="list" role="status">
        <thead>
          <tr>
            <th scope="col">File or address</th>
            <th scope="col">What became of it</th>
          </tr>
        </thead>
        <tbody>
          {recent.map(({ name, outcome, report, message }) => {
            const kept = report === undefined ? undefined : lookup.report(report)
            return (
              <tr>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td data-label="What became of it">
                  {outcomeWords[outcome]}
                  {kept === undefined ? null : (
                    <>
                      {': '}
                      <a href={reportAddress(kept.id)}>
                        <bdi>{reportName(kept)}</bdi>
                      </a>
                    </>
                  )}
                  {message === undefined ? null : `: ${message}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function AddForm({ problem }: { readonly problem: FormProblem | undefined }) {
  const given = problem?.given ?? {}
  const wrong = (field: string) => (problem?.field === field ? problem.message : undefined)
  const invalid = (field: string, id: string) =>
    wrong(field) === undefined ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': `${id}-wrong` }
  return (
    <section aria-labelledby="add">
      <h2 id="add">Add reports</h2>
      <form method="post" action="/intake" enctype="multipart/form-data">
        <div class="adding">
          <div class="field">
            <label for="f-files">Files: text, HTML, PDF, DOCX, mail, WARC</label>
            <input type="file" id="f-files" name="files" multiple {...invalid('files', 'f-files')} />
            <Wrong id="f-files" message={wrong('files')} />
          </div>
          <div class="field">
            <label for="f-url">Or an address</label>
            <input type="url" id="f-url" name="url" inputmode="url" dir="ltr" value={given.url ?? ''} {...invalid('url', 'f-url')} />
            <Wrong id="f-url" message={wrong('url')} />
          </div>
          <div class="field">
            <label for="f-text">Or pasted text</label>
            <textarea id="f-text" name="text" {...invalid('text', 'f-text')}>
              {given.text ?? ''}
            </textarea>
            <Wrong id="f-text" message={wrong('text')} />
          </div>
          <fieldset>
            <legend>If the report does not say so itself</legend>
            <Field id="f-outlet" name="outlet" label="Outlet" problem={problem} />
            <Field id="f-published" name="published" label="Day of publication (2025-01-22)" problem={problem} />
          </fieldset>
        </div>
        <div class="acts">
          <button class="main" type="submit">
            Take in
          </button>
        </div>
      </form>
    </section>
  )
}

function Taken({ view, lookup }: { readonly view: CaseView; readonly lookup: Lookup }) {
  const intakes = view.log.entries.flatMap(({ line, who, when, entry }) => (entry.kind === 'intake' ? [{ line, who, when, entry }] : []))
  if (intakes.length === 0) return <p class="empty">No report has been taken in yet. Add one above.</p>
  const ofReport = grouped(view.record.statements, ({ report }) => report)
  return (
    <section aria-labelledby="taken">
      <h2 id="taken">Taken in</h2>
      <p class="note">{capital(counted(intakes.length, 'report'))}, latest first.</p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Report</th>
            <th scope="col">Read</th>
            <th scope="col">Set aside</th>
            <th scope="col">Waiting for a person</th>
          </tr>
        </thead>
        <tbody>
          {[...intakes].reverse().map(({ line, who, when, entry }) => {
            const report = lookup.report(entry.report)
            const read = lookup.read(entry.report)
            const own = ofReport.get(entry.report) ?? []
            const waiting = own.filter(({ state }) => state === 'proposed').length
            return (
              <tr>
                <th scope="row">
                  <a href={reportAddress(entry.report)}>
                    <bdi>{report === undefined ? entry.name : reportName(report)}</bdi>
                  </a>
                  <span class="small">
                    <bdi>{entry.name}</bdi> · {entry.bytes.toLocaleString('en')} bytes ·{' '}
                    <span class="digest">{shortDigest(entry.report)}</span> · line {line}, <bdi>{who}</bdi>, {momentInWords(when)}
                  </span>
                </th>
                <td data-label="Read">{blocksInWords(read?.blocks ?? [], true)}</td>
                <td data-label="Set aside">{blocksInWords(read?.blocks ?? [], false)}</td>
                <td data-label="Waiting">
                  {own.length === 0 ? 'no statement read' : `${waiting} of ${counted(own.length, 'statement')}`}
                  {read === undefined || read.notes.length === 0 ? null : (
                    <>
                      {'; '}
                      <a href={`${reportAddress(entry.report)}#notes`}>{counted(read.notes.length, 'note')}</a>
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** "headline, 13 paragraphs, credit". */
function blocksInWords(blocks: readonly Block[], narrative: boolean): string {
  const kinds = grouped(
    blocks.filter(({ kind }) => isRead(kind) === narrative),
    ({ kind }) => kind,
  )
  const words = [...kinds].map(([kind, own]) => `${own.length === 1 ? '' : `${own.length} × `}${blockName(kind).toLowerCase()}`)
  return words.length === 0 ? 'nothing' : words.join(', ')
}
