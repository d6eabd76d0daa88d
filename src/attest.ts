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
 * What people see is always computed from snapshots and log by 2, 3, 5 and 6. We rebuild it, we never repair it.
 */
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sharedShare } from './intake/fingerprint.js'
import type { Found, Gathered } from './intake/found.js'
import { type GatherOptions, reportsIn } from './intake/gather.js'
import { type Relabel, relabelled } from './intake/relabel.js'
import { takeIn } from './intake/take-in.js'
import { unpacked } from './intake/unpack.js'
import { Unvisited } from './intake/unvisited.js'
import type { Visitor } from './intake/visit.js'
import {
  type Act,
  type Capture,
  type Decision,
  decisionsInForce,
  type LogLine,
  type Observation,
  type StatementAnchor,
} from './model/decision.js'
import { AttestError } from './model/errors.js'
import { digestOf, type ReportId } from './model/ids.js'
import { inOrder } from './model/in-order.js'
import type { Knowledge, LanguagePack, ProcedurePack } from './model/packs.js'
import type { Calendar } from './model/procedure-pack.js'
import type { CaseRecord, CaseView, Clocks, Reconciled, RecordStatement, ReviewState } from './model/record.js'
import type { ReadReport, Report, Sidecar } from './model/report.js'
import { parseAmount } from './packs/counting.js'
import { filesDigest, loadCounting, loadEveryProcedure, loadKnowledge, loadLanguage, loadProcedures, packsFolder } from './packs.js'
import type { Count } from './procedure/counting/count-term.js'
import type { DossierFile } from './publishing/dossier.js'
import { readReport as readStatements } from './reading/read-report.js'
import { LastRunMemo } from './reconciling/memo.js'
import { reconcile } from './reconciling/reconcile.js'
import type { CaseFolder } from './record/case-folder.js'
import type { RecordIndex } from './record/record-index.js'

export type { Found, Gathered } from './intake/found.js'
export { gather, reportsIn } from './intake/gather.js'
export type * from './model/decision.js'
export { AttestError } from './model/errors.js'
export type * from './model/record.js'
export type * from './model/report.js'
export { loadEveryProcedure, loadKnowledge, loadProcedure, loadProcedures } from './packs.js'
export { durationInWords } from './publishing/durations.js'
export { readReportJson, recordJson } from './publishing/record-json.js'
export { compareNames } from './reconciling/same-name.js'

/** The version of the program. */
export const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** The program itself, wherever it stands: a reading is kept only as long as the program and its packs stay the same to the byte. */
const programFolder = fileURLToPath(new URL('.', import.meta.url))
let readerDigest: string | undefined

const languages = new Map<string, LanguagePack | null>()
function languageOf(code: string): LanguagePack | null {
  const known = languages.get(code)
  if (known !== undefined) return known
  const pack = loadLanguage(code)
  languages.set(code, pack)
  return pack
}

let knowledge: Knowledge | undefined
function knowledgeOnce(): Knowledge {
  knowledge ??= loadKnowledge()
  return knowledge
}

/** The language in which pages that name none are cut into blocks: the only pack every release brings. */
const fallbackLanguage = 'en'

/** Step 2 for one file: the report, cut into labelled blocks. Throws AttestError when the bytes are no report. */
async function takeInReport(bytes: Uint8Array, name: string, sidecar: Sidecar, transcript: Uint8Array | null = null): Promise<Report> {
  const pack = languageOf(sidecar.language ?? fallbackLanguage) ?? languageOf(fallbackLanguage)
  if (pack === null) throw new AttestError('pack/not-found', `the language pack ${fallbackLanguage} is missing; install Attest again`)
  return takeIn(bytes, name, sidecar, pack.furniture, transcript)
}

