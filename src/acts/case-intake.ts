import { sharedShare } from '../intake/fingerprint.js'
import type { Found, Gathered } from '../intake/found.js'
import { type GatherOptions, reportsIn } from '../intake/gather.js'
import { unpacked } from '../intake/unpack.js'
import { Unvisited } from '../intake/unvisited.js'
import type { Visitor } from '../intake/visit.js'
import type { Capture, LogLine, Observation } from '../model/decision.js'
import { AttestError } from '../model/errors.js'
import type { ReportId } from '../model/ids.js'
import type { Report, Sidecar } from '../model/report.js'
import type { CaseFolder } from '../record/case-folder.js'
import { takeInReport } from './read.js'
import { attempt, notTaken, type Taking } from './taking.js'

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

/** A line of the log by which a report was taken in. */
export type IntakeLine = LogLine & { readonly entry: Extract<LogLine['entry'], { readonly kind: 'intake' }> }

/** Everything by which reports come into an open case: files, uploads, addresses, feeds. Each leaves its lines in the log. */
export class CaseIntake {
  constructor(private readonly folder: CaseFolder) {}

  /**
   * Steps 1 to 4. Each file stands for itself: one that cannot be read is told with its reason, and the others are taken in. With `textOf` the source is a person's transcript of that report.
   * An address that gave no page leaves what was observed there as a line in the log.
   */
  async add(source: string, options: AddOptions): Promise<readonly Taking[]> {
    if (options.textOf !== undefined) this.intakeOf(options.textOf)
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
      // A scan is kept, and whoever adds it is told at once that nothing was read from it.
      const unread = textOf === undefined ? report.notes.find(({ rule }) => rule === 'intake/no-text') : undefined
      return { name, outcome: 'taken', report: id, ...(versionOf && { versionOf }), ...(unread && { message: unread.message }) }
    })
  }

  #takenIn: TakenIn | undefined

  /** The reports taken in, and the first from each address. Kept while the case is open: a hundred thousand reports are not walked again for each that comes. */
  #known(): TakenIn {
    if (this.#takenIn !== undefined) return this.#takenIn
    const reports = new Set<ReportId>()
    const firstAt = new Map<string, ReportId>()
    for (const { entry } of this.intakes()) {
      reports.add(entry.report)
      if (entry.url !== undefined && !firstAt.has(entry.url)) firstAt.set(entry.url, entry.report)
    }
    this.#takenIn = { reports, firstAt }
    return this.#takenIn
  }

  /** What is to be said of a page whose address gave another story before; null where it gave none, or an earlier version of this one. */
  async #otherThanBefore(now: Report, capture: Capture): Promise<Observation | null> {
    const before = this.intakes().findLast(
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
    const [{ Visitor }, { waitAfter }] = await Promise.all([import('../intake/visit.js'), import('../intake/watch-feed.js')])
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
      const { feedNews } = await import('../intake/watch-feed.js')
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
    const taken = this.intakes().flatMap(({ entry }) => (entry.capture === undefined ? [] : [entry.capture.address, entry.capture.final]))
    const answered = this.#observations().flatMap(({ address, outcome }) => (outcome === 'unreached' ? [] : [address]))
    return new Set([...taken, ...answered])
  }

  /** The report's line in the log; refused where there is none. */
  intakeOf(id: ReportId): IntakeLine {
    const line = this.intakes().find(({ entry }) => entry.report === id)
    if (line === undefined) throw new AttestError('record/no-report', `this case holds no report ${id}`)
    return line
  }

  /** Every intake of the log, in order. */
  intakes(): readonly IntakeLine[] {
    return this.folder.lines().filter((line): line is IntakeLine => line.entry.kind === 'intake')
  }
}
