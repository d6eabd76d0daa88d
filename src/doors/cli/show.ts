import type { Command } from 'commander'
import { AttestError, recordJson } from '../../attest.js'
import type { Attribute, CaseView, Event, RecordStatement } from '../../model/record.js'
import { timeInWords } from '../../model/time.js'
import { withCase } from './case.js'
import { findingLines } from './findings.js'
import { type Door, example, UsageError } from './run-command.js'

/** What `attest show` can show, each as lines for a person and as values for a programme. */
const views: Readonly<
  Record<
    string,
    {
      readonly lines: (view: CaseView, id: string | undefined, why: boolean) => readonly string[]
      readonly values: (view: CaseView, id: string | undefined) => unknown
    }
  >
> = {
  timeline: { lines: timelineLines, values: ({ record }) => inTime(record.events) },
  reports: { lines: reportsLines, values: ({ record }) => record.reports },
  report: { lines: reportLines, values: reportValues },
  statements: {
    lines: (view) => view.record.statements.map((statement) => statementLine(view, statement)),
    values: ({ record }) => record.statements,
  },
  entities: { lines: entitiesLines, values: ({ record }) => record.entities },
  disputes: {
    lines: disputesLines,
    values: ({ record }) =>
      disputesOf(record.events).map(({ event, attribute, value }) => ({ event: event.id, type: event.type, attribute, ...value })),
  },
  origins: { lines: originsLines, values: originsOf },
  findings: {
    lines: findingsLines,
    values: ({ record }) => record.findings,
  },
  orphans: {
    lines: ({ record }) => record.orphans.map(({ line, act, message }) => `line ${line}, ${act}: ${message}`),
    values: ({ record }) => record.orphans,
  },
}

const emptyWords: Readonly<Record<string, string>> = {
  timeline: 'No account taken in says that anything happened.',
  reports: 'No report has been taken in yet. Add one with: attest add CASE FILE',
  disputes: 'No accounts differ, among those read.',
  findings: 'No procedure pack applies to what has been read; name one when you make the case.',
  orphans: 'Every decision finds its statement.',
}

export function addShowCommand(program: Command, door: Door): void {
  example(
    program
      .command('show')
      .description(`Show a part of the record: ${Object.keys(views).join(', ')}.`)
      .argument('<case>')
      .argument('[what]', 'timeline when left out; without --json')
      .argument('[id]', 'for report: its id, or the beginning of its digest')
      .option('--why', 'for findings: how each was reached, with the words of the accounts and of the law')
      .option('--json', 'as JSON; without a part, the whole record'),
    'attest show najim.case disputes',
  ).action(async (path: string, what: string | undefined, id: string | undefined, options: { json?: true; why?: true }) => {
    const part = views[what ?? 'timeline']
    if (part === undefined) throw new UsageError(`there is no "${what}" to show; there is: ${Object.keys(views).join(', ')}`)
    if (what === 'report' && id === undefined)
      throw new UsageError('show report needs the report’s id; attest show CASE reports lists them')
    const view = await withCase(path, (open) => open.view())
    if (options.json === true) {
      door.say(JSON.stringify(what === undefined ? recordJson(view.record) : part.values(view, id), null, 1))
      return
    }
    const lines = part.lines(view, id, options.why === true)
    for (const line of lines.length === 0 ? [emptyWords[what ?? 'timeline'] ?? 'There is none.'] : lines) door.say(line)
  })
}

function inTime(events: readonly Event[]): readonly Event[] {
  const key = (event: Event) => event.time.values[0]?.value ?? '9999'
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1))
}

function said(attribute: Attribute): string {
  if (attribute.status === 'unknown') return 'not stated'
  const values = attribute.values.map(({ value, origins, hedged }) => `${value}${hedged === true ? ' (hedged)' : ''} [${origins.length}]`)
  return values.join(attribute.status === 'disputed' ? ' ≠ ' : ' ')
}

function timelineLines({ record }: CaseView): readonly string[] {
  return inTime(record.events).flatMap((event) => {
    const when = event.time.values.map(({ value }) => timeInWords(value)).join(' ≠ ') || 'no date stated'
    const who = (['agent', 'patient', 'recipient', 'place'] as const).flatMap((key) =>
      event[key].status === 'unknown' ? [] : [`${key}: ${said(event[key])}`],
    )
    const happened =
      event.happened.status === 'disputed'
        ? 'whether it happened is disputed'
        : event.happened.values[0]?.value === 'false'
          ? 'said not to have happened'
          : event.happened.status
    return [`${when}  ${event.type} (${happened})`, `    ${who.join(' · ')}`, `    ${event.id}, ${event.statements.length} statements`]
  })
}

