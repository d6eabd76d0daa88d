import { userInfo } from 'node:os'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { createCase, exportCase, importCase, type OpenCase, openCase, type Taking, verifyCase } from '../../attest.js'
import type { ReportId } from '../../model/ids.js'
import { progress } from './progress.js'
import { type Door, example, UsageError } from './run-command.js'
import { tellTaken } from './taken.js'

/** Opens a case for the length of one act. */
export async function withCase<T>(path: string, act: (open: OpenCase) => Promise<T>): Promise<T> {
  const open = await openCase(path)
  try {
    return await act(open)
  } finally {
    await open.close()
  }
}

/** Who stands in the log when nobody says otherwise. */
export function currentUser(): string {
  return process.env.ATTEST_USER ?? userInfo().username
}

/** A newspaper's feed moves a few times an hour; polite readers ask four times. */
const usualMinutes = 15

interface WatchGiven {
  readonly every: string
  readonly once?: true
  readonly allowPrivate?: true
}

async function watch(path: string, feeds: readonly string[], { every, once, allowPrivate }: WatchGiven, door: Door): Promise<void> {
  const minutes = Number(every)
  if (!(minutes >= 1)) throw new UsageError(`--every ${every} is no number of minutes from 1 on; write 15`)
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.once('SIGTERM', () => stop.abort())
  await withCase(path, (open) =>
    open.watch(feeds, {
      who: currentUser(),
      everyMs: minutes * 60_000,
      once: once === true,
      allowPrivateAddresses: allowPrivate === true,
      signal: stop.signal,
      onPolled: ({ feed, taken, failed, waitMs }) => {
        if (failed !== null) {
          door.warn(`${feed}: ${failed}${once === true ? '' : `; asked again in ${Math.round(waitMs / 60_000)} minutes`}`)
          door.foundWrong()
        } else if (taken.length > 0) tellTaken(taken, door)
      },
    }),
  )
}

export function addCaseCommands(program: Command, door: Door): void {
  example(
    program
      .command('new')
      .description('Make an empty case.')
      .argument('<case>', 'a folder that does not exist yet')
      .option('--name <name>', 'how the case is called; without it the folder’s name')
      .option('--pack <id...>', 'procedure packs that apply; without it Attest proposes'),
    'attest new najim.case --name "The Almasri case"',
  ).action(async (path: string, options: { name?: string; pack?: string[] }) => {
    await createCase(path, { ...(options.name === undefined ? {} : { name: options.name }), packs: options.pack ?? [] })
    door.say(`${path} is ready; take reports in with: attest add ${path} FOLDER`)
  })

  example(
    program
      .command('add')
      .description('Take reports into a case. Each file stands for itself: one that cannot be read does not stop the others.')
      .argument('<case>')
      .argument('<source...>', 'files, folders, archives, lists of addresses, feeds, http(s) addresses, or - for standard input')
      .option('--text-of <report>', 'the source is the text of this report, a scan that has none of its own')
      .option('--allow-private', 'also fetch from private and loopback addresses')
      .option('--json', 'what became of each file, one JSON object per line'),
    'attest add najim.case reports/ https://example.org/story',
  ).action(async (path: string, sources: string[], options: { allowPrivate?: true; json?: true; textOf?: string }) => {
    const standardInput = sources.includes('-') ? new Uint8Array(await buffer(process.stdin)) : new Uint8Array()
    const taken = await withCase(path, async (open) => {
      const all: Taking[] = []
      for (const source of sources)
        all.push(
          ...(await open.add(source, {
            who: currentUser(),
            standardInput,
            allowPrivateAddresses: options.allowPrivate === true,
            onProgress: progress('add'),
            ...(options.textOf === undefined ? {} : { textOf: options.textOf as ReportId }),
          })),
        )
      return all
    })
    if (options.json === true) for (const one of taken) door.say(JSON.stringify(one))
    tellTaken(taken, door)
  })

  example(
    program
      .command('watch')
      .description('Ask RSS or Atom feeds for news again and again, and take in the pages of new entries. Stop with Ctrl+C.')
      .argument('<case>')
      .argument('[feed...]', 'addresses of feeds; without any, those watched before')
      .option('--every <minutes>', 'how long to leave a feed alone while it answers; longer after failures', String(usualMinutes))
      .option('--once', 'ask each feed once and end')
      .option('--allow-private', 'also fetch from private and loopback addresses'),
    'attest watch najim.case https://example.org/feed.xml',
  ).action((path: string, feeds: string[], options: WatchGiven) => watch(path, feeds, options, door))

  example(
    program
      .command('verify')
      .description('Check every snapshot and the whole log, offline.')
      .argument('<case>')
      .option('--json', 'one JSON object per problem and line'),
    'attest verify najim.case',
  ).action(async (path: string, options: { json?: true }) => {
    const problems = await verifyCase(path)
    for (const problem of problems) door.say(options.json === true ? JSON.stringify(problem) : `${problem.where}: ${problem.problem}`)
    if (problems.length > 0) door.foundWrong()
    else if (options.json !== true) door.say(`${path}: every snapshot and every line of the log is as it was written`)
  })

  example(
    program.command('rebuild').description('Throw the index away and compute the record again from snapshots and log.').argument('<case>'),
    'attest rebuild najim.case',
  ).action(async (path: string) => {
    const { record } = await withCase(path, (open) => open.rebuild())
    door.say(
      `${path}: ${record.reports.length} reports, ${record.statements.length} statements, ${record.events.length} events computed again; ${record.orphans.length} decisions without their statement`,
    )
  })

  example(
    program.command('export').description('Write a case, whole, into one file.').argument('<case>').argument('<file>'),
    'attest export najim.case najim.zip',
  ).action(async (path: string, file: string) => {
    await exportCase(path, file)
    door.say(`${file} holds ${path}: snapshots, log and case.json`)
  })

  example(
    program
      .command('import')
      .description('Make a case from a file that attest export wrote. Everything is verified first.')
      .argument('<file>')
      .argument('[case]', 'where; without it NAME.case beside you'),
    'attest import najim.zip',
  ).action(async (file: string, path?: string) => {
    const target =
      path ??
      `${
        file
          .split(/[/\\]/)
          .at(-1)
          ?.replace(/\.[^.]+$/, '') ?? 'imported'
      }.case`
    await importCase(file, target)
    door.say(`${target} is ready, its log unbroken`)
  })
}
