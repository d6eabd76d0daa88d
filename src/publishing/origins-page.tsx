import type { CaseView, RecordReport, RecordStatement } from '../model/record.js'
import { passageAddress, reportAddress } from './addresses.js'
import { grouped, type Lookup, lookUp } from './lookup.js'
import { html, Page } from './shell.js'
import { capital, counted, outletName, reportName } from './words.js'

/** Who rests on whom: each root source with the outlets that carry it, and the reports that print another's text. */
export function originsPage(view: CaseView): string {
  const lookup = lookUp(view)
  const statements = view.record.statements.filter(({ state }) => state !== 'rejected')
  const roots = grouped(statements, (statement) => rootOf(statement, lookup))
  const inOrder = [...roots].sort(([a, own], [b, other]) => reportsOf(other).length - reportsOf(own).length || a.localeCompare(b))
  return html(
    <Page view={view} title="Origins" place="Origins">
      <div class="title">
        <h1>Who rests on whom</h1>
        <p class="lead">
          {roots.size === 0
            ? 'Nothing read yet leads back to anybody.'
            : `${capital(counted(view.record.reports.length, 'report'))} ${view.record.reports.length === 1 ? 'leads' : 'lead'} back to ${counted(roots.size, 'source')}. Only origins are counted: what two outlets have from the same source is one origin, whoever prints it.`}
        </p>
      </div>
      {inOrder.length === 0 ? null : (
        <section aria-labelledby="roots">
          <h2 id="roots">Sources, and who carries them</h2>
          <ul class="tree">
            {inOrder.map(([root, own]) => (
              <Root name={root} statements={own} lookup={lookup} />
            ))}
          </ul>
        </section>
      )}
      <Credits reports={view.record.reports} />
      <Copies reports={view.record.reports} lookup={lookup} />
    </Page>,
  )
}

/** The last source a statement names, by the name its party goes by; an outlet that names nobody is its own. A copy's own voice is its original's. */
function rootOf({ sources, report }: RecordStatement, lookup: Lookup): string {
  const named = sources.at(-1)
  if (named !== undefined) return lookup.partyNamed(named, report)?.name ?? named
  const own = lookup.report(report)
  const original = own?.copyOf == null ? own : (lookup.report(own.copyOf) ?? own)
  return original === undefined ? 'a report' : outletName(original)
}

function byNumber(statements: readonly RecordStatement[], lookup: Lookup): readonly RecordStatement[] {
  return [...statements].sort((a, b) => lookup.numberOf(a.id) - lookup.numberOf(b.id))
}

function reportsOf(statements: readonly RecordStatement[]): readonly string[] {
  return [...new Set(statements.map(({ report }) => report))]
}

function Root({
  name,
  statements,
  lookup,
}: {
  readonly name: string
  readonly statements: readonly RecordStatement[]
  readonly lookup: Lookup
}) {
  const ways = grouped(statements, ({ report, sources }) => `${report} ${sources.join(' | ')}`)
  const own = statements.every(({ sources }) => sources.length === 0)
  return (
    <li>
      <h3>
        <bdi>{name}</bdi>
        {own ? ', in its own voice' : ''}
      </h3>
      <ul>
        {[...ways.values()].map((list) => (
          <Way statements={list} lookup={lookup} />
        ))}
      </ul>
    </li>
  )
}

/** One way from a report to its source: through whom, and the passages that say so. */
function Way({ statements, lookup }: { readonly statements: readonly RecordStatement[]; readonly lookup: Lookup }) {
  const [first] = statements
  if (first === undefined) return null
  const report = lookup.report(first.report)
  const between = first.sources.slice(0, -1)
  return (
    <li>
      <a href={reportAddress(first.report)}>
        <bdi>{report === undefined ? 'a report' : reportName(report)}</bdi>
      </a>
      {report?.copyOf == null ? null : ', as a copy'}
      {between.map((name) => (
        <>
          {', through '}
          <strong>
            <bdi>{name}</bdi>
          </strong>
        </>
      ))}
      {': '}
      <Passages statements={statements} lookup={lookup} />
    </li>
  )
}

function Passages({ statements, lookup }: { readonly statements: readonly RecordStatement[]; readonly lookup: Lookup }) {
  return (
    <span class="via">
      {counted(statements.length, 'statement')}{' '}
      {byNumber(statements, lookup).map((statement) => {
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

function Credits({ reports }: { readonly reports: readonly RecordReport[] }) {
  const crediting = reports.filter(({ credits }) => credits.length > 0)
  if (crediting.length === 0) return null
  return (
    <section aria-labelledby="credits">
      <h2 id="credits">Named in a credit line only</h2>
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

function Copies({ reports, lookup }: { readonly reports: readonly RecordReport[]; readonly lookup: Lookup }) {
  const copies = reports.filter(({ copyOf }) => copyOf !== null)
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">Recognised as copies</h2>
      {copies.length === 0 ? (
        <p>No report read prints the text of another.</p>
      ) : (
        <>
          <p class="note">Kept, and never counted as another origin.</p>
          <ul class="log compact">
            {copies.map((report) => {
              const original = report.copyOf === null ? undefined : lookup.report(report.copyOf)
              return (
                <li>
                  <a href={reportAddress(report.id)}>
                    <bdi>{reportName(report)}</bdi>
                  </a>{' '}
                  prints the text of{' '}
                  {original === undefined ? (
                    'a report no longer here'
                  ) : (
                    <a href={reportAddress(original.id)}>
                      <bdi>{reportName(original)}</bdi>
                    </a>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
