import type { Child } from 'hono/jsx'
import type { CaseView } from '../model/record.js'
import { counted, shortDigest } from './words.js'

/** The places of a case, in the order of the top of every page. */
const places = [
  { name: 'Timeline', address: '/' },
  { name: 'Reports', address: '/reports' },
  { name: 'Disputes', address: '/disputes' },
  { name: 'People', address: '/entities' },
  { name: 'Procedure', address: '/procedure' },
  { name: 'Origins', address: '/origins' },
  { name: 'Intake', address: '/intake' },
  { name: 'Decisions', address: '/decisions' },
  { name: 'Dossier', address: '/dossier' },
] as const
export type PlaceName = (typeof places)[number]['name']

/** Longest title a browser shows in a tab or a list of bookmarks before it cuts it. */
const longestTitle = 70

function pageTitle(title: string, caseName: string): string {
  const whole = `${title} · ${caseName} · Attest`
  return whole.length <= longestTitle ? whole : `${title.slice(0, longestTitle - 10).trim()}… · Attest`
}

/** A whole page: top, places, what the page says, foot. */
export function Page({
  view,
  name,
  title,
  place,
  query,
  children,
}: {
  /** The record the page shows; null on a page that shows none. */
  readonly view: CaseView | null
  /** The case's name, where there is no view to give it. */
  readonly name?: string
  readonly title: string
  readonly place?: PlaceName
  /** What was searched for, so that it still stands in the field. */
  readonly query?: string
  readonly children: Child
}) {
  const caseName = view?.name ?? name ?? ''
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{pageTitle(title, caseName)}</title>
        <link rel="stylesheet" href="/attest.css" />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the record
        </a>
        <header>
          <div class="top">
            <p class="brand">
              <a href="/">Attest</a>
            </p>
            <p class="case">
              <a href="/">
                <bdi>{caseName}</bdi>
              </a>
            </p>
            <search>
              <form action="/search" method="get">
                <label class="vh" for="q">
                  Search this case
                </label>
                <input type="search" id="q" name="q" placeholder="Search this case" value={query ?? ''} />
                <button type="submit">Search</button>
              </form>
            </search>
          </div>
          <nav class="case-nav" aria-label="Case">
            <ul>
              {places.map(({ name, address }) => (
                <li>
                  {name === place ? (
                    <a href={address} aria-current="page">
                      {name}
                    </a>
                  ) : (
                    <a href={address}>{name}</a>
                  )}
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="main">{children}</main>
        <footer>
          {view === null ? null : <p>{computedFrom(view)}</p>}
          <p>
            A machine’s reading is a proposal until a person accepts it. <a href="/#marks">What the marks mean</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

/** What the record was computed from, and the last line of its log. */
function computedFrom({ record, log }: CaseView) {
  return (
    <>
      Computed from {counted(record.reports.length, 'kept report')} and {counted(log.decisions, 'decision')}; every decision can be undone.
      {log.last === null ? null : (
        <>
          {' Last line of the log: '}
          <span class="digest">{shortDigest(log.last)}</span>.
        </>
      )}
    </>
  )
}

/**
 * The page as text. The renderer closes void elements as XML does and gives boolean attributes an empty value; HTML's own manner is neither.
 * Both patterns stand only in tags: in text and in attribute values `"` and `>` are escaped.
 */
export function html(page: { toString(): string | Promise<string> }): string {
  const rendered = page.toString()
  if (typeof rendered !== 'string') throw new Error('a page waits for nothing; a component of it is asynchronous')
  return `<!DOCTYPE html>\n${rendered.replaceAll('/>', '>').replace(/ (open|autofocus|required|selected|checked|multiple|hidden|reversed)=""/g, ' $1')}\n`
}
