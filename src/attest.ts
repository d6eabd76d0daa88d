/**
 * Every act Attest can do, as numbered steps; the library's front door.
 *
 *   1 gather    paths, folders, addresses -> bytes            intake
 *   2 take in   bytes -> a report cut into labelled blocks    intake
 *   3 read      a report -> statements in somebody's voice    reading
 *   4 keep      snapshot and log line, fsynced                record
 *   5 reconcile statements + decisions -> the record          reconciling
 *   6 check     the record beside the law, as of a day        procedure
 *   7 show      pages, dossier, JSON                          publishing
 *
 * The acts stand in `acts/`: `read.ts` (2, 3, 5, 6), `build.ts`, `case-intake.ts` (1 to 4), `open-case.ts` (a case in use), `clocks.ts` (6 as of a minute).
 *
 * What people see is always computed from snapshots and log by 2, 3, 5 and 6. We rebuild it, we never repair it.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { OpenCase } from './acts/open-case.js'
import { namedPacks } from './acts/packs-at-hand.js'
import type { StatementAnchor } from './model/decision.js'
import type { CaseView, RecordStatement } from './model/record.js'

export { buildRecord } from './acts/build.js'
export type { AddOptions, WatchOptions } from './acts/case-intake.js'
export { type ClocksAsked, clocksOfTimeline, countTerm } from './acts/clocks.js'
export type { OpenCase } from './acts/open-case.js'
export { readReport, recordOf } from './acts/read.js'
export type { OnProgress, Taking } from './acts/taking.js'
export type { Found, Gathered } from './intake/found.js'
export { gather, reportsIn } from './intake/gather.js'
export type * from './model/decision.js'
export { AttestError } from './model/errors.js'
export type * from './model/record.js'
export type * from './model/report.js'
export { loadEveryProcedure, loadKnowledge, loadProcedure, loadProcedures } from './packs.js'
export { coverageInWords } from './publishing/coverage.js'
export { durationInWords } from './publishing/durations.js'
export { byOrigin, type Way, waysToOrigins } from './publishing/origin-ways.js'
export { readReportJson, recordJson } from './publishing/record-json.js'
export { compareNames } from './reconciling/same-name.js'

/** The version of the program. */
export const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** An empty case on disk. */
export async function createCase(
  path: string,
  options: { readonly name?: string; readonly packs?: readonly string[]; readonly now?: string } = {},
): Promise<void> {
  const { createCaseFolder } = await import('./record/case-folder.js')
  const packs = namedPacks(options.packs ?? []).map(({ id }) => id)
  createCaseFolder(path, {
    name: options.name ?? basename(path).replace(/\.case$/, ''),
    packs,
    created: options.now ?? new Date().toISOString(),
  })
}

/** Opens a case on disk and holds its lock until `close`. */
export async function openCase(path: string): Promise<OpenCase> {
  const { openCaseFolder } = await import('./record/case-folder.js')
  return new OpenCase(openCaseFolder(path))
}

/** Everything in a case that is not as it was written; empty when nothing is. */
export async function verifyCase(path: string): Promise<readonly { readonly where: string; readonly problem: string }[]> {
  const { verifyCaseFolder } = await import('./record/verify.js')
  return verifyCaseFolder(path)
}

/** Writes a case, whole, into one file. */
export async function exportCase(path: string, file: string): Promise<void> {
  await (await import('./record/moving.js')).exportCase(path, file)
}

/** Makes a case from what `exportCase` wrote; everything is verified first. */
export async function importCase(file: string, path: string): Promise<void> {
  await (await import('./record/moving.js')).importCase(file, path)
}

/** The pages a person reads, rendered from a view. */
export function pages(): Promise<typeof import('./publishing/pages.js')> {
  return import('./publishing/pages.js')
}

/** Where a statement stands, as a decision keeps it: with words around it, so that a better reader's statement is found again. */
export function anchorStatement(view: CaseView, statement: RecordStatement): StatementAnchor {
  const { id, type, report, quote } = statement
  const text = view.read.find((read) => read.report.id === report)?.text ?? ''
  return {
    report,
    statement: id,
    type,
    exact: quote.exact,
    prefix: text.slice(Math.max(0, quote.start - contextLength), quote.start),
    suffix: text.slice(quote.end, quote.end + contextLength),
  }
}

/** Characters kept on each side of a quote: as many as hypothesis keeps, enough to tell two equal quotes apart. */
const contextLength = 32
