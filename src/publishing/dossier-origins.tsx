import type { Child } from 'hono/jsx'
import type { OriginAnchor } from '../model/decision.js'
import type { CaseView, RecordReport } from '../model/record.js'
import type { Lookup } from './lookup.js'
import { OriginDrawing } from './origin-drawing.js'
import { byOrigin, type Way, waysToOrigins } from './origin-ways.js'
import { outletName } from './words.js'

const wayWords: Readonly<Record<Way['kind'], string>> = {
  own: 'in its own voice',
  named: 'names it',
  copy: 'prints its text',
  credit: 'credits it',
  decided: 'has it from there, by a person’s decision',
}

/** Who rests on whom, drawn and in words, and what is counted as one, with the reason. */
export function DossierOrigins({
  view,
  lookup,
  cited,
}: {
  readonly view: CaseView
  readonly lookup: Lookup
  readonly cited: (reports: readonly RecordReport['id'][]) => Child
}) {
  const ways = waysToOrigins(view)
  if (ways.length === 0) return null
  const folds = view.record.folds
  return (
    <>
      <h2 id="origins">Who rests on whom</h2>
      <p>
        Lines lead from each report to the source at which its account ends: a plain line where the text names it, a dotted one where only a
        credit line does, a double one where the report prints its text. Only the ends are counted. Below, the same in words.
      </p>
      <OriginDrawing ways={ways} view={view} id="map" />
      <ul class="log compact">
        {byOrigin(ways).map(([root, own]) => (
          <li>
            <strong>
              <bdi>{root}</bdi>
            </strong>
            {': '}
            {own.map((way, index) => (
              <>
                {index === 0 ? null : '; '}
                <WayInWords way={way} cited={cited} />
              </>
            ))}
            .
          </li>
        ))}
      </ul>
      {folds.length === 0 ? null : (
        <>
          <h3>Counted as one, and why</h3>
          <ul class="log compact">
            {folds.map(({ a, b, because, line }) => (
              <li>
                <bdi>{anchorWords(a, lookup)}</bdi> with <bdi>{anchorWords(b, lookup)}</bdi>
                {line === undefined ? `: ${because}.` : `, by a person’s decision: “${because}”`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function WayInWords({ way, cited }: { readonly way: Way; readonly cited: (reports: readonly RecordReport['id'][]) => Child }) {
  const { report, kind, through } = way
  return (
    <>
      <bdi>{outletName(report)}</bdi> {wayWords[kind]}
      {through.length === 0 ? null : (
        <>
          , through <bdi>{through.join(', ')}</bdi>
        </>
      )}
      {cited([report.id])}
    </>
  )
}

function anchorWords({ report, name }: OriginAnchor, lookup: Lookup): string {
  const found = report === null ? undefined : lookup.report(report)
  const outlet = found === undefined ? 'a report' : outletName(found)
  if (name === null) return outlet
  return report === null ? name : `${name}, in ${outlet}`
}
