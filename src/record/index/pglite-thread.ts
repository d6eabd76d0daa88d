import { Worker } from 'node:worker_threads'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Answered, Asked } from './pglite-worker.js'

/** The worker's thread. In the package it is JavaScript; from the source tree it is TypeScript, which Node 20 loads only through tsx. */
function startWorker(directory: string): Worker {
  const workerData = { directory }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./pglite-worker.js', import.meta.url), { workerData })
  const source = new URL('./pglite-worker.ts', import.meta.url).href
  return new Worker(`import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(source)}, ${JSON.stringify(source)}))`, {
    workerData,
    eval: true,
  })
}

/** PGlite in a thread of its own, so that a long query never stops the page or the command that asked. */
export class PgliteThread {
  readonly #waiting = new Map<
    number,
    {
      readonly resolve: (answer: { rows: readonly Record<string, unknown>[]; affected: number }) => void
      readonly reject: (error: Error) => void
    }
  >()
  #asked = 0
  #failed: Error | undefined
  readonly #worker: Worker
  readonly #ended: Promise<void>

  private constructor(directory: string) {
    this.#worker = startWorker(directory)
    this.#worker.on('message', (answered: Answered) => {
      const waiting = this.#waiting.get(answered.id)
      this.#waiting.delete(answered.id)
      if ('error' in answered) waiting?.reject(new Error(answered.error))
      else waiting?.resolve(answered)
    })
    this.#ended = new Promise((resolve) => {
      const end = (error: Error) => {
        this.#failed ??= error
        for (const { reject } of this.#waiting.values()) reject(error)
        this.#waiting.clear()
        resolve()
      }
      this.#worker.once('error', (error: Error) => end(error))
      this.#worker.once('exit', () => end(new Error('the index was closed')))
    })
  }

  /** Opens the database in a folder, making it when there is none. */
  static async open(directory: string): Promise<PgliteThread> {
    const thread = new PgliteThread(directory)
    await new Promise<void>((resolve, reject) => thread.#waiting.set(0, { resolve: () => resolve(), reject }))
    return thread
  }

  query(sql: string, parameters: readonly unknown[]): Promise<{ rows: readonly Record<string, unknown>[]; affected: number }> {
    if (this.#failed !== undefined) return Promise.reject(this.#failed)
    const id = ++this.#asked
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, sql, parameters } satisfies Asked)
    })
  }

  async close(): Promise<void> {
    if (this.#failed === undefined) this.#worker.postMessage('close')
    await this.#ended
  }
}

/** Kysely's PostgreSQL over the thread. PGlite has one connection; whoever holds it lets the next one wait. */
export function pgliteDialect(thread: PgliteThread): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(thread),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class PgliteDriver implements Driver {
  #free: Promise<void> = Promise.resolve()
  readonly #letGo = new WeakMap<DatabaseConnection, () => void>()

  constructor(private readonly thread: PgliteThread) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    let letGo = () => {}
    this.#free = new Promise((resolve) => {
      letGo = resolve
    })
    await before
    const connection = new PgliteConnection(this.thread)
    this.#letGo.set(connection, letGo)
    return connection
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#letGo.get(connection)?.()
  }

  async destroy(): Promise<void> {
    await this.thread.close()
  }
}

class PgliteConnection implements DatabaseConnection {
  constructor(private readonly thread: PgliteThread) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.thread.query(sql, parameters)
    return { rows: rows as R[], numAffectedRows: BigInt(affected) }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it; nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('the index on disk does not stream')
  }
}