/** Steps 2 and 3 for one file: the report, its blocks, and what it says. `transcript` is the text a person gave for a file that has none. Throws AttestError when the bytes are no report. */
export async function readReport(
  bytes: Uint8Array,
  name: string,
  sidecar: Sidecar = {},
  relabels: readonly Relabel[] = [],
  transcript: Uint8Array | null = null,
): Promise<ReadReport> {
  const report = relabelled(await takeInReport(bytes, name, sidecar, transcript), relabels)
  const language = languageOf(report.report.language ?? fallbackLanguage)
  if (language !== null) return readStatements(report, language, knowledgeOnce())
  const message = `no language pack reads "${report.report.language}"; the report is kept and shown, and nothing was read from it`
  const note = { rule: 'reading/no-language-pack', start: 0, end: 0, message }
  return { ...report, notes: [...report.notes, note], mentions: [], times: [], voices: [], statements: [] }
}

/** Steps 5 and 6: the whole record of these readings and decisions, as of a day (or the latest day of publication), under the packs named (or proposed). */
export async function recordOf(
  read: readonly ReadReport[],
  decisions: readonly Decision[],
  options: { readonly packs?: readonly string[]; readonly at?: string | null; readonly memo?: LastRunMemo } = {},
): Promise<CaseRecord> {
  const { checkProcedure } = await import('./procedure/check-procedure.js')
  options.memo?.turn()
  const reconciled = reconcile(read, decisions, knowledgeOnce(), options.memo)
  const at = options.at ?? latestDay(read)
  const packs = options.packs?.length ? namedPacks(options.packs) : await proposedPacks(reconciled)
  const findings = at === null ? [] : packs.flatMap((pack) => checkProcedure(pack, reconciled, at, checkedBy()))
  return { ...reconciled, findings, packs: packs.map((pack) => `${pack.id}@${pack.asOf}`), at }
}

function latestDay(read: readonly ReadReport[]): string | null {
  return read.reduce<string | null>((latest, { report }) => {
    const day = report.published?.slice(0, 10) ?? null
    return day !== null && (latest === null || day > latest) ? day : latest
  }, null)
}

/** What the law is checked with beyond the record: where places lie, and whose holidays count there. */
function checkedBy(): { readonly places: Knowledge['places']; readonly calendars: readonly Calendar[] } {
  return { places: knowledgeOnce().places, calendars: [...loadCounting().calendars.values()] }
}

async function proposedPacks(record: Reconciled): Promise<readonly ProcedurePack[]> {
  return (await proposals(record)).map(({ pack }) => pack)
}

async function proposals(record: Reconciled): Promise<readonly { readonly pack: ProcedurePack; readonly because: string }[]> {
  const { proposePacks } = await import('./procedure/propose-packs.js')
  return proposePacks(loadProcedures(), record, knowledgeOnce().places)
}

function namedPacks(ids: readonly string[]): readonly ProcedurePack[] {
  const { packs, broken } = ids.length === 0 ? { packs: [], broken: [] } : loadEveryProcedure()
  return ids.map((id) => {
    const pack = packs.find((candidate) => candidate.id === id || `${candidate.id}@${candidate.asOf}` === id)
    const mistake = broken.find((one) => one.id === id.split('@')[0])
    if (mistake !== undefined) throw new AttestError('pack/invalid', mistake.message)
    if (pack === undefined)
      throw new AttestError('pack/unknown', `no procedure pack "${id}"; known packs are: ${packs.map((k) => k.id).join(', ')}`)
    return pack
  })
}

/** What clocks are asked with: a minute, and what to suppose that nobody has told ("ruling 2025-01-23T09:30 Rome Court of Appeal"). */
export interface ClocksAsked {
  readonly at: string
  readonly packs?: readonly string[]
  readonly readings?: readonly string[]
  readonly suppose?: readonly string[]
}

/** Step 6 without a case: the findings and the running clocks of events written as JSON lines in the record's words. */
export async function clocksOfTimeline(
  lines: string,
  asked: ClocksAsked,
): Promise<{ readonly clocks: Clocks; readonly record: Reconciled; readonly notes: readonly string[] }> {
  const { readTimeline } = await import('./procedure/timeline-lines.js')
  const { recordOfTimeline } = await import('./procedure/timeline-record.js')
  const timeline = readTimeline(lines)
  const record = recordOfTimeline(timeline.lines, [], knowledgeOnce().places)
  return { clocks: await clocksOf(record, asked), record, notes: timeline.notes }
}

