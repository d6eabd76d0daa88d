import type { Command } from 'commander'
import { AttestError, byOrigin, coverageInWords, recordJson, type Way, waysToOrigins } from '../../attest.js'
import type { OriginAnchor } from '../../model/decision.js'
import type { Attribute, AttributeValue, CaseView, Event, RecordReport, RecordStatement } from '../../model/record.js'
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
  reports: {
    lines: reportsLines,
    values: (view) =>
      view.record.reports.map((report) => ({ ...report, ...(versionOf(view, report) && { versionOf: versionOf(view, report) }) })),
  },
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
      .argument('[id]', 'for report: its id, or the beginning of its digest; for origins: the happening, without it everything')
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

/** "[2]", or "[1 to 2]" where unnamed sources may be one. */
function counted({ origins, originsAtLeast }: AttributeValue): string {
  return originsAtLeast === undefined ? `[${origins.length}]` : `[${originsAtLeast} to ${origins.length}]`
}

function saidValue(value: AttributeValue): string {
  const corrected = (value.replacedBy ?? []).length > 0 ? ' (later corrected by the same origin)' : ''
  return `${value.value}${value.hedged === true ? ' (only ever hedged)' : ''}${corrected} ${counted(value)}`
}

function said(attribute: Attribute): string {
  if (attribute.status === 'unknown') return 'not stated'
  return attribute.values.map(saidValue).join(attribute.status === 'disputed' ? ' ≠ ' : '; ')
}

/** What a person said of a dispute; empty where nobody did. */
function judgedWords({ judged }: Attribute): string {
  if (judged === undefined) return ''
  const kept = judged.keeps === undefined ? '' : `, preferring ${judged.keeps}`
  return `${judged.says.replace('-', ' ')} by ${judged.who}${kept}: “${judged.because}” (line ${judged.line})`
}

function timelineLines({ record }: CaseView): readonly string[] {
  if (record.events.length === 0) return []
  return [
    ...eventLines(record),
    `${coverageInWords(record.reports)} Where this is silent, nobody here reports it; it may still have happened.`,
  ]
}

function eventLines(record: CaseView['record']): readonly string[] {
  const byId = new Map(record.events.map((event) => [event.id, event]))
  return inTime(record.events).flatMap((event) => {
    const when = event.time.values.map(({ value }) => timeInWords(value)).join(' ≠ ') || 'no date stated'
    const { agent, patient, recipient, place } = event
    const told = Object.entries({ agent, patient, recipient, place, ...event.detail }).flatMap(([key, attribute]) =>
      attribute.status === 'unknown' ? [] : [`${key}: ${said(attribute)}`],
    )
    const happened =
      event.happened.status === 'disputed'
        ? 'whether it happened is disputed'
        : event.happened.values[0]?.value === 'false'
          ? 'said not to have happened'
          : event.happened.status
    const origins = event.happened.values
      .map((value) => `${counted(value)}${value.hedged === true ? ' only ever hedged' : ''}`)
      .join(' against ')
    return [
      `${when}  ${event.type} (${happened}) ${origins}`,
      `    ${told.join(' · ')}`,
      ...attributesOf(event).flatMap(([key, attribute]) =>
        attribute.judged === undefined ? [] : [`    ${key}: ${judgedWords(attribute)}`],
      ),
      ...(event.related ?? []).map(
        ({ event: id, because }) => `    goes with ${byId.get(id)?.type ?? 'another happening'} ${id}: ${because}`,
      ),
      `    ${event.id}, ${event.statements.length} statements`,
    ]
  })
}

