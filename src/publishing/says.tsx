import type { StatementId } from '../model/ids.js'
import type { AttributeValue, RecordStatement } from '../model/record.js'
import { passageAddress } from './addresses.js'
import { When } from './dates.js'
import { grouped, type Lookup } from './lookup.js'
import { StateMark } from './marks.js'
import { onOneLine, outletName, setting } from './words.js'

/** From whom an outlet has it, outward in: "from Reuters, from an interior-ministry source". Empty in its own voice. */
export function Chain({ sources }: { readonly sources: readonly string[] }) {
  return (
    <>
      {sources.map((source) => (
        <>
          {', from '}
          <bdi>{source}</bdi>
        </>
      ))}
    </>
  )
}

/** The passage a statement rests on, in the report's own words, language and direction, leading to where it stands. */
function Passage({ statement, lookup }: { readonly statement: RecordStatement; readonly lookup: Lookup }) {
  const language = lookup.report(statement.report)?.language ?? null
  return (
    <q {...setting(language)}>
      <a class="passage-link" href={passageAddress(statement)}>
        {onOneLine(statement.quote.exact)}
      </a>
    </q>
  )
}

/** "hedged: “reportedly”", with the word as printed where the reader gives it. */
function hedgeInWords({ hedge }: RecordStatement): string {
  return hedge === undefined ? 'hedged in its own words' : `hedged: “${onOneLine(hedge.exact)}”`
}

/** How a statement is said when not plainly: "says it did not happen; hedged". */
export function mannerInWords(statement: RecordStatement): string | null {
  const { polarity, certainty, modality } = statement
  const words = [
    modality === 'demanded' ? 'demanded, not said to have happened' : '',
    modality === 'planned' ? 'planned, not said to have happened' : '',
    modality === 'conditional' ? 'on a condition, not said to have happened' : '',
    polarity === 'negative' ? 'says not' : '',
    certainty === 'hedged' ? hedgeInWords(statement) : '',
  ].filter((word) => word !== '')
  return words.length === 0 ? null : words.join('; ')
}

/** Who says so: each statement with its outlet, the chain behind it, its manner, its words, and whether a person has accepted it. */
export function Says({ statements, lookup }: { readonly statements: readonly RecordStatement[]; readonly lookup: Lookup }) {
  return (
    <ul class="says">
      {statements.map((statement) => (
        <Saying statement={statement} lookup={lookup} />
      ))}
    </ul>
  )
}

function Saying({ statement, lookup }: { readonly statement: RecordStatement; readonly lookup: Lookup }) {
  const report = lookup.report(statement.report)
  const manner = mannerInWords(statement)
  const original = lookup.countedWith(statement.report)
  return (
    <li>
      <cite>
        <bdi>{report === undefined ? 'A report' : outletName(report)}</bdi>
      </cite>
      <span class="via">
        {statement.sources.length === 0 ? ', in its own voice' : <Chain sources={statement.sources} />}
        {report?.published == null ? ', no date of publication' : <>, {<When edtf={report.published.slice(0, 10)} />}</>}
        {original === undefined ? null : (
          <>
            {'; prints the text of '}
            <bdi>{outletName(original)}</bdi>, not counted again
          </>
        )}
        {manner === null ? null : <>; {<em>{manner}</em>}</>}
      </span>{' '}
      <StateMark statement={statement} />
      <Passage statement={statement} lookup={lookup} />
    </li>
  )
}

/** The statements with these ids, in order of publication, rejected ones left out. */
export function statementsIn(ids: readonly StatementId[], lookup: Lookup): readonly RecordStatement[] {
  return ids
    .flatMap((id) => lookup.statement(id) ?? [])
    .filter(({ state }) => state !== 'rejected')
    .sort((a, b) => publishedKey(a, lookup).localeCompare(publishedKey(b, lookup)) || a.quote.start - b.quote.start)
}

function publishedKey({ report }: RecordStatement, lookup: Lookup): string {
  return `${lookup.report(report)?.published ?? '9999'} ${report}`
}

/** Rival values as a dispute shows them: most origins first, ties in order of publication. */
export function inOrder(values: readonly AttributeValue[], lookup: Lookup): readonly AttributeValue[] {
  const first = new Map(values.map((value) => [value, firstPublished(value, lookup)]))
  return [...values].sort(
    (a, b) => b.origins.length - a.origins.length || (first.get(a) ?? '').localeCompare(first.get(b) ?? '') || (a.value < b.value ? -1 : 1),
  )
}

function firstPublished({ statements }: AttributeValue, lookup: Lookup): string {
  const days = statements
    .map((id) => lookup.statement(id))
    .flatMap((statement) => (statement === undefined ? [] : [lookup.report(statement.report)?.published ?? '9999']))
  return days.sort()[0] ?? '9999'
}

/** The reports behind something, each once, leading to its passage; further passages of the same report by their number. */
export function PassageLinks({ statements, lookup }: { readonly statements: readonly RecordStatement[]; readonly lookup: Lookup }) {
  return (
    <>
      {[...grouped(statements, ({ report }) => report).values()].map((own, index) => (
        <>
          {index === 0 ? null : '; '}
          <ReportPassages own={own} lookup={lookup} />
        </>
      ))}
    </>
  )
}

/** That whoever gave a value corrected it later, with the passages. */
export function Replaced({ value, lookup }: { readonly value: AttributeValue; readonly lookup: Lookup }) {
  const later = statementsIn(value.replacedBy ?? [], lookup)
  if (later.length === 0) return null
  return (
    <span class="via">
      {'; later corrected by the same origin: '}
      <PassageLinks statements={later} lookup={lookup} />
    </span>
  )
}

function ReportPassages({ own, lookup }: { readonly own: readonly RecordStatement[]; readonly lookup: Lookup }) {
  const [first, ...more] = own
  if (first === undefined) return null
  const report = lookup.report(first.report)
  return (
    <>
      <a href={passageAddress(first)}>
        <bdi>{report === undefined ? 'a report' : outletName(report)}</bdi>
      </a>
      {more.map((statement) => {
        const number = lookup.numberOf(statement.id)
        return (
          <>
            {' '}
            <a
              href={passageAddress(statement)}
              aria-label={`${report === undefined ? 'the report' : outletName(report)}, statement ${number}`}
            >
              {number}
            </a>
          </>
        )
      })}
    </>
  )
}