/** Step 6 as of a minute: the findings, what runs, and why each pack was laid beside the record. */
async function clocksOf(record: Reconciled, { at, packs: ids = [], readings, suppose = [] }: ClocksAsked): Promise<Clocks> {
  const { checkProcedure } = await import('./procedure/check-procedure.js')
  const { runningClocks } = await import('./procedure/running-clocks.js')
  const { parseSupposition, supposing } = await import('./procedure/suppose.js')
  const chosen = ids.length > 0 ? namedPacks(ids).map((pack) => ({ pack, because: 'it was named' })) : await proposals(record)
  const packs = chosen.map(({ pack }) => pack)
  refuseUnknownReadings(readings ?? [], packs)
  const suppositions = suppose.map(parseSupposition)
  const judged = packs.map((pack) => ({
    pack,
    ...(suppositions.length === 0 ? { record, at, words: [] } : supposing(pack, record, at, suppositions, knowledgeOnce().places)),
  }))
  const options = { ...checkedBy(), ...(readings === undefined ? {} : { readings }) }
  const findings = judged.flatMap((one) => checkProcedure(one.pack, one.record, one.at, options))
  return {
    at,
    clocks: runningClocks(findings, packs, at),
    findings,
    packs: chosen.map(({ pack: { id, title }, because }) => ({ id, title, because })),
    supposed: [...new Set(judged.flatMap(({ words }) => words))],
  }
}

function refuseUnknownReadings(asked: readonly string[], packs: readonly ProcedurePack[]): void {
  const known = packs.flatMap(({ readings }) => readings.map(({ id }) => id))
  const unknown = asked.find((id) => !known.includes(id))
  if (unknown !== undefined)
    throw new AttestError(
      'pack/no-reading',
      `no reading "${unknown}" in ${packs.map(({ id }) => id).join(', ')}; readings are: ${known.join(', ') || '(none)'}`,
    )
}

/** Counting alone: when a term of law ends that starts on a day or at a minute, and the arithmetic. `place` sets the holidays and the zone where the rule leaves them open. */
export async function countTerm(
  rule: string,
  from: string,
  { amount, place }: { readonly amount?: string | undefined; readonly place?: string | undefined } = {},
): Promise<Count> {
  const { countTermAt } = await import('./procedure/counting/count-term-at.js')
  const { rules, calendars } = loadCounting()
  const found = rules.get(rule)
  if (found === undefined)
    throw new AttestError('counting/no-rule', `no counting rule "${rule}"; rules are: ${[...rules.keys()].join(', ')}`)
  return countTermAt(
    found,
    from,
    amount === undefined ? undefined : parseAmount(amount),
    place,
    [...calendars.values()],
    knowledgeOnce().places,
  )
}

/** What one file of an `add` or a `build` came to. */
export interface Taking {
  readonly name: string
  readonly outcome: 'taken' | 'known' | 'refused' | 'passed-over'
  readonly report?: ReportId
  /** The first report taken in from the same address: this one is another version of it. */
  readonly versionOf?: ReportId
  readonly code?: string
  readonly message?: string
}

/** Called after each report: how many are done, of how many. */
export type OnProgress = (done: number, of: number) => void

/** Every report of a folder read, and the whole record of it, stored nowhere. */
export async function buildRecord(
  folder: string,
  options: {
    readonly packs?: readonly string[]
    readonly at?: string | null
    readonly onProgress?: OnProgress
    /** What reads the reports, where other threads do, and how many it is given at once. */
    readonly reader?: { readonly atOnce: number; readonly reading: (given: Gathered) => Promise<ReadReport> }
  } = {},
): Promise<{ readonly record: CaseRecord; readonly read: readonly ReadReport[]; readonly taken: readonly Taking[] }> {
  const read = new Map<ReportId, ReadReport>()
  const taken: Taking[] = []
  const { atOnce, reading } = options.reader ?? { atOnce: 1, reading: readGathered }
  const found = reportsIn(folder, { network: false, ...given(options.onProgress) })
  for await (const { taking, report } of inOrder(found, atOnce, (one) => readingOf(one, reading))) {
    const known = report !== undefined && read.has(report.report.id)
    if (report !== undefined && !known) read.set(report.report.id, report)
    taken.push(known ? { ...taking, outcome: 'known' } : taking)
  }
  if (read.size === 0)
    throw new AttestError('intake/no-reports', `no report of ${folder} could be read: ${taken.map((t) => t.message ?? t.name).join('; ')}`)
  const all = [...read.values()]
  return { record: await recordOf(all, [], options), read: all, taken }
}

