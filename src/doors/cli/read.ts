import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import type { Command } from 'commander'
import { AttestError, compareNames, type Found, loadKnowledge, readReport, reportsIn } from '../../attest.js'
import { inOrder } from '../../model/in-order.js'
import { pageAt, type ReadReport } from '../../model/report.js'
import { timeInWords } from '../../model/time.js'
import { ReadingThreads } from '../worker/reading-threads.js'
import { progress } from './progress.js'
import { type Door, example } from './run-command.js'

export function addReadCommands(program: Command, door: Door): void {
  example(
    program
      .command('read')
      .description('Read reports and print what they say. Stores nothing, uses no network.')
      .argument('<file...>', 'files or folders; - for standard input')
      .option('--json', 'one JSON object per report and line')
      .option('--why', 'also say how each block and statement was found'),
    'attest read story.txt page.html --json',
  ).action((files: string[], options: { json?: true; why?: true }) => read(files, options, door))

  example(
    program
      .command('names')
      .description('Compare names: JSON lines { "a", "b", "kind" } on standard input, one judgement printed for each'),
    `echo '{"a":"Gaddafi","b":"Qadhafi","kind":"person"}' | attest names`,
  ).action(() => names(door))
}

async function read(files: readonly string[], options: { json?: true; why?: true }, door: Door): Promise<void> {
  const standardInput = files.includes('-') ? new Uint8Array(await buffer(process.stdin)) : undefined
  const onProgress = progress('read')
  const threads = new ReadingThreads()
  const told = (found: Found) => tell(found, options, threads)
  try {
    for (const [index, file] of files.entries()) {
      // A few reports at a time: a folder of ten thousand, or an archive of as many, is never in memory at once.
      const found = reportsIn(file, { network: false, ...(standardInput === undefined ? {} : { standardInput }) })
      for await (const { line, refused } of inOrder(found, threads.atOnce, told)) {
        if (line !== undefined) door.say(line)
        if (refused !== undefined) tellRefused(refused, door)
      }
      onProgress(index + 1, files.length)
    }
  } finally {
    await threads.close()
  }
}

/** What is printed of one file: its report, or why there is none. Of what was passed over, nothing. */
interface Told {
  readonly line?: string
  readonly refused?: string
}

async function tell(found: Found, options: { json?: true; why?: true }, threads: ReadingThreads): Promise<Told> {
  if (found.kind === 'refused') return { refused: found.message }
  if (found.kind === 'passed-over') return {}
  const why = options.why === true
  try {
    if (options.json === true) return { line: await threads.line(found, why) }
    return { line: readReportInWords(found.name, await readReport(found.bytes, found.name, found.sidecar), why) }
  } catch (error) {
    if (!(error instanceof AttestError)) throw error
    return { refused: error.message }
  }
}

function tellRefused(message: string, door: Door): void {
  door.warn(`attest: ${message}`)
  door.foundWrong()
}

function readReportInWords(name: string, read: ReadReport, why: boolean): string {
  const { report, text, blocks, statements, notes } = read
  const lines = [
    `${name}: ${report.outlet ?? 'outlet not stated'}, ${report.published === null ? 'no date' : timeInWords(report.published)}; ${blocks.length} blocks, ${statements.length} statements`,
  ]
  if (why)
    for (const [field, place] of Object.entries(read.headFrom ?? {}))
      lines.push(`  ${field}: ${report[field as keyof typeof report]} (from ${place})`)
  const onPage = (at: number) => {
    const page = pageAt(read.pages, at)
    return page === null ? '' : `, page ${page}`
  }
  if (why)
    for (const { kind, start, end, why: reason } of blocks)
      lines.push(`  [${kind}${onPage(start)}] ${oneLine(text.slice(start, end), 70)}`, `      ${reason}`)
  for (const statement of statements) {
    const parts = (['agent', 'patient', 'recipient', 'place'] as const).flatMap((key) =>
      statement[key].length === 0 ? [] : [`${key}: ${statement[key].join('; ')}`],
    )
    if (statement.time !== null) parts.push(`time: ${timeInWords(statement.time.edtf)}`)
    parts.push(`voice: ${statement.sources.length === 0 ? 'the outlet' : statement.sources.join(', from ')}`)
    for (const [key, usual] of [
      ['polarity', 'positive'],
      ['certainty', 'certain'],
      ['modality', 'actual'],
    ] as const)
      if (statement[key] !== usual) parts.push(statement[key])
    lines.push(
      `  ${statement.type} (${parts.join(' · ')})`,
      `      “${oneLine(statement.quote.exact, 160)}”${onPage(statement.quote.start)}`,
    )
    if (why) lines.push(...statement.why.map((reason) => `      - ${reason}`))
  }
  for (const note of notes) lines.push(`  note ${note.rule}: ${note.message}`)
  return lines.join('\n')
}

function oneLine(words: string, most: number): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  return flat.length <= most ? flat : `${flat.slice(0, most - 1)}…`
}

async function names(door: Door): Promise<void> {
  const knowledge = loadKnowledge()
  let number = 0
  for await (const line of createInterface({ input: process.stdin })) {
    number++
    if (line.trim() === '') continue
    const pair = pairOf(line)
    if (pair === null) {
      door.warn(
        `attest: line ${number} is not { "a": name, "b": name, "kind": "person" | "organization" | "place" }: ${line.slice(0, 120)}`,
      )
      door.foundWrong()
      continue
    }
    door.say(JSON.stringify(compareNames(pair.a, pair.b, pair.kind, knowledge)))
  }
}

const nameKinds = ['person', 'organization', 'place'] as const

function pairOf(line: string): { a: string; b: string; kind: (typeof nameKinds)[number] } | null {
  try {
    const { a, b, kind } = JSON.parse(line) as Record<string, unknown>
    const known = nameKinds.find((candidate) => candidate === kind)
    return typeof a === 'string' && typeof b === 'string' && known !== undefined ? { a, b, kind: known } : null
  } catch {
    return null // not JSON: the caller says so with the line
  }
}
