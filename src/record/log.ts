import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import type { LogEntry, LogLine } from '../model/decision.js'
import { AttestError } from '../model/errors.js'
import { canonicalJson, sha256Hex } from '../model/ids.js'
import { unwritten, writeAll } from './durable-files.js'

/** What the first line of a log names as the hash before it. */
const noLine = '0'.repeat(64)

/** The line that follows `before`, with its hash. */
export function nextLine(before: LogLine | undefined, entry: LogEntry, who: string, when: string): LogLine {
  const open = { line: (before?.line ?? 0) + 1, previous: before?.hash ?? noLine, who, when, entry }
  return { ...open, hash: sha256Hex(canonicalJson(open)) }
}

/** What is wrong with one line of a log, given the line before it; null when nothing is. */
export function faultOf(text: string, before: LogLine | undefined): { readonly line: LogLine } | { readonly fault: string } {
  let line: LogLine
  try {
    line = JSON.parse(text) as LogLine
  } catch {
    return { fault: 'is not JSON' }
  }
  if (line === null || typeof line !== 'object') return { fault: 'is no line of a log' }
  const expected = nextLine(before, line.entry, line.who, line.when)
  if (line.line !== expected.line) return { fault: `says it is line ${line.line}` }
  if (line.previous !== expected.previous) return { fault: 'does not follow from the line before it' }
  if (text !== canonicalJson(expected)) return { fault: 'does not match its hash' }
  return { line }
}

export interface LogRead {
  readonly lines: readonly LogLine[]
  /** Bytes up to the end of the last whole line. */
  readonly wholeBytes: number
  /** Whether bytes without an end of line stand after it: a write that never finished and was never acknowledged. */
  readonly torn: boolean
}

/** The lines of a log file. A broken chain is refused with the line it breaks at. */
export function readLog(path: string): LogRead {
  const bytes = readFileSync(path)
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1
  const lines: LogLine[] = []
  for (const [index, text] of bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1).entries()) {
    const read = faultOf(text, lines.at(-1))
    if ('fault' in read) {
      throw new AttestError(
        'record/log-broken',
        `${path}, line ${index + 1} ${read.fault}; the log was changed after it was written. Take it from a backup or an export, and see what else changed with: attest verify`,
      )
    }
    lines.push(read.line)
  }
  return { lines, wholeBytes, torn: wholeBytes < bytes.length }
}

/** Cuts off a line that was never finished, so that the next one starts on its own. */
export function cutTornLine(path: string, wholeBytes: number): void {
  const file = openSync(path, 'r+')
  try {
    ftruncateSync(file, wholeBytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Adds one line and returns only when it is on the disk. A line that could not be written whole is taken back. */
export function appendLine(path: string, line: LogLine): void {
  let file: number | undefined
  let before = 0
  try {
    file = openSync(path, 'a')
    before = fstatSync(file).size
    writeAll(file, new TextEncoder().encode(`${canonicalJson(line)}\n`))
    fsyncSync(file)
  } catch (error) {
    if (file !== undefined) ftruncateSync(file, before)
    throw unwritten(path, error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
