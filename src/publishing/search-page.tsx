import type { ReportId } from '../model/ids.js'
import type { CaseView } from '../model/record.js'
import type { ReadReport, Span } from '../model/report.js'
import { entityAddress, passageBlockAddress } from './addresses.js'
import { grouped, lookUp } from './lookup.js'
import { type Marking, markedText } from './marked-text.js'
import { html, Page } from './shell.js'
import { capital, counted, reportName, setting } from './words.js'

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
          <ul class="log compact">
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
                      <Excerpt read={read} passage={passage} query={query} />
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

/** A passage longer than this is cut: it shows where to look, it does not repeat the report. */
const longestPassage = 400

/** The passage with the words searched for marked in it. */
function Excerpt({ read, passage, query }: { readonly read: ReadReport; readonly passage: Found; readonly query: string }) {
  const { text } = read
  const within = { start: passage.start, end: Math.min(passage.end, passage.start + longestPassage) }
  return (
    <>
      {markedText(text, within, wordsIn(text, within, query)).map((piece) =>
        piece.kind === 'text' ? piece.text : <strong>{piece.inside.map((inner) => (inner.kind === 'text' ? inner.text : ''))}</strong>,
      )}
      {within.end < passage.end ? '…' : ''}
    </>
  )
}

/** Where the words of a query stand in a passage, each stretch once. */
function wordsIn(text: string, within: Span, query: string): readonly Marking<'found'>[] {
  const passage = text.slice(within.start, within.end).toLowerCase()
  const found: Marking<'found'>[] = []
  for (const word of new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])) {
    for (let at = passage.indexOf(word); at !== -1; at = passage.indexOf(word, at + word.length))
      found.push({ start: within.start + at, end: within.start + at + word.length, what: 'found' })
  }
  const inOrder = found.sort((a, b) => a.start - b.start || b.end - a.end)
  return inOrder.filter(({ start }, index) => index === 0 || start >= (inOrder[index - 1] as Marking<'found'>).end)
}
