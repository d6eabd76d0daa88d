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
import { type Gathered, type Gathering, gather } from './intake/gather.js'
import { type Relabel, relabelled } from './intake/relabel.js'
import { takeIn } from './intake/take-in.js'
import { type Act, type Decision, decisionsInForce, type LogLine, type StatementAnchor } from './model/decision.js'
import { AttestError } from './model/errors.js'
import { digestOf, type ReportId } from './model/ids.js'
import type { Knowledge, LanguagePack, ProcedurePack } from './model/packs.js'
import type { CaseRecord, CaseView, Reconciled, RecordStatement, ReviewState } from './model/record.js'
import type { ReadReport, Report, Sidecar } from './model/report.js'
import { filesDigest, loadKnowledge, loadLanguage, loadProcedures, packsFolder } from './packs.js'
import type { DossierFile } from './publishing/dossier.js'
import { readReport as readStatements } from './reading/read-report.js'
import { LastRunMemo } from './reconciling/memo.js'
import { reconcile } from './reconciling/reconcile.js'
import type { CaseFolder } from './record/case-folder.js'
import type { RecordIndex } from './record/record-index.js'

export { type Gathered, gather } from './intake/gather.js'
export type * from './model/decision.js'
export { AttestError } from './model/errors.js'
export type * from './model/record.js'
export type * from './model/report.js'
export { loadKnowledge, loadProcedure, loadProcedures } from './packs.js'
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
async function takeInReport(bytes: Uint8Array, name: string, sidecar: Sidecar): Promise<Report> {
  const pack = languageOf(sidecar.language ?? fallbackLanguage) ?? languageOf(fallbackLanguage)
  if (pack === null) throw new AttestError('pack/not-found', `the language pack ${fallbackLanguage} is missing; install Attest again`)
  return takeIn(bytes, name, sidecar, pack.furniture)
}

/** Steps 2 and 3 for one file: the report, its blocks, and what it says. Throws AttestError when the bytes are no report. */
export async function readReport(
  bytes: Uint8Array,
  name: string,
  sidecar: Sidecar = {},
  relabels: readonly Relabel[] = [],
): Promise<ReadReport> {
  const report = relabelled(await takeInReport(bytes, name, sidecar), relabels)
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
  const findings = at === null ? [] : packs.flatMap((pack) => checkProcedure(pack, reconciled, at, { places: knowledgeOnce().places }))
  return { ...reconciled, findings, packs: packs.map((pack) => `${pack.id}@${pack.asOf}`), at }
}

function latestDay(read: readonly ReadReport[]): string | null {
  return read.reduce<string | null>((latest, { report }) => {
    const day = report.published?.slice(0, 10) ?? null
    return day !== null && (latest === null || day > latest) ? day : latest
  }, null)
}

async function proposedPacks(record: Reconciled): Promise<readonly ProcedurePack[]> {
  const { proposePacks } = await import('./procedure/propose-packs.js')
  return proposePacks(loadProcedures(), record, knowledgeOnce().places).map(({ pack }) => pack)
}

function namedPacks(ids: readonly string[]): readonly ProcedurePack[] {
  const known = ids.length === 0 ? [] : loadProcedures()
  return ids.map((id) => {
    const pack = known.find((candidate) => candidate.id === id || `${candidate.id}@${candidate.asOf}` === id)
    if (pack === undefined)
      throw new AttestError('pack/unknown', `no procedure pack "${id}"; known packs are: ${known.map((k) => k.id).join(', ')}`)
    return pack
  })
}

/** What one file of an `add` or a `build` came to. */
export interface Taking {
  readonly name: string
  readonly outcome: 'taken' | 'known' | 'refused' | 'passed-over'
  readonly report?: ReportId
  readonly code?: string
  readonly message?: string
}

/** Called after each report: how many are done, of how many. */
export type OnProgress = (done: number, of: number) => void

