import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { AttestError, type Gathered, readReport, readReportJson } from '../../attest.js'
import type { ReadReport } from '../../model/report.js'
import type { Answered, Asked } from './reader.js'

/** Reports read in the thread that asks before others are started: a new thread spends as long on loading packs and on growing fast as sixty reports take, and there are two. */
const readHereFirst = 128
/** Each thread holds weights and packs of its own, about 100 MB: with two, ten thousand reports are read in less than 400 MB. */
const mostThreads = 2
/** Room for what is soon forgotten, in a thread: a report makes a few MB of it, and Node's own measure of 48 MB would only be filled before it is swept. */
const youngMb = 16
/** Reports handed to a thread before it has answered, so that it never waits for the next. */
const aheadOfThread = 4

interface Waiting {
  readonly resolve: (answered: Answered) => void
  readonly reject: (error: Error) => void
}

/**
 * Reads reports one by one in this thread and, once there have been many, in threads of their own. What is read is the same either way.
 * It holds its threads until `close`.
 */
export class ReadingThreads {
  /** How many reports to hand over at once. */
  readonly atOnce = mostThreads * aheadOfThread
  readonly #workers: Worker[] = []
  readonly #waiting = new Map<number, Waiting>()
  readonly #threads: number
  #asked = 0
  #failed: Error | undefined

  constructor(
    threads = Math.min(mostThreads, availableParallelism()),
    private readonly hereFirst = readHereFirst,
  ) {
    // One thread beside this one would only take its place; and from the source tree Node 20 runs no thread of TypeScript.
    this.#threads = threads < 2 || import.meta.url.endsWith('.ts') ? 0 : threads
  }

  /** The line that `attest read --json` prints for a report. Throws AttestError when the bytes are no report. */
  async line(given: Gathered, why: boolean): Promise<string> {
    if (this.#readsHere()) return JSON.stringify(readReportJson(await readReport(given.bytes, given.name, given.sidecar), why))
    const answered = await this.#ask(given, why ? 'line-with-why' : 'line')
    if ('line' in answered) return answered.line
    throw unexpected(answered)
  }

  /** What a report says. Throws AttestError when the bytes are no report. */
  readonly reading = async (given: Gathered): Promise<ReadReport> => {
    if (this.#readsHere()) return readReport(given.bytes, given.name, given.sidecar)
    const answered = await this.#ask(given, 'reading')
    if ('reading' in answered) return answered.reading
    throw unexpected(answered)
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }

  #readsHere(): boolean {
    return this.#asked++ < this.hereFirst || this.#threads === 0
  }

  #ask({ bytes, name, sidecar }: Gathered, form: Asked['form']): Promise<Answered> {
    while (this.#workers.length < this.#threads) this.#workers.push(this.#started())
    if (this.#failed !== undefined) return Promise.reject(this.#failed)
    const id = this.#asked
    const worker = this.#workers[id % this.#threads] as Worker
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, bytes, name, sidecar, form } satisfies Asked)
    })
  }

  #started(): Worker {
    const worker = new Worker(new URL('./reader.js', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: youngMb } })
    worker.on('message', (answered: Answered) => {
      const waiting = this.#waiting.get(answered.id)
      this.#waiting.delete(answered.id)
      waiting?.resolve(answered)
    })
    worker.once('error', (error: Error) => {
      this.#failed ??= error
      for (const { reject } of this.#waiting.values()) reject(error)
      this.#waiting.clear()
    })
    return worker
  }
}

/** A refusal as the reading made it, or a bug with the place where it stopped. */
function unexpected(answered: Answered): Error {
  if ('refused' in answered) return new AttestError(answered.refused.code, answered.refused.message)
  return new Error('bug' in answered ? answered.bug : 'a thread gave another form than it was asked for')
}