function reportsLines(view: CaseView): readonly string[] {
  return view.record.reports.map((report) => {
    const { id, outlet, title, published, copyOf, copy, credits } = report
    const version = versionOf(view, report)
    const notes = [
      copyOf === null ? '' : `copy of ${copyOf.slice(7, 19)}${copy === undefined ? '' : `, ${percent(copy.share)} of its text`}`,
      version === undefined ? '' : `a later version of ${version.slice(7, 19)}`,
      credits.length === 0 ? '' : `credits ${credits.join(', ')}`,
    ].filter((note) => note !== '')
    return `${id.slice(7, 19)}  ${published === null ? 'no date' : timeInWords(published)}  ${outlet ?? 'outlet not stated'}: ${title ?? 'no title'}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
  })
}

/** The first report taken in from the same address, where this is a later version of it. */
function versionOf({ log }: CaseView, { id }: RecordReport): RecordReport['id'] | undefined {
  return log.entries.flatMap(({ entry }) => (entry.kind === 'intake' && entry.report === id ? (entry.versionOf ?? []) : []))[0]
}

function percent(share: number): string {
  return `${Math.round(share * 100)} in 100`
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

function attributesOf({ happened, agent, patient, recipient, place, time, detail }: Event): readonly (readonly [string, Attribute])[] {
  return Object.entries({ happened, agent, patient, recipient, place, time, ...detail })
}

function disputesOf(events: readonly Event[]): readonly { readonly event: Event; readonly attribute: string; readonly value: Attribute }[] {
  return events.flatMap((event) =>
    attributesOf(event)
      .filter(([, { status }]) => status === 'disputed')
      .map(([attribute, value]) => ({ event, attribute, value })),
  )
}

function disputesLines({ record }: CaseView): readonly string[] {
  return disputesOf(record.events).flatMap(({ event, attribute, value }) => [
    `${event.type}, ${attribute}: ${said(value)}`,
    ...value.values.map(
      (side) =>
        `    ${side.value}: ${side.origins.join('; ')}${side.hedged === true ? ' (only ever hedged)' : ''}; ${side.statements[0] ?? ''}`,
    ),
    `    ${judgedWords(value) || 'open'}`,
  ])
}

/** The happening asked for, by its id or the beginning of it; none asked for: all statements. */
function askedStatements({ record }: CaseView, id: string | undefined): readonly RecordStatement[] | undefined {
  if (id === undefined) return undefined
  const found = record.events.filter((event) => event.id.startsWith(id.startsWith('ev:') ? id : `ev:${id}`))
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new AttestError(
      'show/no-event',
      `${found.length === 0 ? 'no happening' : `${found.length} happenings`} with an id that begins with "${id}"; attest show CASE timeline lists them`,
    )
  return record.statements.filter((statement) => only.statements.includes(statement.id))
}

function originsOf(view: CaseView, id: string | undefined): unknown {
  const origins = byOrigin(waysToOrigins(view, askedStatements(view, id))).map(([origin, ways]) => ({
    origin,
    ways: ways.map(({ report, kind, through, statements }) => ({
      report: report.id,
      outlet: report.outlet,
      kind,
      through,
      statements: statements.map((statement) => statement.id),
    })),
  }))
  return { origins, folds: view.record.folds }
}

const wayWords: Readonly<Record<Way['kind'], string>> = {
  own: 'in its own voice',
  named: 'names it',
  copy: 'prints its text',
  credit: 'credits it for the whole report',
  decided: 'rests on it, by a person’s decision',
}

function originsLines(view: CaseView, id: string | undefined): readonly string[] {
  const origins = byOrigin(waysToOrigins(view, askedStatements(view, id))).flatMap(([origin, ways]) => [
    origin,
    ...ways.map(({ report, kind, through, statements }) => {
      const by = through.length === 0 ? '' : `, through ${through.join(', ')}`
      return `    ${report.outlet ?? 'outlet not stated'}: ${wayWords[kind]}${by}; ${statements.length === 1 ? '1 statement' : `${statements.length} statements`}`
    }),
  ])
  const folds = view.record.folds.map(({ a, b, because, line }) => {
    const apart = line === undefined ? `unfold ${given(a)} ${given(b)}` : `undo ${line}`
    return `counted as one: ${inWords(view, a)} with ${inWords(view, b)}: ${because}. Apart with: attest decide CASE ${apart} --because TEXT`
  })
  return [...origins, ...folds]
}

/** A source as `attest decide` takes it. */
function given({ report, name }: OriginAnchor): string {
  const words = report === null ? (name ?? '') : `${name ?? ''}@${report.slice(7, 19)}`
  return /^[\w@.-]+$/.test(words) ? words : `"${words}"`
}

function inWords({ record }: CaseView, { report, name }: OriginAnchor): string {
  const outlet = record.reports.find(({ id }) => id === report)?.outlet ?? 'outlet not stated'
  return name === null ? outlet : report === null ? name : `${name} in ${outlet}`
}

function findingsLines(view: CaseView, _: string | undefined, why: boolean): readonly string[] {
  const { findings, at, packs } = view.record
  if (at === null && packs.length > 0)
    return ['No report says when it was published, so there is no day as of which to judge; ask: attest clocks CASE --at TIME']
  return findings.flatMap((finding) => findingLines(finding, why ? view : undefined))
}