const given = (onProgress: OnProgress | undefined) => (onProgress === undefined ? {} : { onProgress })

function readGathered({ bytes, name, sidecar }: Gathered): Promise<ReadReport> {
  return readReport(bytes, name, sidecar)
}

/** What one file of a folder came to, with its reading where it is a report. */
async function readingOf(
  found: Found,
  reading: (given: Gathered) => Promise<ReadReport>,
): Promise<{ readonly taking: Taking; readonly report?: ReadReport | undefined }> {
  if (found.kind !== 'given') return { taking: notTaken(found) }
  const reports: ReadReport[] = []
  const taking = await attempt(found.name, async () => {
    const report = await reading(found)
    reports.push(report)
    return { name: found.name, outcome: 'taken', report: report.report.id }
  })
  return { taking, report: reports[0] }
}

function notTaken(found: Exclude<Found, { readonly kind: 'given' }>): Taking {
  if (found.kind === 'passed-over') return { name: found.name, outcome: 'passed-over' }
  return { name: found.name, outcome: 'refused', code: found.code, message: found.message }
}

/** Runs one file's work; what is wrong with that file is its outcome, and the other files go on. */
async function attempt(name: string, work: () => Promise<Taking>): Promise<Taking> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AttestError && !error.code.startsWith('record/'))
      return { name, outcome: 'refused', code: error.code, message: error.message }
    throw error
  }
}

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

export interface AddOptions extends Pick<GatherOptions, 'standardInput' | 'allowPrivateAddresses' | 'visitor' | 'onProgress'> {
  readonly who: string
  /** The report, kept already, whose text this is: a scan's, typed or recognised by somebody. */
  readonly textOf?: ReportId
}

export interface WatchOptions extends Omit<AddOptions, 'textOf' | 'standardInput' | 'onProgress'> {
  /** Between two questions to one feed, while it answers. */
  readonly everyMs: number
  /** Ask each feed once and return. */
  readonly once?: boolean
  readonly signal?: AbortSignal
  readonly onPolled: (polled: {
    readonly feed: string
    readonly taken: readonly Taking[]
    readonly failed: string | null
    readonly waitMs: number
  }) => void
}

/** What a case holds already: its reports, and the first from each address. */
interface TakenIn {
  readonly reports: Set<ReportId>
  readonly firstAt: Map<string, ReportId>
}

interface Polled {
  readonly taken: readonly Taking[]
  readonly failed?: string
  readonly retryAfterMs: number | null
}

