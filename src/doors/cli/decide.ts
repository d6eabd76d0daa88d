import type { Command } from 'commander'
import { AttestError, anchorStatement, type OpenCase } from '../../attest.js'
import type { Act, Correction, OriginAnchor, PartyAnchor, StatementAnchor } from '../../model/decision.js'
import type { ReportId } from '../../model/ids.js'
import type { CaseView, Event } from '../../model/record.js'
import { blockKinds, statementTypes } from '../../model/report.js'
import { extentOf } from '../../model/time.js'
import { currentUser, withCase } from './case.js'
import { type Door, example, UsageError } from './run-command.js'

interface Given {
  readonly because: string
  readonly who?: string
  readonly json?: true
}

export function addDecideCommand(program: Command, door: Door): void {
  const decide = example(
    program
      .command('decide')
      .description('Decide about statements, parties, events and blocks. Every decision is a line in the log; undo is one more line.')
      .argument('<case>')
      .exitOverride(),
    'attest decide najim.case accept st:3f2a91c07b5e4d18 --because "stands in the order, page 2"',
    'attest decide najim.case same "Osama Najim" "Ossama Anjiem" --because "same birth date in both"',
  )
  decide.argument('<act>', Object.keys(acts).join(', ')).argument('[about...]', 'what it is about; see the list below')
  decide
    .requiredOption('--because <text>', 'why; kept in the log')
    .option('--who <name>', 'who decides; without it ATTEST_USER or the name of the account')
    .option('--json', 'the log line as JSON')
    .addHelpText(
      'after',
      `\nActs:\n${Object.entries(acts)
        .map(([name, { about, gives }]) => `  ${`${name} ${about}`.padEnd(40)} ${gives}`)
        .join(
          '\n',
        )}\n\nA SOURCE is a name (ANSA), a report in its own voice (@ and the beginning of its digest: @3f2a91c0), or whom one report calls so (ministry source@3f2a91c0).`,
    )
    .action(async (path: string, name: string, about: string[], given: Given) => {
      const act = acts[name]
      if (act === undefined) throw new UsageError(`there is no act "${name}"; there are: ${Object.keys(acts).join(', ')}`)
      const line = await withCase(path, async (open: OpenCase) =>
        open.decide(act.of(await open.view(), about), given.who ?? currentUser(), given.because),
      )
      door.say(
        given.json === true
          ? JSON.stringify(line)
          : `line ${line.line}: ${name}, by ${line.who}. Undo with: attest decide ${path} undo ${line.line} --because TEXT`,
      )
    })
}

const acts: Readonly<
  Record<string, { readonly about: string; readonly gives: string; readonly of: (view: CaseView, about: readonly string[]) => Act }>