/** Every report of a folder read, and the whole record of it, stored nowhere. */
export async function buildRecord(
  folder: string,
  options: { readonly packs?: readonly string[]; readonly at?: string | null; readonly onProgress?: OnProgress } = {},
): Promise<{ readonly record: CaseRecord; readonly read: readonly ReadReport[]; readonly taken: readonly Taking[] }> {
  const gathering = await gather(folder)
  const read = new Map<ReportId, ReadReport>()
  const taken: Taking[] = [...refusals(gathering)]
  for (const [index, given] of gathering.given.entries()) {
    taken.push(
      await attempt(given.name, async () => {
        const report = await readReport(given.bytes, given.name, given.sidecar)
        const known = read.has(report.report.id)
        if (!known) read.set(report.report.id, report)
        return { name: given.name, outcome: known ? 'known' : 'taken', report: report.report.id }
      }),
    )
    options.onProgress?.(index + 1, gathering.given.length)
  }
  if (read.size === 0)
    throw new AttestError('intake/no-reports', `no report of ${folder} could be read: ${taken.map((t) => t.message ?? t.name).join('; ')}`)
  const all = [...read.values()]
  return { record: await recordOf(all, [], options), read: all, taken }
}

function refusals(gathering: Gathering): readonly Taking[] {
  return [
    ...gathering.refused.map(({ name, code, message }): Taking => ({ name, outcome: 'refused', code, message })),
    ...gathering.passedOver.map((name): Taking => ({ name, outcome: 'passed-over' })),
  ]
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

  /** Steps 1 to 4. Each file stands for itself: one that cannot be read is told with its reason, and the others are taken in. */
  async add(
    source: string,
    options: {
      readonly who: string
      readonly standardInput?: Uint8Array
      readonly allowPrivateAddresses?: boolean
      readonly onProgress?: OnProgress
    },
  ): Promise<readonly Taking[]> {
    const gathering = await gather(source, options)
    const taken: Taking[] = [...refusals(gathering)]
    for (const [index, given] of gathering.given.entries()) {
      taken.push(await this.#keep(given, options.who))
      options.onProgress?.(index + 1, gathering.given.length)
    }
    return taken
  }

  /** Steps 2 to 4 for one file given as bytes, from an upload or a paste. */
  async takeIn(name: string, bytes: Uint8Array, sidecar: Sidecar = {}, who = 'reviewer'): Promise<Taking> {
    return this.#keep({ name, bytes, sidecar }, who)
  }

  #keep({ name, bytes, sidecar }: Gathered, who: string): Promise<Taking> {
    return attempt(name, async () => {
      const { id, mediaType } = (await takeInReport(bytes, name, sidecar)).report
      if (this.#intakes().some((line) => line.entry.report === id)) return { name, outcome: 'known', report: id }
      this.folder.putSnapshot(bytes)
      const entry = { kind: 'intake', report: id, name, sidecar: { ...sidecar }, mediaType, bytes: bytes.length } as const
      this.folder.append(entry, who, new Date().toISOString())
      return { name, outcome: 'taken', report: id }
    })
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
      log: { lines: lines.length, decisions: this.#decisions().length, last: lines.at(-1)?.hash ?? null, entries: lines },
    }
    this.#seen = { basis, view }
    return view
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
    for (const { entry } of this.#intakes()) {
      const own = relabels.get(entry.report) ?? []
      const reader = digestOf(this.#reader(), JSON.stringify(own))
      const kept = await index.reading(entry.report, reader)
      if (kept !== null) {
        read.push(kept)
        continue
      }
      const fresh = await readReport(this.folder.snapshot(entry.report), entry.name, entry.sidecar, own)
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
    const line = this.#intakes().find(({ entry }) => entry.report === id)
    if (line === undefined) throw new AttestError('record/no-report', `this case holds no report ${id}`)
    return { bytes: this.folder.snapshot(id), mediaType: line.entry.mediaType }
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
