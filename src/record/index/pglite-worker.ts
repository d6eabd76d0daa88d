import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** What the main thread asks for, and what it gets: the rows, or why there are none. */
export interface Asked {
  readonly id: number
  readonly sql: string
  readonly parameters: readonly unknown[]
}
export type Answered =
  | { readonly id: number; readonly rows: readonly Record<string, unknown>[]; readonly affected: number }
  | { readonly id: number; readonly error: string }

/** PGlite's Postgres with as little memory as a case on a laptop needs: 16 MB of buffers lets it reopen in half the space. */
const settings = ['shared_buffers=16MB']

const port = parentPort
if (port === null) throw new Error('this file runs as a worker thread only')
const db = await PGlite.create({ dataDir: (workerData as { directory: string }).directory, postgresqlconf: settings })
port.on('message', (asked: Asked | 'close') => {
  if (asked === 'close') {
    void db.close().then(() => port.close())
    return
  }
  void answer(asked)
})
port.postMessage({ id: 0, rows: [], affected: 0 } satisfies Answered)

async function answer({ id, sql, parameters }: Asked): Promise<void> {
  try {
    const { rows, affectedRows } = await db.query<Record<string, unknown>>(sql, [...parameters])
    port?.postMessage({ id, rows, affected: affectedRows ?? 0 } satisfies Answered)
  } catch (error) {
    port?.postMessage({ id, error: (error as Error).message } satisfies Answered)
  }
}