> = {
  accept: {
    about: 'STATEMENT',
    gives: 'the statement is in the record',
    of: (view, about) => ({ act: 'accept', statement: statementOf(view, needed(about, 0, 'a statement')) }),
  },
  reject: {
    about: 'STATEMENT',
    gives: 'the statement supports nothing any more',
    of: (view, about) => ({ act: 'reject', statement: statementOf(view, needed(about, 0, 'a statement')) }),
  },
  correct: {
    about: 'STATEMENT KEY=VALUE...',
    gives: 'the statement with these attributes; lists are separated by ;',
    of: (view, [id, ...pairs]) => ({
      act: 'correct',
      statement: statementOf(view, needed([id ?? ''], 0, 'a statement')),
      correction: correctionOf(pairs),
    }),
  },
  same: { about: 'NAME NAME', gives: 'two names of one party', of: (view, about) => ({ act: 'same', ...pairOf(view, about) }) },
  'not-same': { about: 'NAME NAME', gives: 'two parties', of: (view, about) => ({ act: 'not-same', ...pairOf(view, about) }) },
  unsure: { about: 'NAME NAME', gives: 'looked at, and left open', of: (view, about) => ({ act: 'unsure', ...pairOf(view, about) }) },
  join: {
    about: 'STATEMENT STATEMENT',
    gives: 'both tell one happening',
    of: (view, about) => ({
      act: 'join',
      a: statementOf(view, needed(about, 0, 'a statement')),
      b: statementOf(view, needed(about, 1, 'a second statement')),
    }),
  },
  split: {
    about: 'STATEMENT',
    gives: 'it tells a happening of its own',
    of: (view, about) => ({ act: 'split', statement: statementOf(view, needed(about, 0, 'a statement')) }),
  },
  fold: {
    about: 'SOURCE SOURCE',
    gives: 'the first source is counted with the second, as one origin',
    of: (view, about) => ({ act: 'fold', ...sourcesOf(view, about) }),
  },
  unfold: {
    about: 'SOURCE SOURCE',
    gives: 'two sources that were counted as one are counted apart',
    of: (view, about) => ({ act: 'unfold', ...sourcesOf(view, about) }),
  },
  explain: {
    about: 'STATEMENT ATTRIBUTE',
    gives: 'why accounts of that happening can differ on time, place ...; all are kept',
    of: (view, about) => ({ act: 'explain', ...disputeOf(view, about) }),
  },
  settle: {
    about: 'STATEMENT ATTRIBUTE',
    gives: 'what this statement gives is preferred; the others are kept',
    of: (view, about) => ({ act: 'settle', ...disputeOf(view, about) }),
  },
  'leave-open': {
    about: 'STATEMENT ATTRIBUTE',
    gives: 'looked at, and left open',
    of: (view, about) => ({ act: 'leave-open', ...disputeOf(view, about) }),
  },
  relabel: {
    about: 'REPORT KIND WORDS',
    gives: 'these words of the report are a block of that kind',
    of: (view, about) => relabelOf(view, needed(about, 0, 'a report'), needed(about, 1, 'a kind of block'), needed(about, 2, 'the words')),
  },
  undo: {
    about: 'LINE',
    gives: 'the decision on that line of the log no longer holds',
    of: (_view, about) => ({ act: 'undo', line: lineOf(needed(about, 0, 'a line of the log')) }),
  },
}

function needed(about: readonly string[], at: number, what: string): string {
  const value = about[at]
  if (value === undefined || value === '') throw new UsageError(`this act needs ${what}; attest help decide lists what each act is about`)
  return value
}

function statementOf(view: CaseView, id: string): StatementAnchor {
  const found = view.record.statements.filter(
    (statement) => statement.id === id || statement.id.startsWith(id.startsWith('st:') ? id : `st:${id}`),
  )
  const [only] = found
  if (only === undefined || found.length > 1) {
    throw new AttestError(
      'decision/no-statement',
      `${found.length === 0 ? 'no statement' : `${found.length} statements`} with an id that begins with "${id}"; attest show CASE statements lists them`,
    )
  }
  return anchorStatement(view, only)
}

function pairOf(view: CaseView, about: readonly string[]): { a: PartyAnchor; b: PartyAnchor } {
  return { a: partyOf(view, needed(about, 0, 'a name')), b: partyOf(view, needed(about, 1, 'a second name')) }
}

function partyOf({ record }: CaseView, wanted: string): PartyAnchor {
  const found = record.entities.find(
    (entity) => entity.id === wanted || entity.name === wanted || entity.names.some(({ value }) => value === wanted),
  )
  if (found === undefined)
    throw new AttestError('decision/no-party', `no party is named "${wanted}" in any report; attest show CASE entities lists them`)
  return { name: found.id === wanted ? found.name : wanted, kind: found.kind }
}

/** Two sources, each by its name, as a report's own voice, or as one report calls it. */
function sourcesOf(view: CaseView, about: readonly string[]): { a: OriginAnchor; b: OriginAnchor } {
  return { a: sourceOf(view, needed(about, 0, 'a source')), b: sourceOf(view, needed(about, 1, 'a second source')) }
}

function sourceOf(view: CaseView, wanted: string): OriginAnchor {
  const at = /^(.*)@(?:sha256:)?([0-9a-f]{6,64})$/.exec(wanted)
  if (at === null) return { report: null, name: wanted }
  return { report: reportOf(view, at[2] ?? ''), name: at[1] === '' ? null : (at[1] ?? null) }
}

