import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LogLine } from '../model/decision.js'
import { type ReportId, reportIdOf } from '../model/ids.js'
import { readCaseInfo } from './case-folder.js'
import { faultOf } from './log.js'
import { listSnapshots, snapshotPath } from './snapshots.js'

/** One thing that is not as it was written. */
export interface Problem {
  readonly where: string
  readonly problem: string
}

/** Everything in a case that is not as it was written: snapshots against their hashes, the chain of the log, snapshots the log names that are missing and those it does not name. Changes nothing, needs no lock. */
export function verifyCaseFolder(path: string): readonly Problem[] {
  readCaseInfo(path)
  const { lines, problems } = verifyLog(join(path, 'log.ndjson'))
  return [...problems, ...verifySnapshots(join(path, 'snapshots'), takenIn(lines))]
}

function takenIn(lines: readonly LogLine[]): ReadonlySet<ReportId> {
  return new Set(lines.flatMap(({ entry }) => (entry.kind === 'intake' ? [entry.report] : [])))
}

function verifyLog(log: string): { readonly lines: readonly LogLine[]; readonly problems: readonly Problem[] } {
  if (!existsSync(log)) return { lines: [], problems: [{ where: log, problem: 'is missing' }] }
  const texts = readFileSync(log, 'utf8').split('\n')
  const unfinished = texts.pop() ?? ''
  const lines: LogLine[] = []
  const problems: Problem[] =
    unfinished === ''
      ? []
      : [{ where: `${log}, end`, problem: 'holds the beginning of a line that was never finished, and so never acknowledged' }]
  for (const [index, text] of texts.entries()) {
    const read = faultOf(text, lines.at(-1))
    if ('line' in read) lines.push(read.line)
    else {
      // What follows a broken line hangs on it; nothing after it can be vouched for.
      problems.push({
        where: `${log}, line ${index + 1}`,
        problem: `${read.fault}; it and the ${texts.length - index - 1} lines after it cannot be trusted`,
      })
      break
    }
  }
  return { lines, problems }
}

function verifySnapshots(folder: string, named: ReadonlySet<ReportId>): readonly Problem[] {
  if (!existsSync(folder)) return [{ where: folder, problem: 'is missing' }]
  const { ids, strange } = listSnapshots(folder)
  const there = new Set(ids)
  return [
    ...ids
      .filter((id) => reportIdOf(readFileSync(snapshotPath(folder, id))) !== id)
      .map((id) => ({ where: snapshotPath(folder, id), problem: 'is not what was taken in: its bytes do not match its name' })),
    ...[...named]
      .filter((id) => !there.has(id))
      .map((id) => ({ where: snapshotPath(folder, id), problem: 'is missing, though the log names it' })),
    ...ids.filter((id) => !named.has(id)).map((id) => ({ where: snapshotPath(folder, id), problem: 'is in no line of the log' })),
    ...strange.map((name) => ({ where: join(folder, name), problem: 'is no snapshot' })),
  ]
}