/** Waits for a moment, or for the word to stop. */
async function waitUntil(moment: number, signal: AbortSignal): Promise<void> {
  const { setTimeout: pause } = await import('node:timers/promises')
  await pause(Math.max(0, moment - Date.now()), undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

/** Two stories at one address that share less are two stories: separate accounts of one affair measure below 0.05. */
const sameStory = 0.05

const asBefore = (capture: Capture): Observation => ({
  address: capture.address,
  outcome: 'unchanged',
  at: capture.at,
  message: `${capture.address} is as it was when it was taken in`,
  capture,
})

/** A case opened by this process: take in, decide, look, publish. */
export class OpenCase {
  #seen: { readonly basis: string; readonly view: CaseView } | undefined
  #index: RecordIndex | undefined
  /** While the case is open, a decision computes only the neighbourhoods it touches. */
  readonly #memo = new LastRunMemo()

  constructor(private readonly folder: CaseFolder) {}

  get name(): string {
    return this.folder.info.name
  }

  /**
   * Steps 1 to 4. Each file stands for itself: one that cannot be read is told with its reason, and the others are taken in. With `textOf` the source is a person's transcript of that report.
   * An address that gave no page leaves what was observed there as a line in the log.
   */
  async add(source: string, options: AddOptions): Promise<readonly Taking[]> {
    if (options.textOf !== undefined) this.#intakeOf(options.textOf)
    const taken: Taking[] = []
    for await (const found of reportsIn(source, options)) taken.push(await this.#take(found, options))
    return taken
  }

  /** Steps 2 to 4 for one file given as bytes, from an upload or a paste. An archive or a mail may hold several reports. */
  async takeIn(name: string, bytes: Uint8Array, sidecar: Sidecar = {}, who = 'reviewer'): Promise<readonly Taking[]> {
    const taken: Taking[] = []
    for await (const found of unpacked({ name, bytes, sidecar })) taken.push(await this.#take(found, { who }))
    return taken
  }

  async #take(found: Found, { who, textOf }: Pick<AddOptions, 'who' | 'textOf'>): Promise<Taking> {
    if (found.kind === 'given') return this.#keep(found, who, textOf)
    if (found.kind === 'refused' && found.observation !== undefined) this.#observe(found.observation, who)
    return notTaken(found)
  }

  #observe(observation: Observation, who: string): void {
    this.folder.append({ kind: 'observation', ...observation }, who, new Date().toISOString())
  }

  #keep(given: Gathered, who: string, textOf: ReportId | undefined): Promise<Taking> {
    const { name, bytes, sidecar, capture, within } = given
    return attempt(name, async () => {
      const report = await takeInReport(bytes, name, sidecar)
      const { id, mediaType } = report.report
      const other = capture === undefined || within !== undefined ? null : await this.#otherThanBefore(report, capture)
      if (other !== null) {
        this.#observe(other, who)
        return { name, outcome: 'refused', code: `intake/${other.outcome}`, message: other.message }
      }
      const { reports, firstAt } = this.#known()
      if (reports.has(id)) {
        if (capture !== undefined && within === undefined) this.#observe(asBefore(capture), who)
        return { name, outcome: 'known', report: id }
      }
      this.folder.putSnapshot(bytes)
      const url = textOf === undefined ? report.report.url : null // a transcript's own address is not the scan's
      const versionOf = url === null ? undefined : firstAt.get(url)
      const where = { ...(url !== null && { url }), ...(versionOf && { versionOf }) }
      const how = { ...(capture && { capture }), ...(within && { within }), ...(textOf && { textOf }), ...where }
      const entry = { kind: 'intake', report: id, name, sidecar: { ...sidecar }, mediaType, bytes: bytes.length, ...how } as const
      this.folder.append(entry, who, new Date().toISOString())
      reports.add(id)
      if (url !== null && versionOf === undefined) firstAt.set(url, id)
      return { name, outcome: 'taken', report: id, ...(versionOf && { versionOf }) }
    })
  }

  #takenIn: TakenIn | undefined

  /** The reports taken in, and the first from each address. Kept while the case is open: a hundred thousand reports are not walked again for each that comes. */
  #known(): TakenIn {
    if (this.#takenIn !== undefined) return this.#takenIn
    const reports = new Set<ReportId>()
    const firstAt = new Map<string, ReportId>()
    for (const { entry } of this.#intakes()) {
      reports.add(entry.report)
      if (entry.url !== undefined && !firstAt.has(entry.url)) firstAt.set(entry.url, entry.report)
    }
    this.#takenIn = { reports, firstAt }
    return this.#takenIn
  }

  /** What is to be said of a page whose address gave another story before; null where it gave none, or an earlier version of this one. */
  async #otherThanBefore(now: Report, capture: Capture): Promise<Observation | null> {
    const before = this.#intakes().findLast(
      ({ entry }) => entry.capture !== undefined && [entry.capture.address, entry.capture.final].includes(capture.address),
    )
    if (before === undefined || before.entry.report === now.report.id) return null
    const { entry } = before
    const then = await takeInReport(this.folder.snapshot(entry.report), entry.name, entry.sidecar)
    if (then.report.title === now.report.title || sharedShare(then.fingerprint ?? [], now.fingerprint ?? []) >= sameStory) return null
    const message = `${capture.address} is not what it was: on ${entry.capture?.at} it showed “${then.report.title}”, now “${now.report.title}”, and their texts have next to nothing in common. Nothing was taken in; save the page and add the file if you want it`
    return { address: capture.address, outcome: 'not-what-it-was', at: capture.at, message, capture }
  }

  /**
   * Asks each feed for news until `signal` says stop, or once: new entries' pages are taken in. Feeds watched before are watched when none is given. Questions are conditional on what was last
   * answered; a feed that fails is left alone for longer each time, and its first failure in a row is a line in the log.
   */
  async watch(feeds: readonly string[], options: WatchOptions): Promise<void> {
    const watched = (feeds.length > 0 ? [...feeds] : this.#feedsWatched()).map((feed) => ({ feed, failures: 0, next: 0 }))
    if (watched.length === 0) throw new AttestError('intake/no-feed', 'no feed is watched yet; give the address of an RSS or Atom feed')
    const [{ Visitor }, { waitAfter }] = await Promise.all([import('./intake/visit.js'), import('./intake/watch-feed.js')])
    const visitor = options.visitor ?? new Visitor({ allowPrivate: options.allowPrivateAddresses === true })
    const stop = options.signal ?? new AbortController().signal
    do {
      for (const one of watched.filter(({ next }) => next <= Date.now())) {
        if (stop.aborted) return
        const polled = await this.#poll(one.feed, { ...options, visitor }, one.failures === 0)
        one.failures = polled.failed === undefined ? 0 : one.failures + 1
        const waitMs = waitAfter(one.failures, options.everyMs, polled.retryAfterMs)
        one.next = Date.now() + waitMs
        options.onPolled({ feed: one.feed, taken: polled.taken, failed: polled.failed ?? null, waitMs })
      }
      if (options.once !== true) await waitUntil(Math.min(...watched.map(({ next }) => next)), stop)
    } while (options.once !== true && !stop.aborted)
  }

  async #poll(feed: string, options: AddOptions & { readonly visitor: Visitor }, first: boolean): Promise<Polled> {
    try {
      const last = this.#observations().findLast(({ address, outcome }) => address === feed && outcome === 'polled')
      const { feedNews } = await import('./intake/watch-feed.js')
      const { capture, addresses } = await feedNews(options.visitor, feed, last?.capture)
      if (addresses === null) return { taken: [], retryAfterMs: null }
      const settled = this.#settledAddresses()
      const taken: Taking[] = []
      for (const address of addresses) if (!settled.has(address)) taken.push(...(await this.add(address, options)))
      this.#observe(
        { address: feed, outcome: 'polled', at: capture.at, message: `${addresses.length} entries, ${taken.length} of them new`, capture },
        options.who,
      )
      return { taken, retryAfterMs: null }
    } catch (error) {
      if (!(error instanceof AttestError) || error.code.startsWith('record/')) throw error
      if (error instanceof Unvisited && first) this.#observe(error.observation, options.who)
      return { taken: [], failed: error.message, retryAfterMs: error instanceof Unvisited ? error.retryAfterMs : null }
    }
  }

  #observations(): readonly Observation[] {
    return this.folder.lines().flatMap(({ entry }) => (entry.kind === 'observation' ? [entry] : []))
  }

  #feedsWatched(): readonly string[] {
    return [...new Set(this.#observations().flatMap(({ address, outcome }) => (outcome === 'polled' ? [address] : [])))]
  }

  /** Addresses that need no second visit: taken in, or answered for good. What could not be reached is asked again. */
  #settledAddresses(): ReadonlySet<string> {
    const taken = this.#intakes().flatMap(({ entry }) => (entry.capture === undefined ? [] : [entry.capture.address, entry.capture.final]))
    const answered = this.#observations().flatMap(({ address, outcome }) => (outcome === 'unreached' ? [] : [address]))
    return new Set([...taken, ...answered])
  }

  /** The report's line in the log; refused where there is none. */
  #intakeOf(id: ReportId): IntakeLine {
    const line = this.#intakes().find(({ entry }) => entry.report === id)
    if (line === undefined) throw new AttestError('record/no-report', `this case holds no report ${id}`)
    return line
  }

  #intakes(): readonly IntakeLine[] {
    return this.folder.lines().filter((line): line is IntakeLine => line.entry.kind === 'intake')
  }

  #decisions(): readonly Decision[] {
    return this.folder
      .lines()
      .flatMap(({ line, who, when, entry }) =>
        entry.kind === 'decision' ? [{ line, who, when, because: entry.because, act: entry.act }] : [],
      )
  }

  /** One more line in the log. Undo names the line it takes back. */
  async decide(act: Act, who: string, because: string): Promise<LogLine> {
    if (because.trim() === '') throw new AttestError('decision/no-reason', 'a decision needs its reason; say why in a few words')
    if (act.act === 'undo' && !this.#decisions().some(({ line }) => line === act.line)) {
      throw new AttestError(
        'decision/nothing-to-undo',
        `line ${act.line} of the log is no decision; decisions stand on lines ${
          this.#decisions()
            .map(({ line }) => line)
            .join(', ') || '(none yet)'
        }`,
      )
    }
    return this.folder.append({ kind: 'decision', act, because }, who, new Date().toISOString())
  }

  /** The record with the texts behind it. Computed again when the log, the program or the packs have changed; otherwise as the index keeps it. */
  async view(): Promise<CaseView> {
    const basis = this.#basis()
    if (this.#seen?.basis === basis) return this.#seen.view
    const index = await this.#openIndex()
    const read = await this.#readings(index)
    const kept = await index.record()
    const record =
      kept?.basis === basis ? kept.record : await recordOf(read, this.#decisions(), { packs: this.folder.info.packs, memo: this.#memo })
    if (kept?.basis !== basis) await index.putRecord(record, basis)
    const lines = this.folder.lines()
    const view = {
      name: this.name,
      record,
      read,
      procedures: namedPacks(record.packs),
      whyPacks: await this.#whyPacks(record),
      log: { lines: lines.length, decisions: this.#decisions().length, last: lines.at(-1)?.hash ?? null, entries: lines },
    }
    this.#seen = { basis, view }
    return view
  }

  /** Step 6 as of a minute: what runs, what is due next, under which readings. Packs that the case names, or that are proposed. */
  async clocks(asked: ClocksAsked): Promise<Clocks> {
    const { record } = await this.view()
    const own = this.folder.info.packs
    const clocks = await clocksOf(record, { ...asked, packs: asked.packs?.length ? asked.packs : own })
    return own.length === 0 ? clocks : { ...clocks, packs: clocks.packs.map((pack) => ({ ...pack, because: 'the case names it' })) }
  }

  async #whyPacks(record: CaseRecord): Promise<Readonly<Record<string, string>>> {
    const named = this.folder.info.packs.map((id) => [id, 'the case names it'] as const)
    return Object.fromEntries(named.length > 0 ? named : (await proposals(record)).map(({ pack, because }) => [pack.id, because]))
  }

  #reader(): string {
    readerDigest ??= filesDigest([programFolder, ...['languages', 'names', 'outlets', 'places'].map((room) => join(packsFolder, room))])
    return readerDigest
  }

  #basis(): string {
    return digestOf(this.folder.lines().at(-1)?.hash ?? 'empty', this.#reader(), filesDigest([join(packsFolder, 'procedures')]))
  }

  async #readings(index: RecordIndex): Promise<readonly ReadReport[]> {
    const relabels = relabelsOf(this.#decisions())
    const read: ReadReport[] = []
    const intakes = this.#intakes()
    const transcripts = new Map(intakes.flatMap(({ entry }) => (entry.textOf === undefined ? [] : [[entry.textOf, entry.report] as const])))
    for (const { entry } of intakes) {
      if (entry.textOf !== undefined) continue // the text of another report, and none of its own
      const own = relabels.get(entry.report) ?? []
      const transcript = transcripts.get(entry.report)
      const reader = digestOf(this.#reader(), JSON.stringify(own), ...(transcript === undefined ? [] : [transcript]))
      const kept = await index.reading(entry.report, reader)
      if (kept !== null) {
        read.push(kept)
        continue
      }
      const fresh = await readReport(
        this.folder.snapshot(entry.report),
        entry.name,
        entry.sidecar,
        own,
        transcript === undefined ? null : this.folder.snapshot(transcript),
      )
      await index.putReading(entry.report, reader, fresh)
      read.push(fresh)
    }
    return read
  }

  /** The index, made anew when it is missing or damaged: nothing in it is the truth. */
  async #openIndex(): Promise<RecordIndex> {
    if (this.#index !== undefined) return this.#index
    const { openPgliteIndex, removeIndex } = await import('./record/index/pglite-index.js')
    const directory = join(this.folder.path, 'index')
    try {
      this.#index = await openPgliteIndex(directory, this.folder.id)
    } catch (error) {
      if (!(error instanceof AttestError) || error.code !== 'record/index-damaged') throw error
      removeIndex(directory)
      this.#index = await openPgliteIndex(directory, this.folder.id)
    }
    return this.#index
  }

  /** Throws the index away and computes everything again from snapshots and log. */
  async rebuild(): Promise<CaseView> {
    await this.#index?.close()
    this.#index = undefined
    this.#seen = undefined
    const { removeIndex } = await import('./record/index/pglite-index.js')
    removeIndex(join(this.folder.path, 'index'))
    return this.view()
  }

  /** Passages that hold the words, best first. */
  async search(
    query: string,
  ): Promise<readonly { readonly report: ReportId; readonly start: number; readonly end: number; readonly excerpt: string }[]> {
    await this.view()
    return (await this.#openIndex()).search(query)
  }

  /** The bytes of a report as received. */
  async snapshot(id: ReportId): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
    return { bytes: this.folder.snapshot(id), mediaType: this.#intakeOf(id).entry.mediaType }
  }

  /** Step 7: the public dossier, as files of a folder. The record is computed anew from accepted statements only, so that no count in it rests on a proposal. */
  async dossier(): Promise<readonly DossierFile[]> {
    const view = await this.view()
    const accepted = new Set(view.record.statements.filter(({ state }) => state === 'accepted').map(({ id }) => id))
    const read = view.read.map((report) => ({ ...report, statements: report.statements.filter(({ id }) => accepted.has(id)) }))
    const record = await recordOf(read, this.#decisions(), { packs: view.record.packs, at: view.record.at })
    const count = (state: ReviewState) => view.record.statements.filter((statement) => statement.state === state).length
    const { dossierFiles } = await import('./publishing/dossier.js')
    return dossierFiles({ ...view, record }, { proposed: count('proposed'), rejected: count('rejected') })
  }

  /** Step 7, written into a folder. */
  async publish(directory: string): Promise<readonly string[]> {
    const files = await this.dossier()
    for (const { name, content } of files) {
      await mkdir(dirname(join(directory, name)), { recursive: true })
      await writeFile(join(directory, name), content)
    }
    return files.map(({ name }) => name)
  }

  async close(): Promise<void> {
    await this.#index?.close()
    this.folder.close()
  }
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

type IntakeLine = LogLine & { readonly entry: Extract<LogLine['entry'], { readonly kind: 'intake' }> }

/** The relabellings in force, by report. */
function relabelsOf(decisions: readonly Decision[]): ReadonlyMap<ReportId, readonly Relabel[]> {
  const relabels = decisionsInForce(decisions).flatMap(({ act }) => (act.act === 'relabel' ? [act] : []))
  return new Map(relabels.map(({ report }) => [report, relabels.filter((one) => one.report === report)]))
}
