import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { RecordIndex } from '../record-index.js'
import { openSqlIndex } from './sql-index.js'
import type { Tables } from './tables.js'

/** The index of a case on a PostgreSQL server, by its connection string. Many cases share one database. */
export async function openPostgresIndex(connectionString: string, caseId: string): Promise<RecordIndex> {
  const pool = new pg.Pool({ connectionString })
  // A server that ends a connection nobody uses is no fault of this process: whoever asks next is told, by the failure of what they ask.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return openSqlIndex(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), caseId)
}
