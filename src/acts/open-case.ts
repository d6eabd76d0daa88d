import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Relabel } from '../intake/relabel.js'
import { type Act, type Decision, decisionsInForce, type IntakeEntry, type LogLine } from '../model/decision.js'
import { AttestError } from '../model/errors.js'
import { digestOf, type ReportId } from '../model/ids.js'
import type { CaseRecord, CaseView, Clocks, Reconciled, ReviewState } from '../model/record.js'
import type { ReadReport, Sidecar } from '../model/report.js'
import { filesDigest, packsFolder } from '../packs.js'
import type { DossierFile } from '../publishing/dossier.js'
import { ReconciledCase } from '../reconciling/reconciled-case.js'
import type { CaseFolder } from '../record/case-folder.js'
import type { RecordIndex } from '../record/record-index.js'
import { type AddOptions, CaseIntake, type WatchOptions } from './case-intake.js'
import { type ClocksAsked, clocksOf } from './clocks.js'
import { knowledgeOnce, namedPacks, proposals } from './packs-at-hand.js'
import { readReport, recordFrom, recordOf } from './read.js'
import type { Taking } from './taking.js'

/** The program itself, wherever it stands: a reading is kept only as long as the program and its packs stay the same to the byte. */
const programFolder = fileURLToPath(new URL('..', import.meta.url))
let readerDigest: string | undefined

/** A case opened by this process: take in, decide, look, publish. */
export class OpenCase {
  #seen: { readonly basis: string; readonly view: CaseView } | undefined
  #index: RecordIndex | undefined

  /** While the case is open, its readings and what was worked out from them: one more report or decision is worked out beside its neighbours. */
  readonly #readings = new Map<ReportId, { readonly reader: string; readonly read: ReadReport }>()
  #reconciled: ReconciledCase | undefined
  readonly #intake: CaseIntake

  constructor(private readonly folder: CaseFolder) {
    this.#intake = new CaseIntake(folder)
  }

  get name(): string {
    return this.folder.info.name
  }

  /** Steps 1 to 4. Each file stands for itself: one that cannot be read is told with its reason, and the others are taken in. */
  add(source: string, options: AddOptions): Promise<readonly Taking[]> {
    return this.#intake.add(source, options)
  }

  /** Steps 2 to 4 for one file given as bytes, from an upload or a paste. An archive or a mail may hold several reports. */
  takeIn(name: string, bytes: Uint8Array, sidecar: Sidecar = {}, who = 'reviewer'): Promise<readonly Taking[]> {
    return this.#intake.takeIn(name, bytes, sidecar, who)
  }

  /** Asks feeds for news until told to stop, or once; new entries' pages are taken in. */
  watch(feeds: readonly string[], options: WatchOptions): Promise<void> {
    return this.#intake.watch(feeds, options)
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
    const read = await this.#read(index)
    const kept = await index.record()
    const record = kept?.basis === basis ? kept.record : await recordFrom(this.#joined(), read, { packs: this.folder.info.packs })
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

  /** What is worked out of the readings; the packs are loaded when somebody looks. */
  #joining(): ReconciledCase {
    this.#reconciled ??= new ReconciledCase(knowledgeOnce(), (report) => this.#readings.get(report)?.read)
    return this.#reconciled
  }

  /** Step 5 for what was taken in and decided since it was last looked at. */
  #joined(): Reconciled {
    const joining = this.#joining()
    joining.decide(this.#decisions())
    joining.settle()
    return joining.record()
  }

  /** Every report as it is read now. One whose reading is another than before is put among the others anew. */
  async #read(index: RecordIndex): Promise<readonly ReadReport[]> {
    const relabels = relabelsOf(this.#decisions())
    const read: ReadReport[] = []
    const intakes = this.#intake.intakes()
    const transcripts = new Map(intakes.flatMap(({ entry }) => (entry.textOf === undefined ? [] : [[entry.textOf, entry.report] as const])))
    for (const { entry } of intakes) {
      if (entry.textOf !== undefined) continue // the text of another report, and none of its own
      const own = relabels.get(entry.report) ?? []
      const transcript = transcripts.get(entry.report)
      const reader = digestOf(this.#reader(), JSON.stringify(own), ...(transcript === undefined ? [] : [transcript]))
      const known = this.#readings.get(entry.report)
      const now = known?.reader === reader ? known.read : await this.#reading(index, entry, own, transcript, reader)
      if (now !== known?.read) {
        this.#readings.set(entry.report, { reader, read: now })
        this.#joining().put(now)
      }
      read.push(now)
    }
    const stand = new Set(read.map(({ report }) => report.id))
    for (const report of this.#readings.keys()) {
      if (stand.has(report)) continue
      this.#readings.delete(report)
      this.#joining().remove(report)
    }
    return read
  }

  /** One report's reading, from the index where it was made by this reader. */
  async #reading(
    index: RecordIndex,
    entry: IntakeEntry,
    own: readonly Relabel[],
    transcript: ReportId | undefined,
    reader: string,
  ): Promise<ReadReport> {
    const kept = await index.reading(entry.report, reader)
    if (kept !== null) return kept
    const fresh = await readReport(
      this.folder.snapshot(entry.report),
      entry.name,
      entry.sidecar,
      own,
      transcript === undefined ? null : this.folder.snapshot(transcript),
    )
    await index.putReading(entry.report, reader, fresh)
    return fresh
  }

  /** The index, made anew when it is missing or damaged: nothing in it is the truth. */
  async #openIndex(): Promise<RecordIndex> {
    if (this.#index !== undefined) return this.#index
    const { openPgliteIndex, removeIndex } = await import('../record/index/pglite-index.js')
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
    this.#readings.clear()
    this.#reconciled = undefined
    const { removeIndex } = await import('../record/index/pglite-index.js')
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
    return { bytes: this.folder.snapshot(id), mediaType: this.#intake.intakeOf(id).entry.mediaType }
  }

  /** Step 7: the public dossier, as files of a folder. The record is computed anew from accepted statements only, so that no count in it rests on a proposal. */
  async dossier(): Promise<readonly DossierFile[]> {
    const view = await this.view()
    const accepted = new Set(view.record.statements.filter(({ state }) => state === 'accepted').map(({ id }) => id))
    const read = view.read.map((report) => ({ ...report, statements: report.statements.filter(({ id }) => accepted.has(id)) }))
    const record = await recordOf(read, this.#decisions(), { packs: view.record.packs, at: view.record.at })
    const count = (state: ReviewState) => view.record.statements.filter((statement) => statement.state === state).length
    const { dossierFiles } = await import('../publishing/dossier.js')
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

/** The relabellings in force, by report. */
function relabelsOf(decisions: readonly Decision[]): ReadonlyMap<ReportId, readonly Relabel[]> {
  const relabels = decisionsInForce(decisions).flatMap(({ act }) => (act.act === 'relabel' ? [act] : []))
  return new Map(relabels.map(({ report }) => [report, relabels.filter((one) => one.report === report)]))
}