function disputeOf(view: CaseView, about: readonly string[]): { statement: StatementAnchor; attribute: string } {
  const statement = statementOf(view, needed(about, 0, 'a statement'))
  const attribute = needed(about, 1, 'what accounts differ on: happened, agent, patient, recipient, place, time, or a detail')
  const event = view.record.events.find(({ statements }) => statements.includes(statement.statement))
  const disputed = event === undefined ? [] : disputedKeys(event)
  if (!disputed.includes(attribute))
    throw new AttestError(
      'decision/no-dispute',
      `accounts of that happening do not differ on "${attribute}"; ${disputed.length === 0 ? 'they differ on nothing' : `they differ on ${disputed.join(', ')}`}`,
    )
  return { statement, attribute }
}

function disputedKeys({ happened, agent, patient, recipient, place, time, detail }: Event): readonly string[] {
  return Object.entries({ happened, agent, patient, recipient, place, time, ...detail }).flatMap(([key, { status }]) =>
    status === 'disputed' ? [key] : [],
  )
}

/** The id of the only report whose digest begins so. */
function reportOf({ record }: CaseView, given: string): ReportId {
  const found = record.reports.filter(({ id }) => id.slice('sha256:'.length).startsWith(given))
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new AttestError(
      'decision/no-report',
      `${found.length === 0 ? 'no report' : `${found.length} reports`} with a digest that begins with "${given}"; attest show CASE reports lists them`,
    )
  return only.id
}

function relabelOf(view: CaseView, id: string, kind: string, exact: string): Act {
  const known = blockKinds.find((candidate) => candidate === kind)
  if (known === undefined) throw new UsageError(`there is no kind of block "${kind}"; there are: ${blockKinds.join(', ')}`)
  const read = view.read.find(({ report }) => report.id.replace('sha256:', '').startsWith(id.replace('sha256:', '')))
  if (read === undefined)
    throw new AttestError('decision/no-report', `no report with an id that begins with "${id}"; attest show CASE reports lists them`)
  const start = read.text.indexOf(exact)
  if (start === -1) throw new AttestError('decision/quote-not-found', `“${exact}” does not stand in that report; copy it from there`)
  if (read.text.indexOf(exact, start + 1) !== -1)
    throw new AttestError('decision/quote-twice', `“${exact}” stands twice in that report; take a few more words`)
  return { act: 'relabel', report: read.report.id, exact, start, kind: known }
}

function lineOf(text: string): number {
  const line = Number(text)
  if (!Number.isInteger(line) || line < 0) throw new UsageError(`"${text}" is no line of the log; give its number`)
  return line
}

const listKeys = ['agent', 'patient', 'recipient', 'place', 'sources'] as const
const choices = {
  type: statementTypes,
  polarity: ['positive', 'negative'],
  certainty: ['certain', 'hedged'],
  modality: ['actual', 'demanded', 'planned', 'conditional'],
} as const

function correctionOf(pairs: readonly string[]): Correction {
  if (pairs.length === 0)
    throw new UsageError(`correct needs KEY=VALUE; keys are: ${[...listKeys, ...Object.keys(choices), 'time'].join(', ')}`)
  return Object.fromEntries(pairs.map((pair) => correctedAttribute(pair))) as Correction
}

function correctedAttribute(pair: string): readonly [string, unknown] {
  const [key = '', ...rest] = pair.split('=')
  const value = rest.join('=')
  if (listKeys.some((candidate) => candidate === key))
    return [
      key,
      value
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ]
  if (key === 'time') {
    if (value !== '' && extentOf(value) === null)
      throw new UsageError(`time=${value} is no EDTF date; write 2025-01-19, 2025-01, 2025-01-19/2025-01-21, or nothing for unknown`)
    return [key, value === '' ? null : value]
  }
  const allowed: readonly string[] | undefined = choices[key as keyof typeof choices]
  if (allowed === undefined)
    throw new UsageError(`"${key}" cannot be corrected; keys are: ${[...listKeys, ...Object.keys(choices), 'time'].join(', ')}`)
  if (!allowed.includes(value)) throw new UsageError(`${key}=${value} is not allowed; allowed are: ${allowed.join(', ')}`)
  return [key, value]
}
