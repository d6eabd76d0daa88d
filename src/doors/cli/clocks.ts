import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { AttestError, type ClocksAsked, clocksOfTimeline, countTerm, durationInWords, pages } from '../../attest.js'
import type { Clocks, RunningClock } from '../../model/record.js'
import { extentOf, timeInWords } from '../../model/time.js'
import { withCase } from './case.js'
import { findingLines } from './findings.js'
import { tellBrokenPacks } from './pack.js'
import { type Door, example, UsageError } from './run-command.js'

interface ClocksOptions {
  readonly pack?: string[]
  readonly events?: string
  readonly at?: string
  readonly reading?: string[]
  readonly suppose?: string[]
  readonly ics?: true
  readonly json?: true
}

export function addClockCommands(program: Command, door: Door): void {
  example(
    program
      .command('clocks')
      .description('What the law wants next, by whom and by when: of a case, or of events typed as JSON lines.')
      .argument('[case]', 'left out with --events')
      .option('--events <file>', 'events in the record’s words, one JSON object a line; - for standard input')
      .option('--pack <id...>', 'procedure packs; without it the case’s own, or those that Attest proposes')
      .option('--at <time>', 'the minute as of which it is asked; without it now')
      .option('--reading <id...>', 'only these readings of the law')
      .option('--suppose <event...>', 'what if: TYPE [OUTCOME] TIME [WHO [to WHOM]]')
      .option('--ics', 'the due times as a calendar (iCalendar)')
      .option('--json', 'the findings as JSON'),
    'attest clocks najim.case --at 2025-01-20T12:00 --suppose "ruling 2025-01-23T09:30 Rome Court of Appeal"',
    `echo '{"type":"arrest","time":"2025-01-19T09:30","place":["Turin"]}' | attest clocks --pack it-extr-716 --events -`,
  ).action(async (path: string | undefined, options: ClocksOptions) => {
    const at = options.at ?? new Date().toISOString().slice(0, '2025-01-19T09:30'.length).concat('Z')
    if (extentOf(at) === null) throw new UsageError(`--at ${at} is no time; write 2025-01-20 or 2025-01-20T12:00+01:00`)
    if ((path === undefined) === (options.events === undefined))
      throw new UsageError('clocks are those of a case or of --events FILE; give one of the two')
    const asked: ClocksAsked = {
      at,
      packs: options.pack ?? [],
      ...(options.reading === undefined ? {} : { readings: options.reading }),
      suppose: options.suppose ?? [],
    }
    tellBrokenPacks(door)
    const { name, clocks } = options.events === undefined ? await ofCase(path ?? '', asked) : await ofEvents(options.events, asked, door)
    if (options.ics === true) process.stdout.write((await pages()).clocksCalendar(name, clocks))
    else if (options.json === true) door.say(JSON.stringify(clocks.findings, null, 1))
    else
      for (const line of options.events === undefined ? clockLines(clocks) : [...clockLines(clocks), '', ...reached(clocks)]) door.say(line)
  })

  example(
    program
      .command('count')
      .description('Count a term of law: its last day or minute, and the arithmetic.')
      .argument('<rule>', 'a counting rule, such as it.cpp172.d; a wrong name lists them')
      .argument('<from>', 'a day (2026-06-19) or a minute (2025-01-19T09:30+01:00)')
      .argument('[amount]', '48h, 10d, 2mo, 1y; left out where the rule has its own')
      .option('--place <place>', 'where it is counted, for holidays and clocks that depend on it')
      .option('--json', '{ "due": [earliest, ...latest], "steps": [...] }'),
    'attest count it.cpp172.d 2026-06-19 10d',
  ).action(async (rule: string, from: string, amount: string | undefined, options: { place?: string; json?: true }) => {
    const { due, unmoved, steps } = await countTerm(rule, from, { amount, place: options.place })
    if (options.json === true) {
      door.say(JSON.stringify({ due, ...(unmoved === undefined ? {} : { unmoved }), steps }))
      return
    }
    door.say(due.join(' or '))
    if (unmoved !== undefined) door.say(`unmoved: ${unmoved.join(' or ')}`)
    for (const step of steps) door.say(`    ${step}`)
  })
}

interface NamedClocks {
  readonly name: string
  readonly clocks: Clocks
}

function ofCase(path: string, asked: ClocksAsked): Promise<NamedClocks> {
  return withCase(path, async (open) => ({ name: open.name, clocks: await open.clocks(asked) }))
}

async function ofEvents(file: string, asked: ClocksAsked, door: Door): Promise<NamedClocks> {
  if (file !== '-' && !existsSync(file))
    throw new AttestError('timeline/no-file', `there is no file ${file}; give one, or - for standard input`)
  const lines = file === '-' ? (await buffer(process.stdin)).toString('utf8') : readFileSync(file, 'utf8')
  const { clocks, notes } = await clocksOfTimeline(lines, asked)
  for (const note of notes) door.warn(`attest: ${note}`)
  return { name: file === '-' ? 'events' : basename(file).replace(/\.[^.]+$/, ''), clocks }
}

function clockLines({ at, clocks, packs, supposed }: Clocks): readonly string[] {
  return [
    `As of ${timeInWords(at)}`,
    ...packs.map(({ id, title, because }) => `${id}  ${title}: ${because}`),
    ...(packs.length === 0 ? ['No procedure pack applies; name one with --pack (attest pack list shows them)'] : []),
    ...supposed.map((words) => `supposed: ${words}`),
    ...(clocks.length === 0 && packs.length > 0 ? ['Nothing runs: every term was kept, missed or ended with the custody.'] : []),
    ...clocks.flatMap(oneClock),
  ]
}

function oneClock(clock: RunningClock): readonly string[] {
  const { procedure, step, what, who, readings, state, effect, basis } = clock
  const under = readings.length === 0 ? '' : ` under ${readings.join(', ')}`
  const untold = state === 'ended' ? '; no report says that it was done' : ''
  return [
    `${whenInWords(clock)}  ${procedure} ${step}${under}: ${what}`,
    `    by ${who}; ${basis}; a miss means: ${effect.replaceAll('_', ' ')}${untold}`,
  ]
}

function whenInWords({ state, due, left, gone }: RunningClock): string {
  if (due === null) return `no number in the law${gone === null ? '' : `; ${durationInWords(gone)} gone`}`
  const times = left === null ? [] : [...new Set([left.first, left.last])].map(leftInWords)
  return `${state === 'ended' ? 'was due' : 'due'} ${timeInWords(due)}; ${times.join(' to ')}`
}

function leftInWords(left: string): string {
  return left.startsWith('-') ? `ended ${durationInWords(left.slice(1))} ago` : `${durationInWords(left)} left`
}

/** What has already been decided, in one line each: an event typed by hand is seen to have counted. */
function reached({ findings }: Clocks): readonly string[] {
  return findings
    .filter(({ status }) => !['pending', 'unknown', 'not-applicable'].includes(status))
    .map((finding) => findingLines(finding)[0] ?? '')
}
