import type { CaseView, RecordReport } from '../model/record.js'
import type { ReportHead } from '../model/report.js'
import { reportAddress } from './addresses.js'
import { grouped } from './lookup.js'
import { capital, counted, dayInWords, languageName, listed, outletName } from './words.js'

/** What was taken in, in a sentence: reports, languages, days of publication. Whoever reads a silence must know what was listened to. */
export function coverageInWords(reports: readonly ReportHead[]): string {
  if (reports.length === 0) return 'No report has been taken in yet.'
  const languages = languagesOf(reports).map(([code]) => languageName(code))
  const { first, last, undated } = daysOf(reports)
  const days =
    first === null || last === null
      ? ''
      : `, published ${first === last ? `on ${dayInWords(first)}` : `from ${dayInWords(first)} to ${dayInWords(last)}`}`
  const without = undated === 0 || first === null ? '' : `; ${counted(undated, 'of them says', 'of them say')} no day`
  return `${capital(counted(reports.length, 'report'))} of ${counted(outletsOf(reports).length, 'outlet')}${languages.length === 0 ? '' : ` in ${listed(languages)}`}${days}${without}.`
}

function languagesOf<Report extends ReportHead>(reports: readonly Report[]): readonly (readonly [code: string, own: readonly Report[]])[] {
  const known = reports.filter(({ language }) => language !== null)
  return [...grouped(known, ({ language }) => language as string)].sort(
    ([a, own], [b, other]) => other.length - own.length || (a < b ? -1 : 1),
  )
}

function outletsOf<Report extends ReportHead>(reports: readonly Report[]): readonly (readonly [name: string, own: readonly Report[]])[] {
  return [...grouped(reports, outletName)].sort(([a, own], [b, other]) => other.length - own.length || a.localeCompare(b, 'en'))
}

function daysOf(reports: readonly ReportHead[]): {
  readonly first: string | null
  readonly last: string | null
  readonly undated: number
  readonly byDay: readonly (readonly [day: string, own: readonly ReportHead[]])[]
} {
  const dated = reports.filter(({ published }) => published !== null)
  const byDay = [...grouped(dated, ({ published }) => (published as string).slice(0, 10))].sort(([a], [b]) => (a < b ? -1 : 1))
  return { first: byDay[0]?.[0] ?? null, last: byDay.at(-1)?.[0] ?? null, undated: reports.length - dated.length, byDay }
}

/** Days listed one by one; a longer coverage is told by its months. */
const mostDays = 14

/** Which outlets, languages and days were taken in: what a silence of this record can be measured by. `linked` where the pages of reports are at hand. */
export function Coverage({ view, linked }: { readonly view: CaseView; readonly linked: boolean }) {
  const { reports } = view.record
  if (reports.length === 0) return null
  const { byDay, undated } = daysOf(reports)
  const byMonth = [...grouped(byDay, ([day]) => day.slice(0, 7))].map(([month, days]) => [month, days.flatMap(([, own]) => own)] as const)
  const stretches = byDay.length <= mostDays ? byDay : byMonth
  return (
    <dl class="facts-list coverage">
      <dt>Outlets</dt>
      <dd>
        {outletsOf(reports).map(([name, own], index) => (
          <>
            {index === 0 ? null : ', '}
            <Outlet name={name} own={own} linked={linked} />
          </>
        ))}
      </dd>
      <dt>Languages</dt>
      <dd>
        {languagesOf(reports)
          .map(([code, own]) => `${languageName(code)} (${own.length})`)
          .join(', ') || 'not stated'}
      </dd>
      <dt>Days of publication</dt>
      <dd>
        {stretches.map(([day, own]) => `${dayInWords(day)} (${own.length})`).join(', ') || 'none stated'}
        {undated === 0 || stretches.length === 0 ? '' : `; ${counted(undated, 'report')} without a day`}
      </dd>
      <NotTakenIn view={view} />
    </dl>
  )
}

function Outlet({ name, own, linked }: { readonly name: string; readonly own: readonly RecordReport[]; readonly linked: boolean }) {
  const [only] = own
  const words = <bdi>{name}</bdi>
  return (
    <>
      {linked && only !== undefined && own.length === 1 ? <a href={reportAddress(only.id)}>{words}</a> : words}
      {own.length === 1 ? '' : ` (${own.length})`}
    </>
  )
}

/** Addresses that were asked for and gave no page: they were not read, and that is said. */
function NotTakenIn({ view }: { readonly view: CaseView }) {
  const missed = view.log.entries.flatMap(({ entry }) =>
    entry.kind === 'observation' && (entry.outcome === 'gone' || entry.outcome === 'forbidden' || entry.outcome === 'unreached')
      ? [entry.address]
      : [],
  )
  const addresses = new Set(missed).size
  if (addresses === 0) return null
  return (
    <>
      <dt>Asked for, and not had</dt>
      <dd>{capital(counted(addresses, 'address', 'addresses'))}: gone, forbidden or not reached when asked.</dd>
    </>
  )
}
