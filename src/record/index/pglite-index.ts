import { mkdirSync, rmSync } from 'node:fs'
import { Kysely } from 'kysely'
import { AttestError } from '../../model/errors.js'
import type { RecordIndex } from '../record-index.js'
import { PgliteThread, pgliteDialect } from './pglite-thread.js'
import { openSqlIndex } from './sql-index.js'
import type { Tables } from './tables.js'

/** The index of a case on disk: PGlite in a folder. A folder that cannot be opened is `record/index-damaged`: remove it and compute again. */
export async function openPgliteIndex(directory: string, caseId: string): Promise<RecordIndex> {
  mkdirSync(directory, { recursive: true })
  let thread: PgliteThread | undefined
  try {
    thread = await PgliteThread.open(directory)
    return await openSqlIndex(new Kysely<Tables>({ dialect: pgliteDialect(thread) }), caseId)
  } catch (error) {
    await thread?.close()
    throw new AttestError(
      'record/index-damaged',
      `the index in ${directory} cannot be opened (${(error as Error).message}); nothing is lost: it is computed again from snapshots and log`,
    )
  }
}

/** Throws the index away. */
export function removeIndex(directory: string): void {
  rmSync(directory, { recursive: true, force: true })
}