function reportsLines({ record }: CaseView): readonly string[] {
  return record.reports.map(({ id, outlet, title, published, copyOf, credits }) => {
    const notes = [
      copyOf === null ? '' : `copy of ${copyOf.slice(7, 19)}`,
      credits.length === 0 ? '' : `credits ${credits.join(', ')}`,
    ].filter((note) => note !== '')
    return `${id.slice(7, 19)}  ${published === null ? 'no date' : timeInWords(published)}  ${outlet ?? 'outlet not stated'}: ${title ?? 'no title'}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
  })
}

function reportFound({ record }: CaseView, id: string | undefined): CaseView['record']['reports'][number] {
  const wanted = (id ?? '').replace(/^sha256:/, '')
  const found = record.reports.filter((report) => report.id.slice(7).startsWith(wanted))
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new AttestError(
      'show/no-report',
      `${found.length === 0 ? 'no report' : `${found.length} reports`} with an id that begins with "${wanted}"; attest show CASE reports lists them`,
    )
  return only
}

function reportLines(view: CaseView, id: string | undefined): readonly string[] {
  const report = reportFound(view, id)
  const read = view.read.find((one) => one.report.id === report.id)
  return [
    `${report.outlet ?? 'outlet not stated'}: ${report.title ?? 'no title'} (${report.id})`,
    ...(read?.blocks ?? []).map((block) => `[${block.kind}] ${read?.text.slice(block.start, block.end).trim().replace(/\s+/g, ' ') ?? ''}`),
    ...view.record.statements.filter((statement) => statement.report === report.id).map((statement) => statementLine(view, statement)),
  ]
}

function reportValues(view: CaseView, id: string | undefined): unknown {
  const report = reportFound(view, id)
  return { ...report, statements: view.record.statements.filter((statement) => statement.report === report.id) }
}

function statementLine({ record }: CaseView, statement: RecordStatement): string {
  const outlet = record.reports.find(({ id }) => id === statement.report)?.outlet ?? 'outlet not stated'
  const kept = [
    statement.polarity === 'negative' ? 'not' : '',
    statement.certainty === 'hedged' ? 'hedged' : '',
    statement.modality === 'actual' ? '' : statement.modality,
  ].filter((word) => word !== '')
  const parties = [...statement.agent, '->', ...statement.patient].join(' ')
  return `${statement.id}  [${statement.state}] ${[...kept, statement.type].join(' ')}: ${parties}; ${[outlet, ...statement.sources].join(', from ')}; “${statement.quote.exact.replace(/\s+/g, ' ')}”`
}

function entitiesLines({ record }: CaseView): readonly string[] {
  const possible = record.possible.map(({ a, b, score, because }) => {
    const name = (id: string) => record.entities.find((entity) => entity.id === id)?.name ?? id
    return `possibly one: ${name(a)} and ${name(b)} (${score.toFixed(2)}): ${because.join('; ')}`
  })
  return [
    ...record.entities.map(
      ({ id, kind, name, names }) =>
        `${id}  ${kind}  ${name}${
          names.length > 1
            ? ` (also: ${names
                .map(({ value }) => value)
                .filter((value) => value !== name)
                .join(', ')})`
            : ''
        }`,
    ),
    ...possible,
  ]
}

function disputesOf(events: readonly Event[]): readonly { readonly event: Event; readonly attribute: string; readonly value: Attribute }[] {
  return events.flatMap((event) => {
    const attributes: readonly (readonly [string, Attribute])[] = [
      ['happened', event.happened],
      ['agent', event.agent],
      ['patient', event.patient],
      ['recipient', event.recipient],
      ['place', event.place],
      ['time', event.time],
      ...Object.entries(event.detail),
    ]
    return attributes.filter(([, { status }]) => status === 'disputed').map(([attribute, value]) => ({ event, attribute, value }))
  })
}

function disputesLines({ record }: CaseView): readonly string[] {
  return disputesOf(record.events).flatMap(({ event, attribute, value }) => [
    `${event.type}, ${attribute}: ${said(value)}`,
    ...value.values.map((side) => `    ${side.value}: ${side.origins.join('; ')}${side.hedged === true ? ' (only ever hedged)' : ''}`),
  ])
}

function originsOf({
  record,
}: CaseView): readonly { readonly report: string; readonly outlet: string | null; readonly origins: readonly string[] }[] {
  return record.reports.map(({ id, outlet, copyOf, credits }) => {
    const roots = record.statements
      .filter(({ report }) => report === id)
      .map(({ sources }) => sources.at(-1) ?? outlet ?? 'outlet not stated')
    const original = copyOf === null ? [] : [`the text of ${record.reports.find((report) => report.id === copyOf)?.outlet ?? copyOf}`]
    return { report: id, outlet, origins: [...new Set([...original, ...roots, ...credits])].sort() }
  })
}

function originsLines(view: CaseView): readonly string[] {
  return originsOf(view).map(({ outlet, origins }) => `${outlet ?? 'outlet not stated'} rests on: ${origins.join('; ') || 'nothing read'}`)
}

function findingsLines(view: CaseView, _: string | undefined, why: boolean): readonly string[] {
  const { findings, at, packs } = view.record
  if (at === null && packs.length > 0)
    return ['No report says when it was published, so there is no day as of which to judge; ask: attest clocks CASE --at TIME']
  return findings.flatMap((finding) => findingLines(finding, why ? view : undefined))
}
