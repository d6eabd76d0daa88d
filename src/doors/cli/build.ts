import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { AttestError, buildRecord, recordJson } from '../../attest.js'
import { extentOf } from '../../model/time.js'
import { ReadingThreads } from '../worker/reading-threads.js'
import { tellBrokenPacks } from './pack.js'
import { progress } from './progress.js'
import { type Door, example, UsageError } from './run-command.js'
import { tellTaken } from './taken.js'

export function addBuildCommand(program: Command, door: Door): void {
  example(
    program
      .command('build')
      .description('Read every report of a folder and write the whole record as JSON. Stores nothing else.')
      .argument('<folder>')
      .requiredOption('--json <out>', 'where to write the record')
      .option('--pack <id...>', 'procedure packs to lay beside it; without it Attest proposes from states and courts')
      .option('--at <time>', 'the day as of which procedure is judged; without it the latest publication'),
    'attest build reports/ --json record.json --at 2025-02-01',
  ).action(async (folder: string, options: { json: string; pack?: string[]; at?: string }) => {
    if (options.at !== undefined && extentOf(options.at) === null)
      throw new UsageError(`--at ${options.at} is no date; write 2025-02-01 or 2025-02-01T09:30+01:00`)
    tellBrokenPacks(door)
    const reader = new ReadingThreads()
    const { record, taken } = await buildRecord(folder, {
      packs: options.pack ?? [],
      at: options.at ?? null,
      onProgress: progress('build'),
      reader,
    }).finally(() => reader.close())
    tellTaken(taken, door)
    writeRecord(options.json, JSON.stringify(recordJson(record), null, 1))
    door.warn(
      `${record.reports.length} reports, ${record.statements.length} statements, ${record.entities.length} entities, ${record.events.length} events, ${record.findings.length} findings -> ${options.json}`,
    )
  })
}

function writeRecord(file: string, json: string): void {
  try {
    writeFileSync(file, `${json}\n`)
  } catch (error) {
    throw new AttestError('build/cannot-write', `${file} could not be written: ${(error as Error).message}; give another place with --json`)
  }
}
