import type { ReportId } from '../model/ids.js'
import type { CaseView } from '../model/record.js'
import type { ReadReport } from '../model/report.js'
import { entityAddress, passageBlockAddress } from './addresses.js'
import { grouped, lookUp } from './lookup.js'
import { html, Page } from './shell.js'
import { capital, counted, onOneLine, reportName, setting } from './words.js'

/** A stretch of a report that holds what was searched for. */
export interface Found {
  readonly report: ReportId
  readonly start: number
  readonly end: number
}

/** Passages that hold the words, by report, and the parties whose name does. */
export function searchPage(view: CaseView, query: string, found: readonly Found[]): string {
  const lookup = lookUp(view)
  const words = query.trim().toLowerCase()
  const parties =
    words === '' ? [] : view.record.entities.filter(({ names }) => names.some(({ value }) => value.toLowerCase().includes(words)))
  const byReport = grouped(found, ({ report }) => report)
  return html(
    <Page view={view} title={query === '' ? 'Search' : `Search: ${query}`} query={query}>
      <div class="title">
        <h1>Search</h1>
        <p class="lead">
          {words === ''
            ? 'Write a word or a name above. Names are searched in every spelling the reports use.'
            : found.length === 0 && parties.length === 0
              ? `No report read holds “${query}”. Try fewer words, or another spelling.`
              : `“${query}” stands in ${counted(found.length, 'passage')} of ${counted(byReport.size, 'report')}.`}
        </p>
      </div>
      {parties.length === 0 ? null : (
        <section aria-labelledby="parties">
          <h2 id="parties">{capital(counted(parties.length, 'party or place', 'parties and places'))} of that name</h2>
          <ul class="log">
            {parties.map(({ id, name }) => (
              <li>
                <a href={entityAddress(id)}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {[...byReport].map(([id, passages]) => {
        const report = lookup.report(id)
        const read = lookup.read(id)
        if (report === undefined || read === undefined) return null
        return (
          <section aria-labelledby={`r-${id.slice(7, 23)}`}>
            <h2 id={`r-${id.slice(7, 23)}`}>
              <bdi>{reportName(report)}</bdi>
            </h2>
            <ul class="says">
              {passages.map((passage) => (
                <li>
                  <q {...setting(report.language)}>
                    <a class="passage-link" href={passageBlockAddress(read, passage.start)}>
                      <Excerpt read={read} passage={passage} />
                    </a>
                  </q>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Page>,
  )
}

/** Characters shown on each side of what was found: about a line. */
const aroundFound = 70

/** A found stretch longer than this is a whole passage already and is cut. */
const longestFound = 300

function Excerpt({ read, passage }: { readonly read: ReadReport; readonly passage: Found }) {
  const { text } = read
  const [start, end] = [passage.start, Math.min(passage.end, passage.start + longestFound)]
  return (
    <>
      {start > aroundFound ? '…' : ''}
      {onOneLine(text.slice(Math.max(0, start - aroundFound), start))} <strong>{onOneLine(text.slice(start, end))}</strong>{' '}
      {onOneLine(text.slice(end, end + aroundFound))}
      {end + aroundFound < text.length ? '…' : ''}
    </>
  )
}
